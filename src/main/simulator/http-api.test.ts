import { describe, expect, it } from 'vitest'
import type { Design } from '@shared/design/design'
import type { HttpApi } from '@shared/design/http-api'
import { emptyDesign } from '@shared/design/new-design'
import { newHttpApi } from '@shared/design/new-http-api'
import type { Scenario, TrafficSource } from '@shared/design/scenario'
import { explain } from './explain'
import { listRequests } from './list-requests'
import { logOf } from './replay/log-pieces.fixture'
import { finished } from './rich-run.fixture'
import { Simulation } from './simulation'
import { simulationResult } from './simulation-result'
import { setNumber } from './sweep/set-number'

const turns = { pause: async () => undefined, isCancelled: () => false }
const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:items'

const items: HttpApi = {
  ...newHttpApi('Items'),
  id: 'itemsapi01',
  routes: {
    'GET /items': { target: 'items', authorizationType: 'NONE' },
    'GET /items/{id}': { target: 'items', authorizationType: 'CUSTOM', authorizerId: 'session' },
    'POST /items': { target: 'items', authorizationType: 'CUSTOM', authorizerId: 'session' },
    'PUT /items': { target: 'items', authorizationType: 'JWT', authorizerId: 'users' },
    'DELETE /items': { target: 'items', authorizationType: 'AWS_IAM' },
    'GET /web': { target: 'web', authorizationType: 'NONE' },
  },
  integrations: {
    items: { integrationType: 'AWS_PROXY', integrationUri: FUNCTION, payloadFormatVersion: '2.0' },
    web: { integrationType: 'HTTP_PROXY', integrationUri: 'https://example.com', integrationMethod: 'GET' },
  },
  authorizers: {
    session: {
      authorizerType: 'REQUEST',
      identitySource: ['$request.header.Authorization'],
      authorizerPayloadFormatVersion: '2.0',
      authorizerResultTtlInSeconds: 3600,
    },
    users: {
      authorizerType: 'JWT',
      identitySource: ['$request.header.Authorization'],
      jwtConfiguration: { issuer: 'https://example.com', audience: ['shop'] },
    },
  },
  stages: {
    $default: {
      autoDeploy: true,
      routeSettings: { 'GET /items': { throttlingRateLimit: 10, throttlingBurstLimit: 20 } },
    },
  },
}
const design: Design = { ...emptyDesign('items'), apis: [items] }

function scenarioOf(source: Partial<TrafficSource>, more: Partial<Scenario> = {}): Scenario {
  return {
    name: 'items',
    apiId: items.id,
    stage: '$default',
    durationInSeconds: 60,
    seed: 1,
    sources: [
      { name: 'clients', shape: { type: 'CONSTANT', ratePerSecond: 50 }, routes: { 'GET /items': 1 }, ...source },
    ],
    backends: { '*': { latency: { distribution: 'CONSTANT', valueMs: 20 } } },
    ...more,
  }
}

function resultOf(source: Partial<TrafficSource>, more: Partial<Scenario> = {}) {
  const scenario = scenarioOf(source, more)
  return simulationResult(finished(design, scenario), scenario, 0)
}

describe('a run of an HTTP API', () => {
  it('admits what the bucket of the route has', () => {
    const { totals, throttledByLevel, latency } = resultOf({})
    // The last of 3,000 comes at 59.98 s: 20 tokens, and 599.8 more by then.
    expect([totals.admitted, totals.throttled, throttledByLevel['method']]).toEqual([619, 2381, 2381])
    // The gateway itself adds 10 ms.
    expect(latency.mean).toBe(30)
  })

  it('keeps an authorizer’s result by caller, for all routes that ask it', () => {
    const { authorizer, totals } = resultOf({
      routes: { 'GET /items/{id}': 1, 'POST /items': 1 },
      shape: { type: 'CONSTANT', ratePerSecond: 20, from: 0 },
      identities: { count: 5, distribution: 'UNIFORM' },
    })
    // One call for each caller: whoever comes again comes later than the function takes, but for those who do not.
    expect(authorizer.calls + authorizer.hits).toBe(totals.requests)
    expect(authorizer.calls).toBeLessThan(10)
  })

  it('refuses missing and expired tokens with 401 and unsigned requests with 403, without any function', () => {
    const jwt = resultOf({ routes: { 'PUT /items': 1 }, missingTokens: 0.5, expiredTokens: 0.2 })
    const signed = resultOf({ routes: { 'DELETE /items': 1 }, missingTokens: 1 })
    expect([Object.keys(jwt.byStatus), jwt.authorizer.calls]).toEqual([['200', '401'], 0])
    expect([signed.byStatus, signed.authorizer.calls]).toEqual([{ 403: 3000 }, 0])
  })

  it('answers 503 for a function that takes more than 30 seconds, and 504 for an address', () => {
    const backends = { '*': { latency: { distribution: 'CONSTANT', valueMs: 40_000 } } } as const
    const { byStatus, latency } = resultOf(
      { routes: { 'GET /items': 1 }, shape: { type: 'BURST', count: 9, at: 1 } },
      { backends },
    )
    expect([byStatus, latency.mean]).toEqual([{ 503: 9 }, 30_010])
    expect(resultOf({ routes: { 'GET /web': 1 } }, { backends }).byStatus).toEqual({ 504: 3000 })
  })

  it('tries again by the status that the client sees', () => {
    const backends = { '*': { latency: { distribution: 'CONSTANT', valueMs: 1 }, errorRate: 1 } } as const
    const shape = { type: 'CONSTANT', ratePerSecond: 10, to: 30 } as const
    const attempts = [500, 502].map((status) => {
      const retry = { type: 'FIXED', delayMs: 100, maxAttempts: 2, statuses: [status] } as const
      return ['GET /items', 'GET /web'].map((route) => {
        return resultOf({ routes: { [route]: 1 }, shape, retry }, { backends }).answers.retries.attempts
      })
    })
    // A function that fails is 500, an address that does 502.
    expect(attempts).toEqual([
      [300, 0],
      [0, 300],
    ])
  })

  it('changes limits of a route and of the stage while it goes on', () => {
    const events = [
      { type: 'SET_LIMIT', at: 10, level: 'stage', rateLimit: 0.001, burstLimit: 5 },
      { type: 'SET_LIMIT', at: 10, level: 'method', route: 'GET /items', rateLimit: 0.001, burstLimit: 5 },
    ] as const
    const { routes } = resultOf({ routes: { 'GET /items': 1, 'GET /web': 1 } }, { events })
    expect(routes.filter(({ requests }) => requests > 0).every(({ throttled }) => throttled > 1000)).toBe(true)
  })

  it('explains a refusal by the setting of the route, and tries out what would have helped', async () => {
    const run = { design, scenario: scenarioOf({}), reachedMs: Infinity }
    const listed = await listRequests(run, { outcomes: ['THROTTLED_METHOD'] }, 1, turns)
    const explanation = await explain(run, listed!.requests[0]!.requestId, turns)
    const settings = '/apis/0/stages/$default/routeSettings/GET ~1items'
    expect([explanation!.setting, explanation!.remedy]).toEqual([
      `${settings}/throttlingRateLimit`,
      {
        pointer: `${settings}/throttlingBurstLimit`,
        value: 21,
        text: 'A burst limit of 21 instead of 20 on GET /items would have let it through.',
      },
    ])
  })

  it('lets a sweep try other limits of a route', () => {
    const setup = { design, scenario: scenarioOf({}) }
    const pointer = '/apis/0/stages/$default/routeSettings/GET ~1items/throttlingBurstLimit'
    const tried = setNumber(setup, pointer, 120)!
    const admitted = simulationResult(finished(tried.design, tried.scenario), tried.scenario, 0).totals.admitted
    expect(admitted).toBe(resultOf({}).totals.admitted + 100)
  })

  it('plays a log by routeKey and by path', () => {
    const lines = [
      { requestTime: '01/Jan/2026:00:00:00 +0000', routeKey: 'GET /items', status: 200 },
      { requestTime: '01/Jan/2026:00:00:01 +0000', httpMethod: 'GET', path: '/items/7', status: 200 },
      { requestTime: '01/Jan/2026:00:00:02 +0000', routeKey: 'GET /nothing', status: 404 },
    ]
    const scenario = scenarioOf({ shape: { type: 'REPLAY', file: 'a.jsonl' }, routes: {} })
    const text = lines.map((line) => JSON.stringify(line)).join('\n')
    const simulation = new Simulation(design, scenario, { openLog: () => logOf(text) })
    while (simulation.run(1000));
    const { routes, replays } = simulationResult(simulation, scenario, 0)
    expect([
      routes.filter(({ requests }) => requests > 0).map(({ key, requests }) => [key, requests]),
      replays![0]!.unknownRoutes,
    ]).toEqual([
      [
        ['GET /items', 1],
        ['GET /items/{id}', 1],
      ],
      1,
    ])
  })

  it('costs what HTTP APIs cost', () => {
    const { cost } = resultOf({})
    const line = cost.lines.find(({ id }) => id === 'http-requests') ?? cost.lines[0]!
    // 50 a second for 730 hours at $1.00 a million, up to 300 million.
    expect([line.quantity, line.usd]).toEqual([131_400_000, 131.4])
  })
})
