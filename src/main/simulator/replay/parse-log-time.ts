/** An instant a log gives. */
export interface LogTime {
  /** Milliseconds since 1970. */
  readonly at: number
  /** Known to the second only. */
  readonly isWholeSecond: boolean
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** "09/Apr/2026:18:55:00 +0000", in brackets or not. */
const COMMON = /^\[?(\d{1,2})\/([a-z]{3})\/(\d{4}):(\d\d):(\d\d):(\d\d) ?([+-]\d{4}|Z)?\]?$/i
/** "2026-04-09T18:55:00.123Z"; without an offset it is UTC. */
const ISO = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)? ?(Z|UTC|[+-]\d\d:?\d\d)?$/i
/** "1775760900123", "1775760900.123", "1775760900": milliseconds or, where there are no more than 11 digits before the point, seconds. */
const EPOCH = /^(\d{1,14})(?:\.(\d{1,9}))?$/

/** Null for a text that is no instant. */
export function parseLogTime(text: string): LogTime | null {
  const epoch = EPOCH.exec(text)
  if (epoch !== null) return fromEpoch(epoch[1]!, epoch[2])
  const common = COMMON.exec(text)
  if (common !== null) return fromCommon(common)
  const iso = ISO.exec(text)
  return iso === null ? null : fromIso(iso)
}

function fromEpoch(whole: string, fraction: string | undefined): LogTime {
  if (whole.length > 11) return { at: Number(`${whole}.${fraction ?? 0}`), isWholeSecond: false }
  return { at: Number(whole) * 1000 + millis(fraction), isWholeSecond: fraction === undefined }
}

function fromCommon([, day, month, year, hour, minute, second, offset]: readonly string[]): LogTime | null {
  const at = instant(year!, MONTHS.indexOf(month!.toLowerCase()) + 1, day!, [hour!, minute!, second!], offset)
  return at === null ? null : { at, isWholeSecond: true }
}

function fromIso(parts: readonly (string | undefined)[]): LogTime | null {
  const [, year, month, day, hour, minute, second = '0', fraction, offset] = parts
  const at = instant(year!, Number(month), day!, [hour!, minute!, second], offset)
  return at === null ? null : { at: at + millis(fraction), isWholeSecond: fraction === undefined }
}

function millis(fraction: string | undefined): number {
  return fraction === undefined ? 0 : Number(`0.${fraction}`) * 1000
}

function instant(
  year: string,
  month: number,
  day: string,
  [hour, minute, second]: readonly [string, string, string],
  offset: string | undefined,
): number | null {
  // A leap second is written as :60.
  if (month < 1 || month > 12 || Number(day) < 1 || Number(day) > 31 || Number(hour) > 24 || Number(minute) > 59)
    return null
  if (Number(second) > 60) return null
  const minutes = (daysSince1970(Number(year), month, Number(day)) * 24 + Number(hour)) * 60 + Number(minute)
  return (minutes - offsetMinutes(offset)) * 60_000 + Number(second) * 1000
}

function offsetMinutes(offset: string | undefined): number {
  if (offset === undefined || !/^[+-]/.test(offset)) return 0
  const digits = offset.replace(':', '')
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3))
  return digits.startsWith('-') ? -minutes : minutes
}

/** Gregorian, with years counted from March so that the leap day comes last. */
function daysSince1970(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return (
    shifted * 365 +
    Math.floor(shifted / 4) -
    Math.floor(shifted / 100) +
    Math.floor(shifted / 400) +
    dayOfYear -
    719_468
  )
}
