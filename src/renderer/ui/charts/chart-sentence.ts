import type { ChartRow, ChartSeries } from './chart-row'
import { timeLabel } from './time-label'

/**
 * What a series did, in words: "Throttled rose from 0 to 178 at 1:30" or "Account stayed at 100 %".
 * Told from its first value and whichever extreme is farther from it.
 */
export function seriesSentence(
  rows: readonly ChartRow[],
  series: Pick<ChartSeries, 'key' | 'label'>,
  durationMs: number,
  format: (value: number) => string,
): string {
  const points = rows.flatMap((row) => {
    const value = row[series.key]
    return typeof value === 'number' ? [{ timeMs: row.timeMs, value }] : []
  })
  const first = points[0]
  if (first === undefined) return `${series.label} has no values`
  const far = points.reduce((best, point) =>
    Math.abs(point.value - first.value) > Math.abs(best.value - first.value) ? point : best,
  )
  if (format(far.value) === format(first.value)) return `${series.label} stayed at ${format(first.value)}`
  const verb = far.value > first.value ? 'rose' : 'fell'
  return `${series.label} ${verb} from ${format(first.value)} to ${format(far.value)} at ${timeLabel(far.timeMs, durationMs)}`
}

/** The sentence of a whole chart: its title, then each series that ever had a value other than 0. */
export function chartSentence(
  title: string,
  rows: readonly ChartRow[],
  series: readonly ChartSeries[],
  durationMs: number,
  format: (value: number) => string,
): string {
  const hasValues = rows.some((row) => series.some(({ key }) => typeof row[key] === 'number'))
  if (!hasValues) return `${title}. No values yet`
  const told = series.filter(({ key }) => rows.some((row) => (row[key] ?? 0) !== 0))
  const sentences = told.map((one) => seriesSentence(rows, one, durationMs, format))
  return [title, ...(sentences.length > 0 ? sentences : ['Everything stayed at 0'])].map(capitalised).join('. ')
}

/** Names such as "p50" and "us-east-1" stay as they are. */
function capitalised(text: string): string {
  return /^[a-z]+(\s|$)/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text
}
