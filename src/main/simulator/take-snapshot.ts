import {
  SERIES_NAMES,
  THROTTLE_LEVELS,
  type Snapshot,
  type SnapshotRow,
  type SnapshotTotals,
} from '@shared/contract/snapshot'
import { OUTCOME_INFO, OUTCOMES, type OutcomeFamily } from '@shared/outcome'
import { BLOCKED, OUTCOME_STRIDE, QUOTA_EXCEEDED } from '../engine/outcome'
import { ROWS_BEFORE_KEYS } from './recorder'
import { countsOf, routeRows } from './route-rows'
import type { Simulation } from './simulation'
import { webSocketTotals } from './web-socket/web-socket-figures'

/** Keys in a snapshot's table: the busiest ones. */
const MAX_KEY_ROWS = 200

/** What a run knows of its own sending. */
export interface SnapshotContext {
  readonly runId: string
  readonly sequence: number
  readonly isFinal: boolean
  /** Wall-clock milliseconds since the run began. */
  readonly elapsedMs: number
}

/** A picture of a simulation as it stands. Series are copies: the simulation goes on. */
export function takeSnapshot(simulation: Simulation, context: SnapshotContext): Snapshot {
  const { runtime, recorder, series } = simulation
  const apiKeys = keyRows(simulation)
  const rows = routeRows(runtime.names.routes)
  const rowOfRoute = new Map(rows.flatMap(({ routes }, row) => routes.map((route) => [route, row])))
  const rowOfKey = new Map(apiKeys.map(({ row }, at) => [row, at]))
  return {
    runId: context.runId,
    sequence: context.sequence,
    nowMs: simulation.now,
    durationMs: simulation.durationMs,
    isFinal: context.isFinal,
    requestsPerSecondOfWallClock: context.elapsedMs > 0 ? (simulation.requests * 1000) / context.elapsedMs : 0,
    stepMs: series.stepMs,
    series: Object.fromEntries(SERIES_NAMES.map((name) => [name, series.series[name].slice()])) as Snapshot['series'],
    bucketSeries: series.bucketSeries.map((levels) => levels.slice()),
    buckets: series.buckets,
    totals: totalsOf(simulation),
    routes: rows.map(({ routeKey, routes }) => rowOf(routeKey, recorder.byRoute, routes)),
    apiKeys: apiKeys.map(({ key, row }) => rowOf(key, recorder.byApiKey, [row])),
    samples: recorder.samples.all().map((sample) => ({
      ...sample,
      route: rowOfRoute.get(sample.route)!,
      apiKey: rowOfKey.get(sample.apiKey + ROWS_BEFORE_KEYS) ?? -1,
    })),
  }
}

/** Rows of the key table: none and unknown first, then the busiest keys, busiest first. */
function keyRows({ runtime, recorder }: Simulation): { key: string; row: number }[] {
  const offered = (row: number): number => sumOf(recorder.byApiKey, row)
  const keys = runtime.names.apiKeys
    .map(({ name }, at) => ({ key: name, row: at + ROWS_BEFORE_KEYS, offered: offered(at + ROWS_BEFORE_KEYS) }))
    .filter((one) => one.offered > 0)
    .sort((a, b) => b.offered - a.offered || a.row - b.row)
    .slice(0, MAX_KEY_ROWS)
  return [{ key: '', row: ROWS_BEFORE_KEYS - 1 }, ...(offered(0) > 0 ? [{ key: 'unknown key', row: 0 }] : []), ...keys]
}

function sumOf(table: Uint32Array, row: number): number {
  return table.subarray(row * OUTCOME_STRIDE, (row + 1) * OUTCOME_STRIDE).reduce((sum, count) => sum + count, 0)
}

function rowOf(key: string, table: Uint32Array, rows: readonly number[]): SnapshotRow {
  const counts = countsOf(table, rows)
  const offered = counts.reduce((sum, count) => sum + count, 0)
  return { key, offered, quotaExceeded: counts[QUOTA_EXCEEDED]!, ...familiesOf(counts) }
}

/** Requests by family of outcome; quota refusals are counted apart from throttles. */
function familiesOf(counts: ArrayLike<number>): Record<OutcomeFamily, number> {
  const families = { served: 0, cacheHit: 0, rejected: 0, denied: 0, throttled: 0, error: 0 }
  OUTCOMES.forEach((name, at) => {
    if (at !== QUOTA_EXCEEDED) families[OUTCOME_INFO[name].family] += counts[at]!
  })
  return families
}

function totalsOf(simulation: Simulation): SnapshotTotals {
  const { requests, runtime, recorder, series } = simulation
  const webSocket = webSocketTotals(simulation)
  const counts = recorder.totals()
  const [p50, p95, p99] = series.latency.percentiles([0.5, 0.95, 0.99])
  return {
    offered: requests,
    ...familiesOf(counts),
    cacheMiss: runtime.counters.cacheMisses,
    quotaExceeded: counts[QUOTA_EXCEEDED]!,
    blocked: counts[BLOCKED]!,
    authorizerCalls: runtime.counters.authorizerCalls,
    authorizerHits: runtime.counters.authorizerHits,
    throttledByLevel: throttledByLevel(counts),
    latencyP50: p50!,
    latencyP95: p95!,
    latencyP99: p99!,
    ...(webSocket && { webSocket }),
  }
}

/** Requests refused at each throttle level. */
export function throttledByLevel(counts: ArrayLike<number>): SnapshotTotals['throttledByLevel'] {
  const ofLevel = (level: string): number =>
    OUTCOMES.reduce((sum, name, at) => sum + (OUTCOME_INFO[name].level === level ? counts[at]! : 0), 0)
  return Object.fromEntries(
    THROTTLE_LEVELS.map((level) => [level, ofLevel(level)]),
  ) as SnapshotTotals['throttledByLevel']
}
