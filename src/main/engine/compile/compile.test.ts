import { describe, expect, it } from 'vitest'
import { deploy } from '@shared/design/edits/deploy'
import { orderDesign, ORDERS } from '@shared/design/order-design.fixture'
import type { WebAcl } from '@shared/design/web-acl'
import { STEP_NAMES, type StepName } from '@shared/step-name'
import { ABSENT } from '../flight'
import { REST_ORDER } from '../pipeline/order'
import {
  API_ID,
  AUTHORIZED,
  Play,
  PROD,
  smallDesign,
  SOME_POLICY,
  StatedFacts,
  TOKENS,
  TWO_KEYS,
  type SmallGateway,
} from '../pipeline/small-gateway.fixture'
import * as codes from '../pipeline/step-codes'
import { compile, routeIndex } from './compile'

const facts = new StatedFacts()
const limit = { throttlingRateLimit: 10, throttlingBurstLimit: 5 }
const quota = { limit: 100, period: 'DAY' } as const
const cached = { cachingEnabled: true } as const
const cluster = { cacheClusterEnabled: true, cacheClusterSize: '0.5' } as const
const both = { all: { validateRequestBody: true, validateRequestParameters: true } }

const OPEN_ACL: WebAcl = { name: 'open', defaultAction: 'ALLOW', rules: [] }

/** What each gateway does with GET /things, written down from rest-api.md 2.1 and 5.1. */
const PLANS: readonly [string, SmallGateway, readonly StepName[]][] = [
  ['nothing', {}, ['account-throttle', 'integration']],
  ['a web ACL', { webAcl: OPEN_ACL }, ['waf', 'account-throttle', 'integration']],
  [
    'a web ACL that the design does not have',
    { stage: { webAclArn: 'arn:aws:wafv2:us-east-1:123456789012:regional/webacl/gone/a1' } },
    ['account-throttle', 'integration'],
  ],
  ['a resource policy', { api: { policy: SOME_POLICY } }, ['resource-policy', 'account-throttle', 'integration']],
  [
    'a private endpoint, which lets nobody in without a policy',
    { api: { endpointConfiguration: { types: ['PRIVATE'] } } },
    ['resource-policy', 'account-throttle', 'integration'],
  ],
  [
    'a Lambda authorizer',
    { authorizers: TOKENS, routes: { 'GET /things': AUTHORIZED } },
    ['authorizer', 'account-throttle', 'integration'],
  ],
  [
    'an authorizer that is not asked',
    { authorizers: TOKENS, routes: { 'GET /things': { authorizerId: 'tokens' } } },
    ['account-throttle', 'integration'],
  ],
  ['an authorizer that does not exist', { routes: { 'GET /things': AUTHORIZED } }, ['account-throttle', 'integration']],
  [
    'a key requirement without any plan',
    { routes: { 'GET /things': { apiKeyRequired: true } } },
    ['api-key', 'usage-plan-throttle', 'account-throttle', 'integration'],
  ],
  [
    'a key requirement and a plan without quota',
    { routes: { 'GET /things': { apiKeyRequired: true } }, plan: { throttle: { rateLimit: 1, burstLimit: 1 } } },
    ['api-key', 'usage-plan-throttle', 'account-throttle', 'integration'],
  ],
  [
    'a key requirement and a plan with a quota',
    { routes: { 'GET /things': { apiKeyRequired: true } }, plan: { quota } },
    ['api-key', 'quota', 'usage-plan-throttle', 'account-throttle', 'count-quota', 'integration'],
  ],
  [
    'a plan with a quota, but no key requirement',
    { plan: { quota, throttle: { rateLimit: 1, burstLimit: 1 } } },
    ['account-throttle', 'integration'],
  ],
  [
    'a quota on another stage',
    {
      routes: { 'GET /things': { apiKeyRequired: true } },
      plan: { quota, apiStages: [{ apiId: API_ID, stage: 'dev' }] },
    },
    ['api-key', 'usage-plan-throttle', 'account-throttle', 'integration'],
  ],
  [
    'a limit of its own',
    { settings: { '/things/GET': limit, '*/*': limit } },
    ['method-throttle', 'account-throttle', 'integration'],
  ],
  [
    'the limit of its stage',
    { settings: { '*/*': limit, '/things/POST': limit } },
    ['stage-throttle', 'account-throttle', 'integration'],
  ],
  [
    'half a limit of its own, which makes it its own',
    { settings: { '*/*': limit, '/things/GET': { throttlingBurstLimit: 3 } } },
    ['method-throttle', 'account-throttle', 'integration'],
  ],
  [
    'a validator',
    { validators: both, routes: { 'GET /things': { requestValidatorId: 'all' } } },
    ['account-throttle', 'request-validator', 'integration'],
  ],
  [
    'a validator that checks nothing',
    {
      validators: { none: { validateRequestBody: false, validateRequestParameters: false } },
      routes: { 'GET /things': { requestValidatorId: 'none' } },
    },
    ['account-throttle', 'integration'],
  ],
  ['caching', { settings: { '*/*': cached }, stage: cluster }, ['account-throttle', 'cache-lookup', 'integration']],
  ['caching without a cluster', { settings: { '*/*': cached } }, ['account-throttle', 'integration']],
  [
    'a time to live of 0',
    { settings: { '*/*': cached, '/things/GET': { cacheTtlInSeconds: 0 } }, stage: cluster },
    ['account-throttle', 'integration'],
  ],
]

const EVERYTHING: SmallGateway = {
  webAcl: OPEN_ACL,
  api: { policy: SOME_POLICY },
  authorizers: TOKENS,
  validators: both,
  routes: { 'GET /things': { ...AUTHORIZED, apiKeyRequired: true, requestValidatorId: 'all' } },
  plan: { quota, throttle: { rateLimit: 1, burstLimit: 1 } },
  settings: { '*/*': cached, '/things/GET': limit },
  stage: cluster,
}

describe('compile', () => {
  it.each(PLANS)('gives a route with %s these steps', (_, parts, steps) => {
    expect(new Play(smallDesign(parts)).steps('GET /things')).toEqual(steps)
  })

  it('runs every step in the order of the lifecycle where a route uses all of them', () => {
    const steps = new Play(smallDesign(EVERYTHING)).steps('GET /things')
    expect(steps).toEqual([
      'waf',
      'resource-policy',
      'authorizer',
      'api-key',
      'quota',
      'usage-plan-throttle',
      'method-throttle',
      'account-throttle',
      'count-quota',
      'request-validator',
      'cache-lookup',
      'integration',
    ])
  })

  it('counts the quota before the throttles where refused requests count', () => {
    const assumptions = { countThrottledInQuota: true }
    expect(new Play(smallDesign({ ...EVERYTHING, assumptions })).steps('GET /things')).toEqual([
      'waf',
      'resource-policy',
      'authorizer',
      'api-key',
      'quota',
      'count-quota',
      'usage-plan-throttle',
      'method-throttle',
      'account-throttle',
      'request-validator',
      'cache-lookup',
      'integration',
    ])
  })

  it('caches only GET by a stage-wide setting, and another verb by its own', () => {
    const routes = { 'GET /a': {}, 'POST /a': {}, 'DELETE /a': {}, 'ANY /b': {} }
    const settings = { '*/*': cached, '/a/DELETE': cached }
    const play = new Play(smallDesign({ routes, settings, stage: cluster }))
    const isCached = (routeKey: string): boolean => play.steps(routeKey).includes('cache-lookup')
    expect(Object.keys(routes).map(isCached)).toEqual([true, false, true, true])
  })

  it('knows each step once, at its place in the shared list', () => {
    const { stepCode, ...constants } = codes
    const constantOf = (name: StepName): string => name.toUpperCase().replaceAll('-', '_')
    expect(constants).toEqual(Object.fromEntries(STEP_NAMES.map((name, at) => [constantOf(name), at])))
    expect(STEP_NAMES.map(stepCode)).toEqual(STEP_NAMES.map((_, at) => at))
    const ofRest = STEP_NAMES.filter((name) => name !== 'connection-rate')
    expect(REST_ORDER.map(({ step }) => step).sort()).toEqual([...ofRest].sort())
    expect(REST_ORDER.every(({ source }) => source !== '')).toBe(true)
  })

  it('runs what was deployed, with the settings of now', () => {
    const deployed = deploy(smallDesign({ routes: { 'GET /things': {} } }), API_ID, 'prod', {
      id: 'dep001',
      createdDate: '2026-01-01T00:00:00Z',
    })
    const edited = smallDesign({ routes: { 'GET /things': { apiKeyRequired: true }, 'GET /new': {} } })
    const { deployments } = deployed.apis[0] as (typeof deployed.apis)[0] & { protocolType: 'REST' }
    const stages = { prod: { deploymentId: 'dep001', methodSettings: { '/things/GET': limit } } }
    const api = { ...edited.apis[0]!, deployments, stages } as (typeof edited.apis)[0]
    const design = { ...edited, apis: [api] }
    const [current, live] = [new Play(design), new Play(design, { definition: 'DEPLOYED' })]
    expect(live.runtime.names.routes.map(({ routeKey }) => routeKey)).toEqual(['GET /things'])
    expect(live.steps('GET /things')).toEqual(['method-throttle', 'account-throttle', 'integration'])
    expect(current.runtime.names.routes.map(({ routeKey }) => routeKey)).toEqual(['GET /things', 'GET /new'])
  })

  it('leaves out stages that do not exist or have nothing deployed', () => {
    const stages = [
      { apiId: ORDERS, stage: 'dev' },
      { apiId: ORDERS, stage: 'prod' },
      { apiId: 'nobody', stage: 'prod' },
    ]
    const options = { stages, facts, epoch: 0, identitySlots: 1, cacheSlots: 1 }
    const deployed = compile(orderDesign(), { ...options, definition: 'DEPLOYED' })
    expect(deployed.names.stages).toEqual([{ apiId: ORDERS, stage: 'prod' }])
    const current = compile(orderDesign(), { ...options, definition: 'CURRENT' })
    expect(current.names.stages).toEqual(stages.slice(0, 2))
    expect([deployed.routeCount, current.routeCount, current.stageCount]).toEqual([3, 6, 2])
  })

  it('finds routes by API, stage and key', () => {
    const { runtime } = new Play(smallDesign({ routes: { 'GET /a': {}, 'POST /a': {} } }))
    expect([
      routeIndex(runtime, PROD, 'GET /a'),
      routeIndex(runtime, PROD, 'POST /a'),
      routeIndex(runtime, PROD, 'PUT /a'),
      routeIndex(runtime, { apiId: API_ID, stage: 'dev' }, 'GET /a'),
    ]).toEqual([0, 1, ABSENT, ABSENT])
  })

  it('takes times from the design in milliseconds, and AWS’s defaults where it says nothing', () => {
    const authorizers = {
      ...TOKENS,
      silent: { type: 'TOKEN' as const, identitySource: 'method.request.header.A' },
    }
    const integration = { type: 'MOCK' as const, integrationResponses: [] }
    const { runtime } = new Play(
      smallDesign({
        authorizers: { ...authorizers, none: { ...TOKENS['tokens']!, authorizerResultTtlInSeconds: 0 } },
        routes: {
          'GET /a': { authorizationType: 'CUSTOM', authorizerId: 'silent', integration },
          'POST /a': {
            authorizationType: 'CUSTOM',
            authorizerId: 'none',
            integration: { ...integration, timeoutInMillis: 700 },
          },
          'GET /b': {},
        },
        settings: { '*/*': cached, '/b/GET': { cacheTtlInSeconds: 5 } },
        stage: cluster,
      }),
    )
    expect({
      timeout: [...runtime.timeout],
      authorizerTtl: [...runtime.authorizerTtl],
      authorizerOf: [...runtime.authorizerOf],
      cacheTtl: [...runtime.cacheTtl],
    }).toEqual({
      timeout: [29_000, 700, 29_000],
      authorizerTtl: [300_000, 0, 0],
      authorizerOf: [1, 2, ABSENT],
      cacheTtl: [300_000, 0, 5000],
    })
  })

  it('gives each key of a plan a row, but not to disabled keys or unknown ids', () => {
    const apiKeys = [{ ...TWO_KEYS[0]!, enabled: false }, TWO_KEYS[1]!]
    const plan = { keyIds: ['key1', 'nobody', 'key0'] }
    const { runtime } = new Play(smallDesign({ routes: { 'GET /things': { apiKeyRequired: true } }, apiKeys, plan }))
    expect(runtime.names.planKeys).toEqual([{ plan: 0, apiKey: 1 }])
    expect([...runtime.planKeyOf]).toEqual([ABSENT, 0])
  })

  it('keeps a bucket a method by the stage’s limit, and one for all by assumption', () => {
    const parts = { routes: { 'GET /a': {}, 'POST /a': {}, 'GET /b': {} }, settings: { '*/*': limit, '/b/GET': limit } }
    const apart = new Play(smallDesign(parts)).runtime
    expect([[...apart.methodBucketOf], apart.methodBuckets.count]).toEqual([[0, 1, 2], 3])
    const shared = new Play(smallDesign({ ...parts, assumptions: { stageLimitIsShared: true } })).runtime
    expect([[...shared.methodBucketOf], shared.names.methodBuckets]).toEqual([
      [0, 0, 1],
      [
        { label: 'prod', level: 'stage' },
        { label: 'GET /b', level: 'method' },
      ],
    ])
  })
})
