import type { ChartRow, ChartSeries } from './chart-row'
import { useCursorTime } from './chart-cursor'
import { readoutText } from './readout-text'

export interface ChartReadoutProps {
  readonly rows: readonly ChartRow[]
  readonly series: readonly ChartSeries[]
  readonly durationMs: number
  format(value: number): string
}

/** The values under the shared cursor as text; nothing while nothing is pointed at. */
export function ChartReadout({ rows, series, durationMs, format }: ChartReadoutProps) {
  const timeMs = useCursorTime()
  const text = timeMs === null ? null : readoutText(rows, series, timeMs, durationMs, format)
  return text === null ? null : (
    <p className="gw-chart-readout" title={text}>
      {text}
    </p>
  )
}
