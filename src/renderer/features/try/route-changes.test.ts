import { expect, test } from 'vitest'
import { mockMethod } from '@shared/design/mock-method'
import type { RestRoute } from '@shared/design/route-key'
import { changesOfRoute } from './route-changes'

const route: RestRoute = {
  routeKey: 'POST /orders',
  path: '/orders',
  verb: 'POST',
  method: { ...mockMethod(), authorizerId: 'session', requestModels: { 'application/json': 'Order' } },
}

test('changes of the route and of what it uses are its own', () => {
  const pointers = [
    '/resources/~1orders/methods/POST/apiKeyRequired',
    '/resources/~1orders/methods/POST',
    '/resources/~1orders/methods/GET',
    '/resources/~1orders~1{id}/methods/POST',
    '/authorizers/session/identitySource',
    '/authorizers/session-2',
    '/models/Order',
    '/models/Item',
    '/policy',
  ]
  const changes = pointers.map((pointer) => ({ kind: 'changed', pointer, text: pointer }) as const)
  expect(changesOfRoute(changes, route).map(({ pointer }) => pointer)).toEqual([
    '/resources/~1orders/methods/POST/apiKeyRequired',
    '/resources/~1orders/methods/POST',
    '/authorizers/session/identitySource',
    '/models/Order',
    '/policy',
  ])
})
