import { complement, type CodePoints } from '../../../validation/pattern/code-points'
import { shorthandSet } from './character-sets'
import type { RegexFlags } from './regex-flags'
import { propertySet } from './regex-property'
import { codeOf, END, isDigit, isHexDigit, isLetter, letterOf, type RegexSource } from './regex-source'

const BACKSLASH = codeOf('\\')
const BRACE = codeOf('{')
const CLOSE_BRACE = codeOf('}')

const CHARACTER_ESCAPES: Readonly<Record<string, number>> = { a: 7, e: 0x1b, f: 0x0c, n: 0x0a, r: 0x0d, t: 0x09 }

/** `\d`, `\p{Lower}` and the like; null when something else follows. */
export function parseSetEscape(source: RegexSource, flags: RegexFlags): CodePoints | null {
  const letter = letterOf(source.peekAt(0))
  if (letter === 'p' || letter === 'P') return parseProperty(source, flags, letter === 'P')
  const set = letter === '' ? null : shorthandSet(letter, flags.isUnicode)
  if (set !== null) source.takeExactly()
  return set
}

function parseProperty(source: RegexSource, flags: RegexFlags, isNegated: boolean): CodePoints {
  source.takeExactly()
  let name = letterOf(source.takeExactly())
  if (name === '{') {
    name = source.takeWhile((code) => code !== CLOSE_BRACE && code !== END)
    if (source.takeExactly() === END) source.fail('Unclosed character family')
    if (name === '') source.fail('Empty character family')
  }
  source.countProperty()
  const set = propertySet(name, flags.isUnicode, flags.isCaseIgnored)
  if (set === null) return source.fail(`Unknown character property name {${name}}`)
  return isNegated ? complement(set) : set
}

/** After the backslash: one character, as in `\n`, `\x41`, `\u00e9`, `\cJ`, `\0101` or `\.`. */
export function parseCharacterEscape(source: RegexSource): number {
  const code = source.takeExactly()
  if (code === END) source.fail('Unexpected internal error')
  const letter = letterOf(code)
  const known = Object.hasOwn(CHARACTER_ESCAPES, letter) ? CHARACTER_ESCAPES[letter] : undefined
  if (known !== undefined) return known
  if (letter === '0') return parseOctal(source)
  if (letter === 'x') return parseHex(source)
  if (letter === 'u') return parseUnicode(source)
  if (letter === 'c') {
    const control = source.takeExactly()
    return control === END ? source.fail('Illegal control escape sequence') : control ^ 64
  }
  if (isLetter(code) || isDigit(code)) source.fail('Illegal/unsupported escape sequence')
  return code
}

function parseOctal(source: RegexSource): number {
  const digits = source.takeWhile((code) => code >= codeOf('0') && code <= codeOf('7'), 3)
  if (digits === '') source.fail('Illegal octal escape sequence')
  if (digits.length < 3 || digits < '400') return Number.parseInt(digits, 8)
  source.back()
  return Number.parseInt(digits.slice(0, 2), 8)
}

function parseHex(source: RegexSource): number {
  if (source.peekAt(0) === BRACE) {
    source.takeExactly()
    const digits = source.takeWhile(isHexDigit)
    if (Number.parseInt(digits, 16) > 0x10ffff) source.fail('Hexadecimal codepoint is too big')
    if (digits === '' || source.takeExactly() !== CLOSE_BRACE) source.fail('Unclosed hexadecimal escape sequence')
    return Number.parseInt(digits, 16)
  }
  const digits = source.takeWhile(isHexDigit, 2)
  if (digits.length < 2) source.fail('Illegal hexadecimal escape sequence')
  return Number.parseInt(digits, 16)
}

function parseUnicode(source: RegexSource): number {
  const first = parseUnit(source)
  if (first < 0xd800 || first > 0xdbff || source.peekAt(0) !== BACKSLASH || source.peekAt(1) !== codeOf('u'))
    return first
  const before = source.position
  source.takeExactly()
  source.takeExactly()
  const second = parseUnit(source)
  if (second >= 0xdc00 && second <= 0xdfff) return ((first - 0xd800) << 10) + (second - 0xdc00) + 0x10000
  source.back(source.position - before)
  return first
}

function parseUnit(source: RegexSource): number {
  const digits = source.takeWhile(isHexDigit, 4)
  if (digits.length < 4) source.fail('Illegal Unicode escape sequence')
  return Number.parseInt(digits, 16)
}
