import { addApi } from './edits/add-api'
import { deploy } from './edits/deploy'
import type { Design } from './design'
import type { Method } from './method'
import { mockMethod } from './mock-method'
import { emptyDesign, newRestApi } from './new-design'
import type { RestApi } from './rest-api'
import type { Scenario } from './scenario'

const lambda = (name: string): string =>
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/' +
  `arn:aws:lambda:us-east-1:123456789012:function:${name}/invocations`

function proxyMethod(name: string, more: Partial<Method> = {}): Method {
  return {
    authorizationType: 'CUSTOM',
    authorizerId: 'session',
    apiKeyRequired: true,
    methodResponses: [{ statusCode: '200', responseModels: { 'application/json': 'Empty' } }],
    integration: { type: 'AWS_PROXY', httpMethod: 'POST', uri: lambda(name), integrationResponses: [] },
    ...more,
  }
}

const getOrder: Method = {
  ...mockMethod(),
  requestParameters: { 'method.request.path.id': true, 'method.request.querystring.expand': false },
  integration: {
    type: 'HTTP',
    httpMethod: 'GET',
    uri: 'https://orders.example.com/{id}',
    requestParameters: { 'integration.request.path.id': 'method.request.path.id' },
    cacheKeyParameters: ['method.request.path.id', 'integration.request.path.id'],
    timeoutInMillis: 5000,
    integrationResponses: [{ statusCode: '200' }],
  },
}

/** The id of the API of `orderDesign`. */
export const ORDERS = 'orders0001'

function orderApi(): RestApi {
  return {
    ...newRestApi('Orders'),
    id: ORDERS,
    resources: {
      '/orders': {
        methods: {
          GET: proxyMethod('list-orders'),
          POST: proxyMethod('create-order', {
            requestValidatorId: 'body',
            requestModels: { 'application/json': 'CreateOrder' },
          }),
        },
      },
      '/orders/{id}': { methods: { GET: getOrder } },
    },
    authorizers: {
      session: {
        type: 'TOKEN',
        identitySource: 'method.request.header.Authorization',
        authorizerUri: lambda('session'),
        authorizerResultTtlInSeconds: 300,
      },
    },
    models: {
      CreateOrder: {
        contentType: 'application/json',
        schema: {
          type: 'object',
          properties: { item: { $ref: 'https://apigateway.amazonaws.com/restapis/x/models/Item' } },
        },
      },
      Item: { contentType: 'application/json', schema: { type: 'string' } },
    },
    requestValidators: { body: { validateRequestBody: true, validateRequestParameters: false } },
    gatewayResponses: {
      THROTTLED: { statusCode: '429', responseParameters: { 'gatewayresponse.header.X-Why': "'limit'" } },
    },
    stages: {
      prod: {
        cacheClusterEnabled: true,
        cacheClusterSize: '0.5',
        variables: { host: 'orders.example.com' },
        methodSettings: {
          '*/*': { throttlingRateLimit: 1000, throttlingBurstLimit: 500 },
          '/orders/POST': { throttlingRateLimit: 100, throttlingBurstLimit: 50 },
          '/orders/{id}/GET': { cachingEnabled: true, cacheTtlInSeconds: 60 },
        },
      },
      dev: { methodSettings: {} },
    },
    deployments: [],
  }
}

const rush: Scenario = {
  name: 'rush hour',
  apiId: ORDERS,
  stage: 'prod',
  durationInSeconds: 60,
  seed: 1,
  sources: [
    {
      name: 'shoppers',
      shape: { type: 'POISSON', ratePerSecond: 300, from: 0, to: 30 },
      routes: { 'POST /orders': 1, 'GET /orders': 3 },
      apiKeys: { names: ['acme-web', 'acme-app'], distribution: 'ZIPF', exponent: 1 },
      invalidBodies: 0.1,
    },
  ],
  backends: {
    'POST /orders': { latency: { distribution: 'LOGNORMAL', medianMs: 80, sigma: 0.5 }, errorRate: 0.01 },
    '*': { latency: { distribution: 'CONSTANT', valueMs: 20 } },
  },
  checks: [
    { metric: 'throttledShare', apiKey: 'acme-web', operator: '<=', value: 0.5 },
    { metric: 'throttled', route: 'POST /orders', operator: '>', value: 0 },
  ],
}

/** Test data: a design in which everything refers to something, and nothing is wrong. Two stages, prod deployed as "dep001". */
export function orderDesign(): Design {
  const design: Design = {
    ...addApi(emptyDesign('order-platform'), orderApi()),
    usagePlans: [
      {
        id: 'plan01',
        name: 'Premium',
        throttle: { rateLimit: 1000, burstLimit: 2000 },
        quota: { limit: 1_000_000, period: 'MONTH' },
        apiStages: [{ apiId: ORDERS, stage: 'prod', throttle: { '/orders/POST': { rateLimit: 50, burstLimit: 10 } } }],
        keyIds: ['key0000001', 'key0000002'],
      },
    ],
    apiKeys: [
      { id: 'key0000001', name: 'acme-web', enabled: true, value: 'a1b2c3d4e5f6a7b8c9d0' },
      { id: 'key0000002', name: 'acme-app', enabled: true, value: 'z1y2x3w4v5u6t7s8r9q0' },
    ],
    domainNames: [
      { domainName: 'api.example.com', basePathMappings: [{ basePath: 'orders', apiId: ORDERS, stage: 'prod' }] },
    ],
    scenarios: [rush],
  }
  return deploy(design, ORDERS, 'prod', { id: 'dep001', createdDate: '2026-01-01T00:00:00Z' })
}
