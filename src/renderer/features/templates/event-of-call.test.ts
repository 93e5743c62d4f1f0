import { expect, test } from 'vitest'
import { eventOfCall, pathParameters } from './event-of-call'

test('a call gives its path and context, the rest of the event stays', () => {
  const call = {
    requestId: 'r-1',
    receivedAt: 1795082400000,
    method: 'PUT',
    path: '/orders/a%20b',
    routeKey: 'PUT /orders/{id}',
    apiName: 'Shop',
    stage: 'prod',
    status: 200,
    durationMs: 3,
    integrationMs: null,
    apiKeyName: null,
    trace: [],
  }
  const event = { body: '{}', params: { header: { A: '1' } }, context: { apiId: 'shop000001', stage: 'test' } }
  expect(eventOfCall(call, event)).toEqual({
    body: '{}',
    params: { header: { A: '1' }, path: { id: 'a b' } },
    context: {
      apiId: 'shop000001',
      httpMethod: 'PUT',
      path: '/prod/orders/a%20b',
      requestId: 'r-1',
      requestTimeEpoch: 1795082400000,
      resourcePath: '/orders/{id}',
      stage: 'prod',
    },
  })
})

test('a greedy parameter takes the rest of the path', () => {
  expect(pathParameters('/files/{name+}', '/files/a/b.txt')).toEqual({ name: 'a/b.txt' })
})

test('a broken escape stays as it is', () => {
  expect(pathParameters('/{id}', '/%zz')).toEqual({ id: '%zz' })
})
