/** One instant of a chart: the time and a value per series; null where there is none. */
export interface ChartRow {
  readonly timeMs: number
  readonly [series: string]: number | null
}

/** How one series is drawn and named. Colours are `--gw-chart-...` variables, never values. */
export interface ChartSeries {
  /** Member of the rows. */
  readonly key: string
  /** As in the legend: "backend". */
  readonly label: string
  /** Areas are stacked on each other in their order; lines are drawn over them. */
  readonly draw: 'area' | 'line'
  /** As in "outcome-served": the part of the variable after `--gw-chart-`. */
  readonly colour: string
  /** A pattern over the area, so that colour is never the only sign. */
  readonly pattern?: PatternName
  /** SVG dash array. */
  readonly dash?: string
  readonly width?: number
  /** Hidden until its legend entry is chosen. */
  readonly isOptional?: boolean
  /** Not in the legend: something else on the page says what it is. */
  readonly isUnlisted?: boolean
}

export const PATTERN_NAMES = ['dots', 'vertical', 'diagonal', 'cross'] as const
export type PatternName = (typeof PATTERN_NAMES)[number]

export function colourOf(series: Pick<ChartSeries, 'colour'>): string {
  return `var(--gw-chart-${series.colour})`
}

/** The row nearest to a time; undefined when there is none. */
export function rowAt(rows: readonly ChartRow[], timeMs: number): ChartRow | undefined {
  return rows.reduce<ChartRow | undefined>(
    (best, row) => (best && Math.abs(best.timeMs - timeMs) <= Math.abs(row.timeMs - timeMs) ? best : row),
    undefined,
  )
}
