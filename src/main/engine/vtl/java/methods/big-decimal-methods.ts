import { bigInteger } from '../arithmetic'
import {
  addDecimals,
  bigDecimal,
  compareDecimals,
  divideToScale,
  magnitude,
  multiplyDecimals,
  precision,
  rescale,
  ROUNDING_MODES,
  signOf,
  stripTrailingZeros,
  subtractDecimals,
  truncateDecimal,
  type RoundingMode,
} from '../big-decimal'
import { divideExactly, divideToWhole, remainderOf, wholeExactly } from '../big-decimal-division'
import { power } from '../big-integer-math'
import { doubleDigits } from '../floating-decimal'
import { JavaArray } from '../java-array'
import { arithmeticError, checkLength, illegalArgument, nullPointer } from '../java-errors'
import { JavaBigDecimal, JavaBigInteger, JavaLong } from '../java-number'
import { inherit, methodsOf } from '../method-table'
import { numberText } from '../number-text'
import { numberFormatError } from '../parse-java-number'
import { NUMBER_METHODS, toByte, toShort } from './number-methods'

const MAX_POWER = 999_999_999

function roundingMode(number: number): RoundingMode {
  const mode = ROUNDING_MODES[number]
  if (mode === undefined) throw illegalArgument('Invalid rounding mode')
  return mode
}

function exact(value: JavaBigDecimal, bits: number): bigint {
  const whole = wholeExactly(value)
  if (BigInt.asIntN(bits, whole) !== whole) throw arithmeticError('Overflow')
  return whole
}

function pow(value: JavaBigDecimal, exponent: number): JavaBigDecimal {
  if (exponent < 0 || exponent > MAX_POWER) throw arithmeticError('Invalid operation')
  return bigDecimal(power(value.unscaled, exponent), value.scale * exponent)
}

/** A number whose point has moved: a scale below zero becomes zeros. */
function moved(value: JavaBigDecimal, count: number): JavaBigDecimal {
  if (count === 0) return value
  const shifted = bigDecimal(value.unscaled, value.scale + count)
  return shifted.scale < 0 ? rescale(shifted, 0, 'UNNECESSARY') : shifted
}

function plainText(value: JavaBigDecimal): string {
  const { scale } = value
  const digits = magnitude(value.unscaled).toString()
  checkLength(Math.abs(scale) + digits.length)
  const sign = value.unscaled < 0n ? '-' : ''
  if (scale <= 0) return value.unscaled === 0n ? '0' : sign + digits + '0'.repeat(-scale)
  const padded = digits.padStart(scale + 1, '0')
  return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`
}

/** As `toString()`, but with exponents that are multiples of three. */
function engineeringText(value: JavaBigDecimal): string {
  const digits = magnitude(value.unscaled).toString()
  const exponent = digits.length - 1 - value.scale
  if (value.scale === 0 || (value.scale > 0 && exponent >= -6)) return numberText(value)
  const sign = value.unscaled < 0n ? '-' : ''
  const surplus = ((exponent % 3) + 3) % 3
  if (value.unscaled === 0n) return sign + zeroText(exponent, surplus)
  const whole = surplus + 1
  const point = exponent - surplus
  const text = digits.length <= whole ? digits.padEnd(whole, '0') : `${digits.slice(0, whole)}.${digits.slice(whole)}`
  return sign + text + exponentText(point)
}

function zeroText(exponent: number, surplus: number): string {
  if (surplus === 0) return `0${exponentText(exponent)}`
  const places = 3 - surplus
  return `0.${'0'.repeat(places)}${exponentText(exponent + places)}`
}

function exponentText(exponent: number): string {
  return exponent === 0 ? '' : `E${exponent > 0 ? '+' : ''}${exponent}`
}

/** `BigDecimal.valueOf(double)`: the digits that the double prints with. */
function decimalOfDouble(value: number): JavaBigDecimal {
  if (!Number.isFinite(value))
    throw numberFormatError(
      `Character ${Number.isNaN(value) ? 'N' : 'I'} is neither a decimal digit number, decimal point, nor "e" notation exponential mark.`,
    )
  if (value === 0) return new JavaBigDecimal(0n, 1)
  const { digits, exponent } = doubleDigits(Math.abs(value))
  // At least one digit stands after the point: 100.0, and 1.0E10 as well.
  const isScientific = exponent <= -3 || exponent > 7
  const shown = Math.max(digits.length, isScientific ? 2 : Math.max(exponent, 0) + 1)
  const unscaled = BigInt(digits.padEnd(shown, '0'))
  return new JavaBigDecimal(value < 0 ? -unscaled : unscaled, shown - exponent)
}

/** A template never holds a MathContext or a RoundingMode: only null can be passed, and none of these takes it. */
function noContext(): never {
  throw nullPointer()
}

const CONTEXT_METHODS = methodsOf<JavaBigDecimal>()({
  'abs(MathContext)': noContext,
  'add(BigDecimal,MathContext)': noContext,
  'divide(BigDecimal,MathContext)': noContext,
  'divide(BigDecimal,RoundingMode)': noContext,
  'divide(BigDecimal,int,RoundingMode)': noContext,
  'divideAndRemainder(BigDecimal,MathContext)': noContext,
  'divideToIntegralValue(BigDecimal,MathContext)': noContext,
  'multiply(BigDecimal,MathContext)': noContext,
  'negate(MathContext)': noContext,
  'plus(MathContext)': noContext,
  'pow(int,MathContext)': noContext,
  'remainder(BigDecimal,MathContext)': noContext,
  'round(MathContext)': noContext,
  'setScale(int,RoundingMode)': noContext,
  'sqrt(MathContext)': noContext,
  'subtract(BigDecimal,MathContext)': noContext,
})

/** The public methods of `java.math.BigDecimal` in JDK 17. */
export const BIG_DECIMAL_METHODS = inherit(
  methodsOf<JavaBigDecimal>()({
    'abs()': (value) => new JavaBigDecimal(magnitude(value.unscaled), value.scale),
    'add(BigDecimal)': addDecimals,
    'byteValueExact()': (value) => toByte(Number(exact(value, 8))),
    'compareTo(BigDecimal)': compareDecimals,
    'divide(BigDecimal)': divideExactly,
    'divide(BigDecimal,int)': (value, other, mode) => divideToScale(value, other, value.scale, roundingMode(mode)),
    'divide(BigDecimal,int,int)': (value, other, scale, mode) => divideToScale(value, other, scale, roundingMode(mode)),
    'divideAndRemainder(BigDecimal)': (value, other) =>
      new JavaArray([divideToWhole(value, other), remainderOf(value, other)], '[Ljava.math.BigDecimal;'),
    'divideToIntegralValue(BigDecimal)': divideToWhole,
    'intValueExact()': (value) => Number(exact(value, 32)),
    'longValueExact()': (value) => new JavaLong(exact(value, 64)),
    'max(BigDecimal)': (value, other) => (compareDecimals(value, other) >= 0 ? value : other),
    'min(BigDecimal)': (value, other) => (compareDecimals(value, other) <= 0 ? value : other),
    'movePointLeft(int)': (value, count) => moved(value, count),
    'movePointRight(int)': (value, count) => moved(value, -count),
    'multiply(BigDecimal)': (value, other) => {
      const product = multiplyDecimals(value, other)
      bigInteger(product.unscaled)
      return product
    },
    'negate()': (value) => new JavaBigDecimal(-value.unscaled, value.scale),
    'plus()': (value) => value,
    'pow(int)': pow,
    'precision()': precision,
    'remainder(BigDecimal)': remainderOf,
    'scale()': (value) => value.scale,
    'scaleByPowerOfTen(int)': (value, count) => bigDecimal(value.unscaled, value.scale - count),
    'setScale(int)': (value, scale) => rescale(value, scale, 'UNNECESSARY'),
    'setScale(int,int)': (value, scale, mode) => rescale(value, scale, roundingMode(mode)),
    'shortValueExact()': (value) => toShort(Number(exact(value, 16))),
    'signum()': (value) => signOf(value.unscaled),
    'stripTrailingZeros()': stripTrailingZeros,
    'subtract(BigDecimal)': subtractDecimals,
    'toBigInteger()': (value) => new JavaBigInteger(truncateDecimal(value)),
    'toBigIntegerExact()': (value) => new JavaBigInteger(wholeExactly(value)),
    'toEngineeringString()': engineeringText,
    'toPlainString()': plainText,
    'ulp()': (value) => new JavaBigDecimal(1n, value.scale),
    'unscaledValue()': (value) => new JavaBigInteger(value.unscaled),
    'valueOf(double)': (_, value) => decimalOfDouble(value),
    'valueOf(long)': (_, value) => new JavaBigDecimal(value, 0),
    'valueOf(long,int)': (_, value, scale) => new JavaBigDecimal(value, scale),
  }),
  CONTEXT_METHODS,
  NUMBER_METHODS,
)
