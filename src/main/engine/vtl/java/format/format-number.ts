import { checkLength } from '../java-errors'
import { illegalFlags, needWidth, type FormatSpecifier } from './format-specifier'

/** What all numbers refuse. Errors: MissingFormatWidthException, IllegalFormatFlagsException. */
export function checkNumberFlags(specifier: FormatSpecifier): void {
  const { flags } = specifier
  needWidth(specifier, '-0')
  if ((flags.includes('+') && flags.includes(' ')) || (flags.includes('-') && flags.includes('0'))) {
    throw illegalFlags(specifier)
  }
}

/** What stands before the digits: "-", "(", "+", " " or nothing. */
export function leadingSign(specifier: FormatSpecifier, isNegative: boolean): string {
  const { flags } = specifier
  if (isNegative) return flags.includes('(') ? '(' : '-'
  return flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : ''
}

export function trailingSign(specifier: FormatSpecifier, isNegative: boolean): string {
  return isNegative && specifier.flags.includes('(') ? ')' : ''
}

/** Sign and decimal digits, grouped by thousands and filled with zeros as the flags ask; `reserved`: what else the width has to hold. */
export function signedMagnitude(specifier: FormatSpecifier, digits: string, isNegative: boolean, reserved = 0): string {
  const { flags, width } = specifier
  const sign = leadingSign(specifier, isNegative)
  const grouped = flags.includes(',') ? withThousands(digits) : digits
  if (width === null || !flags.includes('0')) return sign + grouped
  const room = width - reserved - trailingSign(specifier, isNegative).length - sign.length
  checkLength(room)
  return sign + grouped.padStart(room, '0')
}

function withThousands(digits: string): string {
  const point = digits.indexOf('.')
  const whole = point < 0 ? digits : digits.slice(0, point)
  const groups: string[] = []
  for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(end - 3, 0), end))
  return groups.join(',') + (point < 0 ? '' : digits.slice(point))
}
