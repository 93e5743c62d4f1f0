import { complement, union } from '../../../validation/pattern/code-points'
import { anyCharacter, foldSet, property, VERTICAL_BLANKS } from './character-sets'
import { parseClass } from './parse-regex-class'
import { parseCharacterEscape, parseSetEscape } from './parse-regex-escape'
import { flagChange, foldingOf, NO_FLAGS, type RegexFlags } from './regex-flags'
import { lengthOf } from './regex-length'
import { NOTHING, type ParsedRegex, type Place, type RegexNode, type RepeatMode } from './regex-node'
import { codeOf, isDigit, isLetter, letterOf, RegexSource } from './regex-source'

/** Groups within groups: more than this is no pattern anyone reads. */
const MAX_DEPTH = 200
const INT_MAX = 2_147_483_647

const BACKSLASH = codeOf('\\')
const OPEN = codeOf('(')
const CLOSE = codeOf(')')
const BAR = codeOf('|')
const BRACKET = codeOf('[')
const BRACE = codeOf('{')
const HYPHEN = codeOf('-')
const CARET = codeOf('^')

/**
 * Parse a pattern as `java.util.regex.Pattern` of JDK 17 reads it.
 * Errors: JavaException `java.util.regex.PatternSyntaxException`.
 * Departure: `\N{name}` and `\b{g}` are refused, `\X` takes a letter with its marks.
 */
export function parseRegex(pattern: string): ParsedRegex {
  return new RegexParser(pattern).parse()
}

class RegexParser {
  private readonly source: RegexSource
  private readonly groupNames = new Map<string, number>()
  private hasSupplementary = false
  private groupCount = 0
  private depth = 0
  private flags = NO_FLAGS

  constructor(pattern: string) {
    this.source = new RegexSource(pattern)
  }

  parse(): ParsedRegex {
    const node = this.parseChoice()
    if (!this.source.isAtEnd) this.source.fail("Unmatched closing ')'")
    return { node, groupCount: this.groupCount, groupNames: this.groupNames, hasSupplementary: this.hasSupplementary }
  }

  private setFlags(flags: RegexFlags): void {
    this.flags = flags
    this.source.isFree = flags.isFree
  }

  private parseChoice(): RegexNode {
    if (++this.depth > MAX_DEPTH) this.source.fail('Groups are nested too deep')
    const options = [this.parseSequence()]
    while (this.source.takeIf('|')) options.push(this.parseSequence())
    this.depth--
    return options.length === 1 ? options[0]! : { kind: 'choice', options }
  }

  private parseSequence(): RegexNode {
    const parts: RegexNode[] = []
    while (!this.source.isAtEnd) {
      if (!this.source.isQuoted) {
        const code = this.source.peek()
        if (code === BAR || code === CLOSE) break
        if (code === codeOf('*') || code === codeOf('+') || code === codeOf('?')) {
          this.source.fail(`Dangling meta character '${String.fromCharCode(code)}'`)
        }
      }
      parts.push(this.parseRepeated())
    }
    return parts.length === 1 ? parts[0]! : { kind: 'sequence', parts }
  }

  private parseRepeated(): RegexNode {
    // A brace that follows a count repeats nothing: that is how Java reads `a{2}{3}`.
    const node = !this.source.isQuoted && this.source.peek() === BRACE ? NOTHING : this.parseAtom()
    if (node === null) return NOTHING
    const counts = this.parseQuantifier()
    return counts === null ? node : this.withMode(node, ...counts)
  }

  private parseQuantifier(): [min: number, max: number] | null {
    if (this.source.takeIf('*')) return [0, Infinity]
    if (this.source.takeIf('+')) return [1, Infinity]
    if (this.source.takeIf('?')) return [0, 1]
    return this.source.takeIf('{') ? this.parseCounts() : null
  }

  private withMode(body: RegexNode, min: number, max: number): RegexNode {
    const mode: RepeatMode = this.source.takeIf('?') ? 'lazy' : this.source.takeIf('+') ? 'possessive' : 'greedy'
    return { kind: 'repeat', body, min, max, mode }
  }

  /** After the brace: `2}`, `2,}` or `2,5}`. */
  private parseCounts(): [min: number, max: number] {
    const { source } = this
    if (!isDigit(source.peekAt(0))) source.fail('Illegal repetition')
    const min = this.parseCount()
    let max = min
    if (source.peekAt(0) === codeOf(',')) {
      source.takeExactly()
      max = isDigit(source.peekAt(0)) ? this.parseCount() : Infinity
    }
    if (source.peekAt(0) !== codeOf('}')) source.fail('Unclosed counted closure')
    if (max < min) source.fail('Illegal repetition range')
    source.takeExactly()
    return [min, max]
  }

  private parseCount(): number {
    const count = Number(this.source.takeWhile(isDigit))
    if (count > INT_MAX) this.source.fail('Illegal repetition range')
    return count
  }

  private parseAtom(): RegexNode | null {
    const { source } = this
    if (source.isQuoted) return this.character(source.take())
    const code = source.take()
    switch (code) {
      case OPEN:
        return this.parseGroup()
      case BRACKET:
        return { kind: 'set', set: parseClass(source, this.flags) }
      case BACKSLASH:
        return this.parseEscape()
      case CARET:
        return this.place(this.flags.isMultiline ? 'line start' : 'text start')
      case codeOf('$'):
        return this.place(this.flags.isMultiline ? 'line end' : 'last line end')
      case codeOf('.'):
        return { kind: 'set', set: anyCharacter(this.flags.isDotAll, this.flags.isUnixLines) }
      default:
        return this.character(code)
    }
  }

  private place(place: Place): RegexNode {
    const { isUnixLines, isUnicode } = this.flags
    return { kind: 'place', place, isUnixLines, isUnicode }
  }

  private character(code: number): RegexNode {
    if (code > 0xffff || (code >= 0xd800 && code <= 0xdfff)) this.hasSupplementary = true
    return { kind: 'set', set: foldSet([[code, code]], foldingOf(this.flags)) }
  }

  private parseGroup(): RegexNode | null {
    const { source } = this
    const outer = this.flags
    if (source.peekAt(0) !== codeOf('?')) {
      const index = ++this.groupCount
      return this.closeGroup(outer, (body) => ({ kind: 'capture', body, index }))
    }
    source.takeExactly()
    const code = source.takeExactly()
    switch (code) {
      case codeOf(':'):
        return this.closeGroup(outer, (body) => ({ kind: 'group', body }))
      case codeOf('>'):
        return this.closeGroup(outer, (body) => ({ kind: 'atomic', body }))
      case codeOf('='):
      case codeOf('!'):
        return this.closeLook(outer, false, code === codeOf('!'))
      case codeOf('<'):
        return this.parseAngle(outer)
      default:
        source.back()
        return this.parseFlags(outer)
    }
  }

  /** After `(?<`: a name or a look behind. */
  private parseAngle(outer: RegexFlags): RegexNode {
    const { source } = this
    const code = source.takeExactly()
    if (code === codeOf('=') || code === codeOf('!')) return this.closeLook(outer, true, code === codeOf('!'))
    if (!isLetter(code)) source.fail('capturing group name does not start with a Latin letter')
    source.back()
    const name = this.parseName()
    if (this.groupNames.has(name)) source.fail(`Named capturing group <${name}> is already defined`)
    const index = ++this.groupCount
    this.groupNames.set(name, index)
    return this.closeGroup(outer, (body) => ({ kind: 'capture', body, index }))
  }

  private parseName(): string {
    const name = this.source.takeWhile((code) => isLetter(code) || isDigit(code))
    if (this.source.takeExactly() !== codeOf('>')) this.source.fail("named capturing group is missing trailing '>'")
    return name
  }

  private closeLook(outer: RegexFlags, isBehind: boolean, isNegated: boolean): RegexNode {
    return this.closeGroup(outer, (body) => {
      const length = isBehind ? lengthOf(body) : null
      if (length?.isBounded === false) {
        this.source.fail('Look-behind group does not have an obvious maximum length')
      }
      return { kind: 'look', body, behind: length, isNegated }
    })
  }

  private closeGroup(outer: RegexFlags, make: (body: RegexNode) => RegexNode): RegexNode {
    const body = this.parseChoice()
    if (this.source.take() !== CLOSE) {
      this.source.back()
      this.source.fail('Unclosed group')
    }
    this.setFlags(outer)
    return make(body)
  }

  /** After `(?`: flags for the rest of the group, which are nothing to repeat, or for a group of their own. */
  private parseFlags(outer: RegexFlags): RegexNode | null {
    const { source } = this
    let flags = this.flags
    let isOff = false
    for (;;) {
      const code = source.takeExactly()
      if (code === CLOSE) {
        this.setFlags(flags)
        return null
      }
      if (code === codeOf(':')) {
        this.setFlags(flags)
        return this.closeGroup(outer, (body) => ({ kind: 'group', body }))
      }
      const change = flagChange(letterOf(code), isOff)
      if (code === HYPHEN && !isOff) {
        isOff = true
      } else if (change === null) {
        source.back()
        source.fail('Unknown inline modifier')
      } else {
        flags = { ...flags, ...change }
      }
    }
  }

  private parseEscape(): RegexNode {
    const { source } = this
    const code = source.peekAt(0)
    const place = PLACES[letterOf(code)]
    if (place !== undefined) {
      source.takeExactly()
      if (code === codeOf('b') && source.peekAt(0) === BRACE && source.peekAt(1) === codeOf('g'))
        source.fail('Illegal/unsupported escape sequence')
      return this.place(place)
    }
    if (code >= codeOf('1') && code <= codeOf('9')) return this.parseGroupNumber()
    if (code === codeOf('k')) return this.parseGroupReference()
    if (code === codeOf('R') || code === codeOf('X')) {
      source.takeExactly()
      return code === codeOf('R') ? LINE_BREAK : graphemeCluster()
    }
    const set = parseSetEscape(source, this.flags)
    return set === null ? this.character(parseCharacterEscape(source)) : { kind: 'set', set }
  }

  /** `\12` is group 12 if there have been so many, else group 1 and a "2". */
  private parseGroupNumber(): RegexNode {
    const { source } = this
    let index = source.takeExactly() - codeOf('0')
    while (isDigit(source.peekAt(0))) {
      const longer = index * 10 + source.peekAt(0) - codeOf('0')
      if (longer > this.groupCount) break
      index = longer
      source.takeExactly()
    }
    return { kind: 'backreference', index, folding: foldingOf(this.flags) }
  }

  private parseGroupReference(): RegexNode {
    const { source } = this
    source.takeExactly()
    if (source.takeExactly() !== codeOf('<')) source.fail("\\k is not followed by '<' for named capturing group")
    const name = this.parseName()
    const index = this.groupNames.get(name)
    if (index === undefined) return source.fail(`named capturing group <${name}> does not exist`)
    return { kind: 'backreference', index, folding: foldingOf(this.flags) }
  }
}

const PLACES: Readonly<Record<string, Place>> = {
  A: 'text start',
  B: 'no word boundary',
  b: 'word boundary',
  G: 'previous match end',
  Z: 'last line end',
  z: 'text end',
}

const LINE_BREAK: RegexNode = {
  kind: 'choice',
  options: [
    {
      kind: 'sequence',
      parts: [
        { kind: 'set', set: [[0x0d, 0x0d]] },
        { kind: 'set', set: [[0x0a, 0x0a]] },
      ],
    },
    { kind: 'set', set: VERTICAL_BLANKS },
  ],
}

/** A line break, or a character with the marks that follow it. */
function graphemeCluster(): RegexNode {
  const marks = union(property('M'), [[0x200d, 0x200d]])
  const cluster: RegexNode = {
    kind: 'sequence',
    parts: [
      { kind: 'set', set: complement([]) },
      { kind: 'repeat', body: { kind: 'set', set: marks }, min: 0, max: Infinity, mode: 'greedy' },
    ],
  }
  return { kind: 'atomic', body: { kind: 'choice', options: [LINE_BREAK, cluster] } }
}
