import { expect, test } from 'vitest'
import type { TracedRequest } from '@shared/contract/gateway'
import { orderDesign, ORDERS } from '@shared/design/order-design.fixture'
import { requestOfCall } from './open-history'

const design = orderDesign()
const [key] = design.apiKeys
const call: TracedRequest = {
  requestId: 'r1',
  receivedAt: 0,
  method: 'POST',
  path: '/orders',
  routeKey: 'POST /orders',
  apiName: 'Orders',
  stage: 'dev',
  status: 201,
  durationMs: 1,
  integrationMs: null,
  apiKeyName: null,
  trace: [],
}
const bare = { apiId: ORDERS, stage: 'dev', method: 'POST', token: null, iamUser: null, caller: {} }

test('a call from outside gives the request that led to it', () => {
  const templateEvent = {
    body: '{}',
    params: {
      header: { Host: '127.0.0.1', 'Content-Length': '2', 'X-Api-Key': key!.value, Accept: 'application/json' },
      querystring: { dry: '1' },
    },
  }
  expect(requestOfCall(design, { ...call, templateEvent }, null)).toEqual({
    ...bare,
    path: '/orders?dry=1',
    headers: [['Accept', 'application/json']],
    body: '{}',
    apiKeyId: key!.id,
  })
})

test('of a call that matched no route only its address is known', () => {
  expect(requestOfCall(design, { ...call, routeKey: '' }, ORDERS)).toEqual({
    ...bare,
    path: '/orders',
    headers: [],
    body: null,
    apiKeyId: null,
  })
})

test('a key that the project does not know stays a header', () => {
  const templateEvent = { body: null, params: { header: { 'x-api-key': 'unknown' } } }
  expect(requestOfCall(design, { ...call, templateEvent }, null)).toMatchObject({
    headers: [['x-api-key', 'unknown']],
    apiKeyId: null,
  })
})
