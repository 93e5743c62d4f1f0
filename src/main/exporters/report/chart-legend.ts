import type { ChartPattern, ChartSeries } from './chart-series'
import { NOTHING, safeHtml, type Markup } from './markup'

/** What each series is called, with a piece of it. */
export function legend(series: readonly ChartSeries[]): Markup {
  const items = series.map(({ label, colour, draw, dash = '', width = 1.5 }) => {
    const mark =
      draw === 'area'
        ? safeHtml`<rect width="16" height="10" rx="2" fill="var(--${colour})" />`
        : safeHtml`<line
            x1="0"
            x2="16"
            y1="5"
            y2="5"
            stroke="var(--${colour})"
            stroke-width="${width + 0.5}"
            stroke-dasharray="${dash}"
          />`
    return safeHtml`<li><svg viewBox="0 0 16 10" aria-hidden="true">${mark}</svg>${label}</li>`
  })
  return safeHtml`<ul class="legend">
    ${items}
  </ul>`
}

const STROKES: { readonly [pattern in ChartPattern]: Markup } = {
  dots: safeHtml`<circle cx="3" cy="3" r="1" fill="var(--canvas)" />`,
  vertical: safeHtml`<path d="M1 0V6" stroke="var(--canvas)" />`,
  diagonal: safeHtml`<path d="M-1 1L1 -1M0 6L6 0M5 7L7 5" stroke="var(--canvas)" />`,
  cross: safeHtml`<path d="M0 0L6 6M6 0L0 6" stroke="var(--canvas)" />`,
}

/** The filling of an area: colour alone never says which one it is. */
export function patternDefinition({ colour, pattern }: ChartSeries, id: string): Markup {
  const strokes = pattern === undefined ? NOTHING : STROKES[pattern]
  return safeHtml`<pattern id="${id}" width="6" height="6" patternUnits="userSpaceOnUse"
    ><rect width="6" height="6" fill="var(--${colour})" />${strokes}</pattern
  >`
}
