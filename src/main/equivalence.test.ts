import { describe, expect, test } from 'vitest'
import type { Design } from '@shared/design/design'
import { deploy } from '@shared/design/edits/deploy'
import type { Method } from '@shared/design/method'
import { mockMethod } from '@shared/design/mock-method'
import { emptyDesign, newRestApi } from '@shared/design/new-design'
import type { RestApi } from '@shared/design/rest-api'
import type { Scenario } from '@shared/design/scenario'
import type { WebAcl } from '@shared/design/web-acl'
import { webAclArn } from '@shared/design/web-acl-arn'
import { OUTCOMES } from '@shared/outcome'
import { STEP_NAMES } from '@shared/step-name'
import { served, simulatedLines } from './fixtures/two-hosts'

// One pipeline, two hosts: what a chart teaches is what `curl` gets. The same arrivals and the same drawn backends go through the
// simulator's event queue and through the loop that the live server runs (`serveFlight`), and every decision must be the same.

const API = 'equal00001'

function method(more: Partial<Method> = {}, timeoutInMillis = 150): Method {
  const base = mockMethod()
  return { ...base, ...more, integration: { ...base.integration!, timeoutInMillis } }
}

const cached = (more: Partial<Method> = {}): Method => {
  const base = method(more)
  return { ...base, integration: { ...base.integration!, cacheKeyParameters: ['method.request.path.id'] } }
}

const authorized: Partial<Method> = { authorizationType: 'CUSTOM', authorizerId: 'session' }

/** Watches strays, lets the shoppers' address pass, and stops who else floods. */
const front: WebAcl = {
  name: 'front',
  defaultAction: 'ALLOW',
  rules: [
    { name: 'watched', action: 'COUNT', statement: { type: 'IP_SET', addresses: ['192.0.2.0/24'] } },
    { name: 'shoppers', action: 'ALLOW', statement: { type: 'IP_SET', addresses: ['203.0.113.0/24'] } },
    { name: 'flood', action: 'BLOCK', statement: { type: 'RATE_BASED', limit: 120, evaluationWindowSec: 60 } },
  ],
}
const arn = webAclArn(emptyDesign('everything'), 'front')

/** A design in which every step has something to decide. */
function everything(): Design {
  const api: RestApi = {
    ...newRestApi('Everything'),
    id: API,
    resources: {
      '/orders': {
        methods: {
          POST: method({ ...authorized, apiKeyRequired: true, requestValidatorId: 'body' }),
          GET: method({ apiKeyRequired: true }),
        },
      },
      '/orders/{id}': { methods: { GET: cached(authorized), PUT: method({ requestValidatorId: 'parameters' }) } },
      '/open': { methods: { GET: method() } },
      '/signed': { methods: { GET: method({ authorizationType: 'AWS_IAM' }) } },
      '/pooled': { methods: { GET: method({ authorizationType: 'COGNITO_USER_POOLS', authorizerId: 'pool' }) } },
      '/closed': { methods: { GET: method(), DELETE: method() } },
    },
    authorizers: { session: { type: 'TOKEN', authorizerResultTtlInSeconds: 1 }, pool: { type: 'COGNITO_USER_POOLS' } },
    requestValidators: {
      body: { validateRequestBody: true, validateRequestParameters: false },
      parameters: { validateRequestBody: false, validateRequestParameters: true },
    },
    policy: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', NotResource: 'execute-api:/prod/*/closed' },
        { Effect: 'Deny', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/prod/DELETE/closed' },
      ],
    },
    stages: {
      prod: {
        cacheClusterEnabled: true,
        cacheClusterSize: '0.5',
        webAclArn: arn,
        canarySettings: { percentTraffic: 20 },
        methodSettings: {
          '*/*': { throttlingRateLimit: 120, throttlingBurstLimit: 40 },
          '/orders/POST': { throttlingRateLimit: 150, throttlingBurstLimit: 10 },
          '/orders/{id}/PUT': { throttlingRateLimit: 20, throttlingBurstLimit: 5 },
          '/orders/{id}/GET': { cachingEnabled: true, cacheTtlInSeconds: 1 },
        },
      },
    },
    deployments: [],
  }
  const design: Design = {
    ...emptyDesign('everything'),
    account: { throttleSettings: { rateLimit: 380, burstLimit: 30 } },
    apis: [api],
    webAcls: [front],
    apiKeys: ['one', 'two', 'off'].map((name, at) => ({
      id: `key000000${at}`,
      name,
      enabled: name !== 'off',
      value: `${name}-${'x'.repeat(20)}`,
    })),
    usagePlans: [
      {
        id: 'plan01',
        name: 'Small',
        throttle: { rateLimit: 40, burstLimit: 10 },
        quota: { limit: 400, period: 'DAY' },
        apiStages: [{ apiId: API, stage: 'prod', throttle: { '/orders/POST': { rateLimit: 60, burstLimit: 5 } } }],
        keyIds: ['key0000000', 'key0000001', 'key0000002'],
      },
    ],
  }
  return deploy(design, API, 'prod', { id: 'dep001', createdDate: '2026-01-01T00:00:00Z' })
}

const scenario: Scenario = {
  name: 'everything at once',
  apiId: API,
  stage: 'prod',
  durationInSeconds: 12,
  seed: 7,
  sources: [
    {
      name: 'shoppers',
      shape: { type: 'POISSON', ratePerSecond: 500 },
      routes: { 'POST /orders': 3, 'GET /orders': 2, 'GET /orders/{id}': 4, 'PUT /orders/{id}': 1, 'GET /open': 2 },
      apiKeys: { names: ['one', 'two', 'off'], distribution: 'ZIPF', exponent: 1 },
      identities: { count: 200, distribution: 'ZIPF', exponent: 0.8 },
      items: { count: 100, distribution: 'ZIPF', exponent: 0.9 },
      invalidBodies: 0.1,
      missingTokens: 0.05,
      deniedIdentities: 0.1,
      wrongApiKeys: 0.05,
      cacheBypasses: 0.1,
    },
    {
      name: 'members',
      shape: { type: 'POISSON', ratePerSecond: 20 },
      routes: { 'GET /signed': 1, 'GET /pooled': 1 },
    },
    {
      name: 'strays',
      shape: { type: 'RAMP', fromRatePerSecond: 1, toRatePerSecond: 30 },
      routes: { 'GET /closed': 1, 'DELETE /closed': 1 },
      sourceIp: '192.0.2.7',
    },
  ],
  backends: {
    'GET /open': { latency: { distribution: 'EXPONENTIAL', meanMs: 60 }, concurrencyLimit: 3 },
    '*': { latency: { distribution: 'LOGNORMAL', medianMs: 60, sigma: 0.6 }, errorRate: 0.05 },
  },
  authorizer: { latency: { distribution: 'LOGNORMAL', medianMs: 20, sigma: 0.5 }, errorRate: 0.05 },
}

/** What a scenario cannot draw: answers with 4xx, and backends that are not there. */
const NEVER_DRAWN = ['INTEGRATION_CLIENT_ERROR', 'INTEGRATION_FAILURE']

describe('the live host and the simulator', () => {
  const design = everything()
  const expected = simulatedLines(design, scenario)

  test('decide alike, line by line, in a design where every step decides', async () => {
    const { lines, outcomes } = await served(design, scenario, 'none')
    const different = expected.findIndex((line, at) => line !== lines[at])
    expect([different, lines[different], lines.length]).toEqual([-1, undefined, expected.length])
    expect([...outcomes].sort()).toEqual(OUTCOMES.filter((name) => !NEVER_DRAWN.includes(name)).toSorted())
    const steps = new Set(lines.map((line) => /"step":"([^"]+)"/.exec(line)![1]))
    expect([...steps].sort()).toEqual(STEP_NAMES.filter((name) => name !== 'connection-rate').toSorted())
  })

  test.each(['rounded clock', 'lost timeout', 'result ignored'] as const)(
    'do not, once there is a fault: %s',
    async (fault) => {
      const { lines } = await served(design, scenario, fault)
      expect(expected.every((line, at) => line === lines[at])).toBe(false)
    },
  )

  test('decide alike with tokens given back and throttled requests counted', async () => {
    const assumptions = {
      refundOnReject: true,
      countThrottledInQuota: true,
      stageLimitIsShared: true,
      cacheErrorResponses: false,
    }
    const other = { ...design, assumptions }
    const { lines } = await served(other, scenario, 'none')
    expect(lines.join('\n') === simulatedLines(other, scenario).join('\n')).toBe(true)
    expect(lines.join('\n') === expected.join('\n')).toBe(false)
  })
})
