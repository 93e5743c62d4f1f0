import {
  addDecimals,
  bigDecimalOfDouble,
  compareBigInts,
  compareDecimals,
  divideToScale,
  multiplyDecimals,
  subtractDecimals,
} from './big-decimal'
import { arithmeticError, checkLength, outOfMemory } from './java-errors'
import { JavaException } from './java-exception'
import { JavaBigDecimal, JavaBigInteger, JavaByte, JavaDouble, JavaFloat, JavaLong, JavaShort } from './java-number'
import type { JavaValue } from './java-value'
import { doubleValue, floatValue, isInt, isLong, isNumber, longValue, type AnyNumber } from './number-conversion'
import { numberText } from './number-text'
import { toJavaString } from './to-java-string'

/** What a calculation is done in. */
type Base = 'long' | 'float' | 'double' | 'BigInteger' | 'BigDecimal'

/** A number that squares itself in a loop must end. */
const MAX_DIGITS = 200_000
const MAX_BIG_INTEGER = 10n ** BigInt(MAX_DIGITS)

/**
 * `a + b`: numbers are added, and with a string on one side texts are joined.
 * `aSource` and `bSource`: the text in the template, which Velocity joins in place of null.
 * Gives null for null and for anything else that is no number.
 * Source: Velocity 1.7, ASTAddNode and MathUtils; the others of this file as well.
 */
export function add(a: JavaValue, b: JavaValue, aSource = 'null', bSource = 'null'): JavaValue {
  if (typeof a === 'number' && typeof b === 'number') return integer(a + b)
  if (typeof a === 'string' || typeof b === 'string') {
    const left = a === null ? aSource : toJavaString(a)
    const right = b === null ? bSource : toJavaString(b)
    checkLength(left.length + right.length)
    return left + right
  }
  if (!isNumber(a) || !isNumber(b)) return null
  switch (baseOf(a, b)) {
    case 'long':
      return wrap(longValue(a) + longValue(b), a, b)
    case 'float':
      return new JavaFloat(Math.fround(floatValue(a) + floatValue(b)))
    case 'double':
      return new JavaDouble(doubleValue(a) + doubleValue(b))
    case 'BigInteger':
      return bigInteger(bigIntegerValue(a) + bigIntegerValue(b))
    case 'BigDecimal':
      return addDecimals(decimalValue(a), decimalValue(b))
  }
}

/** `a - b`; null unless both are numbers. */
export function subtract(a: JavaValue, b: JavaValue): JavaValue {
  if (typeof a === 'number' && typeof b === 'number') return integer(a - b)
  if (!isNumber(a) || !isNumber(b)) return null
  switch (baseOf(a, b)) {
    case 'long':
      return wrap(longValue(a) - longValue(b), a, b)
    case 'float':
      return new JavaFloat(Math.fround(floatValue(a) - floatValue(b)))
    case 'double':
      return new JavaDouble(doubleValue(a) - doubleValue(b))
    case 'BigInteger':
      return bigInteger(bigIntegerValue(a) - bigIntegerValue(b))
    case 'BigDecimal':
      return subtractDecimals(decimalValue(a), decimalValue(b))
  }
}

/** `a * b`; null unless both are numbers. */
export function multiply(a: JavaValue, b: JavaValue): JavaValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b
    return Number.isSafeInteger(product) ? integer(product) : new JavaLong(BigInt(a) * BigInt(b))
  }
  if (!isNumber(a) || !isNumber(b)) return null
  switch (baseOf(a, b)) {
    case 'long':
      return multiplyLongs(a, b)
    case 'float':
      return new JavaFloat(Math.fround(floatValue(a) * floatValue(b)))
    case 'double':
      return new JavaDouble(doubleValue(a) * doubleValue(b))
    case 'BigInteger':
      return bigInteger(bigIntegerValue(a) * bigIntegerValue(b))
    case 'BigDecimal': {
      const product = multiplyDecimals(decimalValue(a), decimalValue(b))
      bigInteger(product.unscaled)
      return product
    }
  }
}

/** `a / b`: whole numbers give whole numbers. Null unless both are numbers, and for a zero divisor. */
export function divide(a: JavaValue, b: JavaValue): JavaValue {
  if (!isNumber(a) || !isNumber(b) || isZero(b)) return null
  if (typeof a === 'number' && typeof b === 'number') return integer(Math.trunc(a / b))
  switch (baseOf(a, b)) {
    case 'long':
      return wrap(BigInt.asIntN(64, longValue(a) / longValue(b)), a, b)
    case 'float':
      return new JavaFloat(Math.fround(floatValue(a) / floatValue(b)))
    case 'double':
      return new JavaDouble(doubleValue(a) / doubleValue(b))
    case 'BigInteger':
      return new JavaBigInteger(bigIntegerValue(a) / bigIntegerValue(b))
    case 'BigDecimal': {
      const dividend = decimalValue(a)
      return divideToScale(dividend, decimalValue(b), dividend.scale, 'HALF_DOWN')
    }
  }
}

/**
 * `a % b`, with the sign of `a`. Null unless both are numbers, and for a zero divisor.
 * Errors: ArithmeticException for BigDecimals and for a negative BigInteger on the right.
 */
export function modulo(a: JavaValue, b: JavaValue): JavaValue {
  if (!isNumber(a) || !isNumber(b) || isZero(b)) return null
  if (typeof a === 'number' && typeof b === 'number') return integer(a % b)
  switch (baseOf(a, b)) {
    case 'long':
      return wrap(longValue(a) % longValue(b), a, b)
    case 'float':
      return new JavaFloat(Math.fround(floatValue(a) % floatValue(b)))
    case 'double':
      return new JavaDouble(doubleValue(a) % doubleValue(b))
    case 'BigInteger':
      return new JavaBigInteger(positiveModulo(bigIntegerValue(a), bigIntegerValue(b)))
    case 'BigDecimal':
      throw arithmeticError('Cannot calculate the modulo of BigDecimals.')
  }
}

/** How two numbers compare, whatever their classes; 0 when one is NaN. Null unless both are numbers: then `<` and the like are false. */
export function numberCompare(a: JavaValue, b: JavaValue): -1 | 0 | 1 | null {
  if (typeof a === 'number' && typeof b === 'number') return compareFloating(a, b)
  if (!isNumber(a) || !isNumber(b)) return null
  switch (baseOf(a, b)) {
    case 'long':
      return compareBigInts(longValue(a), longValue(b))
    case 'float':
      return compareFloating(floatValue(a), floatValue(b))
    case 'double':
      return compareFloating(doubleValue(a), doubleValue(b))
    case 'BigInteger':
      return compareBigInts(bigIntegerValue(a), bigIntegerValue(b))
    case 'BigDecimal':
      return compareDecimals(decimalValue(a), decimalValue(b))
  }
}

/** `BigInteger.mod`. Errors: ArithmeticException when the modulus is not above zero. */
export function positiveModulo(value: bigint, modulus: bigint): bigint {
  if (modulus <= 0n) throw arithmeticError('BigInteger: modulus not positive')
  const rest = value % modulus
  return rest < 0n ? rest + modulus : rest
}

/** Errors: OutOfMemoryError for one of more than 200,000 digits. */
export function bigInteger(value: bigint): JavaBigInteger {
  if (value > MAX_BIG_INTEGER || value < -MAX_BIG_INTEGER) throw outOfMemory()
  return new JavaBigInteger(value)
}

function compareFloating(a: number, b: number): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0
}

/** An Integer while it fits, else a Long. Sums and differences of two Integers are exact in a JavaScript number; -0 becomes 0. */
function integer(value: number): JavaValue {
  return isInt(value) ? value + 0 : new JavaLong(BigInt(value))
}

function isWhole(value: AnyNumber): boolean {
  return (
    typeof value === 'number' ||
    value instanceof JavaLong ||
    value instanceof JavaBigInteger ||
    value instanceof JavaShort ||
    value instanceof JavaByte
  )
}

function baseOf(a: AnyNumber, b: AnyNumber): Base {
  const areWhole = isWhole(a) && isWhole(b)
  const hasBigInteger = a instanceof JavaBigInteger || b instanceof JavaBigInteger
  if (areWhole) return hasBigInteger ? 'BigInteger' : 'long'
  if (hasBigInteger || a instanceof JavaBigDecimal || b instanceof JavaBigDecimal) return 'BigDecimal'
  return a instanceof JavaDouble || b instanceof JavaDouble ? 'double' : 'float'
}

const SIZES = ['java.lang.Byte', 'java.lang.Short', 'java.lang.Integer', 'java.lang.Long']

function sizeOf(value: AnyNumber): number {
  return SIZES.indexOf(typeof value === 'number' ? 'java.lang.Integer' : value.className)
}

/** The larger class of the two, or the next one that holds the result. */
function wrap(value: bigint, a: AnyNumber, b: AnyNumber): JavaValue {
  const size = Math.max(sizeOf(a), sizeOf(b))
  const small = Number(value)
  if (size <= 0 && small >= -128 && small <= 127) return new JavaByte(small)
  if (size <= 1 && small >= -32_768 && small <= 32_767) return new JavaShort(small)
  if (size <= 2 && isInt(value)) return small
  return isLong(value) ? new JavaLong(value) : new JavaBigInteger(value)
}

/** Velocity's check for overflow misses one pair: the smallest Long times -1 stays what it is. */
function multiplyLongs(a: AnyNumber, b: AnyNumber): JavaValue {
  const left = longValue(a)
  const right = longValue(b)
  const product = left * right
  return right === -1n && !isLong(product) ? wrap(left, a, b) : wrap(product, a, b)
}

function isZero(value: AnyNumber): boolean {
  if (value instanceof JavaBigDecimal) return value.unscaled === 0n
  return doubleValue(value) === 0
}

function bigIntegerValue(value: AnyNumber): bigint {
  return value instanceof JavaBigInteger ? value.value : longValue(value)
}

function decimalValue(value: AnyNumber): JavaBigDecimal {
  if (value instanceof JavaBigDecimal) return value
  if (value instanceof JavaBigInteger) return new JavaBigDecimal(value.value, 0)
  const decimal = bigDecimalOfDouble(doubleValue(value))
  if (decimal === null)
    throw new JavaException('java.lang.NumberFormatException', `Infinite or NaN: ${numberText(value)}`)
  return decimal
}
