import type { QueryProblems } from './query-problems'
import type { Token, TokenKind } from './token'

const SPACE = /\s/
const NAME = /[\p{L}@_][\p{L}\p{N}@._]*/uy
const NUMBER = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y
const UNIT = /[A-Za-z]+/y
const SYMBOLS = [
  '!=',
  '<=',
  '>=',
  '=~',
  '==',
  '<>',
  '&&',
  '||',
  '|',
  ',',
  '(',
  ')',
  '[',
  ']',
  '=',
  '<',
  '>',
  '+',
  '-',
  '*',
  '/',
  '%',
  '^',
  '!',
]
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }

/** The words of a query, read when they are asked for: what a slash means only the grammar knows. */
export class QueryLexer {
  private at = 0
  private ahead: Token | null = null

  constructor(
    readonly text: string,
    private readonly problems: QueryProblems,
  ) {}

  peek(): Token {
    return (this.ahead ??= this.read())
  }

  take(): Token {
    const token = this.peek()
    this.ahead = null
    return token
  }

  /** A pattern between slashes, its text without them; null when what comes next is none. */
  takePattern(): Token | null {
    const { from } = this.peek()
    if (this.text[from] !== '/') return null
    let end = from + 1
    while (end < this.text.length && this.text[end] !== '/' && this.text[end] !== '\n')
      end += this.text[end] === '\\' ? 2 : 1
    if (this.text[end] !== '/') {
      this.problems.fail({ from, to: this.text.length }, 'The pattern is not closed: put "/" at its end.')
    }
    this.ahead = null
    this.at = end + 1
    return { kind: 'string', text: this.text.slice(from + 1, end).replaceAll('\\/', '/'), from, to: end + 1 }
  }

  /** Go on behind the next `|` that separates commands; what cannot be read in between is passed over. */
  skipCommand(): void {
    if (this.ahead !== null) this.at = this.ahead.from
    this.ahead = null
    const rest =
      /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|(?<=(?:like|=~|parse\s+\S+)\s*)\/(?:[^/\\\n]|\\.)*\/|\|(?!\|)|#[^\n]*/gsu
    rest.lastIndex = this.at
    for (let found = rest.exec(this.text); found !== null; found = rest.exec(this.text)) {
      if (found[0] === '|') {
        this.at = found.index
        return
      }
    }
    this.at = this.text.length
  }

  private read(): Token {
    this.skipSpace()
    const from = this.at
    const character = this.text[from]
    if (character === undefined) return { kind: 'end', text: '', from, to: from }
    if (character === '"' || character === "'") return this.readString(character)
    if (character === '`') return this.readQuoted()
    const number = this.match(NUMBER)
    if (number !== null) return this.afterNumber(number, from)
    const name = this.match(NAME)
    if (name !== null) return this.token('name', name, from)
    const symbol = SYMBOLS.find((one) => this.text.startsWith(one, from))
    if (symbol === undefined) return this.refuse(character)
    this.at += symbol.length
    return this.token('symbol', symbol, from)
  }

  /** White space, and comments: from # to the end of the line. */
  private skipSpace(): void {
    while (this.at < this.text.length) {
      const character = this.text[this.at]!
      if (character === '#') this.at = this.endOfLine()
      else if (SPACE.test(character)) this.at++
      else if (this.text.startsWith('--', this.at) && this.isAtLineStart()) this.refuseDashes()
      else return
    }
  }

  private endOfLine(): number {
    const end = this.text.indexOf('\n', this.at)
    return end === -1 ? this.text.length : end
  }

  private isAtLineStart(): boolean {
    return this.text.slice(this.text.lastIndexOf('\n', this.at - 1) + 1, this.at).trim() === ''
  }

  private refuseDashes(): void {
    this.problems.error({ from: this.at, to: this.at + 2 }, 'Comments begin with "#", not with "--".', '#')
    this.at = this.endOfLine()
  }

  private afterNumber(number: string, from: number): Token {
    const unit = this.match(UNIT)
    return unit === null ? this.token('number', number, from) : this.token('amount', number + unit, from)
  }

  private readString(quote: string): Token {
    const from = this.at
    let text = ''
    for (let at = from + 1; at < this.text.length; at++) {
      const character = this.text[at]!
      if (character === quote) {
        this.at = at + 1
        return this.token('string', text, from)
      }
      if (character !== '\\') text += character
      else text += this.escaped(this.text[++at] ?? '')
    }
    return this.problems.fail({ from, to: this.text.length }, `The text is not closed: put ${quote} at its end.`)
  }

  /** A backslash before anything else stands for itself, as patterns in texts need it. */
  private escaped(character: string): string {
    if (character === '"' || character === "'" || character === '\\') return character
    return Object.hasOwn(ESCAPES, character) ? ESCAPES[character]! : `\\${character}`
  }

  private readQuoted(): Token {
    const from = this.at
    const end = this.text.indexOf('`', from + 1)
    if (end === -1)
      this.problems.fail({ from, to: this.text.length }, 'The field name is not closed: put ` at its end.')
    this.at = end + 1
    return this.token('quoted', this.text.slice(from + 1, end), from)
  }

  private refuse(character: string): never {
    const from = this.at
    const [name = character] = /^\S+?(?=[\s,|()]|$)/u.exec(this.text.slice(from)) ?? []
    this.at = from + 1
    const message = `"${character}" means nothing here. A field whose name has such characters is written in backticks.`
    return this.problems.fail({ from, to: from + 1 }, message, `\`${name}\``)
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0] ?? null
    if (found !== null) this.at += found.length
    return found
  }

  private token(kind: TokenKind, text: string, from: number): Token {
    return { kind, text, from, to: this.at }
  }
}
