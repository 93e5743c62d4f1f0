import { complement, union, type CodePoints } from '../../../validation/pattern/code-points'
import { anyCharacter, foldSet, intersection, property, shorthandSet, VERTICAL_BLANKS } from './character-sets'
import type { Folding, ParsedRegex, Place, RegexNode, RepeatMode } from './regex-node'
import { NOTHING } from './regex-node'
import { lengthOf } from './regex-length'
import { propertySet } from './regex-property'
import { END, RegexSource } from './regex-source'

/** Groups within groups: more than this is no pattern anyone reads. */
const MAX_DEPTH = 200
const INT_MAX = 2_147_483_647

interface Flags {
  readonly isCaseIgnored: boolean
  readonly isUnicodeCase: boolean
  readonly isMultiline: boolean
  readonly isDotAll: boolean
  readonly isUnixLines: boolean
  readonly isFree: boolean
  readonly isUnicode: boolean
}

const NO_FLAGS: Flags = {
  isCaseIgnored: false,
  isUnicodeCase: false,
  isMultiline: false,
  isDotAll: false,
  isUnixLines: false,
  isFree: false,
  isUnicode: false,
}

const FLAG_LETTERS: Readonly<Record<string, Partial<Flags>>> = {
  i: { isCaseIgnored: true },
  u: { isUnicodeCase: true },
  m: { isMultiline: true },
  s: { isDotAll: true },
  d: { isUnixLines: true },
  x: { isFree: true },
  U: { isUnicode: true, isUnicodeCase: true },
  c: {},
}

const CODE = (character: string): number => character.charCodeAt(0)
const BACKSLASH = CODE('\\')
const OPEN = CODE('(')
const CLOSE = CODE(')')
const BAR = CODE('|')
const BRACKET = CODE('[')
const CLOSE_BRACKET = CODE(']')
const BRACE = CODE('{')
const AMPERSAND = CODE('&')
const HYPHEN = CODE('-')
const CARET = CODE('^')

const CHARACTER_ESCAPES: Readonly<Record<string, number>> = { a: 7, e: 0x1b, f: 0x0c, n: 0x0a, r: 0x0d, t: 0x09 }

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

  private setFlags(flags: Flags): void {
    this.flags = flags
    this.source.isFree = flags.isFree
  }

  private get folding(): Folding {
    if (!this.flags.isCaseIgnored) return 'none'
    return this.flags.isUnicodeCase ? 'unicode' : 'ascii'
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
        if (code === CODE('*') || code === CODE('+') || code === CODE('?')) {
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
    if (source.peekAt(0) === CODE(',')) {
      source.takeExactly()
      max = isDigit(source.peekAt(0)) ? this.parseCount() : Infinity
    }
    if (source.peekAt(0) !== CODE('}')) source.fail('Unclosed counted closure')
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
        return { kind: 'set', set: this.parseClass() }
      case BACKSLASH:
        return this.parseEscape()
      case CARET:
        return this.place(this.flags.isMultiline ? 'line start' : 'text start')
      case CODE('$'):
        return this.place(this.flags.isMultiline ? 'line end' : 'last line end')
      case CODE('.'):
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
    return { kind: 'set', set: foldSet([[code, code]], this.folding) }
  }

  private parseGroup(): RegexNode | null {
    const { source } = this
    const outer = this.flags
    if (source.peekAt(0) !== CODE('?')) {
      const index = ++this.groupCount
      return this.closeGroup(outer, (body) => ({ kind: 'capture', body, index }))
    }
    source.takeExactly()
    const code = source.takeExactly()
    switch (code) {
      case CODE(':'):
        return this.closeGroup(outer, (body) => ({ kind: 'group', body }))
      case CODE('>'):
        return this.closeGroup(outer, (body) => ({ kind: 'atomic', body }))
      case CODE('='):
      case CODE('!'):
        return this.closeLook(outer, false, code === CODE('!'))
      case CODE('<'):
        return this.parseAngle(outer)
      default:
        source.back()
        return this.parseFlags(outer)
    }
  }

  /** After `(?<`: a name or a look behind. */
  private parseAngle(outer: Flags): RegexNode {
    const { source } = this
    const code = source.takeExactly()
    if (code === CODE('=') || code === CODE('!')) return this.closeLook(outer, true, code === CODE('!'))
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
    if (this.source.takeExactly() !== CODE('>')) this.source.fail("named capturing group is missing trailing '>'")
    return name
  }

  private closeLook(outer: Flags, isBehind: boolean, isNegated: boolean): RegexNode {
    return this.closeGroup(outer, (body) => {
      const length = isBehind ? lengthOf(body) : null
      if (length?.isBounded === false) {
        this.source.fail('Look-behind group does not have an obvious maximum length')
      }
      return { kind: 'look', body, behind: length, isNegated }
    })
  }

  private closeGroup(outer: Flags, make: (body: RegexNode) => RegexNode): RegexNode {
    const body = this.parseChoice()
    if (this.source.take() !== CLOSE) {
      this.source.back()
      this.source.fail('Unclosed group')
    }
    this.setFlags(outer)
    return make(body)
  }

  /** After `(?`: flags for the rest of the group, which are nothing to repeat, or for a group of their own. */
  private parseFlags(outer: Flags): RegexNode | null {
    const { source } = this
    let flags = this.flags
    let isOff = false
    for (;;) {
      const code = source.takeExactly()
      if (code === CLOSE) {
        this.setFlags(flags)
        return null
      }
      if (code === CODE(':')) {
        this.setFlags(flags)
        return this.closeGroup(outer, (body) => ({ kind: 'group', body }))
      }
      const change = code === END ? undefined : own(FLAG_LETTERS, String.fromCodePoint(code))
      if (code === HYPHEN && !isOff) {
        isOff = true
      } else if (change === undefined) {
        source.back()
        source.fail('Unknown inline modifier')
      } else {
        flags = { ...flags, ...(isOff ? switchedOff(change) : change) }
      }
    }
  }

  /** After the opening bracket. */
  private parseClass(): CodePoints {
    if (++this.depth > MAX_DEPTH) this.source.fail('Character classes are nested too deep')
    const isNegated = this.source.takeIf('^')
    const set = this.parseMembers()
    this.source.take()
    this.depth--
    return isNegated ? complement(set) : set
  }

  /** Up to the closing bracket, which is left. */
  private parseMembers(): CodePoints {
    const { source } = this
    let set: CodePoints | null = null
    for (;;) {
      if (source.isAtEnd) source.fail('Unclosed character class')
      const code = source.peek()
      if (code === CLOSE_BRACKET && set !== null) return set
      if (code === BRACKET) {
        source.take()
        set = union(set ?? [], this.parseClass())
      } else if (code === AMPERSAND && source.peekAt(1) === AMPERSAND) {
        source.take()
        source.take()
        set = this.intersect(set)
      } else {
        set = union(set ?? [], this.parseRange())
      }
    }
  }

  /** After `&&`: what is right of it, up to the end or to the next `&&`. */
  private intersect(left: CodePoints | null): CodePoints {
    const { source } = this
    let right: CodePoints | null = null
    while (!source.isAtEnd && source.peek() !== CLOSE_BRACKET && source.peek() !== AMPERSAND) {
      if (source.peek() === BRACKET) {
        source.take()
        right = union(right ?? [], this.parseClass())
      } else {
        right = union(right ?? [], this.parseMembers())
      }
    }
    if (left === null && right === null) source.fail('Bad class syntax')
    if (left === null) return right!
    return right === null ? left : intersection(left, right)
  }

  /** A character, an escape such as `\d`, or a range of characters. */
  private parseRange(): CodePoints {
    const { source } = this
    const first = this.parseMember()
    if (typeof first !== 'number') return first
    if (source.peek() !== HYPHEN) return this.fold([[first, first]])
    const after = source.peekAt(1)
    if (after === BRACKET || after === CLOSE_BRACKET) return this.fold([[first, first]])
    source.take()
    if (source.isAtEnd) source.fail('Unclosed character class')
    const last = this.parseMember()
    if (typeof last !== 'number' || last < first) return source.fail('Illegal character range')
    return this.fold([[first, last]])
  }

  private fold(set: CodePoints): CodePoints {
    return foldSet(set, this.folding)
  }

  private parseMember(): number | CodePoints {
    const { source } = this
    if (source.isQuoted || source.peek() !== BACKSLASH) return source.take()
    source.take()
    return this.parseSetEscape() ?? this.parseCharacterEscape()
  }

  private parseEscape(): RegexNode {
    const { source } = this
    const code = source.peekAt(0)
    const place = PLACES[letterOf(code)]
    if (place !== undefined) {
      source.takeExactly()
      if (code === CODE('b') && source.peekAt(0) === BRACE && source.peekAt(1) === CODE('g')) source.fail('Illegal/unsupported escape sequence')
      return this.place(place)
    }
    if (code >= CODE('1') && code <= CODE('9')) return this.parseGroupNumber()
    if (code === CODE('k')) return this.parseGroupReference()
    if (code === CODE('R') || code === CODE('X')) {
      source.takeExactly()
      return code === CODE('R') ? LINE_BREAK : graphemeCluster()
    }
    const set = this.parseSetEscape()
    return set === null ? this.character(this.parseCharacterEscape()) : { kind: 'set', set }
  }

  /** `\12` is group 12 if there have been so many, else group 1 and a "2". */
  private parseGroupNumber(): RegexNode {
    const { source } = this
    let index = source.takeExactly() - CODE('0')
    while (isDigit(source.peekAt(0))) {
      const longer = index * 10 + source.peekAt(0) - CODE('0')
      if (longer > this.groupCount) break
      index = longer
      source.takeExactly()
    }
    return { kind: 'backreference', index, folding: this.folding }
  }

  private parseGroupReference(): RegexNode {
    const { source } = this
    source.takeExactly()
    if (source.takeExactly() !== CODE('<')) source.fail("\\k is not followed by '<' for named capturing group")
    const name = this.parseName()
    const index = this.groupNames.get(name)
    if (index === undefined) return source.fail(`named capturing group <${name}> does not exist`)
    return { kind: 'backreference', index, folding: this.folding }
  }

  /** `\d`, `\p{Lower}` and the like; null when something else follows. */
  private parseSetEscape(): CodePoints | null {
    const { source } = this
    const letter = letterOf(source.peekAt(0))
    if (letter === 'p' || letter === 'P') return this.parseProperty(letter === 'P')
    const set = letter === '' ? null : shorthandSet(letter, this.flags.isUnicode)
    if (set !== null) source.takeExactly()
    return set
  }

  private parseProperty(isNegated: boolean): CodePoints {
    const { source } = this
    source.takeExactly()
    let name = letterOf(source.takeExactly())
    if (name === '{') {
      name = source.takeWhile((code) => code !== CODE('}') && code !== END)
      if (source.takeExactly() === END) source.fail('Unclosed character family')
      if (name === '') source.fail('Empty character family')
    }
    const set = propertySet(name, this.flags.isUnicode, this.flags.isCaseIgnored)
    if (set === null) return source.fail(`Unknown character property name {${name}}`)
    return isNegated ? complement(set) : set
  }

  /** After the backslash: one character, as in `\n`, `\x41`, `\u00e9`, `\cJ`, `\0101` or `\.`. */
  private parseCharacterEscape(): number {
    const { source } = this
    const code = source.takeExactly()
    if (code === END) source.fail('Unexpected internal error')
    const letter = letterOf(code)
    const known = own(CHARACTER_ESCAPES, letter)
    if (known !== undefined) return known
    if (letter === '0') return this.parseOctal()
    if (letter === 'x') return this.parseHex()
    if (letter === 'u') return this.parseUnicode()
    if (letter === 'c') {
      const control = source.takeExactly()
      return control === END ? source.fail('Illegal control escape sequence') : control ^ 64
    }
    if (isLetter(code) || isDigit(code)) source.fail('Illegal/unsupported escape sequence')
    return code
  }

  private parseOctal(): number {
    const digits = this.source.takeWhile((code) => code >= CODE('0') && code <= CODE('7'), 3)
    if (digits === '') this.source.fail('Illegal octal escape sequence')
    if (digits.length < 3 || digits < '400') return Number.parseInt(digits, 8)
    this.source.back()
    return Number.parseInt(digits.slice(0, 2), 8)
  }

  private parseHex(): number {
    const { source } = this
    if (source.peekAt(0) === BRACE) {
      source.takeExactly()
      const digits = source.takeWhile(isHexDigit)
      if (Number.parseInt(digits, 16) > 0x10ffff) source.fail('Hexadecimal codepoint is too big')
      if (digits === '' || source.takeExactly() !== CODE('}')) source.fail('Unclosed hexadecimal escape sequence')
      return Number.parseInt(digits, 16)
    }
    const digits = source.takeWhile(isHexDigit, 2)
    if (digits.length < 2) source.fail('Illegal hexadecimal escape sequence')
    return Number.parseInt(digits, 16)
  }

  private parseUnicode(): number {
    const { source } = this
    const first = this.parseUnit()
    if (first < 0xd800 || first > 0xdbff || source.peekAt(0) !== BACKSLASH || source.peekAt(1) !== CODE('u')) return first
    const before = source.position
    source.takeExactly()
    source.takeExactly()
    const second = this.parseUnit()
    if (second >= 0xdc00 && second <= 0xdfff) return ((first - 0xd800) << 10) + (second - 0xdc00) + 0x10000
    source.back(source.position - before)
    return first
  }

  private parseUnit(): number {
    const digits = this.source.takeWhile(isHexDigit, 4)
    if (digits.length < 4) this.source.fail('Illegal Unicode escape sequence')
    return Number.parseInt(digits, 16)
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

function switchedOff(change: Partial<Flags>): Partial<Flags> {
  return Object.fromEntries(Object.keys(change).map((name) => [name, false]))
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}

function isHexDigit(code: number): boolean {
  return isDigit(code) || (code >= 0x41 && code <= 0x46) || (code >= 0x61 && code <= 0x66)
}

/** "" at the end. */
function letterOf(code: number): string {
  return code === END ? '' : String.fromCodePoint(code)
}

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}
