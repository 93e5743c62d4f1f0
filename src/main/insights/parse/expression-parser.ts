import { nearest } from '@shared/did-you-mean'
import { insightsPattern } from '../pattern/insights-pattern'
import { EXACT_DIGITS, type Value } from '../values/value'
import { parseCall } from './parse-call'
import type { BinaryOperator, Expression, Like, Span } from './query'
import type { QueryLexer } from './query-lexer'
import type { QueryProblems } from './query-problems'
import { tokenText, type Token } from './token'

/** Expressions inside each other; deeper ones are refused, so that nothing that walks them can run out of stack. */
const MAX_DEPTH = 100

/** Operators of one command; a row of them is as deep as it is long. */
const MAX_OPERATORS = 1000

/** Names that stand for something else than a field. */
const KEYWORDS = new Set(['and', 'or', 'not', 'in', 'like', 'as', 'by', 'asc', 'desc'])

/** How others write it. */
const FOREIGN_OPERATORS: Readonly<Record<string, string>> = {
  '==': '=',
  '<>': '!=',
  '&&': 'and',
  '||': 'or',
  '!': 'not',
}

const COMPARISONS: readonly BinaryOperator[] = ['=', '!=', '<', '<=', '>', '>=']
/** From what binds loosest to what binds tightest. */
const SUMS: readonly BinaryOperator[] = ['+', '-']
const PRODUCTS: readonly BinaryOperator[] = ['*', '/', '%']

/** Reads expressions: `not` binds tighter than `and`, that tighter than `or`. Problems are noted; one that ends the command is thrown. */
export class ExpressionParser {
  /** Aggregates stand beside each other, not inside of one another. */
  allowsAggregates = true
  private depth = 0
  private operators = 0
  private lastEnd = 0

  constructor(
    readonly lexer: QueryLexer,
    readonly problems: QueryProblems,
  ) {}

  expression(): Expression {
    if (++this.depth > MAX_DEPTH)
      this.problems.fail(this.lexer.peek(), `Expressions are nested more than ${MAX_DEPTH} deep.`)
    const read = this.chain(['or'], () => this.chain(['and'], () => this.negation()))
    this.depth--
    return read
  }

  withoutAggregates<T>(read: () => T): T {
    const before = this.allowsAggregates
    this.allowsAggregates = false
    const result = read()
    this.allowsAggregates = before
    return result
  }

  /** `(a, b)`. */
  arguments(): readonly Expression[] {
    this.expect('(')
    if (this.takeIf(')')) return []
    const args = [this.expression()]
    while (this.takeIf(',')) args.push(this.expression())
    this.expect(')')
    return args
  }

  spanFrom(from: number): Span {
    return { from, to: this.lastEnd }
  }

  isNext(text: string): boolean {
    const token = this.lexer.peek()
    return (
      (token.kind === 'symbol' && token.text === text) || (token.kind === 'name' && token.text.toLowerCase() === text)
    )
  }

  take(): Token {
    const token = this.lexer.take()
    this.lastEnd = token.to
    return token
  }

  takeIf(text: string): boolean {
    if (!this.isNext(text)) return false
    this.take()
    return true
  }

  expect(text: string, message?: string): void {
    if (this.takeIf(text)) return
    const found = this.lexer.peek()
    this.problems.fail(found, message ?? `"${text}" is missing before ${tokenText(found)}.`)
  }

  private chain(operators: readonly BinaryOperator[], next: () => Expression): Expression {
    let left = next()
    for (;;) {
      this.refuseForeign()
      const operator = operators.find((one) => this.isNext(one))
      if (operator === undefined) return left
      this.take()
      const right = next()
      if (operator === '-') this.warnOfDash(left, right)
      left = this.joined(operator, left, right)
    }
  }

  /** `x-id` is most often meant as one name. */
  private warnOfDash(left: Expression, right: Expression): void {
    if (left.kind !== 'field' || right.kind !== 'field' || right.from !== left.to + 1) return
    const name = `${left.name}-${right.name}`
    const message = `${name} is ${left.name} minus ${right.name}. A field whose name has a dash is written in backticks.`
    this.problems.warn({ from: left.from, to: right.to }, message, `\`${name}\``)
  }

  private joined(operator: BinaryOperator, left: Expression, right: Expression): Expression {
    if (++this.operators > MAX_OPERATORS) {
      this.problems.fail(right, `A command has ${MAX_OPERATORS} operators at most.`)
    }
    return { kind: 'binary', operator, left, right, from: left.from, to: right.to }
  }

  private negation(): Expression {
    this.refuseForeign()
    if (!this.isNext('not')) return this.predicate()
    if (++this.depth > MAX_DEPTH)
      this.problems.fail(this.lexer.peek(), `Expressions are nested more than ${MAX_DEPTH} deep.`)
    const { from } = this.take()
    const operand = this.negation()
    this.depth--
    return { kind: 'not', operand, from, to: operand.to }
  }

  private predicate(): Expression {
    const left = this.sum()
    this.refuseForeign()
    const operator = COMPARISONS.find((one) => this.isNext(one))
    if (operator !== undefined) {
      this.take()
      return this.joined(operator, left, this.sum())
    }
    if (this.takeIf('=~')) return this.like(left, false)
    const isNegated = this.takeIf('not')
    if (this.takeIf('in')) return this.in(left, isNegated)
    if (this.takeIf('like')) return this.like(left, isNegated)
    if (isNegated) this.problems.fail(this.lexer.peek(), `"in" or "like" is missing after "not".`)
    return left
  }

  private in(operand: Expression, isNegated: boolean): Expression {
    this.expect('[', 'What follows "in" is a list in brackets, as in status in [404, 500].')
    const values: Value[] = []
    do values.push(this.literal())
    while (this.takeIf(','))
    this.expect(']')
    return { kind: 'in', operand, isNegated, values, from: operand.from, to: this.lastEnd }
  }

  private literal(): Value {
    const isNegative = this.takeIf('-')
    const token = this.take()
    if (token.kind === 'number') return isNegative ? `-${token.text}` : token.text
    if (token.kind === 'string') return token.text
    const word = token.kind === 'name' ? token.text.toLowerCase() : ''
    if (word === 'true' || word === 'false') return word === 'true'
    const suggestion = token.kind === 'name' ? `"${token.text}"` : undefined
    return this.problems.fail(token, `A list holds texts in quotes and numbers, not ${tokenText(token)}.`, suggestion)
  }

  private like(operand: Expression, isNegated: boolean): Expression {
    const like = this.likeOperand()
    return { kind: 'like', operand, isNegated, like, from: operand.from, to: this.lastEnd }
  }

  private likeOperand(): Like {
    const pattern = this.lexer.takePattern()
    if (pattern === null) {
      const token = this.take()
      if (token.kind === 'string') return { text: token.text }
      const message = `What follows "like" is a text in quotes or a pattern between slashes, not ${tokenText(token)}.`
      return this.problems.fail(token, message, token.kind === 'name' ? `"${token.text}"` : undefined)
    }
    this.lastEnd = pattern.to
    const compiled = insightsPattern(pattern.text)
    if (!('problem' in compiled)) return { pattern: compiled }
    this.problems.error(pattern, `The pattern /${pattern.text}/ cannot be used: ${compiled.problem}.`)
    return { text: pattern.text }
  }

  private sum(): Expression {
    return this.chain(SUMS, () => this.chain(PRODUCTS, () => this.signed()))
  }

  private signed(): Expression {
    if (!this.isNext('-')) return this.power()
    if (++this.depth > MAX_DEPTH)
      this.problems.fail(this.lexer.peek(), `Expressions are nested more than ${MAX_DEPTH} deep.`)
    const { from } = this.take()
    const operand = this.signed()
    this.depth--
    return { kind: 'negate', operand, from, to: operand.to }
  }

  /** Binds tightest, and from right to left. */
  private power(): Expression {
    const base = this.primary()
    if (!this.takeIf('^')) return base
    if (++this.depth > MAX_DEPTH)
      this.problems.fail(this.lexer.peek(), `Expressions are nested more than ${MAX_DEPTH} deep.`)
    const exponent = this.signed()
    this.depth--
    return this.joined('^', base, exponent)
  }

  private primary(): Expression {
    const token = this.lexer.peek()
    if (this.takeIf('(')) {
      const inner = this.expression()
      this.expect(')')
      return { ...inner, from: token.from, to: this.lastEnd }
    }
    if (token.kind === 'number' || token.kind === 'string') {
      const { kind, from, to, text } = this.take()
      const isExact = kind === 'number' && text.length <= EXACT_DIGITS
      return { kind: 'literal', value: isExact ? Number(text) : text, from, to }
    }
    if (token.kind === 'quoted') return this.field(this.take())
    if (token.kind === 'name' && !KEYWORDS.has(token.text.toLowerCase())) return this.named(this.take())
    return this.refuse(token)
  }

  private named(token: Token): Expression {
    if (this.isNext('(')) return parseCall(this, token)
    const word = token.text.toLowerCase()
    if (word === 'true' || word === 'false') {
      return { kind: 'literal', value: word === 'true', from: token.from, to: token.to }
    }
    if (this.isNext('[')) {
      const message = `Members of lists are written with a dot.`
      this.problems.fail(this.lexer.peek(), message, `${token.text}.0`)
    }
    return this.field(token)
  }

  private field({ text, from, to }: Token): Expression {
    return { kind: 'field', name: text, from, to }
  }

  private refuse(token: Token): never {
    if (token.kind === 'amount') {
      this.problems.fail(token, `"${token.text}" is a period, which stands in bin, datefloor and dateceil only.`)
    }
    return this.problems.fail(token, `A field, a value or a function is missing before ${tokenText(token)}.`)
  }

  /** "==" and the like, and words that may be meant as an operator. */
  private refuseForeign(): void {
    const token = this.lexer.peek()
    if (token.kind === 'symbol' && Object.hasOwn(FOREIGN_OPERATORS, token.text)) {
      this.problems.fail(token, `"${token.text}" is no operator of this language.`, FOREIGN_OPERATORS[token.text])
    }
  }

  /** What is wrong with something that stands where the expression, and the command, might end. */
  refuseRest(expected: readonly string[]): never {
    const token = this.lexer.peek()
    if (token.kind === 'name' && token.text.toLowerCase() === 'is') {
      this.problems.fail(token, 'Whether a field is there is asked with a function.', 'ispresent')
    }
    const meant = token.kind === 'name' ? nearest(token.text, expected) : undefined
    return this.problems.fail(token, `${tokenText(token)} is not expected here.`, meant)
  }
}
