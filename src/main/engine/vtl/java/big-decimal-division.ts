import {
  bigDecimal,
  compareDecimals,
  magnitude,
  multiplyDecimals,
  powerOfTen,
  rescale,
  subtractDecimals,
  truncateDecimal,
} from './big-decimal'
import { greatestCommonDivisor } from './big-integer-math'
import { arithmeticError } from './java-errors'
import { JavaBigDecimal } from './java-number'

const INT_MAX = 2_147_483_647

function saturated(scale: number): number {
  return Math.max(-INT_MAX - 1, Math.min(INT_MAX, scale))
}

function checkDivisor(a: JavaBigDecimal, b: JavaBigDecimal): void {
  if (b.unscaled === 0n) throw arithmeticError(a.unscaled === 0n ? 'Division undefined' : 'Division by zero')
}

/** `divide(BigDecimal)`: the exact quotient. Errors: ArithmeticException when it has no end. */
export function divideExactly(a: JavaBigDecimal, b: JavaBigDecimal): JavaBigDecimal {
  checkDivisor(a, b)
  const preferred = a.scale - b.scale
  if (a.unscaled === 0n) return new JavaBigDecimal(0n, saturated(preferred))
  const common = greatestCommonDivisor(a.unscaled, b.unscaled)
  let divisor = magnitude(b.unscaled) / common
  const [twos, withoutTwos] = countFactor(divisor, 2n)
  const [fives, rest] = countFactor(withoutTwos, 5n)
  if (rest !== 1n) {
    throw arithmeticError('Non-terminating decimal expansion; no exact representable decimal result.')
  }
  const digits = Math.max(twos, fives)
  divisor *= b.unscaled < 0n ? -1n : 1n
  return bigDecimal(((a.unscaled / common) * powerOfTen(digits)) / divisor, preferred + digits)
}

function countFactor(value: bigint, factor: bigint): [count: number, rest: bigint] {
  let rest = value
  let count = 0
  while (rest % factor === 0n) {
    rest /= factor
    count++
  }
  return [count, rest]
}

/** `divideToIntegralValue(BigDecimal)`: the quotient without what stands after the point. */
export function divideToWhole(a: JavaBigDecimal, b: JavaBigDecimal): JavaBigDecimal {
  checkDivisor(a, b)
  const preferred = saturated(a.scale - b.scale)
  if (a.unscaled === 0n) return rescaleZero(preferred)
  if (compareMagnitudes(a, b) < 0) return rescaleZero(preferred)
  const shift = b.scale - a.scale
  const quotient =
    shift >= 0 ? (a.unscaled * powerOfTen(shift)) / b.unscaled : a.unscaled / (b.unscaled * powerOfTen(-shift))
  const whole = withoutZeros(quotient, preferred)
  return whole.scale < preferred ? rescale(whole, preferred, 'UNNECESSARY') : whole
}

function rescaleZero(scale: number): JavaBigDecimal {
  return new JavaBigDecimal(0n, scale)
}

function compareMagnitudes(a: JavaBigDecimal, b: JavaBigDecimal): number {
  return compareDecimals(
    new JavaBigDecimal(magnitude(a.unscaled), a.scale),
    new JavaBigDecimal(magnitude(b.unscaled), b.scale),
  )
}

/** A whole number with as many zeros moved into its scale as the preferred one asks for. */
function withoutZeros(value: bigint, preferred: number): JavaBigDecimal {
  const text = value.toString()
  let zeros = 0
  while (zeros < -preferred && zeros < text.length - 1 && text[text.length - 1 - zeros] === '0') zeros++
  return new JavaBigDecimal(value / 10n ** BigInt(zeros), -zeros)
}

/** `remainder(BigDecimal)`. */
export function remainderOf(a: JavaBigDecimal, b: JavaBigDecimal): JavaBigDecimal {
  return subtractDecimals(a, multiplyDecimals(divideToWhole(a, b), b))
}

/** `toBigIntegerExact()`. Errors: ArithmeticException when something stands after the point. */
export function wholeExactly(value: JavaBigDecimal): bigint {
  return value.scale <= 0 ? truncateDecimal(value) : rescale(value, 0, 'UNNECESSARY').unscaled
}
