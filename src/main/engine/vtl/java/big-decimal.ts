import { arithmeticError, outOfMemory } from './java-errors'
import { JavaBigDecimal } from './java-number'

/** Source: java.math.RoundingMode, in its order: the numbers are those of `BigDecimal.ROUND_UP` and so on. */
export const ROUNDING_MODES = [
  'UP',
  'DOWN',
  'CEILING',
  'FLOOR',
  'HALF_UP',
  'HALF_DOWN',
  'HALF_EVEN',
  'UNNECESSARY',
] as const
export type RoundingMode = (typeof ROUNDING_MODES)[number]

/** `1e1000000000` is a short text and a number that no memory holds. */
const MAX_DIGITS = 200_000
const INT_MAX = 2_147_483_647

/** Errors: OutOfMemoryError for a power that is longer than any number of use. */
export function powerOfTen(exponent: number): bigint {
  if (exponent > MAX_DIGITS) throw outOfMemory()
  return 10n ** BigInt(exponent)
}

/** Errors: ArithmeticException when the scale is no 32-bit number. */
export function bigDecimal(unscaled: bigint, scale: number): JavaBigDecimal {
  if (Math.abs(scale) > INT_MAX) throw arithmeticError(scale > 0 ? 'Underflow' : 'Overflow')
  return new JavaBigDecimal(unscaled, scale)
}

/** The exact value of a double, as `new BigDecimal(double)`. Errors: NumberFormatException is the caller's to throw: null here. */
export function bigDecimalOfDouble(value: number): JavaBigDecimal | null {
  if (!Number.isFinite(value)) return null
  let scale = 0
  let numerator = value
  while (!Number.isInteger(numerator)) {
    numerator *= 2
    scale++
  }
  return new JavaBigDecimal(BigInt(numerator) * 5n ** BigInt(scale), scale)
}

/** The number of digits of the unscaled value; 1 for zero. */
export function precision(value: JavaBigDecimal): number {
  return magnitude(value.unscaled).toString().length
}

export function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value
}

/** The unscaled value at a scale that is not below its own. */
function unscaledAt(value: JavaBigDecimal, scale: number): bigint {
  if (value.scale === scale || value.unscaled === 0n) return value.unscaled
  return value.unscaled * powerOfTen(scale - value.scale)
}

export function addDecimals(a: JavaBigDecimal, b: JavaBigDecimal): JavaBigDecimal {
  const scale = Math.max(a.scale, b.scale)
  return new JavaBigDecimal(unscaledAt(a, scale) + unscaledAt(b, scale), scale)
}

export function subtractDecimals(a: JavaBigDecimal, b: JavaBigDecimal): JavaBigDecimal {
  return addDecimals(a, new JavaBigDecimal(-b.unscaled, b.scale))
}

export function multiplyDecimals(a: JavaBigDecimal, b: JavaBigDecimal): JavaBigDecimal {
  return bigDecimal(a.unscaled * b.unscaled, a.scale + b.scale)
}

export function compareDecimals(a: JavaBigDecimal, b: JavaBigDecimal): -1 | 0 | 1 {
  const signA = signOf(a.unscaled)
  const signB = signOf(b.unscaled)
  if (signA !== signB) return signA < signB ? -1 : 1
  if (signA === 0) return 0
  // Lengths first: aligning 1e1000000000 with 1 is never needed.
  const lengthA = precision(a) - a.scale
  const lengthB = precision(b) - b.scale
  if (lengthA !== lengthB) return lengthA < lengthB === signA > 0 ? -1 : 1
  const scale = Math.max(a.scale, b.scale)
  return compareBigInts(unscaledAt(a, scale), unscaledAt(b, scale))
}

export function compareBigInts(a: bigint, b: bigint): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0
}

export function signOf(value: bigint): -1 | 0 | 1 {
  return compareBigInts(value, 0n)
}

/** a / b with so many digits after the point. Errors: ArithmeticException for a zero divisor or a rounding that must not be. */
export function divideToScale(a: JavaBigDecimal, b: JavaBigDecimal, scale: number, mode: RoundingMode): JavaBigDecimal {
  if (b.unscaled === 0n) throw arithmeticError(a.unscaled === 0n ? 'Division undefined' : 'Division by zero')
  const shift = scale + b.scale - a.scale
  const numerator = shift > 0 ? a.unscaled * powerOfTen(shift) : a.unscaled
  const denominator = shift < 0 ? b.unscaled * powerOfTen(-shift) : b.unscaled
  return bigDecimal(divideRounded(numerator, denominator, mode), scale)
}

/** `setScale`. */
export function rescale(value: JavaBigDecimal, scale: number, mode: RoundingMode): JavaBigDecimal {
  if (scale >= value.scale) return bigDecimal(unscaledAt(value, scale), scale)
  const digits = precision(value)
  // Far below half a unit: no need for the power of ten.
  const drop = Math.min(value.scale - scale, digits + 2)
  return bigDecimal(divideRounded(value.unscaled, powerOfTen(drop), mode), scale)
}

/** The quotient as a whole number. */
export function divideRounded(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  const quotient = numerator / denominator
  const rest = numerator % denominator
  if (rest === 0n) return quotient
  const sign = numerator < 0n === denominator < 0n ? 1n : -1n
  const half = compareBigInts(magnitude(rest) * 2n, magnitude(denominator))
  return isRoundedAway(mode, sign, half, quotient % 2n !== 0n) ? quotient + sign : quotient
}

function isRoundedAway(mode: RoundingMode, sign: bigint, half: number, isOdd: boolean): boolean {
  switch (mode) {
    case 'UP':
      return true
    case 'DOWN':
      return false
    case 'CEILING':
      return sign > 0n
    case 'FLOOR':
      return sign < 0n
    case 'HALF_UP':
      return half >= 0
    case 'HALF_DOWN':
      return half > 0
    case 'HALF_EVEN':
      return half > 0 || (half === 0 && isOdd)
    case 'UNNECESSARY':
      throw arithmeticError('Rounding necessary')
  }
}

/** `toBigInteger()`: what stands before the point. */
export function truncateDecimal(value: JavaBigDecimal): bigint {
  if (value.scale <= 0) return unscaledAt(value, 0)
  return value.scale > precision(value) ? 0n : value.unscaled / powerOfTen(value.scale)
}

export function stripTrailingZeros(value: JavaBigDecimal): JavaBigDecimal {
  if (value.unscaled === 0n) return new JavaBigDecimal(0n, 0)
  const digits = value.unscaled.toString()
  let end = digits.length
  while (digits[end - 1] === '0') end--
  return bigDecimal(BigInt(digits.slice(0, end)), value.scale - (digits.length - end))
}
