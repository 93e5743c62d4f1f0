import {
  DIGITS,
  WHITE_SPACE,
  WORD_CHARACTERS,
  codePointsWithProperty,
  complement,
  type CodePoints,
} from './code-points'
import { isDigit, isHexDigit, type PatternSource } from './pattern-source'

const CLASS_ESCAPES: ReadonlyMap<string, CodePoints> = new Map([
  ['d', DIGITS],
  ['D', complement(DIGITS)],
  ['w', WORD_CHARACTERS],
  ['W', complement(WORD_CHARACTERS)],
  ['s', WHITE_SPACE],
  ['S', complement(WHITE_SPACE)],
])

const CONTROL_ESCAPES: ReadonlyMap<string, number> = new Map([
  ['t', 0x09],
  ['n', 0x0a],
  ['v', 0x0b],
  ['f', 0x0c],
  ['r', 0x0d],
])

/** After the backslash: `\d`, `\W`, `\p{Letter}` and the like, or null when something else follows. */
export function parseClassEscape(source: PatternSource): CodePoints | null {
  const known = CLASS_ESCAPES.get(source.peek())
  if (known !== undefined) {
    source.take()
    return known
  }
  return source.attempt(() => parseProperty(source))
}

function parseProperty(source: PatternSource): CodePoints | null {
  const letter = source.take()
  if ((letter !== 'p' && letter !== 'P') || !source.takeIf('{')) return null
  const name = source.takeWhile((character) => character !== '}')
  if (!source.takeIf('}')) return null
  const set = codePointsWithProperty(name)
  if (set === null) source.fail(`unknown Unicode property "${name}"`)
  return letter === 'P' ? complement(set) : set
}

/**
 * After the backslash: one character, as in `\n`, `\x41`, `\u00e9`, `\u{1f600}`, `\cJ`, `\0` or `\/`.
 * Like every browser without the `u` flag: a backslash before any other character stands for that character.
 */
export function parseCharacterEscape(source: PatternSource): number {
  if (source.isAtEnd) source.fail('the pattern ends with a backslash')
  const letter = source.take()
  const control = CONTROL_ESCAPES.get(letter)
  if (control !== undefined) return control
  if (letter === 'x') return source.attempt(() => parseHex(source, 2)) ?? codePointOf(letter)
  if (letter === 'u') return source.attempt(() => parseUnicode(source)) ?? codePointOf(letter)
  if (letter === 'c' && /^[A-Za-z]$/.test(source.peek())) return codePointOf(source.take()) % 32
  if (isDigit(letter) && letter < '8') return parseOctal(source, letter)
  return codePointOf(letter)
}

export function codePointOf(character: string): number {
  return character.codePointAt(0) ?? 0
}

function parseHex(source: PatternSource, digits: number): number | null {
  const text = source.takeWhile(isHexDigit, digits)
  return text.length === digits ? Number.parseInt(text, 16) : null
}

function parseUnicode(source: PatternSource): number | null {
  if (source.takeIf('{')) {
    const value = Number.parseInt(source.takeWhile(isHexDigit), 16)
    return source.takeIf('}') && value <= 0x10ffff ? value : null
  }
  const first = parseHex(source, 4)
  if (first === null || first < 0xd800 || first > 0xdbff) return first
  return source.attempt(() => parseLowSurrogate(source, first)) ?? first
}

function parseLowSurrogate(source: PatternSource, high: number): number | null {
  if (!source.takeIf('\\u')) return null
  const low = parseHex(source, 4)
  if (low === null || low < 0xdc00 || low > 0xdfff) return null
  return (high - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000
}

/** `\0`, `\12`, `\377`: at most three digits and at most 0xff. */
function parseOctal(source: PatternSource, first: string): number {
  const more = source.takeWhile((character) => character >= '0' && character <= '7', first <= '3' ? 2 : 1)
  return Number.parseInt(first + more, 8)
}
