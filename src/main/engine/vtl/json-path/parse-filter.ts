import { trimJava } from '../json/trim-java'
import { OPERATORS, type Condition, type Operand, type Operator } from './condition'
import { parsePath } from './parse-path'
import { invalidPath } from './path-exception'
import { parsePathPattern } from './path-pattern'
import { isDefinite, type PathToken } from './path-token'

/** A condition is one level of calls inside the next. */
const MAX_CONDITIONS = 200

/**
 * Read `[?(@.a == 1 && @.b)]`.
 * Source: com.jayway.jsonpath.Filter and Criteria of 2.0.0. It cuts the text at every `&&` and `||`, wherever they stand, and drops the
 * parentheses around each piece; so they group nothing, and `&&` simply binds tighter. Its operators are those of `OPERATORS`: `in`,
 * `size` and the like are not among them.
 * Errors: InvalidPathException.
 */
export function parseFilter(source: string): Condition {
  const text = withoutFrame(source)
  const pieces = splitAtConnectives(text).map(trimJava)
  const connectives = pieces.filter(isConnective)
  const criteria = pieces
    .filter((piece) => !isConnective(piece))
    .map((piece) => parseCriterion(withoutParentheses(piece)))
  if (criteria.length !== connectives.length + 1) throw invalidPath(`Invalid operators ${text}`)
  if (criteria.length > MAX_CONDITIONS) throw invalidPath(`The filter has more than ${MAX_CONDITIONS} conditions`)
  return combine(criteria, connectives)
}

/** From the last to the first, as Jayway evaluates them: it matters only for what fails. */
function combine(criteria: readonly Condition[], connectives: readonly string[]): Condition {
  let alternatives: Condition | null = null
  let last = criteria.at(-1)!
  for (let index = connectives.length - 1; index >= 0; index--) {
    const criterion = criteria[index]!
    if (connectives[index] === '&&') {
      last = { kind: 'all', first: last, second: criterion }
      continue
    }
    alternatives = either(alternatives, last)
    last = criterion
  }
  return either(alternatives, last)
}

function either(first: Condition | null, second: Condition): Condition {
  return first === null ? second : { kind: 'any', first, second }
}

/** "[?(...)]" without what every filter has. */
function withoutFrame(source: string): string {
  let text = trimJava(source)
  for (const [open, close] of [
    ['[', ']'],
    ['?', ''],
    ['(', ')'],
  ] as const) {
    if (!text.startsWith(open) || !text.endsWith(close) || text.length < open.length + close.length) {
      throw invalidPath(`Filter must start with '[?(' and end with ')]'. ${source}`)
    }
    text = trimJava(text.slice(open.length, text.length - close.length))
  }
  return text
}

/** Cut before and behind each "&&" and "||"; of "&&&" that makes three pieces. */
function splitAtConnectives(text: string): string[] {
  const pieces: string[] = []
  let start = 0
  for (let at = 1; at < text.length; at++) {
    if (!isConnective(text.slice(at - 2, at)) && !isConnective(text.slice(at, at + 2))) continue
    pieces.push(text.slice(start, at))
    start = at
  }
  return [...pieces, text.slice(start)]
}

function isConnective(text: string): boolean {
  return text === '&&' || text === '||'
}

function withoutParentheses(piece: string): string {
  let start = 0
  let end = piece.length
  while (start < end && '[?( '.includes(piece[start]!)) start++
  while (end > start && ') '.includes(piece[end - 1]!)) end--
  if (start === piece.length) throw invalidPath(`A filter has a condition without content: "${piece}"`)
  return piece.slice(start, end)
}

function parseCriterion(text: string): Condition {
  const operator = OPERATORS.find((candidate) => text.includes(candidate))
  if (operator !== undefined) {
    const at = text.indexOf(operator)
    return parseComparison(trimJava(text.slice(0, at)), operator, trimJava(text.slice(at + operator.length)))
  }
  const path = trimJava(text)
  if (!isPath(path)) throw invalidPath(`CriteriaType can not be parsed: ${text}`)
  const isNegated = path.startsWith('!')
  return { kind: 'exists', tokens: operandTokens(isNegated ? path.slice(1) : path), isWanted: !isNegated }
}

function parseComparison(left: string, operator: Operator, right: string): Condition {
  if (right.startsWith('!@')) {
    throw invalidPath('Invalid negation! Can only be used for existence check e.g [?(!@.foo)]')
  }
  // In front of a comparison the negation is read and forgotten.
  return {
    kind: 'compare',
    operator,
    left: parseOperand(left.startsWith('!@') ? left.slice(1) : left),
    right: parseOperand(right),
  }
}

function parseOperand(text: string): Operand {
  if (isPath(text)) return { kind: 'path', isFromRoot: text.startsWith('$'), tokens: operandTokens(text) }
  if (text.startsWith("'") && text.endsWith("'")) {
    if (text.length < 2) throw invalidPath(`A text is not closed: ${text}`)
    return { kind: 'text', text: text.slice(1, -1) }
  }
  if (text.startsWith('/') && (text.endsWith('/') || text.endsWith('/i'))) {
    return { kind: 'pattern', pattern: parsePathPattern(text) }
  }
  return { kind: 'text', text }
}

function isPath(text: string): boolean {
  return text.startsWith('$') || text.startsWith('@') || text.startsWith('!@')
}

function operandTokens(path: string): PathToken[] {
  const tokens = parsePath(path)
  if (!isDefinite(tokens)) throw invalidPath(`the predicate path: ${path} is not definite`)
  return tokens
}
