import { SERIES_NAMES, THROTTLE_LEVELS, type SeriesName, type WatchedBucket } from '@shared/contract/snapshot'
import { OUTCOME_INFO, OUTCOMES, type OutcomeInfo } from '@shared/outcome'
import { Histogram } from '../engine/metrics/histogram'
import type { Millis } from '../engine/millis'
import type { Runtime } from '../engine/runtime'
import type { TokenBuckets } from '../engine/state/token-buckets'
import type { Recorder } from './recorder'

/** Steps a chart can show well, in milliseconds. */
const STEPS = [
  100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000,
]
export const MAX_STEPS = 200
/** Buckets of each kind whose level is kept. */
const WATCHED_METHODS = 8
const WATCHED_KEYS = 8

const INFOS: readonly OutcomeInfo[] = OUTCOMES.map((name) => OUTCOME_INFO[name])

/**
 * What charts show: counts, levels and percentiles for each step of virtual time, at most 200 steps whatever the run's length. Counts
 * are per second and fall in the step in which a request was answered; `offered` in the one in which it came.
 */
export class TimeSeries {
  readonly stepMs: Millis
  readonly steps: number
  readonly series: { readonly [name in SeriesName]: Float64Array }
  readonly buckets: readonly WatchedBucket[]
  readonly bucketSeries: readonly Float64Array[]
  /** All latencies of finished steps. */
  readonly latency = new Histogram()
  nextStepAt: Millis
  filled = 0
  private readonly runtime: Runtime
  private readonly recorder: Recorder
  private readonly watched: readonly { buckets: TokenBuckets; index: number }[]
  private before: StepCounts = { outcomes: new Float64Array(INFOS.length), offered: 0, calls: 0, hits: 0, misses: 0 }

  constructor(runtime: Runtime, recorder: Recorder, durationMs: Millis) {
    this.runtime = runtime
    this.recorder = recorder
    this.stepMs = STEPS.find((step) => durationMs / step <= MAX_STEPS) ?? Math.ceil(durationMs / MAX_STEPS)
    this.steps = Math.max(1, Math.ceil(durationMs / this.stepMs))
    this.nextStepAt = this.stepMs
    this.series = Object.fromEntries(
      SERIES_NAMES.map((name) => [name, new Float64Array(this.steps).fill(NaN)]),
    ) as Record<SeriesName, Float64Array>
    const watched = watchedBuckets(runtime)
    this.watched = watched
    this.buckets = watched.map(({ info }) => info)
    this.bucketSeries = watched.map(() => new Float64Array(this.steps).fill(NaN))
  }

  /** Fill the steps that ended by `now`; steps in which nothing happened get zeros. */
  roll(now: Millis, offered: number): void {
    while (this.nextStepAt <= now && this.filled < this.steps) {
      this.fillStep(offered, this.stepMs)
      this.nextStepAt += this.stepMs
    }
    // Past the last step only the end of the run is looked for.
    if (this.filled === this.steps) this.nextStepAt = Infinity
  }

  /** The run is over: what was answered after the last step still counts in the totals. */
  finish(offered: number): void {
    this.roll(this.steps * this.stepMs, offered)
    this.recorder.recentLatency.moveTo(this.latency)
  }

  private fillStep(offered: number, lengthMs: Millis): void {
    const { counters } = this.runtime
    const counts: StepCounts = {
      outcomes: this.recorder.totals(),
      offered,
      calls: counters.authorizerCalls,
      hits: counters.authorizerHits,
      misses: counters.cacheMisses,
    }
    const values = stepValues(counts, this.before, 1000 / lengthMs)
    const [p50, p95, p99] = this.recorder.recentLatency.percentiles([0.5, 0.95, 0.99])
    Object.assign(values, { latencyP50: p50, latencyP95: p95, latencyP99: p99 })
    for (const name of SERIES_NAMES) this.series[name][this.filled] = values[name]
    this.watched.forEach(({ buckets, index }, at) => {
      this.bucketSeries[at]![this.filled] = buckets.level(index, this.nextStepAt)
    })
    this.recorder.recentLatency.moveTo(this.latency)
    this.before = counts
    this.filled++
  }
}

/** Running totals at a moment. */
interface StepCounts {
  readonly outcomes: Float64Array
  readonly offered: number
  readonly calls: number
  readonly hits: number
  readonly misses: number
}

function stepValues(now: StepCounts, before: StepCounts, perSecond: number): Record<SeriesName, number> {
  const sum = (chosen: (info: OutcomeInfo) => boolean): number =>
    INFOS.reduce((total, info, at) => total + (chosen(info) ? now.outcomes[at]! - before.outcomes[at]! : 0), 0)
  const family = (name: OutcomeInfo['family']): number => sum((info) => info.family === name) * perSecond
  const status = (from: number, to: number): number =>
    sum((info) => info.status >= from && info.status <= to && info.status !== 429)
  const level = (at: number): number => sum((info) => info.level === THROTTLE_LEVELS[at]) * perSecond
  const hits = sum((info) => info.family === 'cacheHit')
  const lookups = hits + now.misses - before.misses
  return {
    offered: (now.offered - before.offered) * perSecond,
    served: family('served'),
    cacheHit: family('cacheHit'),
    rejected: family('rejected'),
    denied: family('denied'),
    throttled: family('throttled'),
    error: family('error'),
    throttledPlanMethod: level(0),
    throttledPlan: level(1),
    throttledMethod: level(2),
    throttledStage: level(3),
    throttledAccount: level(4),
    quotaExceeded: sum((info) => info.gatewayResponse === 'QUOTA_EXCEEDED') * perSecond,
    status2xx: status(200, 299) * perSecond,
    status4xx: status(400, 499) * perSecond,
    status429: sum((info) => info.status === 429) * perSecond,
    status5xx: status(500, 599) * perSecond,
    authorizerCalls: (now.calls - before.calls) * perSecond,
    authorizerHits: (now.hits - before.hits) * perSecond,
    cacheHitRatio: lookups === 0 ? NaN : hits / lookups,
    latencyP50: NaN,
    latencyP95: NaN,
    latencyP99: NaN,
  }
}

function watchedBuckets(runtime: Runtime): { buckets: TokenBuckets; index: number; info: WatchedBucket }[] {
  const { names } = runtime
  const one = (buckets: TokenBuckets, index: number, label: string, level: WatchedBucket['level']) => ({
    buckets,
    index,
    info: { label, level, ...buckets.limit(index) },
  })
  const methods = names.methodBuckets
    .slice(0, WATCHED_METHODS)
    .map(({ label, level }, index) => one(runtime.methodBuckets, index, label, level))
  const keys = names.planKeys.flatMap(({ plan, apiKey }, row) =>
    names.plans[plan]!.throttle === undefined
      ? []
      : [one(runtime.usagePlanBuckets, row, `${names.apiKeys[apiKey]!.name} on ${names.plans[plan]!.name}`, 'plan')],
  )
  return [...methods, ...keys.slice(0, WATCHED_KEYS), one(runtime.accountBucket, 0, names.region, 'account')]
}
