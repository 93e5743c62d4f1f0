import type { CostEstimate } from '@shared/contract/cost'
import { formatCount, formatMs, formatShare } from '../../ui/format'
import type { ChartName } from './chart-name'
import { formatUsd } from '../../ui/format-usd'
import type { KpiValues } from './kpi-values'

/** One figure as its tile shows it. */
export interface Tile {
  /** `kpi-` and this is the test id. */
  readonly name: string
  readonly label: string
  /** The chart that shows this figure over time. */
  readonly chart: ChartName
  /** Unrounded; NaN while there is none. */
  readonly value: number
  readonly text: string
  readonly note: string
  /** What a comparison is made of: the share where the tile shows one. */
  readonly compared: number
  readonly unit: 'count' | 'share' | 'ms' | 'usd'
  readonly better?: 'less' | 'more'
  readonly isWarning?: boolean
  readonly admitted?: number
  readonly share?: number
}

/** The seven tiles. Cost is that of a month of such traffic, known when a run is over. */
export function tilesOf(values: KpiValues, cost: CostEstimate | null): readonly Tile[] {
  return [...trafficTiles(values), cacheTile(values), latencyTile(values), authorizerTile(values), costTile(cost)]
}

function trafficTiles(values: KpiValues): Tile[] {
  const overQuota = values.overQuota > 0 ? `, ${formatCount(values.overQuota)} over quota` : ''
  return [
    {
      name: 'offered',
      label: 'Offered',
      chart: 'requests',
      value: values.offered,
      text: formatCount(values.offered),
      note: `${formatCount(values.admitted)} admitted`,
      compared: values.offered,
      unit: 'count',
      admitted: values.admitted,
    },
    {
      name: 'served',
      label: 'Served',
      chart: 'status',
      value: values.served,
      text: formatShare(values.servedShare),
      note: formatCount(values.served),
      compared: values.servedShare,
      unit: 'share',
      better: 'more',
    },
    {
      name: 'throttled',
      label: 'Throttled',
      chart: 'buckets',
      value: values.throttled,
      text: formatShare(values.throttledShare),
      note: formatCount(values.throttled) + overQuota,
      compared: values.throttledShare,
      unit: 'share',
      better: 'less',
      isWarning: values.throttled + values.overQuota > 0,
      share: values.throttledShare,
    },
  ]
}

function cacheTile(values: KpiValues): Tile {
  const hasCache = values.cacheLookups > 0
  return {
    name: 'cache-hit-ratio',
    label: 'Cache hit ratio',
    chart: 'cache',
    value: values.cacheHitRatio,
    text: hasCache ? formatShare(values.cacheHitRatio) : 'off',
    note: hasCache ? `${formatCount(values.cacheHit)} of ${formatCount(values.cacheLookups)}` : 'no lookups',
    compared: values.cacheHitRatio,
    unit: 'share',
    better: 'more',
  }
}

function latencyTile(values: KpiValues): Tile {
  return {
    name: 'latency-p95',
    label: 'Latency p95',
    chart: 'latency',
    value: values.latencyP95,
    text: formatMs(values.latencyP95),
    note: `p99 ${formatMs(values.latencyP99)}`,
    compared: values.latencyP95,
    unit: 'ms',
    better: 'less',
  }
}

function authorizerTile(values: KpiValues): Tile {
  return {
    name: 'authorizer-calls',
    label: 'Authorizer calls',
    chart: 'authorizer',
    value: values.authorizerCalls,
    text: formatCount(values.authorizerCalls),
    note: Number.isNaN(values.authorizerKept) ? 'none asked' : `${formatShare(values.authorizerKept)} kept`,
    compared: values.authorizerCalls,
    unit: 'count',
    better: 'less',
  }
}

function costTile(cost: CostEstimate | null): Tile {
  return {
    name: 'cost',
    label: 'Cost',
    chart: 'requests',
    value: cost?.total ?? NaN,
    text: cost === null ? '–' : formatUsd(cost.total),
    note: cost === null ? 'when it is over' : 'per month',
    compared: cost?.total ?? NaN,
    unit: 'usd',
    better: 'less',
  }
}

const NOTHING: KpiValues = {
  offered: 0,
  admitted: 0,
  served: 0,
  servedShare: NaN,
  throttled: 0,
  throttledShare: NaN,
  overQuota: 0,
  cacheHit: 0,
  cacheLookups: 0,
  cacheHitRatio: NaN,
  latencyP95: NaN,
  latencyP99: NaN,
  authorizerCalls: 0,
  authorizerKept: NaN,
}

/** Before the first run there are no figures, not zeros. */
export const EMPTY_TILES: readonly Tile[] = tilesOf(NOTHING, null).map(({ name, label, chart, unit }): Tile => ({
  name,
  label,
  chart,
  unit,
  value: NaN,
  compared: NaN,
  text: '–',
  note: '',
}))
