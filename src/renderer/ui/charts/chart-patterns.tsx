import { PATTERN_NAMES, type ChartSeries, type PatternName } from './chart-row'

/** Every colour that is ever drawn under a pattern: a pattern holds its colours, so there is one per pair. */
const PATTERN_COLOURS = [
  'outcome-rejected',
  'outcome-denied',
  'outcome-throttled',
  'outcome-error',
  'status-s4xx',
  'status-s429',
  'status-s5xx',
  'level-plan-method',
  'level-plan',
  'level-method',
  'level-account',
] as const

function patternId(pattern: PatternName, colour: string): string {
  return `gw-pattern-${pattern}-${colour}`
}

/** The fill of an area or a swatch: its pattern where it has one, else the plain colour. */
export function fillOf({ pattern, colour }: Pick<ChartSeries, 'pattern' | 'colour'>): string {
  return pattern === undefined ? `var(--gw-chart-${colour})` : `url(#${patternId(pattern, colour)})`
}

/** The patterns of all charts of a page, defined once. Without colour they still tell the families apart. */
export function ChartPatterns() {
  return (
    <svg width="0" height="0" aria-hidden="true" focusable="false" className="gw-chart-defs">
      <defs>
        {PATTERN_NAMES.flatMap((pattern) =>
          PATTERN_COLOURS.map((colour) => (
            <pattern
              key={patternId(pattern, colour)}
              id={patternId(pattern, colour)}
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform={pattern === 'diagonal' || pattern === 'cross' ? 'rotate(45)' : undefined}
            >
              <rect width="6" height="6" fill={`var(--gw-chart-${colour})`} />
              <PatternInk pattern={pattern} />
            </pattern>
          )),
        )}
      </defs>
    </svg>
  )
}

function PatternInk({ pattern }: { readonly pattern: PatternName }) {
  switch (pattern) {
    case 'dots':
      return <circle cx="3" cy="3" r="1.1" className="gw-chart-ink" />
    case 'vertical':
      return <rect x="2" width="1.6" height="6" className="gw-chart-ink" />
    case 'diagonal':
      return <rect x="2" width="2" height="6" className="gw-chart-ink" />
    case 'cross':
      return (
        <>
          <rect x="2" width="1.4" height="6" className="gw-chart-ink" />
          <rect y="2" width="6" height="1.4" className="gw-chart-ink" />
        </>
      )
  }
}
