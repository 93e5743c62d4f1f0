import { describe, expect, test } from 'vitest'
import type { Design } from './design'
import { addRoute } from './edits/add-route'
import { deploy } from './edits/deploy'
import { putAuthorizer } from './edits/put-authorizer'
import { putModel } from './edits/put-model'
import { removeAuthorizer } from './edits/remove-authorizer'
import { removeRoute } from './edits/remove-route'
import { setMethodSetting } from './edits/set-method-setting'
import { setResourcePolicy } from './edits/set-resource-policy'
import { updateIntegration } from './edits/update-integration'
import { updateMethod } from './edits/update-method'
import { updateRestApi } from './edits/update-rest-api'
import { diffJson } from './diff-json'
import { orderDesign, ORDERS } from './order-design.fixture'
import { findRestApi } from './route-key'
import { undeployedChanges, type DesignChange } from './undeployed-changes'

const design = orderDesign()

function changesOf(changed: Design, stageName = 'prod'): DesignChange[] {
  const api = findRestApi(changed, ORDERS)
  return api ? undeployedChanges(api, stageName) : []
}

describe('undeployedChanges', () => {
  test('nothing right after a deployment, and a stage setting needs none', () => {
    expect(changesOf(design)).toEqual([])
    expect(changesOf(setMethodSetting(design, ORDERS, 'prod', '*/*', { throttlingRateLimit: 1 }))).toEqual([])
  })

  test('a copy with the same content is no change', () => {
    expect(changesOf(structuredClone(design))).toEqual([])
  })

  test('routes added and removed, one line each', () => {
    const changed = removeRoute(addRoute(design, ORDERS, '/carts', 'PUT'), ORDERS, '/orders', 'GET')
    expect(changesOf(changed)).toEqual([
      { kind: 'removed', pointer: '/resources/~1orders/methods/GET', text: 'GET /orders removed' },
      { kind: 'added', pointer: '/resources/~1carts/methods/PUT', text: 'PUT /carts added' },
    ])
  })

  test('members of a method, one line each', () => {
    const opened = updateMethod(design, ORDERS, '/orders', 'POST', {
      authorizationType: 'NONE',
      authorizerId: undefined,
      apiKeyRequired: false,
      operationName: 'CreateOrder',
    })
    const changed = updateIntegration(opened, ORDERS, '/orders', 'POST', {
      timeoutInMillis: 3000,
      requestTemplates: { 'application/json': 'line one\nline two' },
    })
    const at = '/resources/~1orders/methods/POST'
    expect(changesOf(changed)).toEqual([
      { kind: 'changed', pointer: `${at}/authorizationType`, text: 'POST /orders: authorizationType CUSTOM to NONE' },
      { kind: 'removed', pointer: `${at}/authorizerId`, text: 'POST /orders: authorizerId removed, was session' },
      { kind: 'changed', pointer: `${at}/apiKeyRequired`, text: 'POST /orders: apiKeyRequired true to false' },
      {
        kind: 'added',
        pointer: `${at}/integration/timeoutInMillis`,
        text: 'POST /orders: integration.timeoutInMillis set to 3000',
      },
      {
        kind: 'added',
        pointer: `${at}/integration/requestTemplates`,
        text: 'POST /orders: integration.requestTemplates added',
      },
      { kind: 'added', pointer: `${at}/operationName`, text: 'POST /orders: operationName set to CreateOrder' },
    ])
  })

  test('list items are told apart, lists of texts are shown whole', () => {
    const changed = updateIntegration(design, ORDERS, '/orders/{id}', 'GET', {
      cacheKeyParameters: ['method.request.path.id'],
      integrationResponses: [{ statusCode: '200', selectionPattern: '2..' }, { statusCode: '404' }],
    })
    const at = '/resources/~1orders~1{id}/methods/GET/integration'
    const key = 'method.request.path.id'
    expect(changesOf(changed)).toEqual([
      {
        kind: 'changed',
        pointer: `${at}/cacheKeyParameters`,
        text: `GET /orders/{id}: integration.cacheKeyParameters ${key}, integration.request.path.id to ${key}`,
      },
      {
        kind: 'added',
        pointer: `${at}/integrationResponses/0/selectionPattern`,
        text: 'GET /orders/{id}: integration.integrationResponses[0].selectionPattern set to 2..',
      },
      {
        kind: 'added',
        pointer: `${at}/integrationResponses/1`,
        text: 'GET /orders/{id}: integration.integrationResponses[1] added',
      },
    ])
  })

  test('what routes share', () => {
    const withModel = putModel(design, ORDERS, 'Item', { contentType: 'application/json', schema: { type: 'number' } })
    const withPolicy = setResourcePolicy(withModel, ORDERS, { Statement: { Effect: 'Allow' } })
    const withTypes = updateRestApi(withPolicy, ORDERS, { binaryMediaTypes: ['image/png'], apiKeySource: 'AUTHORIZER' })
    const changed = putAuthorizer(withTypes, ORDERS, 'partner', { type: 'REQUEST' })
    expect(changesOf(changed)).toEqual([
      { kind: 'added', pointer: '/authorizers/partner', text: 'Authorizer partner added' },
      { kind: 'changed', pointer: '/models/Item/schema/type', text: 'Model Item: schema.type string to number' },
      { kind: 'added', pointer: '/policy', text: 'Resource policy added' },
      { kind: 'changed', pointer: '/apiKeySource', text: 'API: apiKeySource HEADER to AUTHORIZER' },
      { kind: 'added', pointer: '/binaryMediaTypes', text: 'API: binaryMediaTypes set to image/png' },
    ])
    expect(changesOf(removeAuthorizer(design, ORDERS, 'session')).at(-1)).toEqual({
      kind: 'removed',
      pointer: '/authorizers/session',
      text: 'Authorizer session removed',
    })
  })

  test('an empty resource is a change of its own', () => {
    const resources = { ...findRestApi(design, ORDERS)?.resources, '/empty': { methods: {} } }
    expect(changesOf(updateRestApi(design, ORDERS, { resources }))).toEqual([
      { kind: 'added', pointer: '/resources/~1empty', text: 'Resource /empty added' },
    ])
  })

  test('everything for a stage without deployment, nothing for no stage', () => {
    expect(changesOf(design, 'dev').map(({ text }) => text)).toEqual([
      'GET /orders added',
      'POST /orders added',
      'GET /orders/{id} added',
      'Authorizer session added',
      'Model CreateOrder added',
      'Model Item added',
      'Request validator body added',
      'Gateway response THROTTLED added',
    ])
    expect(changesOf(design, 'nope')).toEqual([])
    expect(changesOf(design, 'constructor')).toEqual([])
  })

  test('a deployment leaves nothing', () => {
    const changed = addRoute(design, ORDERS, '/carts', 'PUT')
    const deployed = deploy(changed, ORDERS, 'prod', { id: 'dep002', createdDate: '2026-01-02T00:00:00Z' })
    expect(changesOf(deployed)).toEqual([])
  })
})

describe('diffJson', () => {
  test('parts that are the same object are not looked into', () => {
    const trap = {
      get member(): never {
        throw new Error('looked into')
      },
    }
    expect(diffJson({ trap, a: 1 }, { trap, a: 2 })).toEqual([{ path: ['a'], before: 1, after: 2 }])
  })

  test('the order of members does not matter', () => {
    expect(diffJson({ a: 1, b: [2] }, { b: [2], a: 1 })).toEqual([])
  })

  test('values of absurd depth do not exhaust the stack', () => {
    const nest = (): unknown => {
      let value: unknown = 1
      for (let depth = 0; depth < 20_000; depth++) value = { value }
      return value
    }
    expect(diffJson(nest(), nest()).length).toBe(1)
  })
})
