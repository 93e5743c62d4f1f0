import { doubleDigits, floatDigits, type DecimalDigits } from './floating-decimal'
import { JavaBigDecimal, JavaDouble, JavaFloat, type JavaNumber } from './java-number'

/** A number as its `toString()` prints it: "5", "15.0", "1.0E10", "NaN", "1.50" for a BigDecimal of that scale. */
export function numberText(value: number | JavaNumber): string {
  if (typeof value === 'number') return String(value)
  if (value instanceof JavaDouble) return doubleText(value.value)
  if (value instanceof JavaFloat) return floatingText(value.value, floatDigits)
  if (value instanceof JavaBigDecimal) return decimalText(value.unscaled, value.scale)
  return value.value.toString()
}

/** Finding a double's digits takes a microsecond, and payloads repeat their prices. */
const DOUBLE_TEXTS = new Map<number, string>()
const DOUBLE_TEXTS_LIMIT = 2000

function doubleText(value: number): string {
  // A map takes -0 and 0 for the same key.
  if (value === 0) return floatingText(value, doubleDigits)
  let text = DOUBLE_TEXTS.get(value)
  if (text === undefined) {
    text = floatingText(value, doubleDigits)
    if (DOUBLE_TEXTS.size >= DOUBLE_TEXTS_LIMIT) DOUBLE_TEXTS.clear()
    DOUBLE_TEXTS.set(value, text)
  }
  return text
}

function floatingText(value: number, digitsOf: (value: number) => DecimalDigits): string {
  if (Number.isNaN(value)) return 'NaN'
  const isNegative = value < 0 || Object.is(value, -0)
  const text = magnitudeText(Math.abs(value), digitsOf)
  return isNegative ? `-${text}` : text
}

function magnitudeText(value: number, digitsOf: (value: number) => DecimalDigits): string {
  if (value === Infinity) return 'Infinity'
  if (value === 0) return '0.0'
  const { digits, exponent } = digitsOf(value)
  if (exponent > 0 && exponent < 8) {
    return `${digits.slice(0, exponent).padEnd(exponent, '0')}.${digits.slice(exponent) || '0'}`
  }
  if (exponent <= 0 && exponent > -3) return `0.${'0'.repeat(-exponent)}${digits}`
  return `${digits[0]}.${digits.slice(1) || '0'}E${exponent - 1}`
}

/** Source: java.math.BigDecimal.toString, "canonical" form. */
function decimalText(unscaled: bigint, scale: number): string {
  const isNegative = unscaled < 0n
  const digits = (isNegative ? -unscaled : unscaled).toString()
  const text = scale === 0 ? digits : scaledText(digits, scale)
  return isNegative ? `-${text}` : text
}

function scaledText(digits: string, scale: number): string {
  const exponent = digits.length - scale - 1
  if (scale > 0 && exponent >= -6) {
    const padded = digits.padStart(scale + 1, '0')
    return `${padded.slice(0, -scale)}.${padded.slice(-scale)}`
  }
  const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits
  return exponent === 0 ? mantissa : `${mantissa}E${exponent > 0 ? '+' : ''}${exponent}`
}
