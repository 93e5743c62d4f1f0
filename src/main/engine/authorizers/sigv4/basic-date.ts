import { parseInstant } from '../instant'

const MS_PER_DAY = 86_400_000
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Milliseconds since 1970 -> "20260131T123000Z", ISO 8601's basic format; parts of a second are cut off. */
export function basicDate(epochMs: number): string {
  const days = Math.floor(epochMs / MS_PER_DAY)
  const seconds = Math.floor((epochMs - days * MS_PER_DAY) / 1000)
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits).join('')
  return `${calendarDate(days)}T${time}Z`
}

/** Milliseconds since 1970 of "20260131T123000Z"; NaN when the text is not of that form. */
export function parseBasicDate(text: string): number {
  const [, year, month, day, hours, minutes, seconds] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? []
  return parseInstant(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`)
}

/** Milliseconds since 1970 of "Sat, 31 Jan 2026 12:30:00 GMT"; NaN when the text is not of that form. Source: RFC 9110, 5.6.7. */
export function parseHttpDate(text: string): number {
  const [, day, month = '', year, time] = /^\w{3}, (\d\d) (\w{3}) (\d{4}) (\d\d:\d\d:\d\d) GMT$/.exec(text) ?? []
  return parseInstant(`${year}-${twoDigits(MONTHS.indexOf(month) + 1)}-${day}T${time}Z`)
}

/**
 * Days since 1970 -> "20260131". Counts in years that begin in March, so that a leap day is the last of its year, and in the eras of
 * 400 years after which the calendar repeats.
 */
function calendarDate(days: number): string {
  const sinceEpoch = days + 719_468
  const era = Math.floor(sinceEpoch / 146_097)
  const dayOfEra = sinceEpoch - era * 146_097
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = (monthFromMarch + 2) % 12
  const year = era * 400 + yearOfEra + (month < 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}${twoDigits(month + 1)}${twoDigits(day)}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
