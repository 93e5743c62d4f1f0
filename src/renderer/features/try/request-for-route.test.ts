import { expect, test } from 'vitest'
import { orderDesign, ORDERS } from '@shared/design/order-design.fixture'
import { findRestApi, restRoutes } from '@shared/design/route-key'
import { requestForRoute } from './request-for-route'
import { requestOfRoute } from './request-of-route'

const design = orderDesign()
const api = findRestApi(design, ORDERS)!
const route = (key: string) => restRoutes(api).find(({ routeKey }) => routeKey === key)!
const [get, post] = [route('GET /orders/{id}'), route('POST /orders')]
const made = requestOfRoute(design, api, 'prod', get)

test('a request that nobody has written yet becomes that of the route', () => {
  const choice = { design, api, request: { ...made, path: '/orders' }, made, route: post }
  expect(requestForRoute(choice)).toEqual(requestOfRoute(design, api, 'prod', post))
})

test('what was written stays', () => {
  const request = { ...made, headers: [['X-Own', '1']] as const }
  const kept = { ...request, method: 'POST', path: '/orders' }
  expect(requestForRoute({ design, api, request, made, route: post })).toEqual(kept)
  expect(requestForRoute({ design, api, request: made, made: null, route: post })).toEqual({
    ...made,
    method: 'POST',
    path: '/orders',
  })
})
