import type { Design } from '@shared/design/design'
import type { Method } from '@shared/design/method'
import { mockMethod } from '@shared/design/mock-method'
import { webAclArn } from '@shared/design/web-acl-arn'
import { emptyDesign, newRestApi } from '@shared/design/new-design'
import type { RestApi } from '@shared/design/rest-api'
import type { Scenario, TrafficSource } from '@shared/design/scenario'
import { Simulation } from './simulation'

export const RICH_API = 'richapi001'

function method(more: Partial<Method> = {}): Method {
  return { ...mockMethod(), ...more }
}

const keyed = { apiKeyRequired: true } as const
const authorized = { authorizationType: 'CUSTOM', authorizerId: 'tokens' } as const

const richApi: RestApi = {
  ...newRestApi('Rich'),
  id: RICH_API,
  resources: {
    '/items/{id}': {
      methods: {
        GET: method({
          ...authorized,
          ...keyed,
          requestParameters: { 'method.request.path.id': true },
          integration: { ...mockMethod().integration!, cacheKeyParameters: ['method.request.path.id'] },
        }),
      },
    },
    '/orders': {
      methods: {
        GET: method(),
        POST: method({ ...keyed, requestValidatorId: 'body' }),
        PUT: method(keyed),
      },
    },
    '/slow': {
      methods: {
        GET: method({
          requestValidatorId: 'parameters',
          integration: { ...mockMethod().integration!, timeoutInMillis: 150 },
        }),
      },
    },
    '/small': { methods: { GET: method() } },
  },
  authorizers: {
    tokens: {
      type: 'TOKEN',
      authorizerUri:
        'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:tokens/invocations',
      identitySource: 'method.request.header.Authorization',
      authorizerResultTtlInSeconds: 5,
    },
  },
  requestValidators: {
    body: { validateRequestBody: true, validateRequestParameters: false },
    parameters: { validateRequestBody: false, validateRequestParameters: true },
  },
  policy: {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: '*',
        Action: 'execute-api:Invoke',
        Resource: '*',
        Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
      },
      {
        Effect: 'Deny',
        Principal: '*',
        Action: 'execute-api:Invoke',
        Resource: '*',
        Condition: { IpAddress: { 'aws:SourceIp': '198.51.100.0/24' } },
      },
    ],
  },
  stages: {
    prod: {
      cacheClusterEnabled: true,
      cacheClusterSize: '0.5',
      webAclArn: webAclArn(emptyDesign('rich'), 'front'),
      methodSettings: {
        '*/*': { throttlingRateLimit: 60, throttlingBurstLimit: 20 },
        '/items/{id}/GET': {
          throttlingRateLimit: 300,
          throttlingBurstLimit: 100,
          cachingEnabled: true,
          cacheTtlInSeconds: 4,
        },
        '/orders/POST': { throttlingRateLimit: 12, throttlingBurstLimit: 5 },
      },
    },
  },
}

/** A design in which a request can end in every way that a simulation knows. */
export function richDesign(): Design {
  return {
    ...emptyDesign('rich'),
    account: { throttleSettings: { rateLimit: 200, burstLimit: 40 } },
    apis: [richApi],
    webAcls: [
      {
        name: 'front',
        defaultAction: 'ALLOW',
        rules: [{ name: 'banned', action: 'BLOCK', statement: { type: 'IP_SET', addresses: ['198.51.100.66/32'] } }],
      },
    ],
    apiKeys: ['acme', 'globex', 'initech', 'nobody'].map((name, at) => ({
      id: `key${at}`,
      name,
      enabled: true,
      value: `${name}0000000000000000000000`,
    })),
    usagePlans: [
      {
        id: 'gold00',
        name: 'Gold',
        throttle: { rateLimit: 35, burstLimit: 20 },
        apiStages: [{ apiId: RICH_API, stage: 'prod', throttle: { '/orders/PUT': { rateLimit: 3, burstLimit: 2 } } }],
        keyIds: ['key0', 'key1'],
      },
      {
        id: 'free00',
        name: 'Free',
        quota: { limit: 100, period: 'DAY' },
        apiStages: [{ apiId: RICH_API, stage: 'prod' }],
        keyIds: ['key2'],
      },
    ],
  }
}

const shoppers: TrafficSource = {
  name: 'shoppers',
  shape: { type: 'POISSON', ratePerSecond: 250, to: 20 },
  routes: {
    'GET /items/{id}': 6,
    'POST /orders': 2,
    'PUT /orders': 1,
    'GET /orders': 3,
    'GET /slow': 1,
    'GET /small': 1,
  },
  apiKeys: { names: ['acme', 'globex', 'initech', 'nobody'], distribution: 'ZIPF', exponent: 0.8 },
  identities: { count: 60, distribution: 'ZIPF', exponent: 0.7 },
  items: { count: 200, distribution: 'ZIPF', exponent: 0.9 },
  invalidBodies: 0.05,
  missingTokens: 0.04,
  deniedIdentities: 0.1,
  wrongApiKeys: 0.03,
  cacheBypasses: 0.02,
}

/** Five sources over 26.5 of 30 seconds: everything is answered before the end. */
export function richScenario(more: Partial<Scenario> = {}): Scenario {
  return {
    name: 'rich',
    apiId: RICH_API,
    stage: 'prod',
    durationInSeconds: 30,
    seed: 1,
    sources: [
      shoppers,
      {
        name: 'outsiders',
        sourceIp: '192.0.2.1',
        shape: { type: 'CONSTANT', ratePerSecond: 3, to: 20 },
        routes: { 'GET /orders': 1 },
      },
      {
        name: 'banned',
        sourceIp: '198.51.100.7',
        shape: { type: 'RAMP', fromRatePerSecond: 0, toRatePerSecond: 8, to: 20 },
        routes: { 'GET /items/{id}': 1 },
      },
      {
        name: 'batch',
        shape: { type: 'BURST', count: 120, at: 2, everyInSeconds: 6, spreadInSeconds: 0.5 },
        routes: { 'GET /slow': 1, 'GET /small': 1, 'GET /orders': 1 },
      },
      {
        name: 'filtered',
        sourceIp: '198.51.100.66',
        shape: { type: 'CONSTANT', ratePerSecond: 2, to: 10 },
        routes: { 'GET /orders': 1 },
      },
    ],
    backends: {
      '*': { latency: { distribution: 'EXPONENTIAL', meanMs: 60 }, errorRate: 0.02 },
      'GET /small': { latency: { distribution: 'CONSTANT', valueMs: 200 }, concurrencyLimit: 3 },
    },
    authorizer: { latency: { distribution: 'LOGNORMAL', medianMs: 25, sigma: 0.4 }, errorRate: 0.05 },
    ...more,
  }
}

/** A simulation that has run to its end. */
export function finished(design: Design, scenario: Scenario): Simulation {
  const simulation = new Simulation(design, scenario)
  while (simulation.run(10_000));
  return simulation
}

/** One open route, GET /, without any limit but the account's, and one source. */
export function plainRun(
  source: Omit<TrafficSource, 'name' | 'routes'>,
  scenario: Partial<Scenario> = {},
  settings: RestApi['stages'][string]['methodSettings'] = {},
): { design: Design; scenario: Scenario } {
  const api = newRestApi('Plain')
  return {
    design: {
      ...emptyDesign('plain'),
      account: { throttleSettings: { rateLimit: 1e6, burstLimit: 1e6 } },
      apis: [{ ...api, stages: { prod: { methodSettings: settings } } }],
    },
    scenario: {
      name: 'plain',
      apiId: api.id,
      stage: 'prod',
      durationInSeconds: 60,
      seed: 1,
      sources: [{ name: 'clients', routes: { 'GET /': 1 }, ...source }],
      ...scenario,
    },
  }
}
