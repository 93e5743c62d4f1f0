import { expect, test } from 'vitest'
import type { TracedRequest } from '@shared/contract/gateway'
import type { TemplateEvent } from '@shared/template-event'
import { eventOfCall, hasBody, pathParameters } from './event-of-call'

const call: TracedRequest = {
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
const edited: TemplateEvent = {
  body: '{}',
  params: { header: { A: '1' } },
  context: { apiId: 'shop000001', stage: 'test' },
}
const seen: TemplateEvent = {
  body: '{"id": 7}',
  params: { header: { 'Content-Length': '9' }, path: { id: 'a b' }, querystring: { expand: 'items' } },
  context: { stage: 'prod' },
  stageVariables: { host: 'a' },
}

test('a call gives the event that its template saw', () => {
  expect(eventOfCall({ ...call, templateEvent: seen }, edited)).toBe(seen)
})

test('a body that the gateway did not keep stays as it is', () => {
  const templateEvent = { ...seen, body: null }
  expect(eventOfCall({ ...call, templateEvent }, edited)).toEqual({ ...seen, body: '{}' })
})

test('a call without a body empties it', () => {
  const bodiless = { ...seen, body: null, params: { header: { 'content-length': '0' } } }
  expect(eventOfCall({ ...call, templateEvent: bodiless }, edited)).toBe(bodiless)
  const got = { ...seen, body: null }
  expect(eventOfCall({ ...call, method: 'GET', templateEvent: got }, edited)).toBe(got)
})

test('a body in chunks counts as one', () => {
  const templateEvent = { ...seen, body: null, params: { header: { 'transfer-encoding': 'chunked' } } }
  expect([hasBody({ ...call, templateEvent }), hasBody(call)]).toEqual([false, false])
})

test('a call without an event gives its path and context, the rest stays', () => {
  expect(eventOfCall(call, edited)).toEqual({
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
