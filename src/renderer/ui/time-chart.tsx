import { ActionIcon, Tooltip } from '@mantine/core'
import { IconChartLine, IconTable } from '@tabler/icons-react'
import { memo, useMemo, useState, type ReactNode } from 'react'
import { ChartLegend } from './charts/chart-legend'
import { ChartReadout } from './charts/chart-readout'
import type { ChartRow, ChartSeries } from './charts/chart-row'
import { chartSentence } from './charts/chart-sentence'
import { ChartTable } from './charts/chart-table'
import { downsample } from './charts/downsample'
import { niceTicks } from './charts/nice-ticks'
import { Plot, type GuideLine } from './charts/plot'
import { PlotSurface } from './charts/plot-surface'
import { useElementSize } from './charts/use-element-size'
import { greatestValue, groupsOf } from './charts/value-domain'
import './time-chart.css'

export interface TimeChartProps {
  readonly testId: string
  readonly title: string
  /** In the order of time. The same array as long as nothing changed: it decides whether the chart is drawn again. */
  readonly rows: readonly ChartRow[]
  readonly series: readonly ChartSeries[]
  /** The whole of the time axis, and the distance of the rows. Milliseconds. */
  readonly durationMs: number
  readonly stepMs: number
  /** A value with its unit, for the readout, the table and the sentence. */
  format(value: number): string
  /** A value on the axis; as `format` when absent. */
  formatTick?(value: number): string
  /** Ticks that do not depend on the data, as in 0, 50, 100 %. */
  readonly ticks?: readonly number[]
  readonly guides?: readonly GuideLine[]
  /** How far a run has come, drawn as a line. */
  readonly nowMs?: number | null
  /** A line over the axes, in place of what cannot be drawn. */
  readonly note?: string
  /** At the right of the title: a menu, a figure. */
  readonly controls?: ReactNode
}

const NO_GUIDES: readonly GuideLine[] = []
/** Intervals of the value axis by the chart's height. */
const PIXELS_PER_INTERVAL = 32

/** Values over the time of a run: areas stacked on each other, lines over them. All charts below one cursor provider point together. */
export const TimeChart = memo(function TimeChart(props: TimeChartProps) {
  const {
    testId,
    title,
    series,
    durationMs,
    stepMs,
    format,
    formatTick = format,
    guides = NO_GUIDES,
    nowMs = null,
  } = props
  const [sizeRef, size] = useElementSize()
  const [isTable, setTable] = useState(false)
  const [isFocused, setFocused] = useState(false)
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set())

  const hidden = useMemo(
    () =>
      new Set(series.filter(({ key, isOptional = false }) => isOptional !== toggled.has(key)).map(({ key }) => key)),
    [series, toggled],
  )
  const visible = useMemo(() => series.filter(({ key }) => !hidden.has(key)), [series, hidden])
  const rows = useMemo(() => downsample(props.rows, groupsOf(visible)), [props.rows, visible])
  const ticks = useTicks(props.ticks, rows, visible, size.height)
  const sentence = useMemo(
    () => chartSentence(title, rows, visible, durationMs, format),
    [title, rows, visible, durationMs, format],
  )

  return (
    <section className="gw-chart" aria-label={title}>
      <ChartHead title={title} isTable={isTable} onTable={() => setTable(!isTable)} controls={props.controls}>
        <ChartLegend series={series} hidden={hidden} onToggle={(key) => setToggled((before) => toggle(before, key))} />
        <div aria-live={isFocused ? 'polite' : 'off'}>
          <ChartReadout rows={rows} series={visible} durationMs={durationMs} format={format} />
        </div>
      </ChartHead>
      <div className="gw-chart-body" ref={sizeRef}>
        {isTable ? (
          <ChartTable title={title} rows={rows} series={visible} durationMs={durationMs} format={format} />
        ) : (
          size.width > 0 && (
            <PlotSurface
              testId={testId}
              sentence={sentence}
              points={rows.length}
              seriesKeys={visible.map(({ key }) => key)}
              width={size.width}
              durationMs={durationMs}
              stepMs={stepMs}
              lastMs={rows[rows.length - 1]?.timeMs ?? 0}
              nowMs={nowMs}
              onFocusChange={setFocused}
            >
              <Plot
                rows={rows}
                series={visible}
                durationMs={durationMs}
                width={size.width}
                height={size.height}
                ticks={ticks}
                guides={guides}
                formatTick={formatTick}
              />
            </PlotSurface>
          )
        )}
        {props.note && (
          <p className="gw-chart-note">
            <span>{props.note}</span>
          </p>
        )}
      </div>
    </section>
  )
})

/** The same array as long as the ticks are the same, so that the axes are not drawn again for every change of the rows. */
function useTicks(
  fixed: readonly number[] | undefined,
  rows: readonly ChartRow[],
  series: readonly ChartSeries[],
  height: number,
): readonly number[] {
  const greatest = useMemo(() => greatestValue(rows, series), [rows, series])
  const text = niceTicks(greatest, Math.max(2, Math.floor(height / PIXELS_PER_INTERVAL))).join()
  return useMemo(() => fixed ?? text.split(',').map(Number), [fixed, text])
}

interface ChartHeadProps {
  readonly title: string
  readonly isTable: boolean
  readonly controls?: ReactNode
  readonly children: ReactNode
  onTable(): void
}

function ChartHead({ title, isTable, controls, children, onTable }: ChartHeadProps) {
  const label = isTable ? `Show ${title} as chart` : `Show ${title} as table`
  return (
    <header className="gw-chart-head">
      <h3>{title}</h3>
      <div className="gw-chart-says">{children}</div>
      {controls}
      <Tooltip label={isTable ? 'Show as chart' : 'Show as table'}>
        <ActionIcon className="gw-chart-as" aria-label={label} size={24} onClick={onTable}>
          {isTable ? <IconChartLine size={14} stroke={1.6} /> : <IconTable size={14} stroke={1.6} />}
        </ActionIcon>
      </Tooltip>
    </header>
  )
}

function toggle(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return next
}
