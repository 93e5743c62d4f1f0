import type { ChartRow } from './chart-row'

/** Points of one line that are worth drawing and that React can draw four times a second. */
export const MAX_POINTS = 200

/**
 * At most `maxPoints` rows, two for each stretch of time: the extremes of every group within it, in the order they came, so that a spike
 * of one step stays visible. A group is a set of series that belong together (a stack): its sum decides which rows its values come from.
 * The times are those of the stretch's first and middle row. Rows that are few enough are returned as they are.
 */
export function downsample(
  rows: readonly ChartRow[],
  groups: readonly (readonly string[])[],
  maxPoints = MAX_POINTS,
): readonly ChartRow[] {
  if (rows.length <= maxPoints) return rows
  const stretches = Math.floor(maxPoints / 2)
  return Array.from({ length: stretches }, (_, index) =>
    extremesOf(
      rows.slice(Math.floor((index * rows.length) / stretches), Math.floor(((index + 1) * rows.length) / stretches)),
      groups,
    ),
  ).flat()
}

function extremesOf(stretch: readonly ChartRow[], groups: readonly (readonly string[])[]): ChartRow[] {
  const first: Record<string, number | null> = {}
  const second: Record<string, number | null> = {}
  for (const keys of groups) {
    const [earlier, later] = extremeRows(stretch, keys)
    for (const key of keys) {
      first[key] = earlier?.[key] ?? null
      second[key] = later?.[key] ?? null
    }
  }
  const timeOf = (index: number): number => stretch[index]?.timeMs ?? 0
  return [
    { ...first, timeMs: timeOf(0) },
    { ...second, timeMs: timeOf(Math.floor(stretch.length / 2)) },
  ]
}

/** The rows where the group's sum is least and greatest, the earlier one first. Rows without any value are passed over. */
function extremeRows(
  stretch: readonly ChartRow[],
  keys: readonly string[],
): [ChartRow | undefined, ChartRow | undefined] {
  const known = stretch.filter((row) => keys.some((key) => typeof row[key] === 'number'))
  const sumOf = (row: ChartRow): number => keys.reduce((sum, key) => sum + (row[key] ?? 0), 0)
  const least = known.reduce<ChartRow | undefined>(
    (best, row) => (best && sumOf(best) <= sumOf(row) ? best : row),
    undefined,
  )
  const most = known.reduce<ChartRow | undefined>(
    (best, row) => (best && sumOf(best) >= sumOf(row) ? best : row),
    undefined,
  )
  return least && most && most.timeMs < least.timeMs ? [most, least] : [least, most]
}
