import type { Snapshot, SeriesName } from '@shared/contract/snapshot'
import type { ChartRow } from '../../ui/charts/chart-row'

/** Widths of a bar in milliseconds: for each step that a snapshot may have there are multiples. */
const WIDTHS = [
  100, 200, 500, 1000, 2000, 5000, 10_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000,
]
const MOST_BARS = 60

export interface BarRows {
  /** Counts for each bar that the run has reached, at the time at which the bar begins. */
  readonly rows: readonly ChartRow[]
  readonly widthMs: number
}

/** The series of a snapshot, which are per second, as numbers of calls in at most 60 bars. */
export function barRows({ series, stepMs, durationMs }: Snapshot, names: readonly SeriesName[]): BarRows {
  const widthMs = WIDTHS.find((width) => width % stepMs === 0 && durationMs / width <= MOST_BARS) ?? durationMs
  const reached = series.offered.findIndex((value) => Number.isNaN(value))
  const steps = reached < 0 ? series.offered.length : reached
  const bars: Record<string, number>[] = []
  for (let step = 0; step < steps; step++) {
    const at = Math.floor((step * stepMs) / widthMs)
    const bar = (bars[at] ??= Object.fromEntries(names.map((name) => [name, 0])))
    for (const name of names) bar[name]! += ((series[name][step] ?? 0) * stepMs) / 1000
  }
  return { rows: bars.map((bar, at) => ({ timeMs: at * widthMs, ...rounded(bar) })), widthMs }
}

/** Counts are whole; that they were made into rates and back leaves a trace. */
function rounded(bar: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(bar).map(([name, value]) => [name, Math.round(value)]))
}
