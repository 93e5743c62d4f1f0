import { rowAt, type ChartRow, type ChartSeries } from './chart-row'
import { timeLabel } from './time-label'

/** "1:32  backend 140, 429 178"; null when there are no rows. */
export function readoutText(
  rows: readonly ChartRow[],
  series: readonly ChartSeries[],
  timeMs: number,
  durationMs: number,
  format: (value: number) => string,
): string | null {
  const row = rowAt(rows, timeMs)
  if (row === undefined) return null
  const values = series.flatMap(({ key, label }) => {
    const value = row[key]
    return typeof value === 'number' ? [`${label} ${format(value)}`] : []
  })
  return `${timeLabel(row.timeMs, durationMs)}  ${values.length > 0 ? values.join(', ') : 'no value'}`
}
