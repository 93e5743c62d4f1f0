import type { QuotaPeriod } from '@shared/design/usage-plan'

const DAY_MS = 86_400_000

/** Sunday. Unknown in AWS's documentation; quota weeks roll at 00:00 UTC of this day (0 is Sunday). */
export const QUOTA_WEEK_STARTS_ON = 0

/** When the quota period that holds an instant ends. Both are milliseconds since 1970; periods roll at 00:00 UTC (rest-api.md 5.3, inferred). */
export function quotaPeriodEnd(epochMs: number, period: QuotaPeriod): number {
  const day = Math.floor(epochMs / DAY_MS)
  if (period === 'DAY') return (day + 1) * DAY_MS
  if (period === 'WEEK') return (day + 7 - ((weekday(day) - QUOTA_WEEK_STARTS_ON + 7) % 7)) * DAY_MS
  return firstDayOfNextMonth(day) * DAY_MS
}

/** 1 January 1970 was a Thursday. */
function weekday(day: number): number {
  return (((day + 4) % 7) + 7) % 7
}

function firstDayOfNextMonth(day: number): number {
  const { year, month } = civilFromDay(day)
  return month === 12 ? dayFromCivil(year + 1, 1) : dayFromCivil(year, month + 1)
}

/** Gregorian calendar by arithmetic, with years counted from March so that the leap day comes last. */
function civilFromDay(day: number): { year: number; month: number } {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month }
}

/** The day number of the first of a month. */
function dayFromCivil(year: number, month: number): number {
  const shiftedYear = month <= 2 ? year - 1 : year
  const era = Math.floor(shiftedYear / 400)
  const yearOfEra = shiftedYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5)
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}
