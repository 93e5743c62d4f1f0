import { JavaException } from '../java/java-exception'
import { JavaBigInteger, JavaDouble, JavaLong } from '../java/java-number'
import type { JavaValue } from '../java/java-value'
import { parseDecimal } from './parse-decimal'

const INTEGER_MIN = -2_147_483_648
const INTEGER_MAX = 2_147_483_647
const LONG_MIN = -(2n ** 63n)
const LONG_MAX = 2n ** 63n - 1n
/** Digits that surely fit a double without loss. */
const SAFE_DIGITS = 15
const LONG_DIGITS = 19
/** As in `parseDecimal`. */
const MAX_DIGITS = 10_000
/** Longer texts become a BigDecimal, shorter ones a Double. */
const DOUBLE_LENGTH = 18

/**
 * "42", "-7", "007": an Integer, else a Long, else a BigInteger. A lone "-" is 0.
 * As json-smart does: more than 19 digits are a BigInteger even when the first ones are zeros.
 * Errors: NumberFormatException for more than 10,000 digits (a departure, so that no body can keep the gateway busy).
 */
export function parseInteger(text: string): JavaValue {
  const isNegative = text.charCodeAt(0) === 0x2d
  const digitCount = isNegative ? text.length - 1 : text.length
  if (digitCount === 0) return 0
  if (digitCount <= SAFE_DIGITS) {
    const value = Number(text)
    // Java has no negative zero among its integers.
    if (value >= INTEGER_MIN && value <= INTEGER_MAX) return value === 0 ? 0 : value
    return new JavaLong(BigInt(text))
  }
  if (digitCount > MAX_DIGITS) throw notANumber(text)
  const value = BigInt(text)
  if (digitCount > LONG_DIGITS || value < LONG_MIN || value > LONG_MAX) return new JavaBigInteger(value)
  return value >= INTEGER_MIN && value <= INTEGER_MAX ? Number(value) : new JavaLong(value)
}

/** "1.5", "1e2", "-.5", "1.": a Double, or a BigDecimal when the text has more than 18 characters. Errors: NumberFormatException. */
export function parseFraction(text: string): JavaValue {
  if (text.length > DOUBLE_LENGTH) {
    const decimal = parseDecimal(text)
    if (decimal === null) throw notANumber(text)
    return decimal
  }
  const value = Number(text)
  if (Number.isNaN(value)) throw notANumber(text)
  return new JavaDouble(value)
}

function notANumber(text: string): JavaException {
  const shown = text.length > 100 ? `${text.slice(0, 100)}...` : text
  return new JavaException('java.lang.NumberFormatException', `For input string: "${shown}"`)
}
