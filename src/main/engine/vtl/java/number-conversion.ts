import { precision, truncateDecimal } from './big-decimal'
import { JavaBigDecimal, JavaBigInteger, JavaDouble, JavaFloat, JavaLong, JavaNumber } from './java-number'
import type { JavaValue } from './java-value'
import { numberText } from './number-text'

export type AnyNumber = number | JavaNumber

const INT_MIN = -2_147_483_648
const INT_MAX = 2_147_483_647
const LONG_MIN = -(2n ** 63n)
const LONG_MAX = 2n ** 63n - 1n

/** Whether Java sees a `java.lang.Number`. */
export function isNumber(value: JavaValue): value is AnyNumber {
  return typeof value === 'number' || value instanceof JavaNumber
}

export function isInt(value: number | bigint): boolean {
  return value >= INT_MIN && value <= INT_MAX
}

export function isLong(value: bigint): boolean {
  return value >= LONG_MIN && value <= LONG_MAX
}

/** `doubleValue()`. */
export function doubleValue(value: AnyNumber): number {
  if (typeof value === 'number') return value
  if (value instanceof JavaBigDecimal) return Number(numberText(value))
  return Number(value.value)
}

/** `floatValue()`, as a number that is rounded to 32 bits. */
export function floatValue(value: AnyNumber): number {
  return Math.fround(doubleValue(value))
}

/** `longValue()`: fractions are cut off, what is too large for a Double's or Float's stays at the limit, else high bits are lost. */
export function longValue(value: AnyNumber): bigint {
  if (typeof value === 'number') return BigInt(value)
  if (value instanceof JavaLong) return value.value
  if (value instanceof JavaBigInteger) return BigInt.asIntN(64, value.value)
  if (value instanceof JavaBigDecimal) return lowBitsOfDecimal(value)
  return longOfDouble(Number(value.value))
}

/** `intValue()`. */
export function intValue(value: AnyNumber): number {
  if (typeof value === 'number') return value
  if (value instanceof JavaDouble || value instanceof JavaFloat) return intOfDouble(value.value)
  return Number(BigInt.asIntN(32, longValue(value)))
}

/** The cast `(int) d`. */
export function intOfDouble(value: number): number {
  if (Number.isNaN(value)) return 0
  return Math.trunc(Math.min(INT_MAX, Math.max(INT_MIN, value))) + 0
}

/** The cast `(long) d`. */
export function longOfDouble(value: number): bigint {
  if (Number.isNaN(value)) return 0n
  if (value >= 2 ** 63) return LONG_MAX
  return value <= -(2 ** 63) ? LONG_MIN : BigInt(Math.trunc(value))
}

/** Sixty-four zeros at the end of a decimal number are sixty-four zero bits. */
function lowBitsOfDecimal(value: JavaBigDecimal): bigint {
  if (value.scale <= -64 || value.scale >= precision(value)) return 0n
  return BigInt.asIntN(64, truncateDecimal(value))
}
