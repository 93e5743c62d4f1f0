import {
  DIGITS,
  WORD_CHARACTERS,
  codePointsWithProperty,
  complement,
  union,
  type CodePoints,
} from '../../../validation/pattern/code-points'
import { foldCodePoint } from '../text/character-case'
import type { Folding } from './regex-node'

export const EVERYTHING: CodePoints = [[0, 0x10ffff]]
const UNIX_LINE_END: CodePoints = [[0x0a, 0x0a]]
const LINE_ENDS: CodePoints = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x85, 0x85],
  [0x2028, 0x2029],
]
export const BLANKS: CodePoints = [
  [0x09, 0x0d],
  [0x20, 0x20],
]
export const HORIZONTAL_BLANKS: CodePoints = [
  [0x09, 0x09],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x180e, 0x180e],
  [0x2000, 0x200a],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
]
export const VERTICAL_BLANKS: CodePoints = [
  [0x0a, 0x0d],
  [0x85, 0x85],
  [0x2028, 0x2029],
]

export function intersection(a: CodePoints, b: CodePoints): CodePoints {
  return complement(union(complement(a), complement(b)))
}

/** What "." stands for. */
export function anyCharacter(isEverything: boolean, isUnixLines: boolean): CodePoints {
  if (isEverything) return EVERYTHING
  return complement(isUnixLines ? UNIX_LINE_END : LINE_ENDS)
}

/** `\d`, `\h`, `\s`, `\v`, `\w` and their capitals; null for other letters. `isUnicode`: the flag `(?U)`. */
export function shorthandSet(letter: string, isUnicode: boolean): CodePoints | null {
  const set = positiveShorthand(letter.toLowerCase(), isUnicode)
  return set === null || letter === letter.toLowerCase() ? set : complement(set)
}

function positiveShorthand(letter: string, isUnicode: boolean): CodePoints | null {
  switch (letter) {
    case 'd':
      return isUnicode ? property('Nd') : DIGITS
    case 'h':
      return HORIZONTAL_BLANKS
    case 's':
      return isUnicode ? property('White_Space') : BLANKS
    case 'v':
      return VERTICAL_BLANKS
    case 'w':
      return isUnicode ? UNICODE_WORD() : WORD_CHARACTERS
    default:
      return null
  }
}

export function property(name: string): CodePoints {
  return codePointsWithProperty(name) ?? []
}

function once(make: () => CodePoints): () => CodePoints {
  let made: CodePoints | null = null
  return () => (made ??= make())
}

export const UNICODE_WORD = once(() => union(...['Alphabetic', 'M', 'Nd', 'Pc', 'Join_Control'].map(property)))

/** Every character that has another case: the only ones that folding can add. */
const CASED = once(() => union(property('Changes_When_Casemapped'), [[0x130, 0x131]]))

/** The set with what equals one of its characters but for the case. */
export function foldSet(set: CodePoints, folding: Folding): CodePoints {
  if (folding === 'none') return set
  const lower = intersection(set, [[0x61, 0x7a]]).map(([from, to]) => [from - 32, to - 32] as const)
  const upper = intersection(set, [[0x41, 0x5a]]).map(([from, to]) => [from + 32, to + 32] as const)
  const ascii = union(set, lower, upper)
  return folding === 'ascii' ? ascii : union(ascii, unicodeVariants(set))
}

function unicodeVariants(set: CodePoints): CodePoints {
  const variants = casesByFolding()
  const found: CodePoints[] = []
  for (const [from, to] of intersection(set, CASED())) {
    for (let code = from; code <= to; code++) found.push(variants.get(foldCodePoint(code)) ?? [])
  }
  return union(...found)
}

let knownCases: ReadonlyMap<number, CodePoints> | null = null

/** The characters that become the same one when their case is taken from them. */
function casesByFolding(): ReadonlyMap<number, CodePoints> {
  if (knownCases !== null) return knownCases
  const cases = new Map<number, CodePoints>()
  for (const [from, to] of CASED()) {
    for (let code = from; code <= to; code++) {
      const folded = foldCodePoint(code)
      cases.set(folded, union(cases.get(folded) ?? [], [[code, code]]))
    }
  }
  knownCases = cases
  return cases
}
