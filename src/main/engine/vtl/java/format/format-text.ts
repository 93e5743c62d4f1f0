import { classNameOf } from '../class-name'
import { hashCode } from '../hash-code'
import { JavaChar } from '../java-char'
import { checkLength } from '../java-errors'
import { JavaByte, JavaShort } from '../java-number'
import type { JavaValue } from '../java-value'
import { stringValueOf } from '../to-java-string'
import { checkDate, formatDate } from './format-date'
import { checkDecimal, formatDecimal } from './format-decimal'
import { checkInteger, formatInteger, wrongConversion } from './format-integer'
import {
  formatError,
  illegalFlags,
  needWidth,
  parseFormat,
  refuseFlags,
  refusePrecision,
  type FormatSpecifier,
} from './format-specifier'
import { justify, pad } from './justify'

/**
 * `String.format(format, args...)` of JDK 17 in English; dates are in UTC. `args` null: the array itself was null.
 * Errors: JavaException, a subclass of java.util.IllegalFormatException.
 */
export function formatText(format: string, args: readonly JavaValue[] | null): string {
  const parts = parseFormat(format, check)
  let written = ''
  let next = 0
  let last = -1
  for (const part of parts) {
    if (typeof part === 'string') {
      written += part
    } else if (part.conversion === '%' || part.conversion === 'n') {
      written += part.conversion === 'n' ? '\n' : pad(part, '%')
    } else {
      last = part.index < 0 ? last : part.index > 0 ? part.index - 1 : next++
      if (last < 0 || (args !== null && last >= args.length)) {
        throw formatError('MissingFormatArgumentException', `Format specifier '%${part.source}'`)
      }
      written += formatValue(part, args?.[last] ?? null)
    }
    checkLength(written.length)
  }
  return written
}

function check(specifier: FormatSpecifier): void {
  if (specifier.isDate) return checkDate(specifier)
  switch (specifier.conversion) {
    case 'b':
    case 'h':
    case 's':
      if (specifier.conversion !== 's') refuseFlags(specifier, '#')
      needWidth(specifier, '-')
      return refuseFlags(specifier, '+ 0,(')
    case 'c':
      refusePrecision(specifier)
      refuseFlags(specifier, '#+ 0,(')
      return needWidth(specifier, '-')
    case 'd':
    case 'o':
    case 'x':
      return checkInteger(specifier)
    case '%':
    case 'n':
      return checkText(specifier)
    default:
      return checkDecimal(specifier)
  }
}

function checkText(specifier: FormatSpecifier): void {
  refusePrecision(specifier)
  if (specifier.index < 0) throw illegalFlags(specifier)
  if (specifier.conversion === '%') {
    if (specifier.flags !== '' && specifier.flags !== '-') throw illegalFlags(specifier)
    return needWidth(specifier, '-')
  }
  if (specifier.width !== null) throw formatError('IllegalFormatWidthException', String(specifier.width))
  if (specifier.flags !== '') throw illegalFlags(specifier)
}

function formatValue(specifier: FormatSpecifier, value: JavaValue): string {
  const { conversion } = specifier
  if (!specifier.isDate) {
    if (conversion === 'b') return general(specifier, String(typeof value === 'boolean' ? value : value !== null))
    if (conversion === 's') return formatString(specifier, value)
  }
  if (value === null) return general(specifier, 'null')
  if (specifier.isDate) return formatDate(specifier, value)
  if (conversion === 'h') return general(specifier, (hashCode(value) >>> 0).toString(16))
  if (conversion === 'c') return formatCharacter(specifier, value)
  return conversion === 'd' || conversion === 'o' || conversion === 'x'
    ? formatInteger(specifier, value)
    : formatDecimal(specifier, value)
}

function formatString(specifier: FormatSpecifier, value: JavaValue): string {
  refuseFlags(specifier, '#')
  return general(specifier, stringValueOf(value))
}

/** The precision is the most characters that are written. */
function general(specifier: FormatSpecifier, text: string): string {
  const { precision } = specifier
  return justify(specifier, precision !== null && precision < text.length ? text.slice(0, precision) : text)
}

function formatCharacter(specifier: FormatSpecifier, value: Exclude<JavaValue, null>): string {
  if (value instanceof JavaChar) return justify(specifier, value.value)
  const code =
    typeof value === 'number' ? value : value instanceof JavaByte || value instanceof JavaShort ? value.value : null
  if (code === null) throw wrongConversion(specifier, value)
  if (code < 0 || code > 0x10ffff) {
    const text = (code >>> 0).toString(16)
    throw formatError('IllegalFormatCodePointException', `Code point = 0x${text} of ${classNameOf(value)}`)
  }
  return justify(specifier, String.fromCodePoint(code))
}
