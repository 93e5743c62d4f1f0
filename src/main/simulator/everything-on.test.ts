import { describe, expect, it } from 'vitest'
import { checkScenario } from '@shared/design/checks/check-scenario'
import type { SimulationResult } from '@shared/contract/simulation'
import type { Design } from '@shared/design/design'
import type { RestApi } from '@shared/design/rest-api'
import type { Scenario } from '@shared/design/scenario'
import { finished, richDesign, richScenario, RICH_API } from './rich-run.fixture'
import { Simulation } from './simulation'
import { simulationResult } from './simulation-result'

/** The rich run with users who think, clients who retry, backends with queues and cold starts, outages, and every kind of event. */
function everythingOn(seed = 1): { design: Design; scenario: Scenario } {
  const design = richDesign()
  const api = design.apis[0] as RestApi
  const items = api.resources['/items/{id}']!.methods.GET!
  const parameters = [...items.integration!.cacheKeyParameters!, 'method.request.header.Authorization']
  const get = { ...items, integration: { ...items.integration!, cacheKeyParameters: parameters } }
  const resources = { ...api.resources, '/items/{id}': { methods: { GET: get } } }
  const rich = richScenario({ seed })
  const [shoppers, ...others] = rich.sources
  const scenario: Scenario = {
    ...rich,
    sources: [
      {
        ...shoppers!,
        expiredTokens: 0.03,
        clientLatency: { distribution: 'LOGNORMAL', medianMs: 40, sigma: 0.4 },
        retry: { type: 'EXPONENTIAL', delayMs: 50, maxAttempts: 4, budget: 0.4 },
      },
      {
        name: 'users',
        shape: {
          type: 'CLOSED_LOOP',
          users: 60,
          thinkTime: { distribution: 'EXPONENTIAL', meanMs: 400 },
          rampUpInSeconds: 3,
          to: 20,
        },
        routes: { 'GET /items/{id}': 2, 'GET /small': 1, 'GET /slow': 1 },
        apiKeys: { names: ['acme', 'globex'], distribution: 'UNIFORM' },
        identities: { count: 60, distribution: 'HOT_SET', hotCount: 6, hotShare: 0.5 },
        items: { count: 30, distribution: 'UNIFORM' },
        retry: { type: 'FIXED', delayMs: 200 },
      },
      ...others,
    ],
    backends: {
      ...rich.backends,
      'GET /items/{id}': { latency: { distribution: 'EXPONENTIAL', meanMs: 60 }, isPersonal: true, timeoutRate: 0.001 },
      'GET /small': {
        latency: { distribution: 'CONSTANT', valueMs: 200 },
        concurrencyLimit: 3,
        whenBusy: 'QUEUE',
        queueLimit: 20,
        coldStart: { latency: { distribution: 'UNIFORM', minMs: 100, maxMs: 300 }, idleTimeoutInSeconds: 1 },
      },
      'GET /slow': {
        latency: { distribution: 'EXPONENTIAL', meanMs: 60 },
        outages: [
          { from: 4, to: 6, type: 'ERROR' },
          { from: 10, to: 11, type: 'TIMEOUT' },
        ],
      },
    },
    events: [
      { type: 'SET_LIMIT', at: 8, level: 'stage', rateLimit: 20, burstLimit: 5 },
      {
        type: 'SET_LIMIT',
        at: 12,
        level: 'planMethod',
        usagePlanId: 'gold00',
        route: 'PUT /orders',
        rateLimit: 9,
        burstLimit: 9,
      },
      { type: 'FLUSH_CACHE', at: 5 },
      { type: 'FLUSH_AUTHORIZER_CACHE', at: 5 },
      { type: 'DEPLOY', at: 6 },
      { type: 'REVOKE', at: 7, source: 'shoppers', share: 0.1 },
      { type: 'CHANGE_DATA', at: 9, route: 'GET /items/{id}' },
      { type: 'CHANGE_BACKEND', at: 13, route: '*', latencyFactor: 1.5, errorRate: 0.1 },
    ],
    checks: [
      { metric: 'latencyP95', route: 'GET /small', operator: '<', value: 10_000 },
      { metric: 'retries', operator: '>', value: 0 },
    ],
  }
  return { design: { ...design, apis: [{ ...api, resources }] }, scenario }
}

function bytesOf(simulation: Simulation, scenario: Scenario): string {
  const result: SimulationResult = simulationResult(simulation, scenario, 1)
  return JSON.stringify([
    result,
    simulation.recorder.samples.all(),
    Object.values(simulation.series.series).map((one) => [...one]),
  ])
}

describe('a run with everything on', () => {
  const { design, scenario } = everythingOn()
  const simulation = finished(design, scenario)
  const bytes = bytesOf(simulation, scenario)

  it('is of a scenario without problems', () => {
    expect(checkScenario(scenario, design)).toEqual([])
    expect(scenario.apiId).toBe(RICH_API)
  })

  it('gives the same result for the same seed, byte for byte, and another one for another', () => {
    const again = everythingOn()
    const other = everythingOn(2)
    expect(bytesOf(finished(again.design, again.scenario), again.scenario) === bytes).toBe(true)
    expect(bytesOf(finished(other.design, other.scenario), other.scenario) === bytes).toBe(false)
  })

  it.each([1, 7, 333])('gives the same result in turns of %d events, and with stops in between', (events) => {
    const cut = new Simulation(design, scenario)
    for (let until = 0.37; until < cut.durationMs; until += 411.3) while (cut.now < until) cut.run(events, until)
    while (cut.run(events));
    expect(bytesOf(cut, scenario) === bytes).toBe(true)
  })

  it('answers every request once, and leaves nobody waiting', () => {
    const { runtime, requests, queued } = simulation
    const { totals, timeSeries, answers } = simulationResult(simulation, scenario, 1)
    const arrived = timeSeries.requests.reduce((sum, count) => sum + count, 0)
    expect([runtime.flights.openCount, queued, totals.requests, arrived]).toEqual([0, 0, requests, requests])
    const { leakedReads, staleReads, allowedAfterRevocation, retries, backend } = answers
    const seen = [
      staleReads,
      allowedAfterRevocation,
      retries.attempts,
      retries.givenUp,
      backend.queued,
      backend.coldStarts,
    ]
    expect([leakedReads, seen.every((figure) => figure > 0)]).toEqual([0, true])
  })
})
