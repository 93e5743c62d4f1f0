import { expect, test } from 'vitest'
import type { TracedRequest } from '@shared/contract/gateway'
import { endOfCall } from './call-end'
import { undecidedWords } from './undecided-words'

const call: TracedRequest = {
  requestId: 'r1',
  receivedAt: 0,
  method: 'OPTIONS',
  path: '/items',
  routeKey: '',
  apiName: 'Items',
  stage: '$default',
  status: 204,
  durationMs: 1,
  integrationMs: null,
  apiKeyName: null,
  trace: [],
}
const http = { ...call, protocolType: 'HTTP' } as const

test.each([
  [http, 'The API answered the preflight', 'Preflight', 'served'],
  [{ ...http, status: 404 }, 'No route matched', 'No route', 'denied'],
  [{ ...http, status: 500, routeKey: 'GET /items' }, 'Answered 500 before the first step', 'Not recorded', 'denied'],
  [{ ...call, status: 403 }, 'No route matched', 'No route', 'denied'],
])('%# is told', (one, title, text, family) => {
  expect([undecidedWords(one).title, endOfCall(one)]).toEqual([title, { text, step: null, family }])
})

test('the answer to what no route takes is that of the API type', () => {
  expect(undecidedWords({ ...http, status: 404 }).text).toContain('404 Not Found')
  expect(undecidedWords({ ...call, status: 403 }).text).toContain('403 Missing Authentication Token')
})
