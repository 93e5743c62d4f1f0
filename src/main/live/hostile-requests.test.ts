import { afterEach, describe, expect, test } from 'vitest'
import { mockMethod } from '@shared/design/mock-method'
import { API, mockAnswering, sampleDesign } from './testing/sample-design'
import { exchange, serveSample, type ServedSample } from './testing/served-sample'

let sample: ServedSample | null = null
afterEach(async () => {
  await sample?.close()
  sample = null
})

async function serve(): Promise<ServedSample> {
  const resources = {
    '/open': { methods: { ANY: mockAnswering('"open"') } },
    '/b': { methods: { GET: mockAnswering('"b"') } },
  }
  sample = await serveSample({ design: sampleDesign({ resources }) })
  return sample
}

const path = `/${API}/prod/open`
/** A request as text; the lines of its head, then its body. */
const raw = (first: string, headers: readonly string[], body = '') => [first, ...headers, '', body].join('\r\n')
const firstLine = (received: string) => received.split('\r\n')[0]

describe('the Host of a request', () => {
  test.each([
    'evil.example',
    '127.0.0.1.evil.example',
    '127.evil',
    'localhost.evil',
    '127.0.0.1:1',
    'localhost',
    'user@127.0.0.1',
    '10.0.0.1',
  ])('%j is refused', async (host) => {
    const { state } = await serve()
    const { status, text } = await exchange(state.port, path, { headers: { Host: host } })
    expect([status, text]).toEqual([403, '{"message":"Forbidden"}'])
  })

  test('is the loopback address or localhost with the port', async () => {
    const { state } = await serve()
    for (const name of ['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]']) {
      const { status } = await exchange(state.port, path, { headers: { Host: `${name}:${state.port}` } })
      expect(status).toBe(200)
    }
  })

  test('must not be empty', async () => {
    const { sendRaw } = await serve()
    const received = await sendRaw(raw(`GET ${path} HTTP/1.1`, ['Host: ', 'Connection: close']))
    expect(firstLine(received)).toBe('HTTP/1.1 403 Forbidden')
  })

  test('must not come twice', async () => {
    const { sendRaw, state } = await serve()
    const host = `Host: 127.0.0.1:${state.port}`
    const received = await sendRaw(raw(`GET ${path} HTTP/1.1`, [host, host, 'Connection: close']))
    expect(firstLine(received)).toBe('HTTP/1.1 403 Forbidden')
  })
})

describe('a broken request', () => {
  test.each([
    ['two lengths', ['Content-Length: 5', 'Content-Length: 6'], 'abcdef'],
    ['a length and chunks', ['Content-Length: 5', 'Transfer-Encoding: chunked'], '0\r\n\r\n'],
    ['a folded line', ['X-A: a', ' b'], ''],
    ['a space before a colon', ['X-A : a'], ''],
    ['an unknown transfer coding', ['Transfer-Encoding: xchunked'], '0\r\n\r\n'],
  ])('with %s is answered 400 and the connection closed', async (_what, headers, body) => {
    const { sendRaw, state } = await serve()
    const received = await sendRaw(raw(`POST ${path} HTTP/1.1`, [`Host: 127.0.0.1:${state.port}`, ...headers], body))
    expect(firstLine(received)).toBe('HTTP/1.1 400 Bad Request')
    expect(received).toContain('Connection: close')
  })

  test.each(['get', 'NOPE', 'CONNECT'])('with the verb %s is refused', async (verb) => {
    const { sendRaw, state } = await serve()
    const received = await sendRaw(raw(`${verb} ${path} HTTP/1.1`, [`Host: 127.0.0.1:${state.port}`]))
    expect(received).not.toContain('200 OK')
  })

  test('for an address of its own is not answered', async () => {
    const { sendRaw, state } = await serve()
    const head = [`Host: 127.0.0.1:${state.port}`, 'Connection: close']
    const received = await sendRaw(raw(`GET http://evil.example${path} HTTP/1.1`, head))
    expect(firstLine(received)).toBe('HTTP/1.1 400 Bad Request')
  })
})

describe('a request over the limits', () => {
  test('of 10 MB is answered 413 without waiting for the rest', async () => {
    const { send } = await serve()
    const { status, text } = await send('/open', { method: 'POST', body: Buffer.alloc(20 * 1024 * 1024) })
    expect([status, text]).toEqual([413, '{"message":"Request Too Long"}'])
    expect((await send('/open', { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024) })).status).toBe(200)
  })

  test('is refused in chunks as well, and announced ones before they are sent', async () => {
    const { send, sendRaw, state } = await serve()
    const headers = { 'Transfer-Encoding': 'chunked' }
    expect((await send('/open', { method: 'POST', headers, body: Buffer.alloc(11 * 1024 * 1024) })).status).toBe(413)
    const head = [
      `Host: 127.0.0.1:${state.port}`,
      'Expect: 100-continue',
      'Content-Length: 20000000',
      'Connection: close',
    ]
    expect(firstLine(await sendRaw(raw(`POST ${path} HTTP/1.1`, head)))).toBe('HTTP/1.1 413 Payload Too Large')
  })

  test('of its URL is answered 414, of its headers 431', async () => {
    const { send } = await serve()
    const long = await send(`/open?${'q'.repeat(10_300)}`)
    const wide = await send('/open', { headers: { 'X-Wide': 'x'.repeat(11_000) } })
    const many = await send('/open', {
      headers: Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`X-Many-${at}`, 'x'.repeat(20)])),
    })
    const endless = await send('/open', { headers: { 'X-Wide': 'x'.repeat(100_000) } })
    expect([long.status, long.text]).toEqual([414, '{"message":"Request URI too long"}'])
    expect([wide.status, many.status, endless.status]).toEqual([431, 431, 431])
    expect((await send('/open')).status).toBe(200)
  })
})

describe('a trick', () => {
  test.each([
    ['/open/../b', 403],
    ['/open/%2e%2e/b', 403],
    ['//b', 200],
    ['/b/', 200],
    ['/%62', 403],
    ['/b;x=1', 403],
    ['/b%00', 403],
    ['/B', 403],
  ])('with the path %s is routed as it is written: %s', async (tricky, status) => {
    const { send } = await serve()
    expect((await send(tricky)).status).toBe(status)
  })

  test('with another method in a header changes nothing', async () => {
    const { send } = await serve()
    expect((await send('/b', { headers: { 'X-HTTP-Method-Override': 'DELETE' } })).text).toBe('"b"')
  })

  test('with names of prototypes pollutes nothing', async () => {
    const method = { ...mockMethod(), requestParameters: { 'method.request.querystring.__proto__': true } }
    sample = await serveSample({
      design: sampleDesign({
        resources: { '/p/{__proto__}': { methods: { GET: { ...method, requestValidatorId: 'all' } } } },
        api: { requestValidators: { all: { validateRequestBody: false, validateRequestParameters: true } } },
      }),
    })
    const { status } = await sample.send('/p/polluted?__proto__=polluted&constructor=x', {
      headers: { constructor: 'x' },
    })
    expect([status, ({} as Record<string, unknown>)['polluted']]).toEqual([200, undefined])
  })
})
