import { memo, useMemo } from 'react'
import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from 'recharts'
import { colourOf, type ChartRow, type ChartSeries } from './chart-row'
import { fillOf } from './chart-patterns'
import { PLOT_MARGIN } from './plot-area'
import { timeLabel } from './time-label'
import { timeTicks } from './nice-ticks'

/** A value worth a line of its own across the chart, as in the target of a ratio. */
export interface GuideLine {
  readonly value: number
  readonly label: string
}

export interface PlotProps {
  readonly rows: readonly ChartRow[]
  readonly series: readonly ChartSeries[]
  readonly durationMs: number
  readonly width: number
  readonly height: number
  readonly ticks: readonly number[]
  readonly guides: readonly GuideLine[]
  formatTick(value: number): string
}

const PIXELS_PER_TICK = 64
const AXIS = { stroke: 'var(--gw-chart-grid)', tick: { fill: 'var(--gw-chart-axis)', fontSize: 10.5 }, tickLine: false }

/** The drawing itself. Its size is given and nothing in it moves by itself, so it is drawn once for each change of its rows. */
export const Plot = memo(function Plot(props: PlotProps) {
  const { rows, series, width, height } = props
  // The library registers each part anew whenever its element is new: kept as they are, new rows cost a third less.
  const frame = useFrame(props)
  const shapes = useMemo(() => series.map(drawn), [series])
  const data = useMemo(() => [...rows], [rows])
  return (
    <ComposedChart width={width} height={height} data={data} margin={MARGIN} accessibilityLayer={false} style={INERT}>
      {frame}
      {shapes}
    </ComposedChart>
  )
})

const MARGIN = { top: PLOT_MARGIN.top, right: PLOT_MARGIN.right, bottom: 0, left: 0 }
/** The surface around the plot listens to the pointer. */
const INERT = { pointerEvents: 'none' } as const

/** Grid, axes and guides. */
function useFrame({ durationMs, width, ticks, guides, formatTick }: PlotProps) {
  const most = Math.max(2, Math.floor((width - PLOT_MARGIN.left - PLOT_MARGIN.right) / PIXELS_PER_TICK))
  return useMemo(
    () => (
      <>
        <CartesianGrid vertical={false} stroke="var(--gw-chart-grid)" />
        <XAxis
          {...AXIS}
          dataKey="timeMs"
          type="number"
          height={PLOT_MARGIN.bottom}
          domain={[0, durationMs]}
          allowDataOverflow
          ticks={timeTicks(durationMs, most)}
          tickFormatter={(value: number) => timeLabel(value, durationMs)}
          interval={0}
        />
        <YAxis
          {...AXIS}
          axisLine={false}
          width={PLOT_MARGIN.left}
          domain={[0, ticks[ticks.length - 1] ?? 1]}
          allowDataOverflow
          ticks={[...ticks]}
          // The library breaks labels at spaces.
          tickFormatter={(value: number) => formatTick(value).replaceAll(' ', '\u00a0')}
          interval={0}
        />
        {guides.map(guideLine)}
      </>
    ),
    [durationMs, most, ticks, guides, formatTick],
  )
}

function guideLine({ value, label }: GuideLine) {
  return (
    <ReferenceLine
      key={label}
      y={value}
      stroke="var(--gw-chart-axis)"
      strokeDasharray="4 3"
      label={{ value: label, position: 'insideBottomRight', fill: 'var(--gw-chart-axis)', fontSize: 10.5 }}
    />
  )
}

function drawn(series: ChartSeries) {
  const colour = colourOf(series)
  const shared = {
    dataKey: series.key,
    type: 'linear',
    isAnimationActive: false,
    activeDot: false,
    dot: false,
  } as const
  return series.draw === 'area' ? (
    <Area key={series.key} {...shared} stackId="stack" stroke="none" fill={fillOf(series)} fillOpacity={1} />
  ) : (
    <Line
      key={series.key}
      {...shared}
      stroke={colour}
      strokeWidth={series.width ?? 1.5}
      strokeDasharray={series.dash}
    />
  )
}
