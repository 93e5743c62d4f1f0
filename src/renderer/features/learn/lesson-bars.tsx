import { ActionIcon, Tooltip } from '@mantine/core'
import { IconChartBar, IconTable } from '@tabler/icons-react'
import { memo, useMemo, useState } from 'react'
import type { Snapshot } from '@shared/contract/snapshot'
import type { LessonMoment } from '@shared/lessons/lesson'
import { Swatch } from '../../ui/charts/chart-legend'
import { ChartReadout } from '../../ui/charts/chart-readout'
import type { ChartRow, ChartSeries } from '../../ui/charts/chart-row'
import { chartSentence } from '../../ui/charts/chart-sentence'
import { ChartTable } from '../../ui/charts/chart-table'
import { PlotSurface } from '../../ui/charts/plot-surface'
import { useElementSize } from '../../ui/charts/use-element-size'
import { formatCount } from '../../ui/format'
import '../../ui/time-chart.css'
import { barRows } from './bar-rows'
import { Bars } from './bars'
import { CALL_SERIES } from './call-series'
import './lesson-bars.css'

export interface LessonBarsProps {
  readonly snapshot: Snapshot
  readonly moment?: LessonMoment | undefined
}

const NAMES = CALL_SERIES.map(({ key }) => key)
const TITLE = 'Calls'

/** The calls of a run and what became of them, as bars, with the moment that the question is about. */
export const LessonBars = memo(function LessonBars({ snapshot, moment }: LessonBarsProps) {
  const { rows, widthMs } = useMemo(() => barRows(snapshot, NAMES), [snapshot])
  const series = useMemo(() => seenSeries(rows), [rows])
  const [ref, size] = useElementSize()
  const [isTable, setTable] = useState(false)
  const [isFocused, setFocused] = useState(false)
  const { durationMs, isFinal, nowMs } = snapshot
  const sentence = chartSentence(TITLE, rows, series, durationMs, formatCount)
  return (
    <section className="gw-chart" aria-label={TITLE}>
      <header className="gw-chart-head">
        <h3>{TITLE}</h3>
        <div className="gw-chart-says">
          <Totals rows={rows} series={series} />
          <div aria-live={isFocused ? 'polite' : 'off'}>
            <ChartReadout rows={rows} series={series} durationMs={durationMs} format={formatCount} />
          </div>
        </div>
        <TableSwitch isTable={isTable} onTable={() => setTable(!isTable)} />
      </header>
      <div className="gw-chart-body" ref={ref}>
        {isTable ? (
          <ChartTable title={TITLE} rows={rows} series={series} durationMs={durationMs} format={formatCount} />
        ) : (
          size.width > 0 && (
            <PlotSurface
              testId="lesson-chart"
              sentence={sentence}
              points={rows.length}
              seriesKeys={series.map(({ key }) => key)}
              width={size.width}
              durationMs={durationMs}
              stepMs={widthMs}
              lastMs={rows[rows.length - 1]?.timeMs ?? 0}
              nowMs={isFinal ? null : nowMs}
              onFocusChange={setFocused}
            >
              <Bars
                rows={rows}
                series={series}
                widthMs={widthMs}
                durationMs={durationMs}
                size={size}
                {...(moment && { moment })}
              />
            </PlotSurface>
          )
        )}
      </div>
    </section>
  )
})

/** The series that have calls in them; the backend's while there are none. */
function seenSeries(rows: readonly ChartRow[]): readonly ChartSeries[] {
  const seen = CALL_SERIES.filter(({ key }) => rows.some((row) => (row[key] ?? 0) > 0))
  return seen.length > 0 ? seen : CALL_SERIES.slice(0, 1)
}

/** The legend with the sum of each series. */
function Totals({ rows, series }: { readonly rows: readonly ChartRow[]; readonly series: readonly ChartSeries[] }) {
  return (
    <ul className="gw-chart-legend gw-lesson-legend">
      {series.map((one) => (
        <li key={one.key}>
          <Swatch series={one} /> {one.label}{' '}
          <span className="gw-numbers">{formatCount(rows.reduce((sum, row) => sum + (row[one.key] ?? 0), 0))}</span>
        </li>
      ))}
    </ul>
  )
}

function TableSwitch({ isTable, onTable }: { readonly isTable: boolean; onTable(): void }) {
  return (
    <Tooltip label={isTable ? 'Show as chart' : 'Show as table'}>
      <ActionIcon
        className="gw-chart-as"
        size={24}
        aria-label={isTable ? `Show ${TITLE} as chart` : `Show ${TITLE} as table`}
        onClick={onTable}
      >
        {isTable ? <IconChartBar size={14} stroke={1.6} /> : <IconTable size={14} stroke={1.6} />}
      </ActionIcon>
    </Tooltip>
  )
}
