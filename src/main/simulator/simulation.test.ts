import { describe, expect, it } from 'vitest'
import { checkDesign } from '@shared/design/checks/check-design'
import { checkScenario } from '@shared/design/checks/check-scenario'
import { setMethodSetting } from '@shared/design/edits/set-method-setting'
import type { SimulationResult } from '@shared/contract/simulation'
import type { Design } from '@shared/design/design'
import type { Scenario } from '@shared/design/scenario'
import { OUTCOMES, type OutcomeName } from '@shared/outcome'
import type { Flight } from '../engine/flight'
import type { Runtime, TraceSink } from '../engine/runtime'
import { finished, plainRun, richDesign, richScenario, RICH_API } from './rich-run.fixture'
import { Simulation } from './simulation'
import { simulationResult } from './simulation-result'

function resultOf(design: Design, scenario: Scenario): SimulationResult {
  return simulationResult(finished(design, scenario), scenario, 1)
}

const total = (counts: Iterable<number>): number => [...counts].reduce((sum, count) => sum + count, 0)

/** One line for each request, in order: everything that was drawn for it. */
class ArrivalLog implements TraceSink {
  readonly lines: string[] = []

  step(_: Runtime, flight: Flight): void {
    if (flight.id !== this.lines.length) return
    const { id, startedAt, caller, route, apiKey, identity, cacheSlot, flags } = flight
    this.lines.push([id, startedAt, caller, route, apiKey, identity, cacheSlot, flags].join(' '))
  }

  answered(): void {}
}

function arrivalsOf(design: Design, scenario: Scenario): string[] {
  const log = new ArrivalLog()
  const simulation = new Simulation(design, scenario, { trace: log })
  while (simulation.run(10_000));
  return log.lines
}

describe('the rich run', () => {
  const result = resultOf(richDesign(), richScenario())

  it('is of a design and a scenario without problems', () => {
    expect(checkDesign({ ...richDesign(), scenarios: [richScenario()] })).toEqual([])
    expect(checkScenario(richScenario(), richDesign())).toEqual([])
  })

  it('ends requests in every way but those that only a live backend knows', () => {
    const unknown: OutcomeName[] = ['INTEGRATION_CLIENT_ERROR', 'INTEGRATION_FAILURE']
    const expected = OUTCOMES.filter((name) => !unknown.includes(name))
    expect(Object.keys(result.byOutcome)).toEqual(expected)
  })

  it('counts each request once: outcomes, statuses, routes, keys and seconds add up', () => {
    const { totals, timeSeries } = result
    const requests = totals.requests
    expect({
      byOutcome: total(Object.values(result.byOutcome)),
      byStatus: total(Object.values(result.byStatus)),
      routes: total(result.routes.map((row) => row.requests)),
      apiKeys: total(result.apiKeys.map((row) => row.requests)),
      seconds: total(timeSeries.requests),
      families: totals.admitted + totals.throttled + totals.quotaExceeded + totals.blocked + totals.denied,
    }).toEqual({
      byOutcome: requests,
      byStatus: requests,
      routes: requests,
      apiKeys: requests,
      seconds: requests,
      // A failed authorizer is an error that was not admitted.
      families: requests - result.byOutcome['AUTHORIZER_CONFIGURATION_ERROR']!,
    })
    for (const member of ['admitted', 'throttled'] as const) {
      expect([
        total(result.routes.map((row) => row[member])),
        total(result.apiKeys.map((row) => row[member])),
        total(timeSeries[member]),
      ]).toEqual([totals[member], totals[member], totals[member]])
    }
    expect(total(Object.values(result.throttledByLevel))).toBe(totals.throttled)
    expect(result.routes.map((row) => total(Object.values(row.outcomes)))).toEqual(
      result.routes.map((row) => row.requests),
    )
  })

  it('counts what the stores were asked', () => {
    const { byOutcome, cache, integration, routes } = result
    const items = routes.find(({ key }) => key === 'GET /items/{id}')!.outcomes
    // Past the look-up a request of a cached route is answered by the backend.
    const misses = ['INTEGRATED', 'INTEGRATION_SERVER_ERROR', 'INTEGRATION_TIMEOUT'].map((name) => items[name] ?? 0)
    expect(cache).toEqual({
      hits: byOutcome['CACHED'],
      misses: total(misses),
      hitRatio: byOutcome['CACHED']! / (byOutcome['CACHED']! + total(misses)),
    })
    expect(integration.calls).toBe(
      byOutcome['INTEGRATED']! + byOutcome['INTEGRATION_SERVER_ERROR']! + byOutcome['INTEGRATION_TIMEOUT']!,
    )
  })

  it('lets exactly its quota through', () => {
    const row = result.apiKeys.find(({ key }) => key === 'initech')!
    expect([row.admitted, row.outcomes['QUOTA_EXCEEDED']! > 100]).toEqual([100, true])
  })

  it('leaves nothing in flight', () => {
    const { runtime, requests } = finished(richDesign(), richScenario())
    expect([runtime.flights.openCount, requests]).toEqual([0, result.totals.requests])
  })
})

describe('the same seed', () => {
  it('gives the same result, byte for byte, but for the members about the wall clock', () => {
    const [a, b] = [3.5, 900].map((elapsedMs) => {
      const scenario = richScenario({ checks: [{ metric: 'latencyP95', operator: '<', value: 500 }] })
      return simulationResult(finished(richDesign(), scenario), scenario, elapsedMs)
    })
    const bytes = (result: SimulationResult): string =>
      JSON.stringify({ ...result, elapsedMs: 0, requestsPerSecondOfWallClock: 0 })
    expect(bytes(a!)).toBe(bytes(b!))
    expect([a!.elapsedMs, b!.elapsedMs]).toEqual([3.5, 900])
  })

  it('gives the same run however it is cut into turns', () => {
    const samples = [1, 7, 1_000_000].map((events) => {
      const simulation = new Simulation(richDesign(), richScenario())
      while (simulation.run(events));
      return JSON.stringify([simulation.recorder.samples.all(), [...simulation.recorder.byApiKey]])
    })
    expect(new Set(samples).size).toBe(1)
  })

  it('and another seed gives another result', () => {
    const arrivals = [1, 2].map((seed) => arrivalsOf(richDesign(), richScenario({ seed })).slice(0, 20))
    expect(arrivals[0]).not.toEqual(arrivals[1])
  })
})

describe('an edit of the design', () => {
  const before = arrivalsOf(richDesign(), richScenario())

  it('of a limit never changes who comes when and with what', () => {
    const tighter = setMethodSetting(richDesign(), RICH_API, 'prod', '/orders/POST', {
      throttlingRateLimit: 1,
      throttlingBurstLimit: 1,
    })
    const wider = { ...tighter, account: { throttleSettings: { rateLimit: 9999, burstLimit: 9999 } }, usagePlans: [] }
    for (const design of [tighter, wider]) {
      const after = arrivalsOf(design, richScenario())
      expect(after.length).toBe(before.length)
      expect(after.findIndex((line, at) => line !== before[at])).toBe(-1)
    }
  })

  it('nor does another backend, an authorizer that fails, or one source more change those of the others', () => {
    const slower = richScenario({
      backends: { '*': { latency: { distribution: 'CONSTANT', valueMs: 1 } } },
      authorizer: { latency: { distribution: 'CONSTANT', valueMs: 900 }, errorRate: 1 },
    })
    expect(arrivalsOf(richDesign(), slower)).toEqual(before)
    const { sources } = richScenario()
    const more = richScenario({
      sources: [
        ...sources,
        { name: 'late', shape: { type: 'POISSON', ratePerSecond: 9 }, routes: { 'GET /orders': 1 } },
      ],
    })
    const withoutIds = (lines: readonly string[]): string[] => lines.map((line) => line.replace(/^\d+ /, ''))
    const others = arrivalsOf(richDesign(), more).filter((line) => line.split(' ')[2] !== String(sources.length))
    // Identities of another source come after those that were there.
    expect(withoutIds(others).map((line) => line.split(' ').slice(0, 4))).toEqual(
      withoutIds(before).map((line) => line.split(' ').slice(0, 4)),
    )
  })
})

describe('theory', () => {
  it('admits burst + rate x time of constant arrivals, to the request, in every second', () => {
    const { design, scenario } = plainRun(
      { shape: { type: 'CONSTANT', ratePerSecond: 300 } },
      {},
      { '/GET': { throttlingRateLimit: 100, throttlingBurstLimit: 50 } },
    )
    const { totals, timeSeries, throttledByLevel } = resultOf(design, scenario)
    const admittedBy = (lastMs: number): number => Math.floor(50 + (100 * lastMs) / 1000 + 1e-9)
    const lastOf = (second: number): number => ((second * 300 - 1) * 1000) / 300
    expect(totals).toMatchObject({ requests: 18_000, admitted: admittedBy(lastOf(60)), throttled: 18_000 - 6049 })
    expect(timeSeries.admitted).toEqual(
      Array.from({ length: 60 }, (_, s) => admittedBy(lastOf(s + 1)) - (s === 0 ? 0 : admittedBy(lastOf(s)))),
    )
    expect(throttledByLevel).toEqual({ planMethod: 0, plan: 0, method: 11_951, stage: 0, account: 0 })
  })

  it.each([
    [8, 10],
    [2, 2],
    [20, 15],
  ])('loses of Poisson arrivals with a load of %d on %d servers what Erlang’s formula B says', (load, servers) => {
    const ratePerSecond = load / 0.08
    const { design, scenario } = plainRun(
      { shape: { type: 'POISSON', ratePerSecond } },
      {
        durationInSeconds: 120_000 / ratePerSecond,
        backends: { '*': { latency: { distribution: 'EXPONENTIAL', meanMs: 80 }, concurrencyLimit: servers } },
      },
    )
    const { totals, timeSeries } = resultOf(design, scenario)
    const { loss, standardError } = lossBySeconds(timeSeries)
    const erlangB = Array.from({ length: servers }, (_, at) => at + 1).reduce(
      (blocking, server) => (load * blocking) / (server + load * blocking),
      1,
    )
    expect(totals.blocked / totals.requests).toBeCloseTo(loss, 6)
    expect(standardError).toBeLessThan(0.005)
    expect(Math.abs(loss - erlangB)).toBeLessThan(3 * standardError)
  })

  it('has as many calls in flight as Little’s law says', () => {
    const until = { shape: { type: 'POISSON', ratePerSecond: 200, to: 90 } } as const
    const constant = plainRun(until, {
      durationInSeconds: 100,
      backends: { '*': { latency: { distribution: 'CONSTANT', valueMs: 250 } } },
    })
    const exact = resultOf(constant.design, constant.scenario)
    expect(exact.integration.meanInFlight).toBeCloseTo((exact.integration.calls * 0.25) / 100, 6)
    const { design, scenario } = plainRun(
      { shape: { type: 'POISSON', ratePerSecond: 500 } },
      { durationInSeconds: 200, backends: { '*': { latency: { distribution: 'EXPONENTIAL', meanMs: 100 } } } },
    )
    expect(Math.abs(resultOf(design, scenario).integration.meanInFlight / 50 - 1)).toBeLessThan(0.02)
  })

  it('counts only the part of a call that lies within the run', () => {
    const { design, scenario } = plainRun(
      { shape: { type: 'BURST', count: 4, at: 9 } },
      { durationInSeconds: 10, backends: { '*': { latency: { distribution: 'CONSTANT', valueMs: 20_000 } } } },
    )
    expect(resultOf(design, scenario).integration).toEqual({ calls: 4, meanInFlight: 0.4 })
  })

  it('has the latencies of its backend, with the gateway’s own on top', () => {
    const { design, scenario } = plainRun(
      { shape: { type: 'POISSON', ratePerSecond: 2000 } },
      {
        backends: { '*': { latency: { distribution: 'LOGNORMAL', medianMs: 80, sigma: 0.5 } } },
        overhead: { distribution: 'CONSTANT', valueMs: 20 },
      },
    )
    const { latency } = resultOf(design, scenario)
    const quantile = (z: number): number => 20 + 80 * Math.exp(0.5 * z)
    const off = [latency.p50 / quantile(0), latency.p95 / quantile(1.644854), latency.p99 / quantile(2.326348)]
    for (const ratio of off) expect(Math.abs(ratio - 1)).toBeLessThan(0.02)
    expect(Math.abs(latency.mean / (20 + 80 * Math.exp(0.125)) - 1)).toBeLessThan(0.01)
    expect(latency.max).toBeGreaterThan(quantile(3.5))
  })

  it('hits the cache as often as a renewal process over its items does', () => {
    const { design, scenario } = cachedRun({ count: 100, distribution: 'UNIFORM' }, 200, 5)
    // An item is asked for twice a second; of each cycle's 1 + 2 x 5 requests the first misses.
    const { cache } = resultOf(design, scenario)
    expect(Math.abs(cache.hitRatio! - 10 / 11)).toBeLessThan(0.002)
  })

  it('calls the backend once for each item within the time to live where nothing overlaps', () => {
    const { design, scenario } = cachedRun({ count: 50, distribution: 'ZIPF' }, 200, 3600)
    expect(resultOf(design, scenario).cache.misses).toBe(50)
  })

  it('calls the authorizer once for each caller within the time to live where nothing overlaps', () => {
    const { design, scenario } = plainRun(
      { shape: { type: 'POISSON', ratePerSecond: 100 }, identities: { count: 40, distribution: 'UNIFORM' } },
      { authorizer: { latency: { distribution: 'CONSTANT', valueMs: 0 } } },
    )
    const authorized = withAuthorizer(design, 3600)
    const { authorizer, totals } = resultOf(authorized, scenario)
    expect(authorizer).toEqual({ calls: 40, hits: totals.requests - 40 })
    const { calls } = resultOf(withAuthorizer(design, 0), scenario).authorizer
    expect(calls).toBe(totals.requests)
  })

  it('calls the authorizer for each request that comes while the first call is under way', () => {
    const { design, scenario } = plainRun(
      { shape: { type: 'CONSTANT', ratePerSecond: 10 } },
      { authorizer: { latency: { distribution: 'CONSTANT', valueMs: 450 } } },
    )
    // At 0, 100, 200, 300 and 400 ms; the answer is kept from 450 ms on.
    expect(resultOf(withAuthorizer(design, 3600), scenario).authorizer).toEqual({ calls: 5, hits: 595 })
  })
})

/** Share of requests that were not admitted, with its standard error from the means of 40 stretches. */
function lossBySeconds({ requests, admitted }: SimulationResult['timeSeries']): {
  loss: number
  standardError: number
} {
  const size = Math.floor(requests.length / 40)
  const losses = Array.from({ length: 40 }, (_, at) => {
    const [all, got] = [requests, admitted].map((series) => total(series.slice(at * size, (at + 1) * size)))
    return 1 - got! / all!
  })
  const mean = total(losses) / 40
  const variance = total(losses.map((loss) => (loss - mean) ** 2)) / 39
  return { loss: 1 - total(admitted) / total(requests), standardError: Math.sqrt(variance / 40) }
}

function withAuthorizer(design: Design, authorizerResultTtlInSeconds: number): Design {
  const api = design.apis[0]! as Extract<Design['apis'][number], { protocolType: 'REST' }>
  const method = { ...api.resources['/']!.methods.GET!, authorizationType: 'CUSTOM' as const, authorizerId: 'tokens' }
  const tokens = { type: 'TOKEN' as const, authorizerResultTtlInSeconds }
  return { ...design, apis: [{ ...api, authorizers: { tokens }, resources: { '/': { methods: { GET: method } } } }] }
}

/** 600 seconds of Poisson arrivals at a cached route whose backend answers at once. */
function cachedRun(items: NonNullable<Scenario['sources'][number]['items']>, ratePerSecond: number, ttl: number) {
  const { design, scenario } = plainRun(
    { shape: { type: 'POISSON', ratePerSecond }, items },
    { durationInSeconds: 600, backends: { '*': { latency: { distribution: 'CONSTANT', valueMs: 0 } } } },
    { '/GET': { cachingEnabled: true, cacheTtlInSeconds: ttl } },
  )
  const api = design.apis[0]! as Extract<Design['apis'][number], { protocolType: 'REST' }>
  const get = api.resources['/']!.methods.GET!
  const integration = { ...get.integration!, cacheKeyParameters: ['method.request.querystring.id'] }
  const prod = { ...api.stages['prod']!, cacheClusterEnabled: true }
  const cached = { ...api, stages: { prod }, resources: { '/': { methods: { GET: { ...get, integration } } } } }
  return { design: { ...design, apis: [cached] }, scenario }
}
