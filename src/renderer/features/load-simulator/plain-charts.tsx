import { useMemo } from 'react'
import type { ChartRow } from '../../ui/charts/chart-row'
import type { GuideLine } from '../../ui/charts/plot'
import { TimeChart } from '../../ui/time-chart'
import { formatCount, formatMs, formatShare, formatShort } from '../../ui/format'
import type { ChartFrame } from './chart-cell'
import { chartRows } from './chart-rows'
import { AUTHORIZER_SERIES, CACHE_SERIES, LATENCY_SERIES, STATUS_SERIES, type SnapshotSeries } from './chart-series'

function useRows(snapshot: ChartFrame['snapshot'], series: readonly SnapshotSeries[], factor = 1): ChartRow[] {
  return useMemo(
    () =>
      chartRows(
        snapshot,
        series.map(({ key }) => key),
        factor,
      ),
    [snapshot, series, factor],
  )
}

export function LatencyChart({ snapshot, ...frame }: ChartFrame) {
  const rows = useRows(snapshot, LATENCY_SERIES)
  return (
    <TimeChart
      {...frame}
      testId="chart-latency"
      title="Latency"
      rows={rows}
      series={LATENCY_SERIES}
      format={formatMs}
    />
  )
}

const RATIO_TICKS = [0, 50, 100]
const RATIO_GUIDES: readonly GuideLine[] = [
  { value: 80, label: 'target 80 %' },
  { value: 50, label: 'floor 50 %' },
]
const formatPercent = (value: number): string => `${value.toFixed(1)} %`
const formatPercentTick = (value: number): string => `${value} %`

/** The guides are rules of thumb: a cache is worth its price from about 80 %, and below 50 % it hardly helps. */
export function CacheChart({ snapshot, ...frame }: ChartFrame) {
  const rows = useRows(snapshot, CACHE_SERIES, 100)
  const now = rows.findLast((row) => typeof row['cacheHitRatio'] === 'number')?.['cacheHitRatio']
  return (
    <TimeChart
      {...frame}
      testId="chart-cache"
      title="Cache hit ratio"
      rows={rows}
      series={CACHE_SERIES}
      ticks={RATIO_TICKS}
      guides={RATIO_GUIDES}
      format={formatPercent}
      formatTick={formatPercentTick}
      note={snapshot !== null && typeof now !== 'number' ? 'No request asked the cache' : undefined}
      controls={typeof now === 'number' && <span className="gw-sim-chart-now">{formatShare(now / 100)} now</span>}
    />
  )
}

export function StatusChart({ snapshot, ...frame }: ChartFrame) {
  const rows = useRows(snapshot, STATUS_SERIES)
  return (
    <TimeChart
      {...frame}
      testId="chart-status"
      title="Status codes per second"
      rows={rows}
      series={STATUS_SERIES}
      format={formatCount}
      formatTick={formatShort}
    />
  )
}

export function AuthorizerChart({ snapshot, ...frame }: ChartFrame) {
  const rows = useRows(snapshot, AUTHORIZER_SERIES)
  return (
    <TimeChart
      {...frame}
      testId="chart-authorizer"
      title="Authorizer calls per second"
      rows={rows}
      series={AUTHORIZER_SERIES}
      format={formatCount}
      formatTick={formatShort}
    />
  )
}
