import type { SeriesName } from '@shared/contract/snapshot'
import type { ChartSeries } from '../../ui/charts/chart-row'

/** A series of a snapshot as it is drawn. Colours, patterns and dashes are those of ui.md 5 and the same everywhere. */
export type SnapshotSeries = ChartSeries & { readonly key: SeriesName }

const OFFERED: SnapshotSeries = {
  key: 'offered',
  label: 'offered',
  draw: 'line',
  colour: 'outcome-offered',
  dash: '4 3',
  width: 1.25,
}

/** From the bottom of the stack to its top: their sum is what was offered. */
export const OUTCOME_SERIES: readonly SnapshotSeries[] = [
  { key: 'served', label: 'backend', draw: 'area', colour: 'outcome-served' },
  { key: 'cacheHit', label: 'cache', draw: 'area', colour: 'outcome-cache-hit' },
  { key: 'rejected', label: '400', draw: 'area', colour: 'outcome-rejected', pattern: 'dots' },
  { key: 'denied', label: 'denied', draw: 'area', colour: 'outcome-denied', pattern: 'vertical' },
  { key: 'throttled', label: '429', draw: 'area', colour: 'outcome-throttled', pattern: 'diagonal' },
  { key: 'error', label: '5xx', draw: 'area', colour: 'outcome-error', pattern: 'cross' },
  OFFERED,
]

/** Of what was offered: what had been sent before. */
export const RETRY_SERIES: SnapshotSeries = {
  key: 'retries',
  label: 'of it retries',
  draw: 'line',
  colour: 'outcome-offered',
  dash: '1 3',
  width: 1.5,
}

/** Calls that wait for a busy backend, at the end of each step. */
export const QUEUE_SERIES: readonly SnapshotSeries[] = [
  { key: 'queued', label: 'waiting for a backend', draw: 'line', colour: 'outcome-served', width: 1.75 },
]

/** What was throttled, by the bucket that refused. */
export const LEVEL_SERIES: readonly SnapshotSeries[] = [
  { key: 'throttledPlanMethod', label: 'plan, method', draw: 'area', colour: 'level-plan-method', pattern: 'dots' },
  { key: 'throttledPlan', label: 'plan', draw: 'area', colour: 'level-plan', pattern: 'diagonal' },
  { key: 'throttledMethod', label: 'method', draw: 'area', colour: 'level-method', pattern: 'cross' },
  { key: 'throttledStage', label: 'stage', draw: 'area', colour: 'level-method', pattern: 'vertical' },
  { key: 'throttledAccount', label: 'account', draw: 'area', colour: 'level-account' },
  { key: 'quotaExceeded', label: 'quota', draw: 'area', colour: 'outcome-throttled' },
]

export const LATENCY_SERIES: readonly SnapshotSeries[] = [
  { key: 'latencyP50', label: 'p50', draw: 'line', colour: 'latency-p50', width: 1.25 },
  { key: 'latencyP95', label: 'p95', draw: 'line', colour: 'latency-p95', width: 1.75 },
  { key: 'latencyP99', label: 'p99', draw: 'line', colour: 'latency-p99', width: 1.75, dash: '5 3' },
]

export const CACHE_SERIES: readonly SnapshotSeries[] = [
  { key: 'cacheHitRatio', label: 'hit ratio', draw: 'line', colour: 'outcome-cache-hit', width: 1.75 },
]

export const STATUS_SERIES: readonly SnapshotSeries[] = [
  { key: 'status2xx', label: '2xx', draw: 'area', colour: 'status-s2xx' },
  { key: 'status4xx', label: '4xx', draw: 'area', colour: 'status-s4xx', pattern: 'dots' },
  { key: 'status429', label: '429', draw: 'area', colour: 'status-s429', pattern: 'diagonal' },
  { key: 'status5xx', label: '5xx', draw: 'area', colour: 'status-s5xx', pattern: 'cross' },
]

export const AUTHORIZER_SERIES: readonly SnapshotSeries[] = [
  { key: 'authorizerCalls', label: 'function called', draw: 'line', colour: 'authorizer-called', width: 1.5 },
  {
    key: 'authorizerHits',
    label: 'from cache',
    draw: 'line',
    colour: 'authorizer-cached',
    width: 1.5,
    dash: '5 3',
    isOptional: true,
  },
]

/** The series of a list that ever had a value; all of them while there is nothing to tell. */
export function withValues(
  series: readonly SnapshotSeries[],
  rows: readonly { readonly [key: string]: number | null }[],
): readonly SnapshotSeries[] {
  const seen = series.filter(({ key }) => rows.some((row) => (row[key] ?? 0) !== 0))
  return seen.length > 0 ? seen : series.filter(({ key }) => key !== RETRY_SERIES.key)
}
