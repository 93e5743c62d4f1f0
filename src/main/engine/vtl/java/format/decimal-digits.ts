import type { DecimalDigits } from '../floating-decimal'

/** Digits cut to so many, the last one raised when what is cut off begins with 5 or more. "0" stands where nothing is left. */
export function roundDigits({ digits, exponent }: DecimalDigits, count: number): DecimalDigits {
  if (count >= digits.length || count < 0) return { digits, exponent }
  if (count === 0) return digits[0]! >= '5' ? { digits: '1', exponent: exponent + 1 } : { digits: '0', exponent }
  const kept = digits.slice(0, count)
  if (digits[count]! < '5') return { digits: kept, exponent }
  const raised = (BigInt(kept) + 1n).toString()
  return raised.length > count ? { digits: raised, exponent: exponent + 1 } : { digits: raised, exponent }
}

/** The number with so many digits after the point, all there: "0.50". */
export function plainDigits({ digits, exponent }: DecimalDigits, places: number): string {
  const whole = exponent > 0 ? digits.slice(0, exponent).padEnd(exponent, '0') : '0'
  if (places === 0) return whole
  const fraction = exponent > 0 ? digits.slice(exponent) : '0'.repeat(Math.min(-exponent, places)) + digits
  return `${whole}.${fraction.slice(0, places).padEnd(places, '0')}`
}

/** One digit before the point and so many after it: "2.50", and the exponent that belongs to it. */
export function scientificDigits(
  { digits, exponent }: DecimalDigits,
  places: number,
): [mantissa: string, exponent: number] {
  const mantissa = places === 0 ? digits[0]! : `${digits[0]}.${digits.slice(1, places + 1).padEnd(places, '0')}`
  return [mantissa, exponent - 1]
}
