import { describe, expect, it } from 'vitest'
import type { Method } from '@shared/design/method'
import type { Model } from '@shared/design/model'
import type { RestApiDefinition } from '@shared/design/rest-api'
import { compileRequestValidation, missingParametersMessage, type RequestValidation } from './request-validator'

const MODEL_URI = 'https://apigateway.amazonaws.com/restapis/{restApiId}/models/'

function model(schema: Model['schema']): Model {
  return { contentType: 'application/json', schema }
}

function definitionOf(models: Record<string, Model> = {}): RestApiDefinition {
  return {
    apiKeySource: 'HEADER',
    resources: {},
    authorizers: {},
    models,
    requestValidators: {
      both: { validateRequestBody: true, validateRequestParameters: true },
      body: { validateRequestBody: true, validateRequestParameters: false },
      parameters: { validateRequestBody: false, validateRequestParameters: true },
      none: { validateRequestBody: false, validateRequestParameters: false },
    },
    gatewayResponses: {},
  }
}

function methodWith(members: Partial<Method>): Method {
  return {
    authorizationType: 'NONE',
    apiKeyRequired: false,
    methodResponses: [],
    requestValidatorId: 'both',
    ...members,
  }
}

function validationOf(
  members: Partial<Method>,
  models?: Record<string, Model>,
  path = '/orders/{id}',
): RequestValidation {
  const validation = compileRequestValidation(definitionOf(models), methodWith(members), path)
  if (validation === null) throw new Error('nothing is validated')
  return validation
}

const NO_VALUES = { headers: {}, query: {}, pathParameters: {} }
const ORDER = model({ type: 'object', properties: { quantity: { type: 'integer' } }, required: ['quantity'] })

describe('compileRequestValidation', () => {
  it.each([undefined, 'none', 'unknown', 'constructor'])('is null with the validator %s', (requestValidatorId) => {
    expect(compileRequestValidation(definitionOf(), methodWith({ requestValidatorId }), '/')).toBeNull()
  })

  it('checks only what the validator is for', () => {
    const members = { requestParameters: { 'method.request.header.x': true }, requestModels: { $default: 'Order' } }
    const judged = ['both', 'body', 'parameters'].map((requestValidatorId) => {
      const validation = validationOf({ ...members, requestValidatorId }, { Order: ORDER })
      return [validation.parameters(NO_VALUES), validation.body(undefined, '{}').valid]
    })
    expect(judged).toEqual([
      [['x'], false],
      [[], false],
      [['x'], true],
    ])
  })
})

describe('required parameters', () => {
  it('are listed by headers, path and query string, each by name', () => {
    const { parameters } = validationOf({
      requestParameters: {
        'method.request.querystring.b': true,
        'method.request.querystring.a': true,
        'method.request.path.id': true,
        'method.request.header.z': true,
        'method.request.header.optional': false,
        'integration.request.header.x': true,
      },
    })
    expect(missingParametersMessage(parameters(NO_VALUES))).toBe('Missing required request parameters: [z, id, a, b]')
  })

  it('are missing when they are blank', () => {
    const { parameters } = validationOf({
      requestParameters: { 'method.request.querystring.q': true, 'method.request.header.h': true },
    })
    expect(parameters({ headers: { h: ' \t' }, query: { q: '' }, pathParameters: {} })).toEqual(['h', 'q'])
    expect(parameters({ headers: { h: '0' }, query: { q: 'x' }, pathParameters: {} })).toEqual([])
  })

  it('are always missing when the resource path does not have them', () => {
    const { parameters } = validationOf({
      requestParameters: { 'method.request.path.id': true, 'method.request.path.other': true },
    })
    expect(parameters({ ...NO_VALUES, pathParameters: { id: '1', other: '2' } })).toEqual(['other'])
  })

  it('are found in a greedy path parameter', () => {
    const { parameters } = validationOf({ requestParameters: { 'method.request.path.proxy': true } }, {}, '/{proxy+}')
    expect(parameters({ ...NO_VALUES, pathParameters: { proxy: 'a/b' } })).toEqual([])
  })

  it('find headers in any case, but query strings only as they are written', () => {
    const { parameters } = validationOf({
      requestParameters: { 'method.request.header.X-Tenant': true, 'method.request.querystring.Page': true },
    })
    expect(parameters({ headers: { 'x-tenant': 'a' }, query: { page: '1' }, pathParameters: {} })).toEqual(['Page'])
  })

  it('do not see names of Object.prototype', () => {
    const { parameters } = validationOf({ requestParameters: { 'method.request.querystring.constructor': true } })
    expect(parameters(NO_VALUES)).toEqual(['constructor'])
  })

  it('may have names with dots', () => {
    const { parameters } = validationOf({ requestParameters: { 'method.request.querystring.a.b': true } })
    expect(parameters({ ...NO_VALUES, query: { 'a.b': '1' } })).toEqual([])
  })
})

describe('request bodies', () => {
  const VALID = { valid: true }

  it('are checked by the model of their content type, without its parameters and in any case', () => {
    const { body } = validationOf({ requestModels: { 'application/json': 'Order' } }, { Order: ORDER })
    const missing = { valid: false, details: '[object has missing required properties (["quantity"])]' }
    expect(
      ['application/json', 'Application/JSON; charset=utf-8', undefined, ''].map((type) => body(type, '{}')),
    ).toEqual(Array.from({ length: 4 }, () => missing))
    expect(body(undefined, '{"quantity":1}')).toEqual(VALID)
  })

  it('of a content type without a model are not checked at all', () => {
    const { body } = validationOf({ requestModels: { 'application/json': 'Order' } }, { Order: ORDER })
    expect([body('text/plain', 'anything'), body('application/xml', '')]).toEqual([VALID, VALID])
  })

  it('fall back to the model for $default', () => {
    const models = { Order: ORDER, Any: model({}) }
    const { body } = validationOf({ requestModels: { $default: 'Order', 'text/plain': 'Any' } }, models)
    expect([body('application/xml', '{}').valid, body('text/plain', '{}').valid]).toEqual([false, true])
  })

  it('are not checked when the model does not exist', () => {
    const { body } = validationOf({ requestModels: { 'application/json': 'constructor' } })
    expect(body(undefined, '{}')).toEqual(VALID)
  })

  it.each(['', 'no json', '{"a":1', "{'a':1}", '1 2'])('that are absent or no JSON are invalid: %j', (text) => {
    const { body } = validationOf({ requestModels: { 'application/json': 'Any' } }, { Any: model({}) })
    expect(body(undefined, text)).toEqual({ valid: false, details: '[Unknown error parsing request body]' })
  })

  it('list all their problems in one pair of brackets', () => {
    const strict = model({ required: ['a'], minProperties: 2 })
    const { body } = validationOf({ requestModels: { $default: 'Strict' } }, { Strict: strict })
    expect(body(undefined, '{}')).toEqual({
      valid: false,
      details:
        '[object has too few properties (found 0 but schema requires at least 2), object has missing required properties (["a"])]',
    })
  })

  it('may use models that refer to each other, in a circle too, under any API id', () => {
    const models = {
      Tree: model({ type: 'object', properties: { children: { type: 'array', items: { $ref: `${MODEL_URI}Node` } } } }),
      Node: model({
        type: 'object',
        properties: {
          name: { type: 'string' },
          tree: { $ref: 'https://apigateway.amazonaws.com/restapis/a1b2c3d4e5/models/Tree' },
        },
        required: ['name'],
      }),
    }
    const { body } = validationOf({ requestModels: { 'application/json': 'Tree' } }, models)
    const judged = [
      '{"children":[{"name":"a","tree":{"children":[{"name":"b"}]}}]}',
      '{"children":[{"name":"a","tree":{"children":[{}]}}]}',
    ].map((text) => body(undefined, text))
    expect(judged).toEqual([VALID, { valid: false, details: '[object has missing required properties (["name"])]' }])
  })

  it('may use models that still refer to each other as in OpenAPI', () => {
    const models = {
      Order: model({
        properties: { item: { $ref: '#/components/schemas/Item' }, also: { $ref: '#/definitions/Item' } },
      }),
      Item: model({ type: 'string' }),
    }
    const { body } = validationOf({ requestModels: { $default: 'Order' } }, models)
    expect(['{"item":"a","also":"b"}', '{"item":1}', '{"also":1}'].map((text) => body(undefined, text).valid)).toEqual([
      true,
      false,
      false,
    ])
  })
})
