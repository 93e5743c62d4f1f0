import { SERIES_NAMES, type SeriesName, type Snapshot } from '@shared/contract/snapshot'

/** For tests: a snapshot of which only some series are given, per second and step; the others are 0 where `offered` has values. */
export function snapshotOf(
  given: Partial<Snapshot>,
  series: { readonly offered: readonly number[] } & Partial<Record<SeriesName, readonly number[]>>,
): Snapshot {
  const column = (name: SeriesName): Float64Array =>
    Float64Array.from(series[name] ?? series.offered.map((value) => (Number.isNaN(value) ? NaN : 0)))
  return {
    runId: 'run-1',
    sequence: 0,
    nowMs: 0,
    durationMs: 10_000,
    isFinal: true,
    requestsPerSecondOfWallClock: 0,
    stepMs: 100,
    series: Object.fromEntries(SERIES_NAMES.map((name) => [name, column(name)])) as Record<SeriesName, Float64Array>,
    bucketSeries: [],
    buckets: [],
    totals: {
      offered: 0,
      served: 0,
      cacheHit: 0,
      cacheMiss: 0,
      rejected: 0,
      denied: 0,
      throttled: 0,
      quotaExceeded: 0,
      blocked: 0,
      error: 0,
      authorizerCalls: 0,
      authorizerHits: 0,
      throttledByLevel: { planMethod: 0, plan: 0, method: 0, stage: 0, account: 0 },
      latencyP50: NaN,
      latencyP95: NaN,
      latencyP99: NaN,
    },
    routes: [],
    apiKeys: [],
    samples: [],
    ...given,
  }
}
