import { complement, union, type CodePoints } from '../../../validation/pattern/code-points'
import { foldSet, intersection } from './character-sets'
import { parseCharacterEscape, parseSetEscape } from './parse-regex-escape'
import { foldingOf, type RegexFlags } from './regex-flags'
import { codeOf, type RegexSource } from './regex-source'

const MAX_DEPTH = 100
const BACKSLASH = codeOf('\\')
const OPEN = codeOf('[')
const CLOSE = codeOf(']')
const AMPERSAND = codeOf('&')
const HYPHEN = codeOf('-')

/** After the opening bracket, up to the closing one: "a-z]", "^\d]", "a-z&&[^b]]". */
export function parseClass(source: RegexSource, flags: RegexFlags, depth = 0): CodePoints {
  if (depth > MAX_DEPTH) source.fail('Character classes are nested too deep')
  const isNegated = source.takeIf('^')
  const set = parseMembers(source, flags, depth)
  source.take()
  return isNegated ? complement(set) : set
}

/** Up to the closing bracket, which is left. A bracket that comes first stands for itself. */
function parseMembers(source: RegexSource, flags: RegexFlags, depth: number): CodePoints {
  let parts: CodePoints[] = []
  for (;;) {
    if (source.isAtEnd) source.fail('Unclosed character class')
    const code = source.peek()
    if (code === CLOSE && parts.length > 0) return union(...parts)
    if (code === OPEN) {
      source.take()
      parts.push(parseClass(source, flags, depth + 1))
    } else if (code === AMPERSAND && source.peekAt(1) === AMPERSAND) {
      source.take()
      source.take()
      parts = [intersect(source, flags, depth, parts)]
    } else {
      parts.push(parseRange(source, flags))
    }
  }
}

/** After `&&`: what is right of it, up to the end or to the next `&&`. */
function intersect(source: RegexSource, flags: RegexFlags, depth: number, left: readonly CodePoints[]): CodePoints {
  if (depth > MAX_DEPTH) source.fail('Character classes are nested too deep')
  const right: CodePoints[] = []
  while (!source.isAtEnd && source.peek() !== CLOSE && source.peek() !== AMPERSAND) {
    if (source.peek() === OPEN) {
      source.take()
      right.push(parseClass(source, flags, depth + 1))
    } else {
      right.push(parseMembers(source, flags, depth + 1))
    }
  }
  if (left.length === 0 && right.length === 0) source.fail('Bad class syntax')
  if (left.length === 0) return union(...right)
  return right.length === 0 ? union(...left) : intersection(union(...left), union(...right))
}

/** A character, an escape such as `\d`, or a range of characters. */
function parseRange(source: RegexSource, flags: RegexFlags): CodePoints {
  const first = parseMember(source, flags)
  if (typeof first !== 'number') return first
  const folding = foldingOf(flags)
  const after = source.peek() === HYPHEN ? source.peekAt(1) : CLOSE
  if (after === OPEN || after === CLOSE) return foldSet([[first, first]], folding)
  source.take()
  if (source.isAtEnd) source.fail('Unclosed character class')
  const last = parseMember(source, flags)
  if (typeof last !== 'number' || last < first) return source.fail('Illegal character range')
  return foldSet([[first, last]], folding)
}

function parseMember(source: RegexSource, flags: RegexFlags): number | CodePoints {
  if (source.isQuoted || source.peek() !== BACKSLASH) return source.take()
  source.take()
  return parseSetEscape(source, flags) ?? parseCharacterEscape(source)
}
