import { ExpressionProblem, type Expression } from './expression'
import { tokensOf, type Token } from './tokens'

/** How tightly what follows binds. */
const BINDING: Readonly<Record<string, number>> = {
  '|': 1,
  '||': 2,
  '&&': 3,
  '==': 5,
  '!=': 5,
  '<': 5,
  '>': 5,
  '<=': 5,
  '>=': 5,
  '[]': 9,
  '*': 20,
  '[?': 21,
  '.': 40,
  '[': 55,
}

/** A projection ends at what binds less than this. */
const PROJECTION_ENDS = 10
const MAX_DEPTH = 60
const CURRENT: Expression = { kind: 'current' }

/** Reads an expression; throws ExpressionProblem with the reason when it is none. */
export function parseExpression(text: string): Expression {
  const parser = new ExpressionParser(tokensOf(text))
  const expression = parser.expression(0)
  parser.expectEnd()
  return expression
}

class ExpressionParser {
  private position = 0
  private depth = 0

  constructor(private readonly tokens: readonly Token[]) {}

  expectEnd(): void {
    if (this.position < this.tokens.length) throw new ExpressionProblem(`unexpected ${this.peek()}`)
  }

  expression(binding: number): Expression {
    if (++this.depth > MAX_DEPTH) throw new ExpressionProblem('nested too deeply')
    let left = this.first()
    while (binding < (BINDING[this.peek()] ?? 0)) left = this.next(left)
    this.depth--
    return left
  }

  private peek(ahead = 0): string {
    return this.tokens[this.position + ahead]?.type ?? 'end'
  }

  private take(): Token {
    const token = this.tokens[this.position++]
    if (token === undefined) throw new ExpressionProblem('it ends too early')
    return token
  }

  private expect(type: string): Token {
    const token = this.take()
    if (token.type !== type) throw new ExpressionProblem(`expected ${type}, found ${token.type}`)
    return token
  }

  /** What an expression can begin with. */
  private first(): Expression {
    const token = this.take()
    switch (token.type) {
      case 'identifier':
        return this.peek() === '(' ? this.call(String(token.value)) : { kind: 'field', name: String(token.value) }
      case 'literal':
        return { kind: 'literal', value: token.value }
      case '@':
        return CURRENT
      case '!':
        return { kind: 'not', of: this.expression(45) }
      case '&':
        return { kind: 'reference', of: this.expression(0) }
      case '(': {
        const inside = this.expression(0)
        this.expect(')')
        return inside
      }
      case '{':
        return this.hash()
      case '*':
        return this.projection('values', CURRENT)
      case '[]':
        return this.projection('flatten', CURRENT)
      case '[?':
        return this.filter(CURRENT)
      case '[':
        return this.bracket(CURRENT, true)
      default:
        throw new ExpressionProblem(`unexpected ${token.type}`)
    }
  }

  /** What can follow an expression. */
  private next(left: Expression): Expression {
    const { type } = this.take()
    switch (type) {
      case '.':
        if (this.peek() !== '*') return { kind: 'chain', left, right: this.member() }
        this.take()
        return this.projection('values', left)
      case '|':
        return { kind: 'pipe', left, right: this.expression(1) }
      case '||':
        return { kind: 'or', left, right: this.expression(2) }
      case '&&':
        return { kind: 'and', left, right: this.expression(3) }
      case '[]':
        return this.projection('flatten', left)
      case '[?':
        return this.filter(left)
      case '[':
        return this.bracket(left, false)
      case '*':
        return this.projection('values', left)
      default:
        return { kind: 'compare', operator: type, left, right: this.expression(5) }
    }
  }

  /** What can stand behind a dot. */
  private member(): Expression {
    const type = this.peek()
    if (type === 'identifier') return this.expression(40)
    this.take()
    if (type === '[') return this.list()
    if (type === '{') return this.hash()
    throw new ExpressionProblem(`unexpected ${type} behind a dot`)
  }

  /** `[0]`, `[*]`, `[1:2]`, and where nothing stands before it a list of expressions. */
  private bracket(left: Expression, isFirst: boolean): Expression {
    if (this.peek() === '*' && this.peek(1) === ']') {
      this.position += 2
      return this.projection('list', left)
    }
    if (this.peek() !== 'number' && this.peek() !== ':') {
      if (isFirst) return this.list()
      throw new ExpressionProblem(`unexpected ${this.peek()} in brackets`)
    }
    const numbers: (number | null)[] = [null, null, null]
    let count = 0
    while (this.peek() !== ']') {
      const token = this.take()
      if (token.type === ':') count++
      else if (token.type === 'number' && count < 3) numbers[count] = Number(token.value)
      else throw new ExpressionProblem(`unexpected ${token.type} in brackets`)
    }
    this.take()
    const [start = null, stop = null, step = null] = numbers
    if (count === 0) return { kind: 'chain', left, right: { kind: 'index', index: start ?? 0 } }
    const slice: Expression = { kind: 'chain', left, right: { kind: 'slice', start, stop, step: step ?? 1 } }
    return this.projection('list', slice)
  }

  private list(): Expression {
    return { kind: 'list', items: this.separated(']', () => this.expression(0)) }
  }

  private hash(): Expression {
    const members = this.separated('}', (): [string, Expression] => {
      const name = String(this.expect('identifier').value)
      this.expect(':')
      return [name, this.expression(0)]
    })
    return { kind: 'hash', members }
  }

  private call(name: string): Expression {
    this.take()
    return { kind: 'call', name, args: this.separated(')', () => this.expression(0)) }
  }

  private separated<T>(end: string, read: () => T): T[] {
    const items: T[] = []
    while (this.peek() !== end) {
      items.push(read())
      if (this.peek() !== end) this.expect(',')
    }
    this.take()
    return items
  }

  private filter(left: Expression): Expression {
    const filter = this.expression(0)
    this.expect(']')
    return { kind: 'projection', over: 'list', left, filter, right: this.projected() }
  }

  private projection(over: 'list' | 'values' | 'flatten', left: Expression): Expression {
    return { kind: 'projection', over, left, filter: null, right: this.projected() }
  }

  /** What is done with each item of a projection. */
  private projected(): Expression {
    const type = this.peek()
    if ((BINDING[type] ?? 0) < PROJECTION_ENDS) return CURRENT
    if (type === '[') {
      this.take()
      return this.rest(this.bracket(CURRENT, false))
    }
    if (type === '[?') {
      this.take()
      return this.filter(CURRENT)
    }
    this.expect('.')
    if (this.peek() === '*') {
      this.take()
      return this.projection('values', CURRENT)
    }
    return this.rest(this.member())
  }

  private rest(left: Expression): Expression {
    let expression = left
    while ((BINDING[this.peek()] ?? 0) > PROJECTION_ENDS) expression = this.next(expression)
    return expression
  }
}
