import type { TemplateProblemCode, TextSpan } from '@shared/contract/template'
import { ParseFailure } from './parse-failure'
import { Kind, type Token } from './token'
import { Tokenizer } from './tokenizer'

/** Deeper nesting than any template has; keeps hostile input from using up the stack. */
const DEPTH_LIMIT = 200

/** Steps of looking ahead in one template; nested lists in arguments could otherwise be scanned over and over. */
const SCAN_LIMIT = 200_000

/**
 * The tokens of a template as the parser walks them. A token is made only when somebody looks at it, in the same order in which Velocity's
 * parser looks, because what a directive is decides how the text after it is cut.
 */
export class TokenStream {
  readonly tokenizer: Tokenizer
  /** The token consumed last. */
  last: Token
  #depth = 0
  #scans = 0

  constructor(source: string, base: number) {
    this.tokenizer = new Tokenizer(source, base)
    this.last = { kind: Kind.Text, image: '', start: base, end: base, special: null, next: null }
  }

  /** The token after this one. */
  after(token: Token): Token {
    return (token.next ??= this.tokenizer.next())
  }

  peek(): Token {
    return this.after(this.last)
  }

  take(): Token {
    this.last = this.peek()
    return this.last
  }

  /** Take the next token if it is of this kind. */
  accept(kind: Kind): boolean {
    if (this.peek().kind !== kind) return false
    this.take()
    return true
  }

  /** Throws `ParseFailure` when the next token is another one. `what` completes "... is expected here". */
  expect(kind: Kind, code: TemplateProblemCode, what: string): Token {
    const token = this.peek()
    if (token.kind === kind) return this.take()
    throw this.failure(code, `${what} is expected here, not ${describeToken(token)}.${this.#hint(token)}`, token)
  }

  /** What people usually meant. */
  #hint(token: Token): string {
    const isNumber = token.kind === Kind.IntegerLiteral || token.kind === Kind.FloatLiteral
    if (isNumber && token.image.startsWith('-')) return ' A minus needs a blank on both sides.'
    if (this.last.kind === Kind.StringLiteral && this.last.image.at(-2) === '\\') {
      return ' A backslash does not keep a quote from ending the string: write the quote twice.'
    }
    if (token.kind === Kind.Assign) return ' Compare with "==".'
    return ''
  }

  failure(code: TemplateProblemCode, message: string, at: TextSpan): ParseFailure {
    return new ParseFailure(code, message, { start: at.start, end: at.end })
  }

  /** Run a rule that may contain itself. */
  nested<T>(rule: () => T): T {
    if (this.#depth >= DEPTH_LIMIT) {
      const at = this.last
      throw this.failure('template/nested-too-deeply', `This is nested more than ${DEPTH_LIMIT} levels deep.`, at)
    }
    this.#depth++
    try {
      return rule()
    } finally {
      this.#depth--
    }
  }

  countScan(at: Token): void {
    if (++this.#scans > SCAN_LIMIT) {
      throw this.failure('template/too-complex', 'The lists and calls nested here are too many to read.', at)
    }
  }

  /** Forget the tokens read ahead and go on in plain text at `offset`. */
  restartAt(offset: number): void {
    this.tokenizer.restartAt(offset)
    this.last = { kind: Kind.Text, image: '', start: offset, end: offset, special: null, next: null }
  }
}

/** A token in the words of a message. */
export function describeToken({ kind, image }: Token): string {
  if (kind === Kind.Eof) return 'the end of the template'
  const text = image.trim()
  return text === '' ? 'a blank' : `"${text.length > 30 ? `${text.slice(0, 30)}…` : text}"`
}
