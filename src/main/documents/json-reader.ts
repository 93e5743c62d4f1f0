import type { Diagnostic } from '@shared/diagnostic'
import type { LineIndex } from './line-index'
import type { JsonObject, JsonValue, SourceItem, SourceNode, SourcePair } from './source-tree'
import { textDiagnostic, type TextDiagnosticCode } from './text-diagnostic'

/** Ends the reading of one text; never leaves `readJson`. */
export class JsonSyntaxProblem extends Error {
  constructor(
    readonly code: TextDiagnosticCode,
    message: string,
    readonly offset: number,
  ) {
    super(message)
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORDS: readonly (readonly [string, boolean | null])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
]

/** A recursive-descent reader of one text, bounded in depth. */
export class JsonReader {
  readonly diagnostics: Diagnostic[] = []
  private at = 0
  private depth = 0

  constructor(
    private readonly text: string,
    private readonly lines: LineIndex,
    private readonly maxDepth: number,
  ) {}

  readAll(): SourceNode {
    if (this.text.charCodeAt(0) === 0xfeff) this.at = 1
    this.skipSpace()
    const root = this.readValue()
    this.skipSpace()
    if (this.at < this.text.length) this.fail(`${this.found()} after the end of the document. Remove it.`)
    return root
  }

  private readValue(): SourceNode {
    const character = this.text[this.at]
    if (character === '{') return this.nested(() => this.readObject())
    if (character === '[') return this.nested(() => this.readArray())
    const start = this.at
    const value = character === '"' ? this.readString() : (this.readNumber() ?? this.readWord())
    return { kind: 'scalar', value, isBlock: false, start, end: this.at }
  }

  private nested(read: () => SourceNode): SourceNode {
    if (++this.depth > this.maxDepth) {
      const message = `Nested deeper than ${this.maxDepth} levels. Documents of that depth are not read.`
      throw new JsonSyntaxProblem('text/too-deep', message, this.at)
    }
    const node = read()
    this.depth--
    return node
  }

  private readObject(): SourceNode {
    const start = this.at
    const pairs: SourcePair[] = []
    const value: Record<string, JsonValue> = {}
    this.readMembers('}', () => {
      const pair = this.readPair()
      if (pair.key === '__proto__') this.reportUnsafe(pair)
      else {
        if (Object.hasOwn(value, pair.key)) this.reportDuplicate(pair)
        value[pair.key] = pair.value.value
      }
      pairs.push(pair)
    })
    const result: JsonObject = value
    return { kind: 'map', value: result, isFlow: true, isIrregular: false, pairs, start, end: this.at }
  }

  private readPair(): SourcePair {
    const keyStart = this.at
    if (this.text[this.at] !== '"') this.fail(`${this.found()} where a key in double quotes must stand.`)
    const key = this.readString()
    this.skipSpace()
    if (this.text[this.at] !== ':') this.fail(`${this.found()} where the colon after "${key}" must stand.`)
    const colonEnd = ++this.at
    this.skipSpace()
    return { key, keyStart, colonEnd, value: this.readValue() }
  }

  private readArray(): SourceNode {
    const start = this.at
    const items: SourceItem[] = []
    this.readMembers(']', () => {
      items.push({ itemStart: this.at, value: this.readValue() })
    })
    const value = items.map((item) => item.value.value)
    return { kind: 'sequence', value, isFlow: true, items, start, end: this.at }
  }

  private readMembers(closing: string, readMember: () => void): void {
    this.at++
    this.skipSpace()
    if (this.text[this.at] === closing) {
      this.at++
      return
    }
    for (;;) {
      readMember()
      this.skipSpace()
      const comma = this.at
      if (this.text[this.at] === closing) break
      if (this.text[this.at] !== ',') this.fail(`${this.found()} where a comma or "${closing}" must stand.`)
      this.at++
      this.skipSpace()
      if (this.text[this.at] === closing) {
        this.at = comma
        this.fail(`A comma before "${closing}". JSON allows none after the last member; remove it.`)
      }
    }
    this.at++
  }

  private readString(): string {
    const start = this.at
    let hasEscapes = false
    for (let at = start + 1; at < this.text.length; at++) {
      const code = this.text.charCodeAt(at)
      if (code === 0x22) {
        this.at = at + 1
        return hasEscapes ? this.unescape(start) : this.text.slice(start + 1, at)
      }
      if (code === 0x5c) {
        hasEscapes = true
        at++
      } else if (code < 0x20) {
        this.at = at
        this.fail(`${this.found()} within a text in quotes. Close the quotes, or write it as \\n or \\u00XX.`)
      }
    }
    return this.fail('The text that begins here has no closing quote.')
  }

  private unescape(start: number): string {
    const literal = this.text.slice(start, this.at)
    const bad = /\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(literal.replaceAll('\\\\', '\u0000\u0000'))
    if (bad) {
      this.at = start + bad.index
      this.fail(`"${literal.slice(bad.index, bad.index + 2)}" is no escape of JSON. Write a backslash as \\\\.`)
    }
    const text: unknown = JSON.parse(literal)
    return String(text)
  }

  private readNumber(): number | null {
    NUMBER.lastIndex = this.at
    const literal = NUMBER.exec(this.text)?.[0]
    if (literal === undefined) return null
    const value = Number(literal)
    if (!Number.isFinite(value)) {
      const message = `${shorten(literal)} is beyond the largest number that can be held (about 1.8e308). Write a smaller one.`
      this.diagnostics.push(textDiagnostic('text/number-out-of-range', message, this.lines.at(this.at)))
    }
    this.at += literal.length
    return value
  }

  private readWord(): boolean | null {
    for (const [word, value] of WORDS) {
      if (!this.text.startsWith(word, this.at)) continue
      this.at += word.length
      return value
    }
    return this.fail(`${this.found()} where a value must stand.`)
  }

  private reportUnsafe(pair: SourcePair): void {
    const message = 'A key named "__proto__" is not read. Rename it.'
    this.diagnostics.push(textDiagnostic('text/unsafe-key', message, this.lines.at(pair.keyStart)))
  }

  private reportDuplicate(pair: SourcePair): void {
    const message = `The key "${pair.key}" stands more than once in the same object; the last one counts. Remove the others.`
    this.diagnostics.push(textDiagnostic('text/duplicate-key', message, this.lines.at(pair.keyStart), 'warning'))
  }

  private skipSpace(): void {
    for (; this.at < this.text.length; this.at++) {
      const code = this.text.charCodeAt(this.at)
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return
    }
  }

  private found(): string {
    const point = this.text.codePointAt(this.at)
    if (point === undefined) return 'The document ends'
    if (point === 0x0a || point === 0x0d) return 'A line break'
    return point < 0x21 ? `The character U+${point.toString(16).padStart(4, '0')}` : `"${String.fromCodePoint(point)}"`
  }

  private fail(message: string): never {
    throw new JsonSyntaxProblem('text/json-syntax', message, this.at)
  }
}

function shorten(literal: string): string {
  return literal.length > 30 ? `${literal.slice(0, 27)}...` : literal
}
