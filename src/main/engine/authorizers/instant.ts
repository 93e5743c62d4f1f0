const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

/**
 * Milliseconds since 1970 of "2024-05-01T10:00:00Z", "2024-05-01T12:00:00+02:00", "2024-05-01" or of epoch seconds; NaN when the text is
 * none of them.
 * Source: IAM User Guide, "Date condition operators" (ISO 8601 in W3C form, or epoch time).
 */
export function parseInstant(text: string): number {
  if (/^-?\d{1,15}$/.test(text)) return Number(text) * 1000
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d{1,9})?))?(Z|[+-]\d\d:\d\d)?)?$/.exec(text)
  if (parts === null) return Number.NaN
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  if (month < 1 || month > 12 || day < 1 || day > 31 || hours > 23 || minutes > 59 || seconds >= 61) return Number.NaN
  const dayCount = daysSince1970(year, month, day)
  return (((dayCount * 24 + hours) * 60 + minutes) * 60 + seconds - offsetSeconds(parts[7] ?? 'Z')) * 1000
}

function daysSince1970(year: number, month: number, day: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const before = year - 1
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
  const dayOfYear = (DAYS_BEFORE_MONTH[month - 1] ?? 0) + (isLeap && month > 2 ? 1 : 0) + day - 1
  return before * 365 + leapDays + dayOfYear - 719_162
}

/** "+02:00" -> 7200. */
function offsetSeconds(offset: string): number {
  if (offset === 'Z') return 0
  const seconds = Number(offset.slice(1, 3)) * 3600 + Number(offset.slice(4, 6)) * 60
  return offset.startsWith('-') ? -seconds : seconds
}
