import { describe, expect, test } from 'vitest'
import type { Design } from '../design'
import { mockMethod } from '../mock-method'
import { orderDesign, ORDERS } from '../order-design.fixture'
import type { RestApi } from '../rest-api'
import { findRestApi, routeKeysOf } from '../route-key'
import { addRoute } from './add-route'
import { duplicateRoute } from './duplicate-route'
import { removeRoute } from './remove-route'
import { renameRoute } from './rename-route'
import { setMethodSetting } from './set-method-setting'
import { updateIntegration } from './update-integration'
import { updateMethod } from './update-method'

const design = orderDesign()

function orders(changed: Design): RestApi {
  const api = findRestApi(changed, ORDERS)
  expect(api).toBeDefined()
  return api as RestApi
}

describe('addRoute', () => {
  test('makes the resource and a MOCK method that answers 200', () => {
    const api = orders(addRoute(design, ORDERS, '/carts', 'PUT'))
    expect(api.resources['/carts']).toEqual({ methods: { PUT: mockMethod() } })
    expect(mockMethod().integration?.requestTemplates).toEqual({ 'application/json': '{"statusCode": 200}' })
    expect(api.resources['/orders']).toBe(orders(design).resources['/orders'])
  })

  test('leaves an existing route, an unknown API and a dangerous path alone', () => {
    expect(addRoute(design, ORDERS, '/orders', 'GET')).toBe(design)
    expect(addRoute(design, 'nope', '/x', 'GET')).toBe(design)
    expect(addRoute(design, ORDERS, '__proto__', 'GET')).toBe(design)
  })
})

describe('removeRoute', () => {
  test('takes its settings, plan throttle and traffic with it', () => {
    const changed = removeRoute(design, ORDERS, '/orders', 'POST')
    const [scenario] = changed.scenarios
    expect(routeKeysOf(orders(changed))).toEqual(['GET /orders', 'GET /orders/{id}'])
    expect(Object.keys(orders(changed).stages['prod']?.methodSettings ?? {})).toEqual(['*/*', '/orders/{id}/GET'])
    expect(changed.usagePlans[0]?.apiStages).toEqual([{ apiId: ORDERS, stage: 'prod' }])
    expect(scenario?.sources[0]?.routes).toEqual({ 'GET /orders': 3 })
    expect(Object.keys(scenario?.backends ?? {})).toEqual(['*'])
    expect(scenario?.checks).toEqual([{ metric: 'throttledShare', apiKey: 'acme-web', operator: '<=', value: 0.5 }])
  })

  test('drops a resource that becomes empty and leaves deployments as they are', () => {
    const changed = removeRoute(design, ORDERS, '/orders/{id}', 'GET')
    expect(Object.keys(orders(changed).resources)).toEqual(['/orders'])
    expect(orders(changed).deployments).toBe(orders(design).deployments)
  })

  test('leaves the design alone when there is no such route', () => {
    expect(removeRoute(design, ORDERS, '/orders', 'PUT')).toBe(design)
    expect(removeRoute(design, ORDERS, '/nope', 'GET')).toBe(design)
    expect(removeRoute(design, ORDERS, 'constructor', 'GET')).toBe(design)
  })
})

describe('duplicateRoute', () => {
  test('copies the method and its stage settings, not its plan throttle', () => {
    const changed = duplicateRoute(design, ORDERS, 'POST /orders', '/bulk-orders', 'POST')
    const api = orders(changed)
    expect(api.resources['/bulk-orders']?.methods.POST).toBe(api.resources['/orders']?.methods.POST)
    expect(api.stages['prod']?.methodSettings['/bulk-orders/POST']).toEqual({
      throttlingRateLimit: 100,
      throttlingBurstLimit: 50,
    })
    expect(changed.usagePlans).toBe(design.usagePlans)
  })

  test('refuses a taken place and an unknown source', () => {
    expect(duplicateRoute(design, ORDERS, 'POST /orders', '/orders', 'GET')).toBe(design)
    expect(duplicateRoute(design, ORDERS, 'PUT /orders', '/x', 'GET')).toBe(design)
  })
})

describe('renameRoute', () => {
  test('everything that speaks of the route follows', () => {
    const changed = renameRoute(design, ORDERS, 'POST /orders', 'PUT /orders/new')
    const api = orders(changed)
    const [scenario] = changed.scenarios
    expect(routeKeysOf(api)).toEqual(['GET /orders', 'GET /orders/{id}', 'PUT /orders/new'])
    expect(Object.keys(api.stages['prod']?.methodSettings ?? {})).toEqual([
      '*/*',
      '/orders/new/PUT',
      '/orders/{id}/GET',
    ])
    expect(Object.keys(changed.usagePlans[0]?.apiStages[0]?.throttle ?? {})).toEqual(['/orders/new/PUT'])
    expect(scenario?.sources[0]?.routes).toEqual({ 'PUT /orders/new': 1, 'GET /orders': 3 })
    expect(Object.keys(scenario?.backends ?? {})).toEqual(['PUT /orders/new', '*'])
    expect(scenario?.checks?.[1]).toMatchObject({ route: 'PUT /orders/new' })
  })

  test('a resource with one method keeps its place under its new path and verb', () => {
    const twoMore = addRoute(addRoute(design, ORDERS, '/carts', 'GET'), ORDERS, '/users', 'GET')
    const changed = orders(renameRoute(twoMore, ORDERS, 'GET /carts', 'POST /baskets'))
    expect(Object.keys(changed.resources)).toEqual(['/orders', '/orders/{id}', '/baskets', '/users'])
    expect(Object.keys(changed.resources['/baskets']?.methods ?? {})).toEqual(['POST'])
  })

  test('a new verb stays on its resource', () => {
    const changed = orders(renameRoute(design, ORDERS, 'GET /orders/{id}', 'ANY /orders/{id}'))
    expect(Object.keys(changed.resources['/orders/{id}']?.methods ?? {})).toEqual(['ANY'])
  })

  test.each(['GET /orders', 'FETCH /orders', 'POST orders', 'nonsense', 'POST __proto__'])(
    'refuses to become %s',
    (toKey) => {
      expect(renameRoute(design, ORDERS, 'POST /orders', toKey)).toBe(design)
    },
  )
})

describe('updateMethod and updateIntegration', () => {
  test('set members and remove those given as undefined', () => {
    const open = { authorizationType: 'NONE', authorizerId: undefined } as const
    const changed = updateMethod(design, ORDERS, '/orders', 'GET', open)
    expect(orders(changed).resources['/orders']?.methods.GET).not.toHaveProperty('authorizerId')
    const slow = updateIntegration(design, ORDERS, '/orders', 'GET', { timeoutInMillis: 9000 })
    expect(orders(slow).resources['/orders']?.methods.GET?.integration).toMatchObject({
      type: 'AWS_PROXY',
      timeoutInMillis: 9000,
    })
  })

  test('a method without integration gets one', () => {
    const bare = updateMethod(design, ORDERS, '/orders', 'GET', { integration: undefined })
    const changed = updateIntegration(bare, ORDERS, '/orders', 'GET', { timeoutInMillis: 50 })
    expect(orders(changed).resources['/orders']?.methods.GET?.integration).toEqual({
      type: 'MOCK',
      integrationResponses: [],
      timeoutInMillis: 50,
    })
  })

  test('leave the design alone when nothing changes or nothing is there', () => {
    expect(updateMethod(design, ORDERS, '/orders', 'GET', { apiKeyRequired: true })).toBe(design)
    expect(updateMethod(design, ORDERS, '/orders', 'PUT', { apiKeyRequired: true })).toBe(design)
    expect(updateIntegration(design, ORDERS, '/nope', 'GET', { type: 'MOCK' })).toBe(design)
  })
})

describe('setMethodSetting', () => {
  const settingsOf = (changed: Design): unknown => orders(changed).stages['prod']?.methodSettings

  test('sets members of an entry and makes a missing one', () => {
    const patch = { throttlingRateLimit: 5 }
    expect(settingsOf(setMethodSetting(design, ORDERS, 'prod', '/orders/POST', patch))).toMatchObject({
      '/orders/POST': { throttlingRateLimit: 5, throttlingBurstLimit: 50 },
    })
    expect(settingsOf(setMethodSetting(design, ORDERS, 'prod', '/orders/GET', patch))).toMatchObject({
      '/orders/GET': { throttlingRateLimit: 5 },
    })
  })

  test('an entry that becomes empty disappears', () => {
    const patch = { throttlingRateLimit: undefined, throttlingBurstLimit: undefined }
    expect(settingsOf(setMethodSetting(design, ORDERS, 'prod', '/orders/POST', patch))).not.toHaveProperty([
      '/orders/POST',
    ])
    expect(setMethodSetting(design, ORDERS, 'prod', '/orders/GET', patch)).toBe(design)
  })

  test('refuses unknown APIs, stages and methods', () => {
    const patch = { throttlingRateLimit: 5 }
    expect(setMethodSetting(design, 'nope', 'prod', '*/*', patch)).toBe(design)
    expect(setMethodSetting(design, ORDERS, 'nope', '*/*', patch)).toBe(design)
    expect(setMethodSetting(design, ORDERS, 'prod', '/nope/GET', patch)).toBe(design)
  })
})
