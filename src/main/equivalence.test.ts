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
import { ALLOW } from './engine/effect'
import { ABSENT, type Flight } from './engine/flight'
import type { Millis } from './engine/millis'
import { INTEGRATED, INTEGRATION_TIMEOUT } from './engine/outcome'
import type { Runtime, TraceSink } from './engine/runtime'
import { describeAnswer, describeStep } from './engine/trace/describe-step'
import type { Clock } from './live/clock'
import { serveFlight, type AuthorizerAnswer, type FlightHost, type IntegrationAnswer } from './live/serve-flight'
import { ManualClock } from './live/testing/manual-clock'
import { Backends } from './simulator/backends'
import { Simulation } from './simulator/simulation'
import { Traffic } from './simulator/traffic'
import { trafficTables } from './simulator/traffic-tables'

// One pipeline, two hosts: what a chart teaches is what `curl` gets. The same arrivals and the same drawn backends go through the
// simulator's event queue and through the loop that the live server runs (`serveFlight`), and every decision must be the same.

type Fault = 'none' | 'rounded clock' | 'lost timeout' | 'result ignored'

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

/** One line for every decision and every answer, with all that was found. */
class Lines implements TraceSink {
  readonly lines: string[] = []
  step(runtime: Runtime, flight: Flight, code: number, verdict: number, now: Millis): void {
    this.lines.push(`#${flight.id} ${JSON.stringify(describeStep(runtime, flight, code, verdict, now))}`)
  }
  answered(runtime: Runtime, flight: Flight, code: number, answer: number, now: Millis): void {
    this.lines.push(`#${flight.id} ${JSON.stringify(describeAnswer(runtime, flight, code, answer, now))}`)
  }
}

function simulatedLines(design: Design): string[] {
  const trace = new Lines()
  const simulation = new Simulation(design, scenario, { trace })
  while (simulation.run(10_000));
  return trace.lines
}

/** Answers as the simulator's backends are drawn, after as long on the clock; what takes too long never answers. */
class DrawnHost implements FlightHost {
  readonly outcomes = new Set<string>()
  private readonly runtime: Runtime
  private readonly backends: Backends
  private readonly clock: ManualClock
  private readonly fault: Fault

  constructor(runtime: Runtime, backends: Backends, clock: ManualClock, fault: Fault) {
    this.runtime = runtime
    this.backends = backends
    this.clock = clock
    this.fault = fault
  }

  async callAuthorizer(flight: Flight): Promise<AuthorizerAnswer> {
    await this.clock.sleep(this.backends.callAuthorizer(flight))
    const effect = this.fault === 'result ignored' ? ALLOW : this.backends.effectOf(flight)
    return { effect, apiKey: flight.apiKey }
  }

  async callIntegration(flight: Flight, signal: AbortSignal): Promise<IntegrationAnswer> {
    const waitMs = this.backends.callIntegration(flight, this.clock.now())
    if (flight.result === INTEGRATION_TIMEOUT) return this.neverInTime(flight, signal)
    await this.clock.sleep(waitMs)
    this.backends.finish(flight, this.clock.now())
    const bytes = flight.result === INTEGRATED ? this.backends.responseBytes[flight.route]! : ABSENT
    return { outcome: flight.result, bytes }
  }

  respond(flight: Flight): void {
    this.outcomes.add(OUTCOMES[flight.outcome]!)
    this.runtime.flights.close(flight)
  }

  /** The backend is let go when the host's own timer has fired. */
  private neverInTime(flight: Flight, signal: AbortSignal): Promise<IntegrationAnswer> {
    return new Promise(() => signal.addEventListener('abort', () => this.backends.finish(flight, this.clock.now())))
  }
}

/** The clock as the loop sees it; backends and arrivals always keep the true time. */
function seenClock(clock: ManualClock, fault: Fault): Pick<Clock, 'now' | 'after'> {
  return {
    now: () => (fault === 'rounded clock' ? Math.round(clock.now()) : clock.now()),
    after: (ms, wake) => (fault === 'lost timeout' ? () => undefined : clock.after(ms, wake)),
  }
}

async function served(design: Design, fault: Fault): Promise<{ lines: string[]; outcomes: Set<string> }> {
  const trace = new Lines()
  const { runtime } = new Simulation(design, scenario, { trace })
  const tables = trafficTables(design, scenario)
  const traffic = new Traffic(scenario, tables)
  const clock = new ManualClock()
  const host = new DrawnHost(runtime, new Backends(scenario, runtime, tables), clock, fault)
  const arriving = (async () => {
    for (let id = 0; traffic.nextAt < Infinity; id++) {
      await clock.until(traffic.nextAt)
      void serveFlight(runtime, traffic.arrive(runtime, id), host, seenClock(clock, fault))
    }
  })()
  await Promise.all([arriving, clock.run()])
  return { lines: trace.lines, outcomes: host.outcomes }
}

/** What a scenario cannot draw: answers with 4xx, and backends that are not there. */
const NEVER_DRAWN = ['INTEGRATION_CLIENT_ERROR', 'INTEGRATION_FAILURE']

describe('the live host and the simulator', () => {
  const design = everything()
  const expected = simulatedLines(design)

  test('decide alike, line by line, in a design where every step decides', async () => {
    const { lines, outcomes } = await served(design, 'none')
    const different = expected.findIndex((line, at) => line !== lines[at])
    expect([different, lines[different], lines.length]).toEqual([-1, undefined, expected.length])
    expect([...outcomes].sort()).toEqual(OUTCOMES.filter((name) => !NEVER_DRAWN.includes(name)).toSorted())
    const steps = new Set(lines.map((line) => /"step":"([^"]+)"/.exec(line)![1]))
    expect([...steps].sort()).toEqual(STEP_NAMES.filter((name) => name !== 'connection-rate').toSorted())
  })

  test.each(['rounded clock', 'lost timeout', 'result ignored'] as const)(
    'do not, once there is a fault: %s',
    async (fault) => {
      const { lines } = await served(design, fault)
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
    const { lines } = await served(other, 'none')
    expect(lines.join('\n') === simulatedLines(other).join('\n')).toBe(true)
    expect(lines.join('\n') === expected.join('\n')).toBe(false)
  })
})
