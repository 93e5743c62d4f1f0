import { clockText, clockTicks, niceTicks } from './nice-ticks'
import { legend, patternDefinition } from './chart-legend'
import type { ChartSeries } from './chart-series'
import { safeHtml, type Markup } from './markup'

export interface Chart {
  readonly title: string
  /** "requests a second", beside the title. */
  readonly unit: string
  readonly series: readonly ChartSeries[]
  /** Seconds between two values. */
  readonly stepSeconds: number
  readonly valueText: (value: number) => string
  /** The top of the axis; the largest value when absent. */
  readonly max?: number
  /** Levels to compare with. */
  readonly marks?: readonly { readonly value: number; readonly label: string }[]
  readonly isWide?: boolean
}

interface Frame {
  readonly x: (seconds: number) => number
  readonly y: (value: number) => number
  readonly width: number
  readonly bottom: number
}

const HEIGHT = 200
const LEFT = 52
const TOP = 10
const BOTTOM = 24

/** A chart with its caption and legend. `id` tells its patterns from those of other charts. */
export function chartFigure(chart: Chart, id: string): Markup {
  const { series, stepSeconds } = chart
  const steps = Math.max(1, ...series.map(({ values }) => values.length))
  const ticks = niceTicks(chart.max ?? largest(series))
  const width = chart.isWide ? 1040 : 500
  const frame = frameOf(width, steps * stepSeconds, ticks.at(-1)!)
  const patterns = series
    .filter(({ draw }) => draw === 'area')
    .map((one, index) => patternDefinition(one, `${id}-${index}`))
  return safeHtml`<figure class="${chart.isWide ? 'wide' : ''}">
    <figcaption>${chart.title} <span>${chart.unit}</span></figcaption>
    ${legend(series)}
    <svg viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label="${`${chart.title}, ${chart.unit}`}">
      <defs>${patterns}</defs>
      ${grid(frame, ticks, chart.valueText)}${clock(frame, steps * stepSeconds)}${areas(chart, frame, id)}${lines(chart, frame)}${marks(chart, frame)}
    </svg>
  </figure>`
}

function frameOf(width: number, seconds: number, top: number): Frame {
  const bottom = HEIGHT - BOTTOM
  return {
    x: (second) => LEFT + (second / seconds) * (width - LEFT - 12),
    y: (value) => bottom - (Math.min(value, top) / top) * (bottom - TOP),
    width,
    bottom,
  }
}

/** The highest point of the stack, or of a line. */
function largest(series: readonly ChartSeries[]): number {
  const lineTop = Math.max(0, ...series.filter(({ draw }) => draw === 'line').map(({ values }) => maximum(values)))
  return Math.max(lineTop, maximum(stackTops(series).at(-1) ?? []))
}

function maximum(values: ArrayLike<number>): number {
  return Array.from(values).reduce((max, value) => (value > max ? value : max), 0)
}

/** For each area the sums up to its top; without a value nothing is added. */
function stackTops(series: readonly ChartSeries[]): number[][] {
  let below: number[] = []
  return series
    .filter(({ draw }) => draw === 'area')
    .map(({ values }) => {
      below = Array.from(values, (value, index) => (below[index] ?? 0) + (Number.isNaN(value) ? 0 : value))
      return below
    })
}

function areas({ series, stepSeconds }: Chart, frame: Frame, id: string): Markup[] {
  const stack = stackTops(series)
  return stack.map((tops, index) => {
    const bottoms = stack[index - 1] ?? tops.map(() => 0)
    const up = steppedPoints(tops, stepSeconds, frame)
    const down = steppedPoints(bottoms, stepSeconds, frame).reverse()
    return safeHtml`<polygon points="${[...up, ...down].join(' ')}" fill="url(#${id}-${index})" />`
  })
}

/** Each value holds for its whole step. */
function steppedPoints(values: readonly number[], stepSeconds: number, { x, y }: Frame): string[] {
  return values.flatMap((value, index) => [
    `${short(x(index * stepSeconds))},${short(y(value))}`,
    `${short(x((index + 1) * stepSeconds))},${short(y(value))}`,
  ])
}

function lines({ series, stepSeconds }: Chart, { x, y }: Frame): Markup[] {
  return series
    .filter(({ draw }) => draw === 'line')
    .map(({ values, colour, dash = '', width = 1.5 }) => {
      const isGap = (index: number): boolean => Number.isNaN(values[index] ?? Number.NaN)
      const path = Array.from(values, (value, index) => {
        if (isGap(index)) return ''
        const point = `${short(x((index + 0.5) * stepSeconds))} ${short(y(value))}`
        if (!isGap(index - 1)) return `L${point}`
        // A line to itself is a dot: a value alone is seen as well.
        return isGap(index + 1) ? `M${point}h0` : `M${point}`
      }).join('')
      return safeHtml`<path
        d="${path}"
        fill="none"
        stroke="var(--${colour})"
        stroke-width="${width}"
        stroke-dasharray="${dash}"
        stroke-linecap="round"
        stroke-linejoin="round"
      />`
    })
}

function marks({ marks: levels = [] }: Chart, { y, width }: Frame): Markup[] {
  return levels.map(
    ({ value, label }) =>
      safeHtml`<line
          x1="${LEFT}"
          x2="${width - 12}"
          y1="${short(y(value))}"
          y2="${short(y(value))}"
          stroke="var(--muted)"
          stroke-dasharray="2 4"
        /><text x="${width - 14}" y="${short(y(value) - 4)}" text-anchor="end">${label}</text>`,
  )
}

function grid({ y, width }: Frame, ticks: readonly number[], valueText: Chart['valueText']): Markup[] {
  return ticks.map(
    (tick) =>
      safeHtml`<line
          x1="${LEFT}"
          x2="${width - 12}"
          y1="${short(y(tick))}"
          y2="${short(y(tick))}"
          stroke="var(--grid)"
        /><text x="${LEFT - 8}" y="${short(y(tick) + 4)}" text-anchor="end">${valueText(tick)}</text>`,
  )
}

function clock({ x, bottom, width }: Frame, seconds: number): Markup[] {
  return clockTicks(seconds, width > 600 ? 10 : 5).map(
    (tick) =>
      safeHtml`<text x="${short(x(tick))}" y="${bottom + 18}" text-anchor="middle">${clockText(tick, seconds)}</text>`,
  )
}

function short(value: number): number {
  return Number(value.toFixed(1))
}
