import type { Design } from '@shared/design/design'
import type { Method } from '@shared/design/method'
import type { RestApi } from '@shared/design/rest-api'
import type { Scenario } from '@shared/design/scenario'
import type { Stage } from '@shared/design/stage'

/** One load to measure: the whole pipeline with every feature on. */
export interface BenchCase {
  readonly name: string
  readonly design: Design
  readonly scenario: Scenario
}

const ROUTES = 20
const API_KEYS = 1000
const API_ID = 'benchapi01'

interface Limits {
  readonly account: number
  readonly method: number
  readonly plan: number
  readonly quota: number
  readonly caching: boolean
}

/** 20 routes, half with a Lambda authorizer, three quarters with a key; 1,000 keys, 5,000 callers, 1,000 items a route. */
function benchDesign(limits: Limits): Design {
  const paths = Array.from({ length: ROUTES }, (_, at) => `/route${at}/{id}`)
  const apiKeys = Array.from({ length: API_KEYS }, (_, at) => ({
    id: `key${at}`,
    name: `client-${at}`,
    enabled: true,
    value: `benchmark-key-value-${String(at).padStart(4, '0')}`,
  }))
  return {
    name: 'bench',
    region: 'us-east-1',
    accountId: '123456789012',
    account: { throttleSettings: { rateLimit: limits.account, burstLimit: limits.account / 2 } },
    apis: [benchApi(paths, limits)],
    usagePlans: [
      {
        id: 'plan01',
        name: 'Bench',
        throttle: { rateLimit: limits.plan, burstLimit: limits.plan * 2 },
        quota: { limit: limits.quota, period: 'MONTH' },
        apiStages: [{ apiId: API_ID, stage: 'prod' }],
        keyIds: apiKeys.map(({ id }) => id),
      },
    ],
    apiKeys,
    domainNames: [],
    functions: {},
    scenarios: [],
  }
}

function benchApi(paths: readonly string[], limits: Limits): RestApi {
  return {
    protocolType: 'REST',
    id: API_ID,
    name: 'BenchAPI',
    endpointConfiguration: { types: ['REGIONAL'] },
    apiKeySource: 'HEADER',
    resources: Object.fromEntries(paths.map((path, at) => [path, { methods: { GET: benchMethod(at) } }])),
    authorizers: {
      tokens: {
        type: 'TOKEN',
        identitySource: 'method.request.header.Authorization',
        authorizerResultTtlInSeconds: 300,
      },
    },
    models: {},
    requestValidators: { all: { validateRequestBody: true, validateRequestParameters: true } },
    gatewayResponses: {},
    stages: { prod: benchStage(paths, limits) },
    deployments: [],
  }
}

function benchMethod(at: number): Method {
  return {
    authorizationType: at % 2 === 0 ? 'CUSTOM' : 'NONE',
    ...(at % 2 === 0 ? { authorizerId: 'tokens' } : {}),
    apiKeyRequired: at % 4 !== 3,
    requestValidatorId: 'all',
    methodResponses: [],
    integration: {
      type: 'AWS_PROXY',
      timeoutInMillis: 29_000,
      cacheKeyParameters: ['method.request.path.id'],
      integrationResponses: [],
    },
  }
}

function benchStage(paths: readonly string[], { method, caching }: Limits): Stage {
  const throttle = { throttlingRateLimit: method, throttlingBurstLimit: method }
  return {
    cacheClusterEnabled: caching,
    cacheClusterSize: '0.5',
    methodSettings: {
      '*/*': { cachingEnabled: caching, cacheTtlInSeconds: 60 },
      ...Object.fromEntries(paths.map((path) => [`${path}/GET`, throttle])),
    },
  }
}

/** `requests` at 20,000 a second. */
function benchScenario(requests: number): Scenario {
  return {
    name: 'bench',
    apiId: API_ID,
    stage: 'prod',
    durationInSeconds: requests / 20_000,
    seed: 7,
    sources: [
      {
        name: 'clients',
        shape: { type: 'POISSON', ratePerSecond: 20_000 },
        routes: Object.fromEntries(Array.from({ length: ROUTES }, (_, at) => [`GET /route${at}/{id}`, 1])),
        apiKeys: {
          names: Array.from({ length: API_KEYS }, (_, at) => `client-${at}`),
          distribution: 'ZIPF',
          exponent: 1,
        },
        identities: { count: 5000, distribution: 'ZIPF', exponent: 0.8 },
        items: { count: 1000, distribution: 'ZIPF', exponent: 0.9 },
      },
    ],
  }
}

const OPEN: Limits = { account: 30_000, method: 2000, plan: 4000, quota: 2_000_000, caching: true }
const TIGHT: Limits = { account: 15_000, method: 850, plan: 500, quota: 200_000, caching: true }

/** Loads of the same kind as those of the published figures: most decided at once, a quarter throttled, every request in flight. */
export function benchCases(requests: number): BenchCase[] {
  const one = (name: string, limits: Limits): BenchCase => ({
    name,
    design: benchDesign(limits),
    scenario: benchScenario(requests),
  })
  return [
    one('cache hits', OPEN),
    one('a quarter throttled', TIGHT),
    one('every request in flight', { ...OPEN, caching: false }),
  ]
}
