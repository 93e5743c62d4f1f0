import type { TimeRange } from './chart-cursor'

/** The stretch between two instants in whole steps, whichever came first; null when they are within one step of each other. */
export function rangeOf(oneMs: number, otherMs: number, stepMs: number): TimeRange | null {
  const [first, last] = oneMs <= otherMs ? [oneMs, otherMs] : [otherMs, oneMs]
  if (last - first < stepMs / 2) return null
  return { fromMs: Math.floor(first / stepMs) * stepMs, toMs: Math.ceil(last / stepMs) * stepMs }
}
