/** Room around the plotted area for the ticks, in pixels. */
export const PLOT_MARGIN = { top: 8, right: 18, bottom: 20, left: 52 } as const

/** Pixels from the chart's left edge to a time. */
export function xOfTime(timeMs: number, durationMs: number, widthPx: number): number {
  const plotWidth = widthPx - PLOT_MARGIN.left - PLOT_MARGIN.right
  return PLOT_MARGIN.left + (durationMs > 0 ? (timeMs / durationMs) * plotWidth : 0)
}

/** The time under a pixel, within 0 and the duration. */
export function timeOfX(xPx: number, durationMs: number, widthPx: number): number {
  const plotWidth = widthPx - PLOT_MARGIN.left - PLOT_MARGIN.right
  const share = plotWidth > 0 ? (xPx - PLOT_MARGIN.left) / plotWidth : 0
  return Math.min(1, Math.max(0, share)) * durationMs
}
