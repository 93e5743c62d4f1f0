import { expect, test } from 'vitest'
import type { SentRequest } from '@shared/contract/try'
import { copyAs } from './copy-as'

const get: SentRequest = { url: 'http://127.0.0.1:3000/api/prod/orders?a=1', method: 'GET', headers: [], body: null }
const post: SentRequest = {
  ...get,
  method: 'POST',
  headers: [
    ['Host', '127.0.0.1:3000'],
    ['Content-Type', 'application/json'],
    ['X-Empty', ''],
  ],
  body: '{"name": "O\'Hara"}',
}

test('as curl, with everything quoted for a shell', () => {
  expect(copyAs('curl', get)).toBe("curl 'http://127.0.0.1:3000/api/prod/orders?a=1'")
  expect(copyAs('curl', post)).toBe(
    [
      "curl 'http://127.0.0.1:3000/api/prod/orders?a=1' \\",
      '  --request POST \\',
      "  --header 'Host: 127.0.0.1:3000' \\",
      "  --header 'Content-Type: application/json' \\",
      "  --header 'X-Empty;' \\",
      `  --data-raw '{"name": "O'\\''Hara"}'`,
    ].join('\n'),
  )
  expect(copyAs('curl', { ...get, method: 'HEAD' })).toContain('--head')
})

test('as HTTP, with a host', () => {
  expect(copyAs('http', get)).toBe('GET /api/prod/orders?a=1 HTTP/1.1\nHost: 127.0.0.1:3000\n\n')
  expect(copyAs('http', post)).toBe(
    'POST /api/prod/orders?a=1 HTTP/1.1\nHost: 127.0.0.1:3000\nContent-Type: application/json\nX-Empty: \n\n{"name": "O\'Hara"}',
  )
})

test('as fetch, without what a browser sets by itself', () => {
  expect(copyAs('fetch', get)).toBe('const response = await fetch("http://127.0.0.1:3000/api/prod/orders?a=1")\n')
  expect(copyAs('fetch', post)).toBe(`const response = await fetch("http://127.0.0.1:3000/api/prod/orders?a=1", {
  method: "POST",
  headers: {
    "Content-Type": "application/json",
    "X-Empty": "",
  },
  body: "{\\"name\\": \\"O'Hara\\"}",
})
`)
  const twice: SentRequest = {
    ...get,
    headers: [
      ['A', '1'],
      ['a', '2'],
    ],
  }
  expect(copyAs('fetch', twice)).toContain('headers: [\n    ["A", "1"],\n    ["a", "2"],\n  ]')
})
