import { expect, it } from 'vitest'
import { accessLogLineBytes } from './access-logs'

it.each([
  ['', 0],
  ['plain', 5],
  ['$context.status', 20],
  ['$context.identity.sourceIp - $context.requestId', 43],
  ['"é€😀"', 2 + 2 + 3 + 4],
])('a line in the format %j is about %d bytes', (format, bytes) => {
  expect(accessLogLineBytes(format)).toBe(bytes)
})
