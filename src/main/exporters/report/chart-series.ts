import type { ReportColour } from './report-colours'

/** One series of a chart; NaN where it has no value. */
export interface ChartSeries {
  readonly label: string
  readonly colour: ReportColour
  /** Areas are stacked in their order; lines lie above them. */
  readonly draw: 'area' | 'line'
  readonly values: ArrayLike<number>
  readonly pattern?: ChartPattern
  readonly dash?: string
  readonly width?: number
}

export type ChartPattern = 'dots' | 'vertical' | 'diagonal' | 'cross'
