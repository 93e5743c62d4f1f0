import type { AttributeValue } from '../attribute-value'
import type { DocumentPath } from '../document-path'
import type { Placeholders } from './placeholders'
import { RESERVED_WORDS } from './reserved-words'
import { invalid, syntaxError, tokensOf, type ExpressionName, type Token } from './tokens'

/** Brackets within brackets, so that an expression cannot use up the stack. */
const DEEPEST = 50

/** Goes through the tokens of one expression, and fills in its placeholders. */
export class TokenReader {
  readonly expression: ExpressionName
  private readonly text: string
  private readonly tokens: readonly Token[]
  private readonly placeholders: Placeholders
  private at = 0
  private depth = 0

  constructor(text: string, expression: ExpressionName, placeholders: Placeholders) {
    this.text = text
    this.expression = expression
    this.tokens = tokensOf(text, expression)
    this.placeholders = placeholders
  }

  /** The token `ahead` of the next one. */
  peek(ahead = 0): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)]!
  }

  next(): Token {
    const token = this.peek()
    this.at++
    return token
  }

  /** Goes past a symbol, or a word in any case, if it comes next. */
  accept(text: string): boolean {
    if (!this.isNext(text)) return false
    this.at++
    return true
  }

  isNext(text: string): boolean {
    const { kind, text: found } = this.peek()
    return (kind === 'symbol' || kind === 'word') && found.toUpperCase() === text
  }

  expect(text: string): void {
    if (!this.accept(text)) throw this.syntaxError()
  }

  expectEnd(): void {
    if (this.peek().kind !== 'end') throw this.syntaxError()
  }

  /** Where the next token has no place. */
  syntaxError(): Error {
    const before = this.tokens[this.at - 1] ?? this.peek()
    const near = this.text.slice(before.start, this.peek(1).end)
    return syntaxError(this.expression, this.peek().text, near)
  }

  invalid(problem: string): Error {
    return invalid(this.expression, problem)
  }

  /** Reads something that may hold more of its kind. */
  nested<T>(read: () => T): T {
    this.depth++
    if (this.depth > DEEPEST) throw this.invalid('The expression is nested too deeply')
    const result = read()
    this.depth--
    return result
  }

  /** "order.#lines[0]". */
  path(): DocumentPath {
    const path: [string, ...(string | number)[]] = [this.pathName()]
    for (;;) {
      if (this.accept('.')) path.push(this.pathName())
      else if (this.accept('[')) {
        const { kind, text } = this.peek()
        if (kind !== 'number' || text.length > 9) throw this.syntaxError()
        this.at++
        path.push(Number(text))
        this.expect(']')
      } else return path
    }
  }

  /** ":v". */
  value(): AttributeValue {
    if (this.peek().kind !== 'value') throw this.syntaxError()
    return this.placeholders.value(this.next().text, this.expression)
  }

  private pathName(): string {
    const { kind, text } = this.peek()
    if (kind === 'name') return this.placeholders.name(this.next().text, this.expression)
    if (kind !== 'word') throw this.syntaxError()
    if (RESERVED_WORDS.has(text.toUpperCase())) {
      throw this.invalid(`Attribute name is a reserved keyword; reserved keyword: ${text}`)
    }
    this.at++
    return text
  }
}
