import { compareDecimals } from '../java/big-decimal'
import { JavaNumber } from '../java/java-number'
import type { JavaValue } from '../java/java-value'
import { decimalOf, nearestDouble, numericText } from './numeric-value'

/**
 * Whether `expected`, the right side of an operator, is less than (-1), equal to (0) or greater than (1) `actual`, the left side; null
 * when Jayway does not compare such values.
 * Null and the text "null" are the same, and less than all else. A text that meets a number must be one; met by a boolean it is true
 * when it says "true".
 * Source: Criteria.safeCompare of JsonPath 2.0.0.
 * Errors: NumberFormatException, which ends the whole read.
 */
export function compareValues(expected: JavaValue, actual: JavaValue): -1 | 0 | 1 | null {
  if (expected === actual) return 0
  const isNothingExpected = isNullish(expected)
  if (isNothingExpected !== isNullish(actual)) return isNothingExpected ? -1 : 1
  if (isNothingExpected) return 0
  if (typeof expected === 'string') return compareText(expected, actual)
  if (isNumber(expected) && isNumber(actual)) return compareNumbers(expected, actual)
  if (typeof expected === 'boolean' && typeof actual === 'boolean') return expected ? 1 : -1
  return null
}

function isNullish(value: JavaValue): boolean {
  return value === null || value === 'null'
}

function isNumber(value: JavaValue): value is number | JavaNumber {
  return typeof value === 'number' || value instanceof JavaNumber
}

function compareText(expected: string, actual: JavaValue): -1 | 0 | 1 | null {
  if (typeof actual === 'string') return order(expected.replaceAll("\\'", "'"), actual)
  if (isNumber(actual)) return compareNumbers(expected, actual)
  if (typeof actual === 'boolean') return order(Number(expected.toLowerCase() === 'true'), Number(actual))
  return null
}

function order<T extends string | number>(a: T, b: T): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0
}

/** As decimals, so that 1 equals 1.0 and no digit is lost. */
function compareNumbers(expected: string | number | JavaNumber, actual: number | JavaNumber): -1 | 0 | 1 {
  const isText = typeof expected === 'string'
  const byDouble = order(isText ? numericText(expected).nearest : nearestDouble(expected), nearestDouble(actual))
  if (byDouble !== 0 || (typeof expected === 'number' && typeof actual === 'number')) return byDouble
  return compareDecimals(isText ? numericText(expected).decimal : decimalOf(expected), decimalOf(actual))
}
