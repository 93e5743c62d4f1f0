import { SERIES_NAMES, type Snapshot, type SnapshotRow, type SnapshotTotals } from '@shared/contract/snapshot'

/** For tests: totals of which only some are given. */
export function totalsWith(given: Partial<SnapshotTotals>): SnapshotTotals {
  return {
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
    ...given,
  }
}

/** For tests: a table row of which only some counts are given. */
export function rowWith(key: string, given: Partial<SnapshotRow>): SnapshotRow {
  return {
    key,
    offered: 0,
    served: 0,
    cacheHit: 0,
    throttled: 0,
    quotaExceeded: 0,
    denied: 0,
    rejected: 0,
    error: 0,
    ...given,
  }
}

/** For tests: a snapshot of four steps of a second, of which `reached` are over; series not given are 0 there. */
export function snapshotWith(
  reached: number,
  given: Partial<Snapshot> = {},
  series: Partial<Record<string, number[]>> = {},
): Snapshot {
  const column = (values: readonly number[]): Float64Array =>
    Float64Array.from({ length: 4 }, (_, step) => (step < reached ? (values[step] ?? 0) : NaN))
  return {
    runId: 'r',
    sequence: 1,
    nowMs: reached * 1000,
    durationMs: 4000,
    isFinal: reached === 4,
    requestsPerSecondOfWallClock: 0,
    stepMs: 1000,
    series: Object.fromEntries(
      SERIES_NAMES.map((name) => [name, column(series[name] ?? [])]),
    ) as unknown as Snapshot['series'],
    bucketSeries: [],
    buckets: [],
    totals: totalsWith({}),
    routes: [],
    apiKeys: [],
    samples: [],
    ...given,
  }
}
