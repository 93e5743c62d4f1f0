import { describe, expect, test } from 'vitest'
import type { Design } from '@shared/design/design'
import { emptyDesign } from '@shared/design/new-design'
import { newWebSocketApi } from '@shared/design/new-websocket-api'
import type { Scenario } from '@shared/design/scenario'
import type { WebSocketApi } from '@shared/design/websocket-api'
import { OUTCOMES } from '@shared/outcome'
import { INTEGRATION_TIMEOUT } from './engine/outcome'
import { ABSENT, type Flight } from './engine/flight'
import type { Millis } from './engine/millis'
import { begin } from './engine/pipeline/advance'
import { INTEGRATION } from './engine/pipeline/step-codes'
import type { Runtime } from './engine/runtime'
import { Lines } from './fixtures/two-hosts'
import { serveFlight, type AuthorizerAnswer, type FlightHost, type IntegrationAnswer } from './live/serve-flight'
import { ManualClock } from './live/testing/manual-clock'
import { Simulation } from './simulator/simulation'

// Handshakes, messages and the news of an end come when clients behave so, which only the simulator knows. What came when, and how long
// authorizer and backends took, is noted in a run and comes again through the loop of the live server.

const api: WebSocketApi = {
  ...newWebSocketApi('Chat'),
  id: 'chatapi001',
  routes: {
    $connect: { target: 'chat', authorizationType: 'CUSTOM', authorizerId: 'tokens', apiKeyRequired: true },
    $disconnect: { target: 'chat' },
    send: { target: 'chat', modelSelectionExpression: '$default', requestModels: { $default: 'Message' } },
    type: { target: 'chat' },
  },
  integrations: { chat: { integrationType: 'AWS_PROXY', timeoutInMillis: 150 } },
  authorizers: { tokens: { authorizerType: 'REQUEST', identitySource: ['route.request.querystring.token'] } },
  stages: {
    prod: {
      defaultRouteSettings: { throttlingRateLimit: 30, throttlingBurstLimit: 10 },
      routeSettings: { send: { throttlingRateLimit: 12, throttlingBurstLimit: 10 } },
    },
  },
}
const design: Design = {
  ...emptyDesign('chat'),
  account: { throttleSettings: { rateLimit: 80, burstLimit: 700 } },
  apis: [api],
  apiKeys: ['one', 'two'].map((name, at) => ({ id: `key${at}`, name, enabled: true, value: name.repeat(8) })),
  usagePlans: [
    {
      id: 'plan01',
      name: 'Small',
      throttle: { rateLimit: 12, burstLimit: 10 },
      quota: { limit: 400, period: 'DAY' },
      apiStages: [{ apiId: api.id, stage: 'prod' }],
      keyIds: ['key0'],
    },
    { id: 'plan02', name: 'Large', apiStages: [{ apiId: api.id, stage: 'prod' }], keyIds: ['key1'] },
  ],
}

const scenario: Scenario = {
  name: 'chat',
  apiId: api.id,
  stage: 'prod',
  durationInSeconds: 40,
  seed: 5,
  sources: [],
  connections: [
    {
      name: 'people',
      shape: { type: 'POISSON', ratePerSecond: 12 },
      stay: { distribution: 'EXPONENTIAL', meanMs: 8000 },
      reconnectAfter: { distribution: 'UNIFORM', minMs: 100, maxMs: 900 },
      messages: { ratePerSecond: 1, routes: { send: 3, type: 2 }, invalidBodies: 0.1 },
      apiKeys: { names: ['one', 'two'], distribution: 'UNIFORM' },
      identities: { count: 40, distribution: 'ZIPF' },
      missingTokens: 0.05,
      deniedIdentities: 0.1,
      wrongApiKeys: 0.05,
    },
    { name: 'crowd', shape: { type: 'BURST', count: 600, at: 20.123, spreadInSeconds: 0.01 } },
  ],
  backends: { '*': { latency: { distribution: 'LOGNORMAL', medianMs: 60, sigma: 0.6 }, errorRate: 0.05 } },
  authorizer: { latency: { distribution: 'LOGNORMAL', medianMs: 20, sigma: 0.5 }, errorRate: 0.05 },
}

/** One request of a run: what the host wrote to its flight, and what it was handed when. */
interface Noted {
  readonly at: Millis
  readonly facts: Pick<Flight, 'id' | 'route' | 'apiKey' | 'identity' | 'flags' | 'caller'>
  readonly answers: { readonly at: Millis; readonly answer: number; readonly isIntegration: boolean }[]
}

class NotingLines extends Lines {
  readonly requests = new Map<number, Noted>()
  override step(runtime: Runtime, flight: Flight, code: number, verdict: number, now: Millis): void {
    super.step(runtime, flight, code, verdict, now)
    const { id, route, apiKey, identity, flags, caller } = flight
    if (!this.requests.has(id)) {
      this.requests.set(id, { at: now, facts: { id, route, apiKey, identity, flags, caller }, answers: [] })
    }
  }
  override answered(runtime: Runtime, flight: Flight, code: number, answer: number, now: Millis): void {
    super.answered(runtime, flight, code, answer, now)
    this.requests.get(flight.id)!.answers.push({ at: now, answer, isIntegration: code === INTEGRATION })
  }
}

function simulated(): NotingLines {
  const trace = new NotingLines()
  const simulation = new Simulation(design, scenario, { trace })
  while (simulation.run(10_000));
  return trace
}

/** Hands back what was noted, when it was noted; what was too late never comes. */
class NotedHost implements FlightHost {
  readonly outcomes = new Set<string>()
  constructor(
    private readonly noted: ReadonlyMap<number, Noted>,
    private readonly runtime: Runtime,
    private readonly clock: ManualClock,
  ) {}

  async callAuthorizer(flight: Flight): Promise<AuthorizerAnswer> {
    const { at, answer } = this.noted.get(flight.id)!.answers.find(({ isIntegration }) => !isIntegration)!
    await this.clock.until(at)
    return { effect: answer as AuthorizerAnswer['effect'], apiKey: flight.apiKey }
  }

  async callIntegration(flight: Flight): Promise<IntegrationAnswer> {
    const { at, answer } = this.noted.get(flight.id)!.answers.find(({ isIntegration }) => isIntegration)!
    if (answer === INTEGRATION_TIMEOUT) return new Promise(() => undefined)
    await this.clock.until(at)
    return { outcome: answer, bytes: ABSENT }
  }

  respond(flight: Flight): void {
    this.outcomes.add(OUTCOMES[flight.outcome]!)
    this.runtime.flights.close(flight)
  }
}

async function served(noted: ReadonlyMap<number, Noted>): Promise<{ lines: string[]; outcomes: Set<string> }> {
  const trace = new Lines()
  const { runtime } = new Simulation(design, scenario, { trace })
  const clock = new ManualClock()
  const host = new NotedHost(noted, runtime, clock)
  const arriving = (async () => {
    for (const { at, facts } of noted.values()) {
      await clock.until(at)
      const flight = Object.assign(runtime.flights.open(), facts, { cacheSlot: ABSENT, cacheControl: 0 })
      begin(runtime, flight, at)
      void serveFlight(runtime, flight, host, clock)
    }
  })()
  await Promise.all([arriving, clock.run()])
  return { lines: trace.lines, outcomes: host.outcomes }
}

describe('the live host and the simulator, for a WebSocket API', () => {
  const run = simulated()

  test('decide alike about handshakes, messages and ends, line by line', async () => {
    const { lines, outcomes } = await served(run.requests)
    expect(lines).toEqual(run.lines)
    expect([...outcomes].toSorted()).toEqual([
      'ACCESS_DENIED_EXPLICIT',
      'AUTHORIZER_CONFIGURATION_ERROR',
      'BAD_REQUEST_BODY',
      'INTEGRATED',
      'INTEGRATION_SERVER_ERROR',
      'INTEGRATION_TIMEOUT',
      'INVALID_API_KEY',
      'QUOTA_EXCEEDED',
      'THROTTLED_ACCOUNT',
      'THROTTLED_METHOD',
      'THROTTLED_PLAN',
      'THROTTLED_STAGE',
      'UNAUTHORIZED',
    ])
    const steps = new Set(lines.map((line) => /"step":"([^"]+)"/.exec(line)![1]))
    expect(steps.has('connection-rate')).toBe(true)
  })

  test('do not, once an answer comes late', async () => {
    const [first] = [...run.requests.values()].filter(({ answers }) => answers.length > 0)
    const answers = first!.answers.map((answer) => ({ ...answer, at: answer.at + 1 }))
    const { lines } = await served(new Map(run.requests).set(first!.facts.id, { ...first!, answers }))
    expect(lines.join('\n') === run.lines.join('\n')).toBe(false)
  })
})
