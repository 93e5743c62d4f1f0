import { describe, expect, it } from 'vitest'
import type { HttpApi } from '@shared/design/http-api'
import { mockMethod } from '@shared/design/mock-method'
import { orderDesign } from '@shared/design/order-design.fixture'
import type { RestApi } from '@shared/design/rest-api'
import { describedRoutes } from './load-route'

const api = orderDesign().apis[0] as RestApi

describe('describedRoutes', () => {
  it('says of each method of a REST API how it is called', () => {
    expect(describedRoutes(api).get('POST /orders')).toEqual({
      routeKey: 'POST /orders',
      verb: 'POST',
      path: '/orders',
      body: '{"item":"item"}',
      contentType: 'application/json',
      itemQuery: [],
      itemHeaders: [],
      tokens: [{ in: 'header', name: 'Authorization' }],
      isSigned: false,
    })
    expect(describedRoutes(api).get('GET /orders/{id}')).toMatchObject({ body: null, contentType: null, tokens: [] })
  })

  it('puts the item where the cache key and required parameters are, but not over the token', () => {
    const cacheKeyParameters = [
      'method.request.querystring.status',
      'method.request.header.Accept-Language',
      'method.request.header.authorization',
      'method.request.path.id',
      'integration.request.path.id',
    ]
    const method = {
      ...api.resources['/orders']!.methods.GET!,
      requestParameters: { 'method.request.querystring.page': true, 'method.request.querystring.size': false },
    }
    const resources = {
      '/orders': { methods: { GET: { ...method, integration: { ...method.integration!, cacheKeyParameters } } } },
    }
    expect(describedRoutes({ ...api, resources }).get('GET /orders')).toMatchObject({
      itemQuery: ['status', 'page'],
      itemHeaders: ['Accept-Language'],
    })
  })

  it('calls ANY with GET, encodes paths, and knows signed routes', () => {
    const methods = { ANY: { ...mockMethod(), authorizationType: 'AWS_IAM' } } as const
    const routes = describedRoutes({ ...api, resources: { '/a b/{proxy+}/\ud800ü': { methods } } })
    expect([...routes.values()]).toMatchObject([{ verb: 'GET', path: '/a%20b/{proxy+}/%C3%BC', isSigned: true }])
  })

  it('knows the routes of an HTTP API, and none of a WebSocket API', () => {
    const http: HttpApi = {
      protocolType: 'HTTP',
      id: 'h',
      name: 'h',
      routes: { $default: { authorizationType: 'NONE' }, 'POST /a/{id}': { authorizationType: 'AWS_IAM' } },
      integrations: {},
      authorizers: {},
      stages: {},
    }
    expect([...describedRoutes(http).values()]).toEqual([
      expect.objectContaining({ verb: 'GET', path: '/', body: null, isSigned: false }),
      expect.objectContaining({ verb: 'POST', path: '/a/{id}', body: '{}', isSigned: true }),
    ])
    const { $default: route } = http.routes
    const socket = {
      ...http,
      protocolType: 'WEBSOCKET',
      routeSelectionExpression: '',
      routes: { $default: route! },
      stages: {},
    }
    expect(describedRoutes({ ...socket, integrations: {}, authorizers: {} } as never).size).toBe(0)
  })
})
