import type { ChartRow, ChartSeries } from './chart-row'

/** The greatest height anything reaches: each line by itself, the areas on top of each other. 0 without rows. */
export function greatestValue(rows: readonly ChartRow[], series: readonly ChartSeries[]): number {
  const areas = series.filter((one) => one.draw === 'area')
  const lines = series.filter((one) => one.draw === 'line')
  return rows.reduce((most, row) => {
    const stacked = areas.reduce((sum, { key }) => sum + (row[key] ?? 0), 0)
    return Math.max(most, stacked, ...lines.map(({ key }) => row[key] ?? 0))
  }, 0)
}

/** What belongs together when points are left out: the areas are one group, each line is its own. */
export function groupsOf(series: readonly ChartSeries[]): string[][] {
  const areas = series.filter((one) => one.draw === 'area').map(({ key }) => key)
  const lines = series.filter((one) => one.draw === 'line').map(({ key }) => [key])
  return areas.length > 0 ? [areas, ...lines] : lines
}
