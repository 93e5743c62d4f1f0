import { classNameOf } from '../class-name'
import { checkLength } from '../java-errors'
import { JavaBigInteger, JavaByte, JavaLong, JavaShort } from '../java-number'
import type { JavaValue } from '../java-value'
import { checkNumberFlags, leadingSign, signedMagnitude, trailingSign } from './format-number'
import { formatError, refuseFlags, refusePrecision, type FormatSpecifier } from './format-specifier'
import { justify } from './justify'

/** Errors of the specifier itself, whatever the argument is. */
export function checkInteger(specifier: FormatSpecifier): void {
  checkNumberFlags(specifier)
  refusePrecision(specifier)
  refuseFlags(specifier, specifier.conversion === 'd' ? '#' : ',')
}

/** `%d`, `%o` and `%x`. Errors: IllegalFormatConversionException for anything but whole numbers. */
export function formatInteger(specifier: FormatSpecifier, value: Exclude<JavaValue, null>): string {
  if (value instanceof JavaBigInteger) return justify(specifier, signed(specifier, value.value))
  const [number, bits] = wholeNumber(specifier, value)
  if (specifier.conversion === 'd') return justify(specifier, signed(specifier, number))
  refuseFlags(specifier, '( +')
  return justify(specifier, withPrefix(specifier, BigInt.asUintN(bits, number), ''))
}

function wholeNumber(specifier: FormatSpecifier, value: Exclude<JavaValue, null>): [number: bigint, bits: number] {
  if (typeof value === 'number') return [BigInt(value), 32]
  if (value instanceof JavaLong) return [value.value, 64]
  if (value instanceof JavaShort) return [BigInt(value.value), 16]
  if (value instanceof JavaByte) return [BigInt(value.value), 8]
  throw wrongConversion(specifier, value)
}

/** `%d` of a String: "d != java.lang.String". */
export function wrongConversion(specifier: FormatSpecifier, value: Exclude<JavaValue, null>): Error {
  return formatError('IllegalFormatConversionException', `${specifier.conversion} != ${classNameOf(value)}`)
}

function signed(specifier: FormatSpecifier, value: bigint): string {
  const isNegative = value < 0n
  const magnitude = isNegative ? -value : value
  const end = trailingSign(specifier, isNegative)
  if (specifier.conversion === 'd') return signedMagnitude(specifier, magnitude.toString(), isNegative) + end
  return withPrefix(specifier, magnitude, leadingSign(specifier, isNegative), end)
}

/** Octal or hexadecimal digits, with their prefix if the flag asks for it. */
function withPrefix(specifier: FormatSpecifier, value: bigint, sign: string, end = ''): string {
  const isOctal = specifier.conversion === 'o'
  const prefix = specifier.flags.includes('#') ? (isOctal ? '0' : '0x') : ''
  const digits = value.toString(isOctal ? 8 : 16)
  const room = specifier.flags.includes('0') ? (specifier.width ?? 0) - sign.length - prefix.length - end.length : 0
  checkLength(room)
  return sign + prefix + digits.padStart(room, '0') + end
}
