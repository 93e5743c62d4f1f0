import { expect, test } from 'vitest'
import type { Resource } from '@shared/design/rest-api'
import { mockMethod } from '@shared/design/mock-method'
import { matchRoute, pathOf } from './match-route'

const get: Resource = { methods: { GET: mockMethod() } }
const api = {
  resources: {
    '/': get,
    '/orders': { methods: { GET: mockMethod(), ANY: mockMethod() } },
    '/orders/{id}': get,
    '/orders/latest': get,
    '/orders/{id}/items': get,
    '/files/{name+}': get,
  },
}

test.each([
  ['GET', '/', 'GET /'],
  ['GET', '', 'GET /'],
  ['GET', '/orders?status=open', 'GET /orders'],
  ['GET', '/orders/', 'GET /orders'],
  ['PUT', '/orders', 'ANY /orders'],
  ['GET', '/orders/7', 'GET /orders/{id}'],
  ['GET', '/orders/latest', 'GET /orders/latest'],
  ['GET', '/orders/latest/items', 'GET /orders/{id}/items'],
  ['GET', '/files/a/b.txt', 'GET /files/{name+}'],
  ['GET', '/files', undefined],
  ['POST', '/orders/7', undefined],
  ['GET', '/order', undefined],
])('%s %s reaches %s', (method, path, routeKey) => {
  expect(matchRoute(api, method, path)?.routeKey).toBe(routeKey)
})

test('a path ends at its query', () => {
  expect([pathOf('/a?b=/c'), pathOf('/a')]).toEqual(['/a', '/a'])
})
