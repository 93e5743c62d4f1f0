import { JavaBigDecimal } from '../java/java-number'

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/
const INT_MAX = 2_147_483_647
/** Reading digits costs more than linear time; a body full of numbers this long is still read in half a second. */
const MAX_LENGTH = 10_000

/**
 * `new BigDecimal(text)`, as for "1.50", "+2e3" or ".5"; null where Java throws a NumberFormatException.
 * Departure: null for more than 10,000 characters as well, so that no body can keep the gateway busy.
 */
export function parseDecimal(text: string): JavaBigDecimal | null {
  if (text.length > MAX_LENGTH) return null
  const [matched, sign = '', whole = '', fraction = '', exponent = '0'] = DECIMAL.exec(text) ?? []
  if (matched === undefined || whole.length + fraction.length === 0) return null
  const power = Number(exponent)
  const scale = fraction.length - power
  if (!isInt(power) || !isInt(scale)) return null
  const unscaled = BigInt(whole + fraction)
  return new JavaBigDecimal(sign === '-' ? -unscaled : unscaled, scale)
}

function isInt(value: number): boolean {
  return value >= -INT_MAX - 1 && value <= INT_MAX
}
