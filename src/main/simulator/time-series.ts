import { SERIES_NAMES, type SeriesName, type WatchedBucket } from '@shared/contract/snapshot'
import { OUTCOME_INFO, OUTCOMES, type OutcomeInfo } from '@shared/outcome'
import { Histogram } from '../engine/metrics/histogram'
import type { Millis } from '../engine/millis'
import type { Runtime } from '../engine/runtime'
import type { TokenBuckets } from '../engine/state/token-buckets'
import type { Recorder } from './recorder'
import { SocketSeries } from './web-socket/socket-series'
import type { SocketTally } from './web-socket/socket-tally'

/** Steps a chart can show well, in milliseconds. */
const STEPS = [
  100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000,
]
export const MAX_STEPS = 200
/** What a run knows beside its runtime: retries so far, and calls that wait for a backend now. */
export interface RunCounts {
  readonly retries: number
  readonly queued: number
  /** Null where clients do not stay connected. */
  readonly sockets: { readonly tally: SocketTally } | null
}
const NO_COUNTS: RunCounts = { retries: 0, queued: 0, sockets: null }

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
  private readonly counts: RunCounts
  private readonly socketSeries: SocketSeries | null
  private readonly watched: readonly { buckets: TokenBuckets; index: number }[]
  private before: StepCounts = {
    outcomes: new Float64Array(INFOS.length),
    offered: 0,
    calls: 0,
    hits: 0,
    misses: 0,
    retries: 0,
  }

  /** `counts` is read at the end of each step. */
  constructor(runtime: Runtime, recorder: Recorder, durationMs: Millis, counts: RunCounts = NO_COUNTS) {
    this.runtime = runtime
    this.recorder = recorder
    this.counts = counts
    this.socketSeries = counts.sockets === null ? null : new SocketSeries(counts.sockets.tally)
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
    const now: StepCounts = {
      outcomes: this.recorder.totals(),
      offered,
      calls: counters.authorizerCalls,
      hits: counters.authorizerHits,
      misses: counters.cacheMisses,
      retries: this.counts.retries,
    }
    this.fillCounts(now, 1000 / lengthMs)
    this.fillLatencies()
    for (let at = 0; at < this.watched.length; at++) {
      const { buckets, index } = this.watched[at]!
      this.bucketSeries[at]![this.filled] = buckets.level(index, this.nextStepAt)
    }
    this.before = now
    this.filled++
  }

  private fillCounts(now: StepCounts, perSecond: number): void {
    const { series, filled, before } = this
    for (const { name, outcomes } of COUNTED) {
      series[name][filled] = countOf(outcomes, now, before) * perSecond
    }
    series.offered[filled] = (now.offered - before.offered) * perSecond
    series.authorizerCalls[filled] = (now.calls - before.calls) * perSecond
    series.authorizerHits[filled] = (now.hits - before.hits) * perSecond
    series.retries[filled] = (now.retries - before.retries) * perSecond
    series.queued[filled] = this.counts.queued
    this.socketSeries?.fill(series, filled, perSecond)
    const cacheHits = countOf(CACHE_HITS, now, before)
    const lookups = cacheHits + now.misses - before.misses
    series.cacheHitRatio[filled] = lookups === 0 ? NaN : cacheHits / lookups
  }

  private fillLatencies(): void {
    const [p50, p95, p99] = this.recorder.recentLatency.percentiles([0.5, 0.95, 0.99])
    this.series.latencyP50[this.filled] = p50!
    this.series.latencyP95[this.filled] = p95!
    this.series.latencyP99[this.filled] = p99!
    this.recorder.recentLatency.moveTo(this.latency)
  }
}

/** Running totals at a moment. */
interface StepCounts {
  readonly outcomes: Float64Array
  readonly offered: number
  readonly calls: number
  readonly hits: number
  readonly misses: number
  readonly retries: number
}

/** Which outcomes a series counts, decided once: closures made anew for each step kept V8 from ever settling on compiled code. */
function counted(name: SeriesName, chosen: (info: OutcomeInfo) => boolean) {
  return { name, outcomes: outcomesOf(chosen) }
}

function outcomesOf(chosen: (info: OutcomeInfo) => boolean): readonly number[] {
  return INFOS.flatMap((info, outcome) => (chosen(info) ? [outcome] : []))
}

function hasStatus(from: number, to: number): (info: OutcomeInfo) => boolean {
  return ({ status }) => status >= from && status <= to && status !== 429
}

const CACHE_HITS = outcomesOf(({ family }) => family === 'cacheHit')
const COUNTED = [
  counted('served', ({ family }) => family === 'served'),
  counted('cacheHit', ({ family }) => family === 'cacheHit'),
  counted('rejected', ({ family }) => family === 'rejected'),
  counted('denied', ({ family }) => family === 'denied'),
  counted('throttled', ({ family }) => family === 'throttled'),
  counted('error', ({ family }) => family === 'error'),
  counted('throttledPlanMethod', ({ level }) => level === 'planMethod'),
  counted('throttledPlan', ({ level }) => level === 'plan'),
  counted('throttledMethod', ({ level }) => level === 'method'),
  counted('throttledStage', ({ level }) => level === 'stage'),
  counted('throttledAccount', ({ level }) => level === 'account'),
  counted('quotaExceeded', ({ gatewayResponse }) => gatewayResponse === 'QUOTA_EXCEEDED'),
  counted('status2xx', hasStatus(200, 299)),
  counted('status4xx', hasStatus(400, 499)),
  counted('status429', ({ status }) => status === 429),
  counted('status5xx', hasStatus(500, 599)),
]

function countOf(outcomes: readonly number[], now: StepCounts, before: StepCounts): number {
  let count = 0
  for (let i = 0; i < outcomes.length; i++) count += now.outcomes[outcomes[i]!]! - before.outcomes[outcomes[i]!]!
  return count
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
  const connects = names.routes.some(({ protocolType }) => protocolType === 'WEBSOCKET')
    ? [one(runtime.connectionBucket, 0, 'new connections', 'account')]
    : []
  const account = one(runtime.accountBucket, 0, names.region, 'account')
  return [...methods, ...keys.slice(0, WATCHED_KEYS), ...connects, account]
}
