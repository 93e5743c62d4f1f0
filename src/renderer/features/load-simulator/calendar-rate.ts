import { DEFAULT_DAYS, DEFAULT_HOURS, type TrafficShape } from '@shared/design/scenario'

export type CalendarShape = Extract<TrafficShape, { readonly type: 'DAILY' | 'WEEKLY' }>

const DAY_SECONDS = 86_400
const HOUR_SECONDS = 3600
/** 1970-01-01 was a Thursday: days of the week are counted from Monday. */
const EPOCH_WEEKDAY = 3

/** When a run begins that does not say. */
export const DEFAULT_START = '2026-01-01T00:00:00Z'

/** Weights of the hours, those that were left out being the office day's. */
export function hoursOf({ hours }: CalendarShape): readonly number[] {
  return hours?.length === 24 ? hours : DEFAULT_HOURS
}

/** Weights of the days from Monday on; alike for DAILY. */
export function daysOf(shape: CalendarShape): readonly number[] {
  if (shape.type === 'DAILY') return [1, 1, 1, 1, 1, 1, 1]
  return shape.days?.length === 7 ? shape.days : DEFAULT_DAYS
}

/**
 * Requests per second at an instant (seconds since 1970, UTC): the mean rate times the weight of the hour and day, in straight lines
 * from one hour's middle to the next.
 */
export function calendarRate(shape: CalendarShape, instant: number): number {
  const hours = hoursOf(shape)
  const days = daysOf(shape)
  const mean = meanOf(hours) * meanOf(days)
  if (mean === 0) return 0
  const weightOfHour = (hourSinceEpoch: number): number => {
    const day = Math.floor(hourSinceEpoch / 24)
    return (hours[modulo(hourSinceEpoch, 24)] ?? 0) * (days[modulo(day + EPOCH_WEEKDAY, 7)] ?? 0)
  }
  const position = instant / HOUR_SECONDS - 0.5
  const before = Math.floor(position)
  const share = position - before
  const weight = weightOfHour(before) * (1 - share) + weightOfHour(before + 1) * share
  return (shape.ratePerSecond * weight) / mean
}

/** Seconds since 1970 at which a run begins; the default where the text is not an instant. */
export function startInstant(startsAt: string | undefined): number {
  const instant = Date.parse(startsAt ?? DEFAULT_START) / 1000
  return Number.isFinite(instant) ? instant : Date.parse(DEFAULT_START) / 1000
}

export const SECONDS_OF = { DAILY: DAY_SECONDS, WEEKLY: 7 * DAY_SECONDS } as const

function meanOf(weights: readonly number[]): number {
  return weights.reduce((sum, weight) => sum + weight, 0) / Math.max(1, weights.length)
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by
}
