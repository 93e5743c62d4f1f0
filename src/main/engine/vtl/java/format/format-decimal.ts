import { compareDecimals, magnitude, precision as precisionOf, rescale } from '../big-decimal'
import { doubleDigits, type DecimalDigits } from '../floating-decimal'
import { hexDouble } from '../hex-double'
import { checkLength } from '../java-errors'
import { JavaBigDecimal, JavaDouble, JavaFloat } from '../java-number'
import type { JavaValue } from '../java-value'
import { plainDigits, roundDigits, scientificDigits } from './decimal-digits'
import { wrongConversion } from './format-integer'
import { checkNumberFlags, leadingSign, signedMagnitude, trailingSign } from './format-number'
import { refuseFlags, type FormatSpecifier } from './format-specifier'
import { justify, pad } from './justify'

const DEFAULT_PRECISION = 6
const REFUSED_FLAGS: Readonly<Record<string, string>> = { a: '(,', e: ',', f: '', g: '#' }
const ZERO: DecimalDigits = { digits: '0', exponent: 1 }

/** Errors of the specifier itself, whatever the argument is. */
export function checkDecimal(specifier: FormatSpecifier): void {
  checkNumberFlags(specifier)
  refuseFlags(specifier, REFUSED_FLAGS[specifier.conversion] ?? '')
}

/** `%e`, `%f`, `%g` and `%a`. Errors: IllegalFormatConversionException for anything but Double, Float and BigDecimal. */
export function formatDecimal(specifier: FormatSpecifier, value: Exclude<JavaValue, null>): string {
  const places = specifier.precision ?? DEFAULT_PRECISION
  checkLength(places)
  if (value instanceof JavaBigDecimal) {
    if (specifier.conversion === 'a') throw wrongConversion(specifier, value)
    const isNegative = value.unscaled < 0n
    const text = decimalText(specifier, value, places, isNegative)
    return justify(specifier, text + trailingSign(specifier, isNegative))
  }
  if (!(value instanceof JavaDouble || value instanceof JavaFloat)) throw wrongConversion(specifier, value)
  return formatDouble(specifier, value.value, places)
}

function formatDouble(specifier: FormatSpecifier, value: number, places: number): string {
  if (Number.isNaN(value)) return pad(specifier, specifier.isUpperCase ? 'NAN' : 'NaN')
  const isNegative = value < 0 || Object.is(value, -0)
  const size = Math.abs(value)
  const end = trailingSign(specifier, isNegative)
  if (size === Infinity) return justify(specifier, `${leadingSign(specifier, isNegative)}Infinity${end}`)
  if (specifier.conversion === 'a') return justify(specifier, hexText(specifier, size, isNegative))
  const digits = size === 0 ? ZERO : doubleDigits(size, false)
  return justify(specifier, digitsText(specifier, digits, places, isNegative) + end)
}

function digitsText(specifier: FormatSpecifier, digits: DecimalDigits, places: number, isNegative: boolean): string {
  if (specifier.conversion === 'f') {
    return plainText(specifier, roundDigits(digits, digits.exponent + places), places, isNegative)
  }
  if (specifier.conversion === 'e') {
    return scientificText(specifier, roundDigits(digits, places + 1), places, isNegative)
  }
  const significant = places === 0 ? 1 : places
  const rounded = roundDigits(digits, significant)
  if (digits === ZERO) return plainText(specifier, rounded, significant - 1, isNegative)
  const exponent = rounded.exponent - 1
  if (exponent < -4 || exponent >= significant) return scientificText(specifier, rounded, significant - 1, isNegative)
  return plainText(specifier, rounded, significant - rounded.exponent, isNegative)
}

function plainText(specifier: FormatSpecifier, digits: DecimalDigits, places: number, isNegative: boolean): string {
  return signedMagnitude(specifier, withPoint(specifier, plainDigits(digits, places), places), isNegative)
}

function withPoint(specifier: FormatSpecifier, text: string, places: number): string {
  return places === 0 && specifier.flags.includes('#') ? `${text}.` : text
}

function scientificText(
  specifier: FormatSpecifier,
  digits: DecimalDigits,
  places: number,
  isNegative: boolean,
): string {
  const [mantissa, exponent] = scientificDigits(digits, places)
  const size = Math.abs(exponent).toString().padStart(2, '0')
  const end = `e${exponent < 0 ? '-' : '+'}${size}`
  return signedMagnitude(specifier, withPoint(specifier, mantissa, places), isNegative, end.length) + end
}

function decimalText(specifier: FormatSpecifier, value: JavaBigDecimal, places: number, isNegative: boolean): string {
  const size = new JavaBigDecimal(magnitude(value.unscaled), value.scale)
  if (specifier.conversion === 'f') return decimalPlain(specifier, size, places, isNegative)
  if (specifier.conversion === 'e') return decimalScientific(specifier, size, places, isNegative)
  return decimalGeneral(specifier, roundDecimal(size, Math.max(places, 1)), Math.max(places, 1), isNegative)
}

function decimalGeneral(specifier: FormatSpecifier, size: JavaBigDecimal, places: number, isNegative: boolean): string {
  const isPlain =
    (size.unscaled === 0n && size.scale === 0) ||
    (compareDecimals(size, new JavaBigDecimal(1n, 4)) >= 0 &&
      compareDecimals(size, new JavaBigDecimal(1n, -places)) < 0)
  if (!isPlain) return decimalScientific(specifier, size, places - 1, isNegative)
  return decimalPlain(specifier, size, places + size.scale - precisionOf(size), isNegative)
}

function roundDecimal(size: JavaBigDecimal, places: number): JavaBigDecimal {
  const surplus = precisionOf(size) - places
  if (surplus <= 0) return size
  const rounded = rescale(size, size.scale - surplus, 'HALF_UP')
  // 9.99 has become 10.0: one digit too many.
  return precisionOf(rounded) > places ? new JavaBigDecimal(rounded.unscaled / 10n, rounded.scale - 1) : rounded
}

function decimalPlain(specifier: FormatSpecifier, size: JavaBigDecimal, places: number, isNegative: boolean): string {
  const rounded = rescale(size, Math.max(places, 0), 'HALF_UP').unscaled.toString()
  return plainText(specifier, { digits: rounded, exponent: rounded.length - places }, Math.max(places, 0), isNegative)
}

function decimalScientific(
  specifier: FormatSpecifier,
  size: JavaBigDecimal,
  places: number,
  isNegative: boolean,
): string {
  const digits = size.unscaled.toString()
  const exact: DecimalDigits = { digits, exponent: digits.length - size.scale }
  return scientificText(specifier, roundDigits(exact, places + 1), places, isNegative)
}

/** Departure: a precision of `%a` is ignored. */
function hexText(specifier: FormatSpecifier, size: number, isNegative: boolean): string {
  const sign = leadingSign(specifier, isNegative)
  const text = hexDouble(size)
  if (!specifier.flags.includes('0')) return sign + text
  const room = (specifier.width ?? 0) - sign.length - 2
  checkLength(room)
  return `${sign}0x${text.slice(2).padStart(room, '0')}`
}
