import { describe, expect, test } from 'vitest'
import type { Design } from '../design'
import { orderDesign, ORDERS } from '../order-design.fixture'
import type { RestApi } from '../rest-api'
import { findRestApi } from '../route-key'
import { putAuthorizer } from './put-authorizer'
import { putGatewayResponse } from './put-gateway-response'
import { putModel } from './put-model'
import { putRequestValidator } from './put-request-validator'
import { removeAuthorizer } from './remove-authorizer'
import { removeGatewayResponse } from './remove-gateway-response'
import { removeModel } from './remove-model'
import { removeRequestValidator } from './remove-request-validator'
import { renameAuthorizer } from './rename-authorizer'
import { renameModel } from './rename-model'
import { setResourcePolicy } from './set-resource-policy'
import { updateMethod } from './update-method'

const design = orderDesign()

function orders(changed: Design): RestApi {
  const api = findRestApi(changed, ORDERS)
  expect(api).toBeDefined()
  return api as RestApi
}

describe('authorizers', () => {
  test('one is added or replaced', () => {
    const authorizer = { type: 'REQUEST', authorizerResultTtlInSeconds: 0, handler: './a.mjs#check' } as const
    expect(orders(putAuthorizer(design, ORDERS, 'partner', authorizer)).authorizers['partner']).toBe(authorizer)
    expect(Object.keys(orders(putAuthorizer(design, ORDERS, 'session', authorizer)).authorizers)).toEqual(['session'])
  })

  test('methods of a removed one are open, others are untouched', () => {
    const scoped = updateMethod(design, ORDERS, '/orders', 'GET', { authorizationScopes: ['read'] })
    const changed = orders(removeAuthorizer(scoped, ORDERS, 'session'))
    const method = changed.resources['/orders']?.methods.GET
    expect(changed.authorizers).toEqual({})
    expect(method?.authorizationType).toBe('NONE')
    expect(method).not.toHaveProperty('authorizerId')
    expect(method).not.toHaveProperty('authorizationScopes')
    expect(changed.resources['/orders/{id}']).toBe(orders(design).resources['/orders/{id}'])
    expect(removeAuthorizer(design, ORDERS, 'nope')).toBe(design)
  })

  test('methods follow a renamed one', () => {
    const changed = orders(renameAuthorizer(design, ORDERS, 'session', 'login'))
    expect(Object.keys(changed.authorizers)).toEqual(['login'])
    expect(changed.resources['/orders']?.methods.POST?.authorizerId).toBe('login')
    expect(renameAuthorizer(design, ORDERS, 'nope', 'login')).toBe(design)
    expect(renameAuthorizer(design, ORDERS, 'session', 'session')).toBe(design)
  })
})

describe('models', () => {
  test('one is added', () => {
    const model = { contentType: 'application/json', schema: { type: 'array' } }
    expect(orders(putModel(design, ORDERS, 'Orders', model)).models['Orders']).toBe(model)
  })

  test('methods no longer name a removed one', () => {
    const changed = orders(removeModel(design, ORDERS, 'CreateOrder'))
    expect(Object.keys(changed.models)).toEqual(['Item'])
    expect(changed.resources['/orders']?.methods.POST).not.toHaveProperty('requestModels')
    expect(removeModel(design, ORDERS, 'nope')).toBe(design)
  })

  test('response models go as well', () => {
    const methodResponses = [
      { statusCode: '200', responseModels: { 'application/json': 'Item', 'text/plain': 'Empty' } },
    ]
    const answered = updateMethod(design, ORDERS, '/orders', 'GET', { methodResponses })
    expect(orders(removeModel(answered, ORDERS, 'Item')).resources['/orders']?.methods.GET?.methodResponses).toEqual([
      { statusCode: '200', responseModels: { 'text/plain': 'Empty' } },
    ])
  })

  test('methods and references in schemas follow a renamed one', () => {
    const changed = orders(renameModel(renameModel(design, ORDERS, 'CreateOrder', 'NewOrder'), ORDERS, 'Item', 'Line'))
    expect(Object.keys(changed.models)).toEqual(['NewOrder', 'Line'])
    expect(changed.resources['/orders']?.methods.POST?.requestModels).toEqual({ 'application/json': 'NewOrder' })
    expect(changed.models['NewOrder']?.schema).toEqual({
      type: 'object',
      properties: { item: { $ref: 'https://apigateway.amazonaws.com/restapis/x/models/Line' } },
    })
    expect(changed.models['Line']).toBe(orders(design).models['Item'])
    expect(renameModel(design, ORDERS, 'Item', 'CreateOrder')).toBe(design)
  })

  test('a schema of absurd depth does not exhaust the stack', () => {
    let schema: Record<string, unknown> = { type: 'string' }
    for (let depth = 0; depth < 20_000; depth++) schema = { items: schema }
    const deep = putModel(design, ORDERS, 'Deep', { contentType: 'application/json', schema })
    expect(Object.keys(orders(renameModel(deep, ORDERS, 'Item', 'Line')).models)).toEqual([
      'CreateOrder',
      'Line',
      'Deep',
    ])
  })
})

describe('validators, gateway responses and the policy', () => {
  test('methods of a removed validator validate nothing', () => {
    const both = { validateRequestBody: true, validateRequestParameters: true }
    expect(orders(putRequestValidator(design, ORDERS, 'all', both)).requestValidators['all']).toBe(both)
    const changed = orders(removeRequestValidator(design, ORDERS, 'body'))
    expect(changed.requestValidators).toEqual({})
    expect(changed.resources['/orders']?.methods.POST).not.toHaveProperty('requestValidatorId')
    expect(removeRequestValidator(design, ORDERS, 'nope')).toBe(design)
  })

  test('a gateway response is customised and given back', () => {
    const changed = putGatewayResponse(design, ORDERS, 'ACCESS_DENIED', { statusCode: '404' })
    expect(orders(changed).gatewayResponses.ACCESS_DENIED).toEqual({ statusCode: '404' })
    expect(removeGatewayResponse(changed, ORDERS, 'ACCESS_DENIED')).toEqual(design)
    expect(removeGatewayResponse(design, ORDERS, 'ACCESS_DENIED')).toBe(design)
  })

  test('the policy is set and removed', () => {
    const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*' }] } as const
    const changed = setResourcePolicy(design, ORDERS, policy)
    expect(orders(changed).policy).toBe(policy)
    expect(setResourcePolicy(changed, ORDERS, undefined)).toEqual(design)
    expect(setResourcePolicy(design, ORDERS, undefined)).toBe(design)
  })
})
