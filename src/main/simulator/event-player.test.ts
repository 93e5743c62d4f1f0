import { describe, expect, it } from 'vitest'
import type { SimulationResult } from '@shared/contract/simulation'
import type { Design } from '@shared/design/design'
import type { LimitChange, Scenario, ScenarioEvent } from '@shared/design/scenario'
import { AT_ONCE, guardedRun } from './guarded-run.fixture'
import { finished, plainRun, richDesign, richScenario } from './rich-run.fixture'
import { Simulation } from './simulation'
import { simulationResult } from './simulation-result'

function resultOf({ design, scenario }: { design: Design; scenario: Scenario }): SimulationResult {
  return simulationResult(finished(design, scenario), scenario, 1)
}

/** Requests that a bucket admits in each second, of evenly spaced ones; rates in tokens a second, from a second on. All in sixtieths. */
function admittedBySecond(
  offered: number,
  burst: number,
  rates: readonly { from: number; rate: number; burst: number }[],
) {
  const bySecond = Array.from({ length: 60 }, () => 0)
  let [level, limit] = [burst * 60, rates[0]!]
  for (let k = 0; k < offered * 60; k++) {
    const next = rates.findLast(({ from }) => from <= k / offered)!
    if (k > 0) level = Math.min(limit.burst * 60, level + (limit.rate * 60) / offered)
    level = Math.min(level, next.burst * 60)
    limit = next
    if (level < 60) continue
    level -= 60
    bySecond[Math.floor(k / offered)]! += 1
  }
  return bySecond
}

describe('a limit that changes', () => {
  it('admits to the request what the tokens at the old rate and then at the new one allow', () => {
    const run = plainRun(
      { shape: { type: 'CONSTANT', ratePerSecond: 300 } },
      {
        events: [
          { type: 'SET_LIMIT', at: 40, level: 'method', route: 'GET /', rateLimit: 30, burstLimit: 10 },
          { type: 'SET_LIMIT', at: 20, level: 'method', route: 'GET /', rateLimit: 200, burstLimit: 500 },
          { type: 'SET_LIMIT', at: 50, level: 'method', route: 'GET /', rateLimit: 600, burstLimit: 50 },
        ],
      },
      { '/GET': { throttlingRateLimit: 100, throttlingBurstLimit: 50 } },
    )
    expect(resultOf(run).timeSeries.admitted).toEqual(
      admittedBySecond(300, 50, [
        { from: 0, rate: 100, burst: 50 },
        { from: 20, rate: 200, burst: 500 },
        { from: 40, rate: 30, burst: 10 },
        { from: 50, rate: 600, burst: 50 },
      ]),
    )
  })

  it.each<[Partial<LimitChange> & Pick<LimitChange, 'level'>, string[]]>([
    [{ level: 'account' }, ['account']],
    [{ level: 'stage' }, ['GET /orders', 'PUT /orders', 'GET /slow', 'GET /small']],
    [{ level: 'method', route: 'POST /orders' }, ['POST /orders']],
    [{ level: 'plan', usagePlanId: 'gold00' }, ['acme', 'globex']],
    [{ level: 'planMethod', usagePlanId: 'gold00', route: 'PUT /orders' }, ['acme', 'globex']],
  ])('is that of the buckets it names: %o', (change, expected) => {
    const limit = { rateLimit: 7, burstLimit: 9 }
    const event: LimitChange = { type: 'SET_LIMIT', at: 1, ...change, ...limit }
    const { runtime } = finished(richDesign(), richScenario({ events: [event] }))
    const { names, methodBuckets, usagePlanBuckets, planMethodBuckets, accountBucket } = runtime
    const keys = names.planKeys.map(({ apiKey }) => names.apiKeys[apiKey]!.name)
    const isSet = (buckets: typeof methodBuckets, index: number): boolean =>
      Math.round(buckets.limit(index).rateLimit) === 7 && buckets.limit(index).burstLimit === 9
    const changed = [
      ...names.methodBuckets.flatMap(({ label }, at) => (isSet(methodBuckets, at) ? [label] : [])),
      ...keys.flatMap((key, row) => (isSet(usagePlanBuckets, row) ? [key] : [])),
      ...keys.flatMap((key, row) => (row < planMethodBuckets.count && isSet(planMethodBuckets, row) ? [key] : [])),
      ...(isSet(accountBucket, 0) ? ['account'] : []),
    ]
    expect(changed).toEqual(expected)
  })

  it.each(['method', 'stage'] as const)('holds where there was none before, for the %s', (level) => {
    const event = { type: 'SET_LIMIT', at: 30, level, rateLimit: 10, burstLimit: 5 } as const
    const { totals, answers, throttledByLevel } = resultOf(
      plainRun({ shape: { type: 'CONSTANT', ratePerSecond: 100 } }, { events: [{ ...event, route: 'GET /' }] }),
    )
    expect([totals.admitted, throttledByLevel[level]]).toEqual([3000 + 5 + 299, 3000 - 304])
    expect(answers.headroom[0]).toEqual({ label: 'GET /', level, used: 100, limit: 10 })
  })

  it('can come while the run goes on, and is then as if the scenario had had it', () => {
    const event: LimitChange = { type: 'SET_LIMIT', at: 12.5, level: 'account', rateLimit: 50, burstLimit: 5 }
    const simulation = new Simulation(richDesign(), richScenario())
    while (simulation.now < 12_500) simulation.run(1000, 12_500)
    simulation.addEvents([event])
    while (simulation.run(1000));
    const figuresOf = (run: Simulation): unknown => {
      const { elapsedMs: _, requestsPerSecondOfWallClock: __, ...figures } = simulationResult(run, richScenario(), 1)
      return figures
    }
    const told = finished(richDesign(), richScenario({ events: [event] }))
    expect(figuresOf(simulation)).toEqual(figuresOf(told))
    expect(figuresOf(told)).not.toEqual(figuresOf(finished(richDesign(), richScenario())))
  })
})

describe('what is forgotten', () => {
  const cached = { cacheTtlInSeconds: 3600 }
  const at = (type: 'FLUSH_CACHE' | 'DEPLOY' | 'FLUSH_AUTHORIZER_CACHE', ...seconds: number[]): ScenarioEvent[] =>
    seconds.map((second) => ({ type, at: second }))

  it('is every response with a flush, before a request of the same time, and none of them counts as evicted', () => {
    const { cache, answers } = resultOf(guardedRun(cached, {}, { events: at('FLUSH_CACHE', 7, 20.05, 33) }))
    expect([cache, answers.cacheEvictions]).toEqual([{ hits: 596, misses: 4, hitRatio: 596 / 600 }, 0])
  })

  it('is the same with a deployment, if the project takes it for granted', () => {
    const { design, scenario } = guardedRun(cached, {}, { events: at('DEPLOY', 10, 20) })
    const assumptions = { ...design.assumptions, flushCacheOnDeploy: true }
    const misses = [design, { ...design, assumptions } as Design].map(
      (one) => resultOf({ design: one, scenario }).cache.misses,
    )
    expect(misses).toEqual([1, 3])
  })

  it('is every kept authorizer result with a flush of those', () => {
    const authorizer = { type: 'TOKEN', authorizerResultTtlInSeconds: 3600 } as const
    const result = resultOf(guardedRun({ authorizer }, {}, { events: at('FLUSH_AUTHORIZER_CACHE', 5, 6) }))
    expect(result.authorizer).toEqual({ calls: 3, hits: 597 })
  })
})

describe('a backend that changes', () => {
  it('takes so many times as long and fails so often from then on', () => {
    const run = guardedRun(
      {},
      {},
      {
        backends: { '*': { latency: { distribution: 'CONSTANT', valueMs: 100 } } },
        events: [
          { type: 'CHANGE_BACKEND', at: 30, route: 'GET /', latencyFactor: 3 },
          { type: 'CHANGE_BACKEND', at: 45, route: '*', errorRate: 1 },
          { type: 'CHANGE_BACKEND', at: 50, route: 'GET /', latencyFactor: 1, errorRate: 0 },
        ],
      },
    )
    const { byOutcome, latency, integration } = resultOf(run)
    const isNear = (value: number, expected: number): boolean => Math.abs(value / expected - 1) < 0.012
    expect([byOutcome, isNear(latency.p50, 100), isNear(latency.max, 300)]).toEqual([
      { INTEGRATED: 550, INTEGRATION_SERVER_ERROR: 50 },
      true,
      true,
    ])
    // 400 calls of 100 ms and 200 of 300 ms within a minute; the last ends after it.
    expect(integration.meanInFlight).toBeCloseTo((400 * 0.1 + 200 * 0.3) / 60, 9)
  })
})

describe('events after the end', () => {
  it('do not happen', () => {
    const run = guardedRun({}, {}, { backends: { '*': { latency: AT_ONCE } } })
    const events: ScenarioEvent[] = [{ type: 'SET_LIMIT', at: 60, level: 'account', rateLimit: 1, burstLimit: 1 }]
    const { runtime } = finished(run.design, { ...run.scenario, events })
    expect(runtime.accountBucket.limit(0)).toEqual({ rateLimit: 1e6, burstLimit: 1e6 })
  })
})
