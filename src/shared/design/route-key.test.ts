import { describe, expect, it } from 'vitest'
import type { HttpApi } from './http-api'
import { mockMethod } from './mock-method'
import { emptyDesign, newRestApi } from './new-design'
import { orderDesign, ORDERS } from './order-design.fixture'
import { findApi, findRestApi, restRoutes, routeKeyOf, routeKeysOf, splitRouteKey } from './route-key'

const httpApi: HttpApi = {
  protocolType: 'HTTP',
  id: 'http000001',
  name: 'Http',
  routes: { $default: {}, 'GET /pets': {} },
  integrations: {},
  authorizers: {},
  stages: {},
} as unknown as HttpApi

describe('route keys', () => {
  it('are a verb and a path, and come apart again', () => {
    for (const [verb, path] of [
      ['GET', '/'],
      ['ANY', '/{proxy+}'],
      ['POST', '/a b/c'],
    ] as const) {
      expect(splitRouteKey(routeKeyOf(verb, path))).toEqual({ verb, path })
    }
  })

  it('list the methods by resource as written, then by verb in AWS’s order', () => {
    const method = mockMethod()
    const resources = {
      '/z': { methods: { ANY: method, DELETE: method, GET: method } },
      '/a': { methods: {} },
      '/': { methods: { POST: method } },
    }
    expect(restRoutes({ resources })).toEqual([
      { routeKey: 'GET /z', path: '/z', verb: 'GET', method },
      { routeKey: 'DELETE /z', path: '/z', verb: 'DELETE', method },
      { routeKey: 'ANY /z', path: '/z', verb: 'ANY', method },
      { routeKey: 'POST /', path: '/', verb: 'POST', method },
    ])
  })

  it('of an HTTP API are those of its routes', () => {
    expect(routeKeysOf(httpApi)).toEqual(['$default', 'GET /pets'])
    expect(routeKeysOf(newRestApi('x'))).toEqual(['GET /'])
  })
})

describe('finding an API', () => {
  it('goes by its id, and by its type where a REST API is asked for', () => {
    const design = { ...orderDesign(), apis: [...orderDesign().apis, httpApi] }
    expect([findApi(design, ORDERS)?.name, findApi(design, 'http000001')?.name, findApi(design, 'none')]).toEqual([
      'Orders',
      'Http',
      undefined,
    ])
    expect([
      findRestApi(design, ORDERS)?.id,
      findRestApi(design, 'http000001'),
      findRestApi(emptyDesign('e'), ORDERS),
    ]).toEqual([ORDERS, undefined, undefined])
  })
})
