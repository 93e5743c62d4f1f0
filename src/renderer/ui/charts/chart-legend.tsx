import { colourOf, type ChartSeries } from './chart-row'
import { fillOf } from './chart-patterns'

/** What a series looks like, small: a patterned square for an area, a dashed stroke for a line. */
export function Swatch({ series }: { readonly series: ChartSeries }) {
  return series.draw === 'area' ? (
    <svg width="11" height="11" aria-hidden="true">
      <rect width="11" height="11" rx="2" fill={fillOf(series)} />
    </svg>
  ) : (
    <svg width="18" height="8" aria-hidden="true">
      <line
        x1="0"
        y1="4"
        x2="18"
        y2="4"
        stroke={colourOf(series)}
        strokeWidth={series.width ?? 1.5}
        strokeDasharray={series.dash}
      />
    </svg>
  )
}

const isListed = ({ isUnlisted = false }: ChartSeries): boolean => !isUnlisted

export interface ChartLegendProps {
  readonly series: readonly ChartSeries[]
  readonly hidden: ReadonlySet<string>
  onToggle(key: string): void
}

/** The names of the series; choosing one hides or shows it. */
export function ChartLegend({ series, hidden, onToggle }: ChartLegendProps) {
  return (
    <div className="gw-chart-legend">
      {series.filter(isListed).map((one) => (
        <button key={one.key} type="button" aria-pressed={!hidden.has(one.key)} onClick={() => onToggle(one.key)}>
          <Swatch series={one} />
          {one.label}
        </button>
      ))}
    </div>
  )
}
