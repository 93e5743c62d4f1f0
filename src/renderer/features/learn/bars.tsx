import type { LessonMoment } from '@shared/lessons/lesson'
import { fillOf } from '../../ui/charts/chart-patterns'
import type { ChartRow, ChartSeries } from '../../ui/charts/chart-row'
import { niceTicks, timeTicks } from '../../ui/charts/nice-ticks'
import { PLOT_MARGIN, xOfTime } from '../../ui/charts/plot-area'
import { timeLabel } from '../../ui/charts/time-label'
import type { ElementSize } from '../../ui/charts/use-element-size'
import { greatestValue } from '../../ui/charts/value-domain'
import { formatShort } from '../../ui/format'

export interface BarsProps {
  readonly rows: readonly ChartRow[]
  readonly series: readonly ChartSeries[]
  /** Time that a bar stands for. */
  readonly widthMs: number
  readonly durationMs: number
  readonly size: ElementSize
  readonly moment?: LessonMoment
}

/** Room above the bars for the words of the moment. Pixels. */
const TOP = 22
const PIXELS_PER_INTERVAL = 36
const PIXELS_PER_TIME_TICK = 64
const GAP = 1

/** Stacked bars with their axes. The picture itself says nothing to assistive technology: its surface does. */
export function Bars({ rows, series, widthMs, durationMs, size, moment }: BarsProps) {
  const { width, height } = size
  const bottom = height - PLOT_MARGIN.bottom
  const ticks = niceTicks(greatestValue(rows, series), Math.max(2, Math.floor((bottom - TOP) / PIXELS_PER_INTERVAL)))
  const greatest = ticks[ticks.length - 1] ?? 1
  const xOf = (timeMs: number): number => xOfTime(timeMs, durationMs, width)
  const yOf = (value: number): number => bottom - (value / greatest) * (bottom - TOP)
  const times = timeTicks(durationMs, Math.max(2, Math.floor(width / PIXELS_PER_TIME_TICK)))
  return (
    <svg width={width} height={height} className="gw-bars" aria-hidden focusable="false">
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={PLOT_MARGIN.left} x2={width - PLOT_MARGIN.right} y1={yOf(tick)} y2={yOf(tick)} />
          <text x={PLOT_MARGIN.left - 8} y={yOf(tick)} textAnchor="end" dominantBaseline="central">
            {formatShort(tick)}
          </text>
        </g>
      ))}
      {moment && <Moment {...moment} xOf={xOf} bottom={bottom} width={width} />}
      {rows.map((row) => (
        <Bar
          key={row.timeMs}
          row={row}
          series={series}
          x={xOf(row.timeMs)}
          width={Math.max(1, xOf(row.timeMs + widthMs) - xOf(row.timeMs) - GAP)}
          yOf={yOf}
        />
      ))}
      {times.map((timeMs) => (
        <text key={timeMs} x={xOf(timeMs)} y={bottom + 14} textAnchor="middle">
          {timeLabel(timeMs, durationMs)}
        </text>
      ))}
    </svg>
  )
}

interface BarProps {
  readonly row: ChartRow
  readonly series: readonly ChartSeries[]
  readonly x: number
  readonly width: number
  yOf(value: number): number
}

function Bar({ row, series, x, width, yOf }: BarProps) {
  let below = 0
  return series.map((one) => {
    const from = below
    below += row[one.key] ?? 0
    const height = yOf(from) - yOf(below)
    return height > 0 && <rect key={one.key} x={x} width={width} y={yOf(below)} height={height} fill={fillOf(one)} />
  })
}

interface MomentProps extends LessonMoment {
  xOf(timeMs: number): number
  readonly bottom: number
  readonly width: number
}

/** What the question is about: a band behind the bars, with its words above. */
function Moment({ from, to, label, xOf, bottom, width }: MomentProps) {
  const x = xOf(from * 1000)
  const right = xOf(to * 1000)
  const isLeft = x < width * 0.7
  return (
    <g className="gw-bars-moment">
      <rect x={x} width={Math.max(3, right - x)} y={TOP - 6} height={bottom - TOP + 6} />
      <text
        x={isLeft ? x : Math.max(x + 3, right)}
        y={8}
        textAnchor={isLeft ? 'start' : 'end'}
        dominantBaseline="central"
      >
        {label}
      </text>
    </g>
  )
}
