import { describe, expect, test } from 'vitest'
import type { Design } from '../design'
import type { Integration } from '../integration'
import type { Method } from '../method'
import { mockMethod } from '../mock-method'
import { emptyDesign, newRestApi } from '../new-design'
import type { RestApi } from '../rest-api'
import { asHttpApi } from './as-http-api'

const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:orders'
const lambda: Integration = {
  type: 'AWS_PROXY',
  httpMethod: 'POST',
  uri: `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${FUNCTION}/invocations`,
  handler: './orders.mjs#list',
  integrationResponses: [],
}

function method(integration: Integration, more: Partial<Method> = {}): Method {
  return { authorizationType: 'NONE', apiKeyRequired: false, methodResponses: [], integration, ...more }
}

const plain = newRestApi('Orders')

function draftOf(api: Partial<RestApi>, project: Partial<Design> = {}) {
  const whole: RestApi = { ...plain, resources: {}, ...api }
  return asHttpApi({ ...emptyDesign('shop'), apis: [whole], ...project }, whole)
}

/** "lost API keys: POST /orders". */
function said({ notes }: ReturnType<typeof draftOf>): string[] {
  return notes.map(({ fate, part, places }) => `${fate} ${part}${places.length > 0 ? `: ${places.join(', ')}` : ''}`)
}

describe('as an HTTP API', () => {
  test('a function is called as before, with the event that it knows', () => {
    const { api } = draftOf({ resources: { '/orders/{id}': { methods: { GET: method(lambda) } } } })
    const target = api.routes['GET /orders/{id}']!.target!
    expect(api.integrations[target]).toEqual({
      integrationType: 'AWS_PROXY',
      integrationUri: FUNCTION,
      payloadFormatVersion: '1.0',
      timeoutInMillis: 29_000,
      handler: './orders.mjs#list',
    })
  })

  test('headers and query parameters for a backend are set as before, and path parameters stand in its address', () => {
    const integration: Integration = {
      type: 'HTTP_PROXY',
      httpMethod: 'GET',
      uri: 'https://backend.example.com/orders/{id}',
      requestParameters: {
        'integration.request.path.id': 'method.request.path.id',
        'integration.request.header.X-Stage': 'stageVariables.name',
        'integration.request.querystring.v': "'2'",
        'integration.request.header.Authorization': 'method.request.header.X-Token',
      },
      integrationResponses: [],
    }
    const draft = draftOf({ resources: { '/orders/{id}': { methods: { GET: method(integration) } } } })
    expect(Object.values(draft.api.integrations)).toEqual([
      {
        integrationType: 'HTTP_PROXY',
        integrationMethod: 'GET',
        integrationUri: 'https://backend.example.com/orders/{id}',
        payloadFormatVersion: '1.0',
        requestParameters: { 'overwrite:header.X-Stage': '$stageVariables.name', 'overwrite:querystring.v': '2' },
        timeoutInMillis: 29_000,
      },
    ])
    expect(said(draft)).toContain('lost Parameter mapping: GET /orders/{id}')
  })

  test('OPTIONS methods become the CORS settings of the API', () => {
    const options = mockMethod()
    const preflight: Method = {
      ...options,
      integration: {
        ...options.integration!,
        integrationResponses: [
          {
            statusCode: '204',
            responseParameters: {
              'method.response.header.Access-Control-Allow-Origin': "'https://shop.example.com'",
              'method.response.header.Access-Control-Allow-Methods': "'GET,POST'",
              'method.response.header.Access-Control-Allow-Headers': "'Content-Type, Authorization'",
              'method.response.header.Access-Control-Max-Age': "'600'",
            },
          },
        ],
      },
    }
    const { api } = draftOf({ resources: { '/orders': { methods: { GET: method(lambda), OPTIONS: preflight } } } })
    expect([Object.keys(api.routes), api.corsConfiguration]).toEqual([
      ['GET /orders'],
      {
        allowOrigins: ['https://shop.example.com'],
        allowMethods: ['GET', 'POST'],
        allowHeaders: ['Content-Type', 'Authorization'],
        maxAge: 600,
      },
    ])
  })

  test('a user pool becomes a JWT authorizer with the clients of the pool as audience', () => {
    const pool = {
      id: 'us-east-1_Shop',
      name: 'Shop',
      clients: [{ clientId: 'web', name: 'Web', scopes: [] }],
      users: [],
    }
    const { api } = draftOf(
      {
        authorizers: {
          users: {
            type: 'COGNITO_USER_POOLS',
            identitySource: 'method.request.header.Authorization',
            providerARNs: ['arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Shop'],
          },
        },
        resources: {
          '/': {
            methods: {
              GET: method(lambda, {
                authorizationType: 'COGNITO_USER_POOLS',
                authorizerId: 'users',
                authorizationScopes: ['orders/read'],
              }),
            },
          },
        },
      },
      { identity: { userPools: [pool], iamUsers: [] } },
    )
    expect(api.authorizers['users']).toEqual({
      authorizerType: 'JWT',
      identitySource: ['$request.header.Authorization'],
      jwtConfiguration: {
        issuer: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Shop',
        audience: ['web'],
      },
    })
    expect(api.routes['GET /']).toMatchObject({
      authorizationType: 'JWT',
      authorizerId: 'users',
      authorizationScopes: ['orders/read'],
    })
  })

  test('a TOKEN authorizer becomes a REQUEST authorizer that keeps its results as long', () => {
    const { api } = draftOf({
      authorizers: {
        own: { type: 'TOKEN', identitySource: 'method.request.header.X-Token', handler: './a.mjs#handler' },
      },
    })
    expect(api.authorizers['own']).toEqual({
      authorizerType: 'REQUEST',
      identitySource: ['$request.header.X-Token'],
      authorizerPayloadFormatVersion: '1.0',
      authorizerResultTtlInSeconds: 300,
      handler: './a.mjs#handler',
    })
  })

  test('throttles of stages and methods stay', () => {
    const { api } = draftOf({
      resources: { '/orders': { methods: { POST: method(lambda) } } },
      stages: {
        prod: {
          variables: { table: 'orders' },
          methodSettings: {
            '*/*': { throttlingRateLimit: 100, throttlingBurstLimit: 50, cachingEnabled: true },
            '/orders/POST': { throttlingRateLimit: 5, loggingLevel: 'INFO' },
          },
        },
      },
    })
    expect(api.stages).toEqual({
      prod: {
        autoDeploy: true,
        stageVariables: { table: 'orders' },
        defaultRouteSettings: { throttlingRateLimit: 100, throttlingBurstLimit: 50 },
        routeSettings: { 'POST /orders': { throttlingRateLimit: 5 } },
      },
    })
  })

  test('what has no counterpart is named, with its place, before what only changes', () => {
    const draft = draftOf(
      {
        endpointConfiguration: { types: ['EDGE'] },
        policy: { Statement: [] },
        minimumCompressionSize: 1000,
        gatewayResponses: { THROTTLED: { responseParameters: {}, responseTemplates: {} } },
        requestValidators: { all: { validateRequestBody: true, validateRequestParameters: false } },
        resources: {
          '/': { methods: { GET: mockMethod() } },
          '/orders': { methods: { POST: method(lambda, { apiKeyRequired: true, requestValidatorId: 'all' }) } },
        },
        stages: { prod: { cacheClusterEnabled: true, tracingEnabled: true, methodSettings: {} } },
      },
      {
        usagePlans: [{ id: 'plan01', name: 'Gold', apiStages: [{ apiId: plain.id, stage: 'prod' }], keyIds: [] }],
      },
    )
    expect(said(draft)).toEqual([
      'lost Resource policy',
      'lost Compression',
      'lost Gateway responses: THROTTLED',
      'lost Usage plans: Gold',
      'lost MOCK integration: GET /',
      'lost API keys: POST /orders',
      'lost Request validation: POST /orders',
      'lost Response cache: prod',
      'lost X-Ray tracing: prod',
      'changed Endpoint type',
      'carried Lambda proxy: POST /orders',
    ])
  })
})
