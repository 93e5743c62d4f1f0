/** A finite number as digits * 10^exponent, the shortest decimal that names it: 0.0075 is 75 * 10^-4. */
interface Decimal {
  readonly digits: bigint
  readonly exponent: number
}

/**
 * Whether `value` is `divisor` times a whole number, in decimal arithmetic: 0.0075 is a multiple of 0.0001, and 1e308 is not one of
 * 0.123456789, which binary fractions get wrong. A number too large to hold is a multiple of nothing.
 */
export function isMultipleOf(value: number, divisor: number): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(divisor)) return value % divisor === 0
  if (!Number.isFinite(value) || !Number.isFinite(divisor)) return false
  const dividend = toDecimal(value)
  const by = toDecimal(divisor)
  const exponent = Math.min(dividend.exponent, by.exponent)
  return scale(dividend, exponent) % scale(by, exponent) === 0n
}

function toDecimal(value: number): Decimal {
  const [mantissa = '0', exponent = '0'] = value.toString().split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length }
}

function scale(decimal: Decimal, exponent: number): bigint {
  return decimal.digits * 10n ** BigInt(decimal.exponent - exponent)
}
