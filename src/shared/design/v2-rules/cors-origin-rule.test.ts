import { expect, it } from 'vitest'
import { problemOfOrigin } from './cors-origin-rule'

it.each(['*', 'https://*', 'http://localhost:5173', 'https://shop.example.com\nhttps://b.example.com', ''])(
  'takes the origins %j',
  (text) => expect(problemOfOrigin(text)).toBeUndefined(),
)

it.each(['shop.example.com', 'https://shop.example.com/', 'https://*.example.com'])('refuses %s', (text) => {
  expect(problemOfOrigin(text)).toBe(`"${text}" must be *, https://*, or an origin without a path`)
})
