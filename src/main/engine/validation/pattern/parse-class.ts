import { complement, union, type CodePoints } from './code-points'
import { codePointOf, parseCharacterEscape, parseClassEscape } from './parse-escape'
import type { PatternSource } from './pattern-source'

/** After the opening bracket: "a-z]" or "^\d]". `[]` matches nothing and `[^]` everything, as in ECMA-262. */
export function parseClass(source: PatternSource): CodePoints {
  const isNegated = source.takeIf('^')
  const members: CodePoints[] = []
  while (!source.takeIf(']')) {
    if (source.isAtEnd) source.fail('a character class is not closed: "]" is missing')
    members.push(...parseMember(source))
  }
  const set = union(...members)
  return isNegated ? complement(set) : set
}

/** One character, one escape such as `\d`, or a range. A hyphen that makes no range stands for itself. */
function parseMember(source: PatternSource): CodePoints[] {
  const first = parseAtom(source)
  if (source.peek() !== '-' || source.peek(1) === ']' || source.peek(1) === '') return [setOf(first)]
  source.take()
  const last = parseAtom(source)
  if (typeof first !== 'number' || typeof last !== 'number') return [setOf(first), setOf(0x2d), setOf(last)]
  if (first > last) source.fail('a range of a character class is out of order')
  return [[[first, last]]]
}

function setOf(atom: number | CodePoints): CodePoints {
  return typeof atom === 'number' ? [[atom, atom]] : atom
}

function parseAtom(source: PatternSource): number | CodePoints {
  if (!source.takeIf('\\')) return codePointOf(source.take())
  if (source.takeIf('b')) return 0x08
  return parseClassEscape(source) ?? parseCharacterEscape(source)
}
