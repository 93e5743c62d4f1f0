import type { ChartRow, ChartSeries } from './chart-row'
import { downsample } from './downsample'
import { timeLabel } from './time-label'

/** Rows a person can still read. */
const MAX_TABLE_ROWS = 60

export interface ChartTableProps {
  readonly title: string
  readonly rows: readonly ChartRow[]
  readonly series: readonly ChartSeries[]
  readonly durationMs: number
  format(value: number): string
}

/** The chart's data as a table of at most 60 rows, extremes kept. */
export function ChartTable({ title, rows, series, durationMs, format }: ChartTableProps) {
  const shown = downsample(
    rows,
    series.map(({ key }) => [key]),
    MAX_TABLE_ROWS,
  )
  return (
    // A scrolled region must be reachable by keyboard.
    <div className="gw-chart-table" tabIndex={0} role="region" aria-label={`${title} as table`}>
      <table>
        <thead>
          <tr>
            <th scope="col">Time</th>
            {series.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.timeMs}>
              <th scope="row">{timeLabel(row.timeMs, durationMs)}</th>
              {series.map(({ key }) => {
                const value = row[key]
                return <td key={key}>{typeof value === 'number' ? format(value) : 'none'}</td>
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
