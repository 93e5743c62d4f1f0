import { describe, expect, test } from 'vitest'
import { MOST_RECORDS, RECORDED_BODY_LIMIT, type ServiceRecord } from '@shared/contract/services'
import { ServiceRecords } from './service-records'

const record = (service: string, at: number, body = ''): ServiceRecord => ({
  service,
  resource: 'orders',
  action: 'SendMessage',
  at,
  requestId: 'r',
  summary: '',
  body,
})

describe('records', () => {
  test('are listed newest first, whatever their service', () => {
    const records = new ServiceRecords()
    for (const [at, service] of ['sqs', 's3', 'sqs'].entries()) records.add(record(service, at))
    expect(records.list().map(({ service, at }) => `${service} ${at}`)).toEqual(['sqs 2', 's3 1', 'sqs 0'])
    records.clear()
    expect(records.list()).toEqual([])
  })

  test('of each service are bounded by themselves', () => {
    const records = new ServiceRecords()
    records.add(record('s3', -1))
    for (let at = 0; at < MOST_RECORDS + 5; at++) records.add(record('sqs', at))
    const times = records.list().map(({ at }) => at)
    expect([times.length, times[0], times.at(-2), times.at(-1)]).toEqual([MOST_RECORDS + 1, MOST_RECORDS + 4, 5, -1])
  })

  test('keep a body up to 8 kB', () => {
    const records = new ServiceRecords()
    records.add(record('sqs', 0, 'x'.repeat(RECORDED_BODY_LIMIT)))
    records.add(record('sqs', 1, 'x'.repeat(RECORDED_BODY_LIMIT + 1)))
    const [cut, whole] = records.list().map(({ body }) => body)
    expect([whole, cut]).toEqual(['x'.repeat(RECORDED_BODY_LIMIT), `${'x'.repeat(RECORDED_BODY_LIMIT - 1)}…`])
  })
})
