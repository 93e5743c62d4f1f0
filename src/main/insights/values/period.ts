import { dateOf, firstDayOf } from './civil-date'

/** A length of time by which instants are cut: of milliseconds, or of whole calendar months. */
export type Period =
  { readonly unit: 'millis'; readonly length: number } | { readonly unit: 'months'; readonly length: number }

const DAY_MS = 86_400_000
const MILLIS: Readonly<Record<string, number>> = {
  ms: 1,
  msec: 1,
  millisecond: 1,
  s: 1000,
  sec: 1000,
  second: 1000,
  m: 60_000,
  min: 60_000,
  minute: 60_000,
  h: 3_600_000,
  hr: 3_600_000,
  hour: 3_600_000,
  d: DAY_MS,
  day: DAY_MS,
  w: 7 * DAY_MS,
  week: 7 * DAY_MS,
}
const MONTHS: Readonly<Record<string, number>> = {
  mo: 1,
  mon: 1,
  month: 1,
  q: 3,
  qtr: 3,
  quarter: 3,
  y: 12,
  yr: 12,
  year: 12,
}

/** What a period may be called, in the singular. */
export const PERIOD_UNITS: readonly string[] = [...Object.keys(MILLIS), ...Object.keys(MONTHS)]

/** The period of so many units; null for a unit that does not exist. Letters of several take an "s" at the end. */
export function periodOf(amount: number, unit: string): Period | null {
  const name = unit.toLowerCase()
  const singular = name.length > 2 && name.endsWith('s') ? name.slice(0, -1) : name
  const key = [name, singular].find((one) => PERIOD_UNITS.includes(one))
  if (key === undefined) return null
  const millis = Object.hasOwn(MILLIS, key) ? MILLIS[key]! : null
  if (millis !== null) return { unit: 'millis', length: amount * millis }
  return { unit: 'months', length: amount * MONTHS[key]! }
}

/** The beginning of the period in which an instant lies, counted from 1970. */
export function periodStart(millis: number, { unit, length }: Period): number {
  if (unit === 'millis') return Math.floor(millis / length) * length
  return monthStart(Math.floor(monthOf(millis) / length) * length)
}

/** The first beginning of a period that is not before an instant. */
export function periodEnd(millis: number, period: Period): number {
  const start = periodStart(millis, period)
  if (start === millis) return start
  return period.unit === 'millis' ? start + period.length : monthStart(monthOf(start) + period.length)
}

/** Months since January 1970. */
function monthOf(millis: number): number {
  const { year, month } = dateOf(Math.floor(millis / DAY_MS))
  return (year - 1970) * 12 + month - 1
}

function monthStart(months: number): number {
  return firstDayOf(1970 + Math.floor(months / 12), (((months % 12) + 12) % 12) + 1) * DAY_MS
}
