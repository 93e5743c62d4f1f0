import { JavaBigDecimal, JavaBigInteger, JavaDouble, JavaFloat, JavaLong } from '../java/java-number'
import type { JavaValue } from '../java/java-value'

/** A number as `intValue()` gives it: the low 32 bits of whole numbers, the nearest Integer of fractions. Null for what is no number. */
export function integerOf(value: JavaValue): number | null {
  if (typeof value === 'number') return value
  if (value instanceof JavaLong || value instanceof JavaBigInteger) return Number(BigInt.asIntN(32, value.value))
  if (value instanceof JavaDouble || value instanceof JavaFloat) return saturated(value.value)
  if (value instanceof JavaBigDecimal) {
    const { unscaled, scale } = value
    const whole = scale > 0 ? unscaled / 10n ** BigInt(scale) : unscaled * 10n ** BigInt(-scale)
    return Number(BigInt.asIntN(32, whole))
  }
  return null
}

function saturated(value: number): number {
  if (Number.isNaN(value)) return 0
  return Math.trunc(Math.min(Math.max(value, -(2 ** 31)), 2 ** 31 - 1))
}
