import { JavaLong } from '../java-number'
import type { JavaValue } from '../java-value'
import { wrongConversion } from './format-integer'
import { needWidth, refuseFlags, refusePrecision, unknownConversion, type FormatSpecifier } from './format-specifier'
import { justify } from './justify'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
const DAY = 86_400_000n
const FIELDS = 'HIklMSLNpzZsQBbhAaCYyjmdeRTrDFc'

interface Time {
  readonly epochMillis: bigint
  readonly year: bigint
  /** From 1, as `day` and `dayOfYear`. */
  readonly month: number
  readonly day: number
  readonly dayOfYear: number
  /** From 0, which is Sunday. */
  readonly weekday: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millis: number
}

/** Errors of the specifier itself, whatever the argument is. */
export function checkDate(specifier: FormatSpecifier): void {
  refusePrecision(specifier)
  if (!FIELDS.includes(specifier.conversion)) throw unknownConversion(`t${specifier.conversion}`)
  refuseFlags(specifier, '#+ 0,(')
  needWidth(specifier, '-')
}

/**
 * `%tY` and the like of a Long, milliseconds since 1970, in UTC and English.
 * Errors: IllegalFormatConversionException for anything else.
 */
export function formatDate(specifier: FormatSpecifier, value: Exclude<JavaValue, null>): string {
  if (!(value instanceof JavaLong)) throw wrongConversion(specifier, value)
  return justify(specifier, fieldText(specifier.conversion, timeOf(value.value)))
}

function floorDivide(a: bigint, b: bigint): bigint {
  return a / b - (a % b < 0n ? 1n : 0n)
}

/** Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days. */
function timeOf(epochMillis: bigint): Time {
  const days = floorDivide(epochMillis, DAY)
  const inDay = Number(epochMillis - days * DAY)
  const shifted = days + 719_468n
  const era = floorDivide(shifted, 146_097n)
  const dayOfEra = Number(shifted - era * 146_097n)
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const fromMarch = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * fromMarch + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = BigInt(yearOfEra) + era * 400n + (month <= 2 ? 1n : 0n)
  const isLeap = year % 4n === 0n && (year % 100n !== 0n || year % 400n === 0n)
  return {
    epochMillis,
    year,
    month,
    day: fromMarch - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
    dayOfYear: month <= 2 ? fromMarch - 305 : fromMarch + (isLeap ? 61 : 60),
    weekday: Number((((days + 4n) % 7n) + 7n) % 7n),
    hour: Math.floor(inDay / 3_600_000),
    minute: Math.floor(inDay / 60_000) % 60,
    second: Math.floor(inDay / 1000) % 60,
    millis: inDay % 1000,
  }
}

function pad(value: number | bigint, length: number): string {
  return String(value).padStart(length, '0')
}

function fieldText(field: string, time: Time): string {
  switch (field) {
    case 'H':
      return pad(time.hour, 2)
    case 'I':
      return pad(time.hour % 12 || 12, 2)
    case 'k':
      return String(time.hour)
    case 'l':
      return String(time.hour % 12 || 12)
    case 'M':
      return pad(time.minute, 2)
    case 'S':
      return pad(time.second, 2)
    case 'L':
      return pad(time.millis, 3)
    case 'N':
      return pad(time.millis, 3) + '000000'
    case 'p':
      return time.hour < 12 ? 'am' : 'pm'
    case 'z':
      return '+0000'
    case 'Z':
      return 'UTC'
    case 's':
      return String(time.epochMillis / 1000n)
    case 'Q':
      return String(time.epochMillis)
    case 'B':
      return MONTHS[time.month - 1]!
    case 'b':
    case 'h':
      return MONTHS[time.month - 1]!.slice(0, 3)
    case 'A':
      return WEEKDAYS[time.weekday]!
    case 'a':
      return WEEKDAYS[time.weekday]!.slice(0, 3)
    default:
      return dateText(field, time)
  }
}

function dateText(field: string, time: Time): string {
  const join = (fields: string, separator: string): string =>
    [...fields].map((name) => fieldText(name, time)).join(separator)
  switch (field) {
    case 'C':
      return pad(time.year / 100n, 2)
    case 'Y':
      return pad(time.year, 4)
    case 'y':
      return pad(time.year % 100n, 2)
    case 'j':
      return pad(time.dayOfYear, 3)
    case 'm':
      return pad(time.month, 2)
    case 'd':
      return pad(time.day, 2)
    case 'e':
      return String(time.day)
    case 'R':
      return join('HM', ':')
    case 'T':
      return join('HMS', ':')
    case 'r':
      return `${join('IMS', ':')} ${fieldText('p', time).toUpperCase()}`
    case 'D':
      return join('mdy', '/')
    case 'F':
      return join('Ymd', '-')
    default:
      return join('abdTZY', ' ')
  }
}
