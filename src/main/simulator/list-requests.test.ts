import { describe, expect, it } from 'vitest'
import type { ListedRequest, RequestFilter } from '@shared/contract/simulation'
import { OUTCOMES } from '@shared/outcome'
import { ALLOW } from '../engine/effect'
import { ABSENT, type Flight } from '../engine/flight'
import { INTEGRATION } from '../engine/pipeline/step-codes'
import type { Runtime, TraceSink } from '../engine/runtime'
import { RESPOND } from '../engine/verdict'
import { listRequests } from './list-requests'
import type { PlayedRun } from './played-run'
import { endedRun, WITHOUT_BREAK } from './played-run.fixture'
import { plainRun, richDesign, richScenario } from './rich-run.fixture'
import { Simulation } from './simulation'

const rich = endedRun({ design: richDesign(), scenario: richScenario() })

type Seen = Omit<ListedRequest, 'latencyMs' | 'attempt'>

/** Everything that a trace tells of every request. */
class Everything implements TraceSink {
  readonly seen = new Map<number, Seen>()
  private readonly run: PlayedRun

  constructor(run: PlayedRun) {
    this.run = run
  }

  step(runtime: Runtime, flight: Flight, _code: number, verdict: number): void {
    if (verdict === RESPOND) this.note(runtime, flight, flight.outcome)
  }

  answered(runtime: Runtime, flight: Flight, code: number, answer: number): void {
    if (code === INTEGRATION) this.note(runtime, flight, answer)
    else if (answer !== ALLOW) this.note(runtime, flight, flight.outcome)
  }

  private note({ names }: Runtime, { id, startedAt, route, apiKey, caller }: Flight, outcome: number): void {
    this.seen.set(id, {
      requestId: id,
      atMs: startedAt,
      routeKey: names.routes[route]!.routeKey,
      apiKey: names.apiKeys[apiKey]?.name ?? (apiKey === ABSENT ? '' : 'unknown key'),
      source: this.run.scenario.sources[caller]!.name,
      outcome: OUTCOMES[outcome]!,
    })
  }
}

function everything(run: PlayedRun): Seen[] {
  const sink = new Everything(run)
  const simulation = new Simulation(run.design, run.scenario, { trace: sink })
  while (simulation.run(10_000));
  return [...sink.seen.values()].sort((a, b) => a.requestId - b.requestId)
}

const all = everything(rich)

async function listed(filter: RequestFilter, limit = 1000, run: PlayedRun = rich) {
  return (await listRequests(run, filter, limit, WITHOUT_BREAK))!
}

const FILTERS: readonly (readonly [string, RequestFilter, (one: Seen) => boolean])[] = [
  ['all', {}, () => true],
  ['a span of time', { fromMs: 4000, toMs: 6500 }, ({ atMs }) => atMs >= 4000 && atMs < 6500],
  ['a route', { routeKey: 'POST /orders' }, ({ routeKey }) => routeKey === 'POST /orders'],
  ['a key', { apiKey: 'initech' }, ({ apiKey }) => apiKey === 'initech'],
  ['no key', { apiKey: '' }, ({ apiKey }) => apiKey === ''],
  ['a key nobody has', { apiKey: 'unknown key' }, ({ apiKey }) => apiKey === 'unknown key'],
  ['a source', { source: 'batch' }, ({ source }) => source === 'batch'],
  ['outcomes', { outcomes: ['CACHED', 'BLOCKED'] }, ({ outcome }) => ['CACHED', 'BLOCKED'].includes(outcome)],
  [
    'everything at once',
    {
      fromMs: 1000,
      toMs: 15_000,
      routeKey: 'GET /items/{id}',
      apiKey: 'acme',
      source: 'shoppers',
      outcomes: ['CACHED'],
    },
    ({ atMs, routeKey, apiKey, outcome }) =>
      atMs >= 1000 && atMs < 15_000 && routeKey === 'GET /items/{id}' && apiKey === 'acme' && outcome === 'CACHED',
  ],
  ['a route that does not exist', { routeKey: 'GET /nowhere' }, () => false],
]

describe('listRequests', () => {
  it.each(FILTERS)('finds %s as a trace of everything does', async (_, filter, matches) => {
    const expected = all.filter(matches)
    const { requests, matching } = await listed(filter, 50)
    expect(matching).toBe(expected.length)
    expect(requests.map(({ latencyMs: _latency, attempt: _attempt, ...rest }) => rest)).toEqual(expected.slice(0, 50))
  })

  it('gives the first by number, though answers come in another order', async () => {
    const { requests } = await listed({}, 3)
    expect(requests.map(({ requestId }) => requestId)).toEqual([0, 1, 2])
    expect(requests.every(({ latencyMs }) => latencyMs >= 0)).toBe(true)
  })

  it('numbers the attempts of clients that try again', async () => {
    const run = endedRun(
      plainRun(
        { shape: { type: 'BURST', count: 3, at: 0 }, retry: { type: 'FIXED', delayMs: 10, maxAttempts: 3 } },
        { durationInSeconds: 1 },
        { '/GET': { throttlingRateLimit: 1, throttlingBurstLimit: 1 } },
      ),
    )
    const { requests } = await listed({}, 100, run)
    expect(requests.map(({ attempt, outcome }) => `${attempt} ${outcome}`)).toEqual([
      '0 INTEGRATED',
      ...[0, 0, 1, 1, 2, 2].map((attempt) => `${attempt} THROTTLED_METHOD`),
    ])
  })

  it('counts nothing that a run which was stopped had not answered', async () => {
    const stopped = { ...rich, reachedMs: 5000 }
    const { requests } = await listed({}, 10_000, stopped)
    expect(requests.length).toBeGreaterThan(500)
    expect(Math.max(...requests.map(({ atMs, latencyMs }) => atMs + latencyMs))).toBeLessThan(5000 + 31)
  })

  it('ends when nobody wants the list any more', async () => {
    const cancelled = { pause: async () => undefined, isCancelled: () => true }
    const long = endedRun(plainRun({ shape: { type: 'CONSTANT', ratePerSecond: 5000 } }))
    expect(await listRequests(long, {}, 10, cancelled)).toBeNull()
  })
})
