import { expect, test } from 'vitest'
import { mockMethod } from '@shared/design/mock-method'
import type { Resource } from '@shared/design/rest-api'
import { closestRoutes } from './closest-routes'

const get: Resource = { methods: { GET: mockMethod() } }
const api = {
  resources: {
    '/': get,
    '/orders': { methods: { GET: mockMethod(), POST: mockMethod() } },
    '/orders/{id}': get,
    '/products': get,
    '/files/{name+}': get,
  },
}

test.each([
  ['GET', '/order', ['GET /orders', 'POST /orders']],
  ['POST', '/Orders', ['POST /orders', 'GET /orders']],
  ['DELETE', '/orders/7', ['GET /orders/{id}', 'GET /orders']],
  ['GET', '/file/a/b/c', ['GET /files/{name+}', 'GET /orders/{id}']],
])('%s %s is near to what it may have meant', (method, path, routes) => {
  expect(closestRoutes(api, method, path).slice(0, 2)).toEqual(routes)
})

test('there may be fewer, or none', () => {
  expect([
    closestRoutes({ resources: { '/': get } }, 'GET', '/x'),
    closestRoutes({ resources: {} }, 'GET', '/x'),
  ]).toEqual([['GET /'], []])
})
