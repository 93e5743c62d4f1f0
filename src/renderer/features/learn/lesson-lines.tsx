import { memo, useMemo } from 'react'
import type { SeriesName, Snapshot } from '@shared/contract/snapshot'
import type { LessonChart } from '@shared/lessons/lesson'
import type { ChartSeries } from '../../ui/charts/chart-row'
import { formatMs, formatNumber, formatShort } from '../../ui/format'
import { TimeChart } from '../../ui/time-chart'
import { AUTHORIZER_SERIES, LATENCY_SERIES } from './call-series'
import { lineRows, tokenLines } from './line-rows'

export interface LessonLinesProps {
  readonly snapshot: Snapshot
  readonly chart: LessonChart
}

const PERCENT_TICKS = [0, 50, 100]

/** What lies behind the calls of a run: the tokens, the latency, or the authorizer. */
export function LessonLines({ snapshot, chart }: LessonLinesProps) {
  switch (chart) {
    case 'TOKENS':
      return <TokenChart snapshot={snapshot} />
    case 'LATENCY':
      return <SeriesChart snapshot={snapshot} title="Latency" series={LATENCY_SERIES} format={formatMs} />
    case 'AUTHORIZER':
      return (
        <SeriesChart
          snapshot={snapshot}
          title="Authorizer, a second"
          series={AUTHORIZER_SERIES}
          format={formatNumber}
        />
      )
  }
}

function frameOf({ durationMs, stepMs, isFinal, nowMs }: Snapshot) {
  return { testId: 'lesson-lines', durationMs, stepMs, nowMs: isFinal ? null : nowMs }
}

const TokenChart = memo(function TokenChart({ snapshot }: { readonly snapshot: Snapshot }) {
  const { title, rows, series, isPercent } = useMemo(() => tokenLines(snapshot), [snapshot])
  return (
    <TimeChart
      {...frameOf(snapshot)}
      title={title}
      rows={rows}
      series={series}
      format={isPercent ? (value) => `${Math.round(value)} %` : formatNumber}
      {...(isPercent ? { ticks: PERCENT_TICKS } : { formatTick: formatShort })}
    />
  )
})

interface SeriesChartProps {
  readonly snapshot: Snapshot
  readonly title: string
  readonly series: readonly (ChartSeries & { readonly key: SeriesName })[]
  format(value: number): string
}

const SeriesChart = memo(function SeriesChart({ snapshot, title, series, format }: SeriesChartProps) {
  const rows = useMemo(
    () =>
      lineRows(
        snapshot,
        series.map(({ key }) => key),
      ),
    [snapshot, series],
  )
  return <TimeChart {...frameOf(snapshot)} title={title} rows={rows} series={series} format={format} />
})
