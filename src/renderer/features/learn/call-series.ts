import type { SeriesName } from '@shared/contract/snapshot'
import type { ChartSeries } from '../../ui/charts/chart-row'

/** What became of calls, from the bottom of a bar to its top. Colours and patterns are those of ui.md 5. */
export const CALL_SERIES: readonly (ChartSeries & { readonly key: SeriesName })[] = [
  { key: 'served', label: 'backend', draw: 'area', colour: 'outcome-served' },
  { key: 'cacheHit', label: 'cache', draw: 'area', colour: 'outcome-cache-hit' },
  { key: 'rejected', label: '400', draw: 'area', colour: 'outcome-rejected', pattern: 'dots' },
  { key: 'denied', label: 'denied', draw: 'area', colour: 'outcome-denied', pattern: 'vertical' },
  { key: 'throttled', label: '429', draw: 'area', colour: 'outcome-throttled', pattern: 'diagonal' },
  { key: 'error', label: '5xx', draw: 'area', colour: 'outcome-error', pattern: 'cross' },
]

export const LATENCY_SERIES: readonly (ChartSeries & { readonly key: SeriesName })[] = [
  { key: 'latencyP50', label: 'p50', draw: 'line', colour: 'latency-p50', width: 1.25 },
  { key: 'latencyP95', label: 'p95', draw: 'line', colour: 'latency-p95', width: 1.75 },
  { key: 'latencyP99', label: 'p99', draw: 'line', colour: 'latency-p99', width: 1.75, dash: '5 3' },
]

export const AUTHORIZER_SERIES: readonly (ChartSeries & { readonly key: SeriesName })[] = [
  { key: 'authorizerCalls', label: 'function called', draw: 'line', colour: 'authorizer-called', width: 1.5 },
  { key: 'authorizerHits', label: 'kept result', draw: 'line', colour: 'authorizer-cached', width: 1.5, dash: '5 3' },
]
