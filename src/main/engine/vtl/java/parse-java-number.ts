import { JavaException } from './java-exception'
import { digitOf } from './text/character-digit'

export function numberFormatError(message: string): JavaException {
  return new JavaException('java.lang.NumberFormatException', message)
}

/** Longer texts are no number of 64 bits, whatever their zeros; they are not worth reading. */
const MAX_DIGITS = 10_000

/**
 * `Long.parseLong(text, radix)` and, by other limits, those of the smaller classes: an optional sign, and digits of any script.
 * Errors: NumberFormatException.
 */
export function parseWhole(text: string | null, radix: number, min: bigint, max: bigint): bigint {
  if (text === null) throw numberFormatError('Cannot parse null string')
  checkRadix(radix)
  const isNegative = text.startsWith('-')
  const digits = isNegative || text.startsWith('+') ? text.slice(1) : text
  const magnitude = parseDigits(digits, radix)
  const value = isNegative ? -(magnitude ?? 0n) : magnitude
  if (magnitude === null || value === null || value < min || value > max) throw wrongInput(text, radix)
  return value
}

/** `Integer.parseUnsignedInt` and `Long.parseUnsignedLong`. */
export function parseUnsigned(text: string | null, radix: number, max: bigint): bigint {
  if (text === null) throw numberFormatError('Cannot parse null string')
  if (text.startsWith('-')) throw numberFormatError(`Illegal leading minus sign on unsigned string ${text}.`)
  checkRadix(radix)
  const value = parseDigits(text.startsWith('+') ? text.slice(1) : text, radix)
  if (value === null) throw wrongInput(text, radix)
  if (value > max)
    throw numberFormatError(`String value ${text} exceeds range of unsigned ${max > 2n ** 32n ? 'long' : 'int'}.`)
  return value
}

/** `Integer.decode`: decimal, or hexadecimal after "0x", "0X" or "#", or octal after "0". */
export function decodeWhole(text: string, min: bigint, max: bigint): bigint {
  if (text === '') throw numberFormatError('Zero length string')
  const [, sign = '', prefix = '', digits = ''] = /^([+-]?)(0[xX]|#|0(?!$))?([^]*)$/.exec(text) ?? []
  const radix = prefix === '' ? 10 : prefix === '0' ? 8 : 16
  if (/^[+-]/.test(digits)) throw numberFormatError('Sign character in wrong position')
  return parseWhole(sign + digits, radix, min, max)
}

function checkRadix(radix: number): void {
  if (radix < 2) throw numberFormatError(`radix ${radix} less than Character.MIN_RADIX`)
  if (radix > 36) throw numberFormatError(`radix ${radix} greater than Character.MAX_RADIX`)
}

function wrongInput(text: string, radix: number): JavaException {
  return numberFormatError(`For input string: "${text}"${radix === 10 ? '' : ` under radix ${radix}`}`)
}

/** Null when a character is no digit, and for no digits at all. */
function parseDigits(digits: string, radix: number): bigint | null {
  if (digits === '' || digits.length > MAX_DIGITS) return null
  let value = 0n
  for (const character of digits) {
    const digit = digitOf(character.codePointAt(0)!, radix)
    if (digit < 0) return null
    value = value * BigInt(radix) + BigInt(digit)
  }
  return value
}

const DECIMAL = /^[+-]?(?:NaN|Infinity|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[fFdD]?)$/
const HEXADECIMAL = /^([+-]?)0[xX]([0-9a-fA-F]*)\.?([0-9a-fA-F]*)[pP]([+-]?\d+)[fFdD]?$/

/** `Double.parseDouble`. Errors: NumberFormatException. */
export function parseDouble(text: string): number {
  const trimmed = trimControls(text)
  if (trimmed === '') throw numberFormatError('empty String')
  if (DECIMAL.test(trimmed)) return Number(trimmed.replace(/[fFdD]$/, ''))
  const hex = HEXADECIMAL.exec(trimmed)
  if (hex === null || `${hex[2]}${hex[3]}` === '') throw numberFormatError(`For input string: "${text}"`)
  return hexadecimalValue(hex[1] ?? '', hex[2] ?? '', hex[3] ?? '', Number(hex[4]))
}

/** Departure: of more than 60 digits, those that come last are not looked at. */
function hexadecimalValue(sign: string, whole: string, fraction: string, exponent: number): number {
  const digits = `${whole}${fraction}`.replace(/^0+/, '').slice(0, 60)
  const dropped = `${whole}${fraction}`.replace(/^0+/, '').length - digits.length
  const magnitude = Number(BigInt(`0x${digits || '0'}`))
  const power = Math.max(-3000, Math.min(3000, exponent - 4 * fraction.length + 4 * dropped))
  const half = Math.trunc(power / 2)
  const value = magnitude * 2 ** half * 2 ** (power - half)
  return sign === '-' ? -value : value
}

function trimControls(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && text.charCodeAt(start) <= 0x20) start++
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end--
  return text.slice(start, end)
}
