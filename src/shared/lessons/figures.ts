import type { SimulationResult, SimulationRow } from '../contract/simulation'
import type { FigureUnit, LessonFigure } from './lesson'

/** A figure with its name. */
export function figure(label: string, unit: FigureUnit, of: LessonFigure['of']): LessonFigure {
  return { label, unit, of }
}

/** The row of a route; undefined when the result has none. */
export function routeRow({ routes }: SimulationResult, routeKey: string): SimulationRow | undefined {
  return routes.find(({ key }) => key === routeKey)
}

/** The sum of a series over the seconds from `from` up to, but not including, `to`. */
export function sumOfSeconds(
  { timeSeries }: SimulationResult,
  series: 'requests' | 'admitted' | 'throttled',
  from: number,
  to: number,
): number {
  const values = timeSeries[series].slice(from / timeSeries.stepSeconds, to / timeSeries.stepSeconds)
  return values.reduce((sum, value) => sum + value, 0)
}

/** 0 when there is nothing to have a share of. */
export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

export const ADMITTED = figure('Admitted', 'calls', ({ totals }) => totals.admitted)
export const THROTTLED = figure('Answered with 429', 'calls', ({ totals }) => totals.throttled)
export const OFFERED = figure('Sent', 'calls', ({ totals }) => totals.requests)
export const BACKEND_CALLS = figure('Calls of the backend', 'calls', ({ integration }) => integration.calls)
export const CACHE_HITS = figure('Answered from the cache', 'calls', ({ cache }) => cache.hits)
export const AUTHORIZER_CALLS = figure('Calls of the authorizer', 'calls', ({ authorizer }) => authorizer.calls)
export const AUTHORIZER_HITS = figure('Kept results used', 'calls', ({ authorizer }) => authorizer.hits)
