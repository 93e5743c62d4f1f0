import { expect, test } from 'vitest'
import { sampleEvent } from './sample-event'

test('a sample has the path parameters, verb and content type of its slot', () => {
  const { params, context } = sampleEvent({
    apiId: 'shop000001',
    path: '/orders/{id}/{rest+}',
    verb: 'PUT',
    contentType: 'application/xml',
  })
  expect(params?.path).toEqual({ id: 'id-1', rest: 'rest-1' })
  expect(params?.header?.['Content-Type']).toBe('application/xml')
  expect([context?.['apiId'], context?.['httpMethod'], context?.['resourcePath']]).toEqual([
    'shop000001',
    'PUT',
    '/orders/{id}/{rest+}',
  ])
})

test('the instant of a sample is the one it writes out', () => {
  const { context } = sampleEvent(undefined)
  expect(new Date(Number(context?.['requestTimeEpoch'])).toISOString()).toBe('2026-11-19T10:00:00.000Z')
})
