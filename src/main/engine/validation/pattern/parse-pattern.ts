import { LINE_TERMINATORS, complement, type CodePoints } from './code-points'
import { parseClass } from './parse-class'
import { codePointOf, parseCharacterEscape, parseClassEscape } from './parse-escape'
import { NOTHING, type LookNode, type PatternNode } from './pattern-node'
import { PatternSource, PatternSyntaxError, isDigit } from './pattern-source'

/** Deeper groups are refused, so that nothing that walks the tree can run out of stack. */
const MAX_NESTING = 200

const ANY_BUT_LINE_TERMINATORS = complement(LINE_TERMINATORS)

const LOOKS: readonly (readonly [opening: string, isBehind: boolean, isNegated: boolean])[] = [
  ['?=', false, false],
  ['?!', false, true],
  ['?<=', true, false],
  ['?<!', true, true],
]

/**
 * Read a pattern as ECMA-262 does, with Unicode semantics, and as leniently as browsers read patterns without the `u` flag.
 * Errors: `{ problem }`, as in "a group is not closed at character 7".
 */
export function parsePattern(text: string): PatternNode | { readonly problem: string } {
  try {
    return new PatternParser(text).parse()
  } catch (error) {
    if (error instanceof PatternSyntaxError) return { problem: error.message }
    throw error
  }
}

class PatternParser {
  private readonly source: PatternSource
  /** Index of each named group; groups are numbered in the order of their opening parentheses. */
  private readonly names = new Map<string, number>()
  private readonly groupCount: number
  private nextGroup = 1
  private nesting = 0

  constructor(text: string) {
    this.source = new PatternSource(text)
    this.groupCount = countGroups(text, this.names)
  }

  parse(): PatternNode {
    const node = this.parseChoice()
    if (!this.source.isAtEnd) this.source.fail('a ")" has no "(" before it')
    return node
  }

  private parseChoice(): PatternNode {
    if (++this.nesting > MAX_NESTING) this.source.fail(`groups are nested more than ${MAX_NESTING} deep`)
    const options = [this.parseSequence()]
    while (this.source.takeIf('|')) options.push(this.parseSequence())
    this.nesting--
    return options.length === 1 ? (options[0] ?? NOTHING) : { kind: 'choice', options }
  }

  private parseSequence(): PatternNode {
    const parts: PatternNode[] = []
    while (!this.source.isAtEnd && this.source.peek() !== '|' && this.source.peek() !== ')')
      parts.push(this.parseTerm())
    return parts.length === 1 ? (parts[0] ?? NOTHING) : { kind: 'sequence', parts }
  }

  private parseTerm(): PatternNode {
    const atom = this.parseAtom()
    const count = this.source.attempt(() => parseQuantifier(this.source))
    if (count === null) return atom
    if (atom.kind === 'start' || atom.kind === 'end' || atom.kind === 'boundary') this.source.fail('nothing to repeat')
    if (count.min > count.max) this.source.fail('the numbers of a quantifier are out of order')
    return { kind: 'repeat', body: atom, ...count, isLazy: this.source.takeIf('?') }
  }

  private parseAtom(): PatternNode {
    const { source } = this
    if (source.attempt(() => parseQuantifier(source)) !== null) source.fail('nothing to repeat')
    const character = source.take()
    switch (character) {
      case '^':
        return { kind: 'start' }
      case '$':
        return { kind: 'end' }
      case '.':
        return matching(ANY_BUT_LINE_TERMINATORS)
      case '[':
        return matching(parseClass(source))
      case '(':
        return this.parseGroup()
      case '\\':
        return this.parseEscape()
      default:
        return matchingOne(codePointOf(character))
    }
  }

  private parseGroup(): PatternNode {
    const { source } = this
    const look = LOOKS.find(([opening]) => source.takeIf(opening))
    if (look !== undefined) return this.parseLook(look[1], look[2])
    // Wrapped, because an assertion that stands in a group may be repeated.
    if (source.takeIf('?:')) return { kind: 'sequence', parts: [this.parseBody()] }
    if (source.takeIf('?<')) this.skipName()
    else if (source.peek() === '?') source.fail('an unknown kind of group')
    const index = this.nextGroup++
    return { kind: 'capture', index, body: this.parseBody() }
  }

  private skipName(): void {
    this.source.takeWhile((character) => character !== '>')
    if (!this.source.takeIf('>')) this.source.fail('the name of a group is not closed: ">" is missing')
  }

  private parseLook(isBehind: boolean, isNegated: boolean): LookNode {
    return { kind: 'look', isBehind, isNegated, body: this.parseBody() }
  }

  private parseBody(): PatternNode {
    const body = this.parseChoice()
    if (!this.source.takeIf(')')) this.source.fail('a group is not closed: ")" is missing')
    return body
  }

  private parseEscape(): PatternNode {
    const { source } = this
    if (source.takeIf('b')) return { kind: 'boundary', isNegated: false }
    if (source.takeIf('B')) return { kind: 'boundary', isNegated: true }
    const backreference = source.attempt(() => this.parseBackreference())
    if (backreference !== null) return backreference
    const set = parseClassEscape(source)
    return set !== null ? matching(set) : matchingOne(parseCharacterEscape(source))
  }

  /** `\1` or `\k<name>` of a group that exists; else it is an ordinary escape. */
  private parseBackreference(): PatternNode | null {
    const { source } = this
    if (source.takeIf('k<')) {
      const index = this.names.get(source.takeWhile((character) => character !== '>'))
      return source.takeIf('>') && index !== undefined ? { kind: 'backreference', index } : null
    }
    const index = Number(source.takeWhile(isDigit))
    return index >= 1 && index <= this.groupCount ? { kind: 'backreference', index } : null
  }
}

function matching(set: CodePoints): PatternNode {
  return { kind: 'set', set }
}

function matchingOne(codePoint: number): PatternNode {
  return matching([[codePoint, codePoint]])
}

/** `*`, `+`, `?`, `{2}`, `{2,}` or `{2,5}`; null for anything else, a brace that stands for itself included. */
function parseQuantifier(source: PatternSource): { min: number; max: number } | null {
  if (source.takeIf('*')) return { min: 0, max: Infinity }
  if (source.takeIf('+')) return { min: 1, max: Infinity }
  if (source.takeIf('?')) return { min: 0, max: 1 }
  if (!source.takeIf('{')) return null
  const min = source.takeWhile(isDigit)
  const max = source.takeIf(',') ? source.takeWhile(isDigit) || 'Infinity' : min
  return source.takeIf('}') && min !== '' ? { min: Number(min), max: Number(max) } : null
}

/** Backreferences may come before their group, so groups are counted and their names noted before parsing. */
function countGroups(text: string, names: Map<string, number>): number {
  let count = 0
  for (const [token, , name] of text.matchAll(/\\.|\[(?:[^\]\\]|\\.)*\]|\((?!\?(?!<[^=!]))(\?<([^>]*)>)?/gsu)) {
    if (!token.startsWith('(')) continue
    count++
    if (name !== undefined) names.set(name, count)
  }
  return count
}
