import { expect, test } from 'vitest'
import { mockMethod } from '@shared/design/mock-method'
import { restRoutes } from '@shared/design/route-key'
import { routesLike } from './routes-like'

const method = mockMethod()
const routes = restRoutes({
  resources: {
    '/': { methods: { GET: method } },
    '/orders': { methods: { GET: method, POST: method } },
    '/orders/{id}/items': { methods: { GET: method } },
    '/products': { methods: { GET: { ...method, operationName: 'List goods' } } },
  },
})

test.each([
  ['GET', '/', ['GET /', 'GET /orders', 'GET /orders/{id}/items', 'GET /products', 'POST /orders']],
  ['POST', '/ord', ['POST /orders', 'GET /orders', 'GET /orders/{id}/items']],
  ['GET', '/orders/7/it', ['GET /orders/{id}/items']],
  ['GET', 'rod', ['GET /products']],
  ['GET', 'goods', ['GET /products']],
  ['GET', '/nothing', []],
])('%s %s offers %j', (verb, typed, keys) => {
  expect(routesLike(routes, verb, typed).map(({ routeKey }) => routeKey)).toEqual(keys)
})
