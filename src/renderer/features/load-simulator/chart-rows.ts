import type { SeriesName, Snapshot } from '@shared/contract/snapshot'
import type { ChartRow } from '../../ui/charts/chart-row'

/** One row per step that the run has reached, with the named series; a step without a value (no lookups, no answers) has null there. */
export function chartRows(snapshot: Snapshot | null, names: readonly SeriesName[], factor = 1): ChartRow[] {
  if (snapshot === null) return []
  return rowsOf(
    reachedSteps(snapshot),
    snapshot.stepMs,
    names.map((name) => [name, snapshot.series[name], factor]),
  )
}

/** The levels of some buckets in percent of their burst limit; the series are named by index: "bucket0". */
export function bucketRows(snapshot: Snapshot | null, buckets: readonly number[]): ChartRow[] {
  if (snapshot === null) return []
  const columns = buckets.flatMap((index): [string, Float64Array, number][] => {
    const levels = snapshot.bucketSeries[index]
    const burst = snapshot.buckets[index]?.burstLimit ?? 0
    return levels ? [[bucketKey(index), levels, burst > 0 ? 100 / burst : 0]] : []
  })
  return rowsOf(reachedSteps(snapshot), snapshot.stepMs, columns)
}

export function bucketKey(index: number): string {
  return `bucket${index}`
}

/** Steps from the start that have been reached: offered traffic is known, be it 0. */
function reachedSteps({ series }: Snapshot): number {
  const end = series.offered.findIndex((value) => Number.isNaN(value))
  return end < 0 ? series.offered.length : end
}

function rowsOf(
  steps: number,
  stepMs: number,
  columns: readonly (readonly [string, Float64Array, number])[],
): ChartRow[] {
  return Array.from({ length: steps }, (_, step) => {
    const row: Record<string, number | null> & { timeMs: number } = { timeMs: step * stepMs }
    for (const [name, values, factor] of columns) {
      const value = values[step] ?? NaN
      row[name] = Number.isFinite(value) ? value * factor : null
    }
    return row
  })
}
