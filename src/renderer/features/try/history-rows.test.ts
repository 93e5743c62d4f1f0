import { expect, test } from 'vitest'
import type { TracedRequest } from '@shared/contract/gateway'
import type { SentCall } from '../../stores/try-store'
import { historyRows, matchesHistory } from './history-rows'
import { emptyRequest } from './request-of-route'

const call = (requestId: string, receivedAt: number): TracedRequest => ({
  requestId,
  receivedAt,
  method: 'GET',
  path: '/orders',
  routeKey: 'GET /orders',
  apiName: 'Orders',
  stage: 'prod',
  status: 200,
  durationMs: 1,
  integrationMs: null,
  apiKeyName: null,
  trace: [],
})
const sent = (id: string, at: number): SentCall => ({
  id,
  at,
  request: { ...emptyRequest('a', 'prod'), path: '/orders?a=1' },
  shown: { kind: 'failed', message: 'Refused' },
})

test('a call that this window sent comes once, with its query', () => {
  const rows = historyRows([call('r2', 20), call('r1', 10)], [sent('r1', 9)])
  expect(rows.map(({ id, path, sent: own }) => [id, path, own !== null])).toEqual([
    ['r2', '/orders', false],
    ['r1', '/orders?a=1', true],
  ])
})

test('one that the gateway did not record stands where it was sent', () => {
  const rows = historyRows([call('r2', 20), call('r1', 10)], [sent('own', 15)])
  expect(rows.map(({ id, status }) => [id, status])).toEqual([
    ['r2', 200],
    ['own', 0],
    ['r1', 200],
  ])
})

test('a filter looks for its words', () => {
  const [row] = historyRows([call('r1', 1)], [])
  expect(['', 'get 200', 'orders 404'].map((filter) => matchesHistory(row!, filter))).toEqual([true, true, false])
})
