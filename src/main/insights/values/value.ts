/** An instant, which is printed as a date and reckoned with as milliseconds since 1970. */
export class Timestamp {
  constructor(readonly millis: number) {}
}

/** What an expression gives: a field is text (numbers as the log writes them), a missing one null. */
export type Value = string | number | boolean | Timestamp | null

/** Digits up to which a whole number is exact as a double. */
export const EXACT_DIGITS = 15
const WHOLE = /^[+-]?\d+$/

/** The number that a value is or stands for; NaN for anything else. Booleans are 1 and 0. */
export function toNumber(value: Value): number {
  if (typeof value === 'number') return value
  if (typeof value === 'string') return numberOf(value)
  if (typeof value === 'boolean') return value ? 1 : 0
  return value === null ? Number.NaN : value.millis
}

function numberOf(text: string): number {
  const first = text.charCodeAt(0)
  const mayBegin = (first >= 0x30 && first <= 0x39) || first === 0x2d || first === 0x2b || first === 0x2e
  if (!mayBegin) return Number.NaN
  const number = Number(text)
  return Number.isFinite(number) && isDecimal(text) ? number : Number.NaN
}

/** Number() also reads "0x1f", "0b1", "0o7" and "5 ", which no log means as numbers. */
function isDecimal(text: string): boolean {
  const second = text.charCodeAt(1) | 0x20
  return second !== 0x78 && second !== 0x6f && second !== 0x62 && text.charCodeAt(text.length - 1) > 0x20
}

/** Whether a filter keeps a record for which its expression gives this. */
export function isTrue(value: Value): boolean {
  if (typeof value === 'boolean') return value
  if (value === 'true') return true
  if (value instanceof Timestamp) return true
  const number = toNumber(value)
  return !Number.isNaN(number) && number !== 0
}

/**
 * Whether two values are the same: as numbers where both are numbers, else as text; nothing equals null.
 * Departure: whole numbers of more digits than a double holds are compared as text, so that long ids are never taken for one another.
 */
export function isSame(a: Value, b: Value): boolean {
  if (a === null || b === null) return false
  if (typeof a === 'string' && a === b) return true
  if (isLongWhole(a) && isLongWhole(b)) return a === b
  const [left, right] = [toNumber(a), toNumber(b)]
  if (!Number.isNaN(left) && !Number.isNaN(right)) return left === right
  return plainText(a) === plainText(b)
}

function isLongWhole(value: Value): boolean {
  return typeof value === 'string' && value.length > EXACT_DIGITS && WHOLE.test(value)
}

/**
 * Below, above or 0; NaN, which is none of them, when one is missing or only one is a number. Numbers by size, texts by their characters.
 * Departure: the reference does not say how a number stands to a text; so "-", which access logs write for nothing, is below no number.
 */
export function order(a: Value, b: Value): number {
  if (a === null || b === null) return Number.NaN
  const [left, right] = [toNumber(a), toNumber(b)]
  if (!Number.isNaN(left) || !Number.isNaN(right)) return left - right
  const [before, after] = [plainText(a), plainText(b)]
  return before < after ? -1 : before > after ? 1 : 0
}

/** The text that text functions work on; "" of null. Timestamps are milliseconds here. */
export function plainText(value: Value): string {
  if (typeof value === 'string') return value
  if (value === null) return ''
  return value instanceof Timestamp ? String(value.millis) : String(value)
}
