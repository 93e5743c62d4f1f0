import type { BinaryOperator, Expression, Reference, StringNode } from '../ast'
import { parseString } from './parse-string'
import { isRangeNext } from './scan-ahead'
import { Kind, type Token } from './token'
import { describeToken, type TokenStream } from './token-stream'
import { textBetween } from './token-text'

/** What the rules for expressions need from the rules for text: templates stand inside of strings. */
export interface ExpressionRules {
  readonly stream: TokenStream
  parseReference(): Reference
  /** The statements of a text between double quotes; `offset` is where its first character stands in the whole template. */
  parseInside(text: string, offset: number): StringNode['parts']
}

/** Each level binds tighter than the one before. */
const LEVELS: readonly ReadonlyMap<Kind, BinaryOperator>[] = [
  new Map([[Kind.Or, '||']]),
  new Map([[Kind.And, '&&']]),
  new Map([
    [Kind.Equal, '=='],
    [Kind.NotEqual, '!='],
  ]),
  new Map([
    [Kind.Less, '<'],
    [Kind.Greater, '>'],
    [Kind.LessOrEqual, '<='],
    [Kind.GreaterOrEqual, '>='],
  ]),
  new Map([
    [Kind.Plus, '+'],
    [Kind.Minus, '-'],
  ]),
  new Map([
    [Kind.Multiply, '*'],
    [Kind.Divide, '/'],
    [Kind.Modulo, '%'],
  ]),
]

/** What stands in `#set( = ...)`, `#if(...)` and between parentheses. */
export function parseExpression(rules: ExpressionRules): Expression {
  return rules.stream.nested(() => parseLevel(rules, 0).node)
}

/** An operand with the tokens it is written with. */
interface Operand {
  readonly node: Expression
  readonly first: Token
  readonly last: Token
}

function parseLevel(rules: ExpressionRules, level: number): Operand {
  const operators = LEVELS[level]
  if (operators === undefined) return parseUnary(rules)
  const { stream } = rules
  let left = parseLevel(rules, level + 1)
  for (;;) {
    const operator = operators.get(stream.peek().kind)
    if (operator === undefined) return left
    stream.take()
    // Velocity's node of an operator begins behind the operator: that is what it prints as its own text.
    const first = stream.peek()
    const right = parseLevel(rules, level + 1)
    const node: Expression = {
      kind: 'binary',
      operator,
      left: left.node,
      right: right.node,
      leftLiteral: textBetween(left.first, left.last),
      rightLiteral: textBetween(right.first, right.last),
      span: { start: left.node.span.start, end: right.node.span.end },
    }
    left = { node, first, last: stream.last }
  }
}

function parseUnary(rules: ExpressionRules): Operand {
  const { stream } = rules
  const first = stream.peek()
  const sign = first.kind === Kind.Whitespace ? stream.after(first) : first
  if (sign.kind !== Kind.Not) return parsePrimary(rules)
  while (stream.take() !== sign);
  const inner = stream.peek()
  const { node: operand } = stream.nested(() => parseUnary(rules))
  const span = { start: sign.start, end: operand.span.end }
  return { node: { kind: 'not', operand, span }, first: inner, last: stream.last }
}

function parsePrimary(rules: ExpressionRules): Operand {
  const { stream } = rules
  stream.accept(Kind.Whitespace)
  const first = stream.peek()
  const node = parseValue(rules)
  const last = stream.last
  stream.accept(Kind.Whitespace)
  return { node, first, last }
}

function parseValue(rules: ExpressionRules): Expression {
  const { stream } = rules
  if (stream.peek().kind !== Kind.ParenOpen) return parseOperand(rules, 'A value')
  const open = stream.take()
  const node = parseExpression(rules)
  stream.expect(Kind.ParenClose, 'template/unclosed-parenthesis', '")"')
  return { ...node, span: { start: open.start, end: stream.last.end } }
}

/** An argument of a method, an item of a list, a key or value of a map: no operators. */
export function parseParameter(rules: ExpressionRules): Expression {
  const { stream } = rules
  stream.accept(Kind.Whitespace)
  const node = parseOperand(rules, 'An argument')
  stream.accept(Kind.Whitespace)
  return node
}

/** A literal or a reference. `what` completes "... is expected here". */
export function parseOperand(rules: ExpressionRules, what: string): Expression {
  const { stream } = rules
  const token = stream.peek()
  const span = { start: token.start, end: token.end }
  switch (token.kind) {
    case Kind.StringLiteral:
      stream.take()
      return parseString(rules, token)
    case Kind.IntegerLiteral:
    case Kind.FloatLiteral:
      stream.take()
      // A "#" or "$" before a number begins a token that ends with the number.
      if (!/^[-.\d]/.test(token.image)) throw stream.failure('template/number', `"${token.image}" is no number.`, token)
      return { kind: token.kind === Kind.IntegerLiteral ? 'integer' : 'float', text: token.image, span }
    case Kind.True:
    case Kind.False:
      stream.take()
      return { kind: 'boolean', value: token.kind === Kind.True, span }
    case Kind.Identifier:
    case Kind.CurlyOpen:
      return rules.parseReference()
    case Kind.MapOpen:
      return stream.nested(() => parseMap(rules))
    case Kind.ListOpen:
      return stream.nested(() => (isRangeNext(stream) ? parseRange(rules) : parseList(rules)))
    default:
      throw stream.failure(
        'template/value-expected',
        `${what} is expected here, not ${describeToken(token)}.${hint(token)}`,
        token,
      )
  }
}

/** What people usually meant. */
function hint({ kind, image }: Token): string {
  if (kind === Kind.Word && image === 'null')
    return ' There is no null in templates: compare with a variable that has no value, as $null.'
  if (kind === Kind.Word) return ' Text stands in quotes, a variable begins with "$".'
  return ''
}

function parseMap(rules: ExpressionRules): Expression {
  const { stream } = rules
  const open = stream.take()
  const entries: [Expression, Expression][] = []
  const next = stream.peek()
  const start = next.kind === Kind.Whitespace ? stream.after(next) : next
  if (start.kind === Kind.MapClose || start.kind === Kind.CurlyClose) stream.accept(Kind.Whitespace)
  else {
    do {
      const key = parseParameter(rules)
      stream.expect(Kind.Colon, 'template/colon-expected', '":" between key and value')
      entries.push([key, parseParameter(rules)])
    } while (stream.accept(Kind.Comma))
  }
  if (!stream.accept(Kind.CurlyClose)) stream.expect(Kind.MapClose, 'template/unclosed-map', '"," or "}"')
  return { kind: 'map', entries, span: { start: open.start, end: stream.last.end } }
}

function parseList(rules: ExpressionRules): Expression {
  const { stream } = rules
  const open = stream.take()
  const items: Expression[] = []
  if (stream.peek().kind !== Kind.ListClose) {
    do items.push(parseParameter(rules))
    while (stream.accept(Kind.Comma))
  }
  stream.expect(Kind.ListClose, 'template/unclosed-list', '"," or "]"')
  return { kind: 'list', items, span: { start: open.start, end: stream.last.end } }
}

function parseRange(rules: ExpressionRules): Expression {
  const { stream } = rules
  const open = stream.take()
  const from = parseBound(rules)
  stream.expect(Kind.DoubleDot, 'template/range', '".."')
  const to = parseBound(rules)
  stream.expect(Kind.ListClose, 'template/unclosed-list', '"]"')
  return { kind: 'range', from, to, span: { start: open.start, end: stream.last.end } }
}

function parseBound(rules: ExpressionRules): Expression {
  const { stream } = rules
  stream.accept(Kind.Whitespace)
  const token = stream.peek()
  if (token.kind !== Kind.IntegerLiteral && token.kind !== Kind.Identifier && token.kind !== Kind.CurlyOpen) {
    throw stream.failure(
      'template/range',
      `A range needs a whole number or a variable here, not ${describeToken(token)}.`,
      token,
    )
  }
  const bound = parseOperand(rules, 'A number')
  stream.accept(Kind.Whitespace)
  return bound
}
