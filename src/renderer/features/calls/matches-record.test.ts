import { expect, it } from 'vitest'
import type { ServiceRecord } from '@shared/contract/services'
import { matchesRecord } from './matches-record'

const record: ServiceRecord = {
  service: 'sqs',
  resource: 'orders',
  action: 'SendMessage',
  at: 0,
  requestId: 'r-1',
  summary: 'message m-1',
  body: '{"orderId": "A-1"}',
}

it.each([
  ['SQS send', true],
  ['orders a-1', true],
  ['m-1 r-1', true],
  ['', true],
  ['orders sns', false],
])('finds "%s" in a record: %s', (filter, expected) => {
  expect(matchesRecord(record, filter)).toBe(expected)
})
