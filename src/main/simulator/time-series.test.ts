import { describe, expect, it } from 'vitest'
import type { SeriesName } from '@shared/contract/snapshot'
import type { ThrottleSettings } from '@shared/design/design'
import { finished, plainRun, richDesign, richScenario } from './rich-run.fixture'
import { Simulation } from './simulation'
import { takeSnapshot } from './take-snapshot'
import { MAX_STEPS } from './time-series'

const CONTEXT = { runId: 'r', sequence: 0, isFinal: true, elapsedMs: 1 }

describe('time series', () => {
  const simulation = finished(richDesign(), richScenario())
  const { series, stepMs, totals, bucketSeries, buckets } = takeSnapshot(simulation, CONTEXT)
  const sumOf = (name: SeriesName): number =>
    Math.round((series[name].reduce((sum, rate) => sum + rate, 0) * stepMs) / 1000)

  it('add up to the totals, family by family, when everything is answered before the end', () => {
    const { throttledByLevel: level } = totals
    const sums: Partial<Record<SeriesName, number>> = {
      offered: totals.offered,
      served: totals.served,
      cacheHit: totals.cacheHit,
      rejected: totals.rejected,
      denied: totals.denied,
      // The stack of outcomes has one area for all 429s; tables and tiles count quotas apart.
      throttled: totals.throttled + totals.quotaExceeded,
      error: totals.error,
      throttledPlanMethod: level.planMethod,
      throttledPlan: level.plan,
      throttledMethod: level.method,
      throttledStage: level.stage,
      throttledAccount: level.account,
      quotaExceeded: totals.quotaExceeded,
      status2xx: totals.served + totals.cacheHit,
      status4xx: totals.rejected + totals.denied,
      status429: totals.throttled + totals.quotaExceeded,
      status5xx: totals.error,
      authorizerCalls: totals.authorizerCalls,
      authorizerHits: totals.authorizerHits,
    }
    const actual = Object.fromEntries(Object.keys(sums).map((name) => [name, sumOf(name as SeriesName)]))
    expect(actual).toEqual(sums)
    expect(Object.values(sums).every((sum) => sum > 0)).toBe(true)
  })

  it('stack up to what was offered in the end', () => {
    const stacked = (['served', 'cacheHit', 'rejected', 'denied', 'throttled', 'error'] as const).map(sumOf)
    expect(stacked.reduce((sum, count) => sum + count)).toBe(sumOf('offered'))
    expect(sumOf('offered')).toBe(simulation.requests)
  })

  it('have a hit ratio between 0 and 1 where the cache was asked, and none where it was not', () => {
    const asked = [...series.cacheHitRatio].filter((ratio) => !Number.isNaN(ratio))
    expect(asked.length).toBeGreaterThan(50)
    expect([Math.min(...asked) >= 0, Math.max(...asked) <= 1]).toEqual([true, true])
    expect(series.cacheHitRatio.at(-1)).toBeNaN()
  })

  it('order the percentiles of each step', () => {
    const steps = [...series.latencyP50.keys()].filter((at) => !Number.isNaN(series.latencyP50[at]))
    const isOrdered = (at: number): boolean =>
      series.latencyP50[at]! <= series.latencyP95[at]! && series.latencyP95[at]! <= series.latencyP99[at]!
    expect([steps.length > 100, steps.every(isOrdered)]).toEqual([true, true])
  })

  it('watch the buckets of methods, keys and the account, none above its burst', () => {
    expect(buckets.map(({ level, label }) => `${level} ${label}`)).toEqual([
      'method GET /items/{id}',
      'stage GET /orders',
      'method POST /orders',
      'stage PUT /orders',
      'stage GET /slow',
      'stage GET /small',
      'plan acme on Gold',
      'plan globex on Gold',
      'account us-east-1',
    ])
    const isWithin = (levels: Float64Array, { burstLimit }: ThrottleSettings): boolean =>
      levels.every((level) => level > -1e-6 && level <= burstLimit)
    expect(bucketSeries.map((levels, at) => isWithin(levels, buckets[at]!))).toEqual(buckets.map(() => true))
  })

  it('show a bucket’s level at the end of each step, refilled up to there', () => {
    const { design, scenario } = plainRun(
      { shape: { type: 'BURST', count: 8, at: 0.05 } },
      { durationInSeconds: 1 },
      { '/GET': { throttlingRateLimit: 10, throttlingBurstLimit: 8 } },
    )
    const levels = takeSnapshot(finished(design, scenario), CONTEXT).bucketSeries[0]!
    expect([...levels].map((level) => Math.round(level * 1000) / 1000)).toEqual([
      0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8, 8,
    ])
  })

  it('have at most 200 steps of a length that people read, whatever the run’s length', () => {
    const steps = [0.05, 1, 20, 21, 60, 600, 3600, 86_400, 31 * 86_400].map((durationInSeconds) => {
      const { design, scenario } = plainRun({ shape: { type: 'BURST', count: 1, at: 0 } }, { durationInSeconds })
      const one = new Simulation(design, scenario).series
      expect(one.steps).toBeLessThanOrEqual(MAX_STEPS)
      return [one.stepMs, one.steps]
    })
    expect(steps).toEqual([
      [100, 1],
      [100, 10],
      [100, 200],
      [200, 105],
      [500, 120],
      [5000, 120],
      [30_000, 120],
      [600_000, 144],
      [13_392_000, 200],
    ])
  })

  it('have zeros where nothing came, and values of each step only once it is over', () => {
    const { design, scenario } = plainRun({ shape: { type: 'BURST', count: 3, at: 5 } }, { durationInSeconds: 10 })
    const run = new Simulation(design, scenario)
    run.run(1)
    const started = takeSnapshot(run, CONTEXT).series.offered
    expect([started.slice(0, 50).every((rate) => rate === 0), started.slice(50).every(Number.isNaN)]).toEqual([
      true,
      true,
    ])
    while (run.run(100));
    const ended = takeSnapshot(run, CONTEXT).series.offered
    expect([...ended].flatMap((rate, at) => (rate === 0 ? [] : [[at, rate]]))).toEqual([[50, 30]])
  })
})
