import { compareBigInts, compareDecimals } from './big-decimal'
import { classNameOf } from './class-name'
import { JavaChar } from './java-char'
import { classCast, nullPointer } from './java-errors'
import { JavaBigDecimal, JavaDouble, JavaFloat, JavaNumber } from './java-number'
import type { JavaValue } from './java-value'
import { compareTexts } from './text/text-search'

/**
 * `a.compareTo(b)` of strings, numbers of one class, booleans and characters.
 * Errors: ClassCastException for values of two classes or without an order, NullPointerException for null.
 */
export function compareNaturally(a: JavaValue, b: JavaValue): number {
  if (a === null || b === null) throw nullPointer()
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b)
  if (typeof a === 'number' && typeof b === 'number') return signOfDifference(a, b)
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b)
  if (a instanceof JavaChar && b instanceof JavaChar) return a.value.charCodeAt(0) - b.value.charCodeAt(0)
  if (a instanceof JavaNumber && b instanceof JavaNumber && a.className === b.className) return compareNumbers(a, b)
  if (classNameOf(a) === classNameOf(b)) throw classCast(classNameOf(a), 'java.lang.Comparable')
  throw classCast(classNameOf(b), classNameOf(a))
}

function compareNumbers(a: JavaNumber, b: JavaNumber): number {
  if (a instanceof JavaBigDecimal && b instanceof JavaBigDecimal) return compareDecimals(a, b)
  if (typeof a.value === 'bigint' && typeof b.value === 'bigint') return compareBigInts(a.value, b.value)
  const left = Number(a.value)
  const right = Number(b.value)
  if (a instanceof JavaDouble || a instanceof JavaFloat) return compareDoubles(left, right)
  return left - right
}

export function signOfDifference(a: number, b: number): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0
}

/** `Double.compare`: -0.0 is less than 0.0, and NaN is more than everything. */
export function compareDoubles(a: number, b: number): -1 | 0 | 1 {
  if (a < b) return -1
  if (a > b) return 1
  if (Object.is(a, b)) return 0
  if (Number.isNaN(a)) return 1
  return Number.isNaN(b) || Object.is(a, -0) ? -1 : 1
}
