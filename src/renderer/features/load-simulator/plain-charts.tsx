import { useMemo } from 'react'
import type { ChartRow, ChartSeries } from '../../ui/charts/chart-row'
import type { GuideLine } from '../../ui/charts/plot'
import { TimeChart } from '../../ui/time-chart'
import { formatCount, formatMs, formatShare, formatShort } from '../../ui/format'
import type { ChartFrame } from './chart-cell'
import { chartRows } from './chart-rows'
import { AUTHORIZER_SERIES, CACHE_SERIES, LATENCY_SERIES, STATUS_SERIES, type SnapshotSeries } from './chart-series'
import {
  OTHER_AUTHORIZER,
  OTHER_CACHE,
  OTHER_LATENCY,
  OTHER_STATUS,
  withOtherRun,
  withOtherSeries,
  type OtherLine,
} from './other-run'

interface Lines {
  readonly rows: readonly ChartRow[]
  readonly series: readonly ChartSeries[]
}

/** The rows and series of a chart, with those of the other run where there is one. */
export function useLines(
  { snapshot, other }: Pick<ChartFrame, 'snapshot' | 'other'>,
  series: readonly SnapshotSeries[],
  lines: readonly OtherLine[],
  factor = 1,
): Lines {
  const rows = useMemo(() => {
    const own = chartRows(
      snapshot,
      series.map(({ key }) => key),
      factor,
    )
    return withOtherRun(own, other, lines, factor)
  }, [snapshot, other, series, lines, factor])
  const hasOther = other !== null
  const all = useMemo(() => (hasOther ? withOtherSeries(series, lines) : series), [hasOther, series, lines])
  return { rows, series: all }
}

export function LatencyChart({ snapshot, other, ...frame }: ChartFrame) {
  const lines = useLines({ snapshot, other }, LATENCY_SERIES, OTHER_LATENCY)
  return <TimeChart {...frame} testId="chart-latency" title="Latency" {...lines} format={formatMs} />
}

const RATIO_TICKS = [0, 50, 100]
const RATIO_GUIDES: readonly GuideLine[] = [
  { value: 80, label: 'target 80 %' },
  { value: 50, label: 'floor 50 %' },
]
const formatPercent = (value: number): string => `${value.toFixed(1)} %`
const formatPercentTick = (value: number): string => `${value} %`

/** The guides are rules of thumb: a cache is worth its price from about 80 %, and below 50 % it hardly helps. */
export function CacheChart({ snapshot, other, ...frame }: ChartFrame) {
  const lines = useLines({ snapshot, other }, CACHE_SERIES, OTHER_CACHE, 100)
  const now = lines.rows.findLast((row) => typeof row['cacheHitRatio'] === 'number')?.['cacheHitRatio']
  return (
    <TimeChart
      {...frame}
      testId="chart-cache"
      title="Cache hit ratio"
      {...lines}
      ticks={RATIO_TICKS}
      guides={RATIO_GUIDES}
      format={formatPercent}
      formatTick={formatPercentTick}
      note={snapshot !== null && typeof now !== 'number' ? 'No request asked the cache' : undefined}
      controls={typeof now === 'number' && <span className="gw-sim-chart-now">{formatShare(now / 100)} now</span>}
    />
  )
}

export function StatusChart({ snapshot, other, ...frame }: ChartFrame) {
  const lines = useLines({ snapshot, other }, STATUS_SERIES, OTHER_STATUS)
  return (
    <TimeChart
      {...frame}
      testId="chart-status"
      title="Status codes per second"
      {...lines}
      format={formatCount}
      formatTick={formatShort}
    />
  )
}

export function AuthorizerChart({ snapshot, other, ...frame }: ChartFrame) {
  const lines = useLines({ snapshot, other }, AUTHORIZER_SERIES, OTHER_AUTHORIZER)
  return (
    <TimeChart
      {...frame}
      testId="chart-authorizer"
      title="Authorizer calls per second"
      {...lines}
      format={formatCount}
      formatTick={formatShort}
    />
  )
}
