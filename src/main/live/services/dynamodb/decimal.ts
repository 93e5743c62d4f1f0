/** An exact number: `digits` times ten to the power of `exponent`, `digits` without zeros at its end. */
export interface Decimal {
  readonly digits: bigint
  readonly exponent: number
}

/** Source: DynamoDB Developer Guide, "Data types - Number": 38 digits, 1E-130 to 9.99...E+125. */
const MOST_DIGITS = 38
const LARGEST_MAGNITUDE = 125
const SMALLEST_MAGNITUDE = -130
/** Characters that are read at all. */
const LONGEST_TEXT = 1000

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,6}))?$/

/** "1.50" -> 15 times ten to -1. A text says what is wrong, in DynamoDB's words. */
export function parseDecimal(text: string): Decimal | string {
  const notNumeric = `The parameter cannot be converted to a numeric value: ${text.slice(0, 100)}`
  if (text.length > LONGEST_TEXT) return notNumeric
  const [, sign, whole = '', fraction = '', power = '0'] = NUMBER.exec(text) ?? []
  if (sign === undefined || whole + fraction === '') return notNumeric
  const value = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n)
  return withinRange(normal(value, Number(power) - fraction.length))
}

/** Without an exponent: "1500", "0.015". */
export function decimalText({ digits, exponent }: Decimal): string {
  if (exponent >= 0) return String(digits) + '0'.repeat(exponent)
  const sign = digits < 0n ? '-' : ''
  const text = String(digits < 0n ? -digits : digits).padStart(1 - exponent, '0')
  return `${sign}${text.slice(0, exponent)}.${text.slice(exponent)}`
}

/** A text says that the sum is no number of DynamoDB's. */
export function addDecimals(a: Decimal, b: Decimal): Decimal | string {
  const exponent = Math.min(a.exponent, b.exponent)
  return withinRange(normal(scaled(a, exponent) + scaled(b, exponent), exponent))
}

export function negated({ digits, exponent }: Decimal): Decimal {
  return { digits: -digits, exponent }
}

/** Below 0, 0 or above 0. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const exponent = Math.min(a.exponent, b.exponent)
  const difference = scaled(a, exponent) - scaled(b, exponent)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

function scaled({ digits, exponent }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(exponent - to)
}

function normal(digits: bigint, exponent: number): Decimal {
  if (digits === 0n) return { digits: 0n, exponent: 0 }
  const text = String(digits)
  const kept = text.replace(/0+$/, '')
  return { digits: BigInt(kept), exponent: exponent + text.length - kept.length }
}

function withinRange(decimal: Decimal): Decimal | string {
  const { digits, exponent } = decimal
  const count = String(digits < 0n ? -digits : digits).length
  if (count > MOST_DIGITS) return 'Attempting to store more than 38 significant digits in a Number'
  const magnitude = exponent + count - 1
  const range = 'Attempting to store a number with magnitude'
  if (magnitude > LARGEST_MAGNITUDE) return `Number overflow. ${range} larger than supported range`
  if (digits !== 0n && magnitude < SMALLEST_MAGNITUDE) return `Number underflow. ${range} smaller than supported range`
  return decimal
}
