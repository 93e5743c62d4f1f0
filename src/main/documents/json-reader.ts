import type { Diagnostic } from '@shared/diagnostic'
import type { LineIndex } from './line-index'
import { JsonTape } from './json-tape'
import type { JsonObject, JsonValue } from './source-tree'
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
  /** Where everything that was read stands. */
  readonly tape = new JsonTape()
  private at = 0
  /** Behind the colon that was read last. */
  private colonEnd = 0
  private depth = 0

  constructor(
    private readonly text: string,
    private readonly lines: LineIndex,
    private readonly maxDepth: number,
  ) {}

  readAll(): JsonValue {
    if (this.text.charCodeAt(0) === 0xfeff) this.at = 1
    this.skipSpace()
    const value = this.readValue(this.at, 0)
    this.skipSpace()
    if (this.at < this.text.length) this.fail(`${this.found()} after the end of the document. Remove it.`)
    return value
  }

  /** `keyStart` and `colonEnd` as the tape has them. */
  private readValue(keyStart: number, colonEnd: number): JsonValue {
    const start = this.at
    const entry = this.tape.open(keyStart, colonEnd, start)
    const value = this.readKind(this.text.charCodeAt(start))
    this.tape.close(entry, this.at)
    return value
  }

  private readKind(code: number): JsonValue {
    if (code === 0x22) return this.readString()
    if (code === 0x7b) return this.readObject()
    if (code === 0x5b) return this.readArray()
    return this.readNumber() ?? this.readWord()
  }

  private readObject(): JsonObject {
    this.enter()
    const value: Record<string, JsonValue> = {}
    for (let isMore = this.hasMembers(0x7d); isMore; isMore = this.hasNextMember('}', 0x7d)) {
      const keyStart = this.at
      const key = this.readKey()
      const member = this.readValue(keyStart, this.colonEnd)
      if (key === '__proto__') this.reportUnsafe(keyStart)
      else {
        if (Object.hasOwn(value, key)) this.reportDuplicate(key, keyStart)
        value[key] = member
      }
    }
    this.depth--
    return value
  }

  /** Goes to the value after the colon. */
  private readKey(): string {
    if (this.text.charCodeAt(this.at) !== 0x22) this.fail(`${this.found()} where a key in double quotes must stand.`)
    const key = this.readString()
    this.skipSpace()
    if (this.text.charCodeAt(this.at) !== 0x3a) this.fail(`${this.found()} where the colon after "${key}" must stand.`)
    this.colonEnd = ++this.at
    this.skipSpace()
    return key
  }

  private readArray(): JsonValue {
    this.enter()
    const value: JsonValue[] = []
    for (let isMore = this.hasMembers(0x5d); isMore; isMore = this.hasNextMember(']', 0x5d)) {
      value.push(this.readValue(this.at, 0))
    }
    this.depth--
    return value
  }

  private enter(): void {
    if (++this.depth <= this.maxDepth) return
    const message = `Nested deeper than ${this.maxDepth} levels. Documents of that depth are not read.`
    throw new JsonSyntaxProblem('text/too-deep', message, this.at)
  }

  /** Goes behind the opening bracket, and behind the closing one when nothing stands between. */
  private hasMembers(closing: number): boolean {
    this.at++
    this.skipSpace()
    if (this.text.charCodeAt(this.at) !== closing) return true
    this.at++
    return false
  }

  /** Goes behind the comma after a member, or behind the closing bracket. */
  private hasNextMember(closing: string, closingCode: number): boolean {
    this.skipSpace()
    const comma = this.at
    const code = this.text.charCodeAt(comma)
    this.at++
    if (code === closingCode) return false
    if (code !== 0x2c) {
      this.at = comma
      this.fail(`${this.found()} where a comma or "${closing}" must stand.`)
    }
    this.skipSpace()
    if (this.text.charCodeAt(this.at) !== closingCode) return true
    this.at = comma
    return this.fail(`A comma before "${closing}". JSON allows none after the last member; remove it.`)
  }

  private readString(): string {
    const { text, at: start } = this
    const { length } = text
    let hasEscapes = false
    for (let at = start + 1; at < length; at++) {
      const code = text.charCodeAt(at)
      if (code === 0x22) {
        this.at = at + 1
        return hasEscapes ? this.unescape(start) : text.slice(start + 1, at)
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

  private reportUnsafe(keyStart: number): void {
    const message = 'A key named "__proto__" is not read. Rename it.'
    this.diagnostics.push(textDiagnostic('text/unsafe-key', message, this.lines.at(keyStart)))
  }

  private reportDuplicate(key: string, keyStart: number): void {
    const message = `The key "${key}" stands more than once in the same object; the last one counts. Remove the others.`
    this.diagnostics.push(textDiagnostic('text/duplicate-key', message, this.lines.at(keyStart), 'warning'))
  }

  private skipSpace(): void {
    const { text } = this
    let { at } = this
    // What charCodeAt has behind the end is no space.
    for (let code = text.charCodeAt(at); code <= 0x20; code = text.charCodeAt(++at)) {
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) break
    }
    this.at = at
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
