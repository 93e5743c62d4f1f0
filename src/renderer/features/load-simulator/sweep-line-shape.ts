import type { MetricEstimate, SweepCell } from '@shared/contract/sweep'
import { niceTicks } from '../../ui/charts/nice-ticks'
import { estimateOf } from './sweep-grid'

/** Room around the drawing, and how wide a point is for the pointer. Pixels. */
export const LINE = { left: 64, right: 24, top: 12, bottom: 24, hit: 24, label: 44, tick: 64 } as const

export interface LinePoint {
  readonly value: number
  readonly cell: SweepCell | null
  /** Null where no run has come to its end, or the metric has no value. */
  readonly estimate: MetricEstimate | null
  readonly x: number
  readonly y: number
  /** There is room for its value below the axis. */
  readonly hasLabel: boolean
}

export interface LineDrawing {
  readonly points: readonly LinePoint[]
  /** SVG paths; empty where there is nothing to draw. */
  readonly line: string
  readonly band: string
  readonly ticks: readonly { readonly value: number; readonly y: number }[]
}

/** The mean of a metric over the values of one setting as a line, and the interval around it as a band. */
export function lineDrawing(
  cells: readonly (SweepCell | null)[],
  values: readonly number[],
  metric: number,
  { width, height }: { readonly width: number; readonly height: number },
): LineDrawing {
  const [from, to] = [values[0] ?? 0, values[values.length - 1] ?? 1]
  const inner = {
    width: Math.max(1, width - LINE.left - LINE.right),
    height: Math.max(1, height - LINE.top - LINE.bottom),
  }
  const estimates = values.map((_, index) => estimateOf(cells[index] ?? null, metric))
  const greatest = Math.max(0, ...estimates.map((estimate) => estimate?.high ?? 0))
  const ticks = niceTicks(greatest, Math.max(2, Math.floor(inner.height / LINE.tick)))
  const top = ticks[ticks.length - 1] ?? 1
  const xOf = (value: number): number => LINE.left + (to > from ? (value - from) / (to - from) : 0.5) * inner.width
  const yOf = (value: number): number => LINE.top + (1 - Math.max(0, value) / top) * inner.height
  const every = Math.max(1, Math.ceil((values.length * LINE.label) / inner.width))
  const points = values.map((value, index): LinePoint => {
    const estimate = estimates[index] ?? null
    const y = estimate === null ? LINE.top + inner.height : yOf(estimate.mean)
    return { value, cell: cells[index] ?? null, estimate, x: xOf(value), y, hasLabel: index % every === 0 }
  })
  return { points, ...paths(points, yOf), ticks: ticks.map((value) => ({ value, y: yOf(value) })) }
}

function paths(points: readonly LinePoint[], yOf: (value: number) => number): Pick<LineDrawing, 'line' | 'band'> {
  const known = points.filter((point) => point.estimate !== null)
  if (known.length < 2) return { line: '', band: '' }
  const through = (pairs: readonly string[]): string => `M ${pairs.join(' L ')}`
  const at = (x: number, y: number): string => `${x.toFixed(1)} ${y.toFixed(1)}`
  const upper = known.map(({ x, estimate }) => at(x, yOf(estimate?.high ?? 0)))
  const lower = known.map(({ x, estimate }) => at(x, yOf(estimate?.low ?? 0))).toReversed()
  return {
    line: through(known.map(({ x, y }) => at(x, y))),
    band: `${through([...upper, ...lower])} Z`,
  }
}
