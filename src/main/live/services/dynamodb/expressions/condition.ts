import { isScalar } from '../compare-values'
import type { AttributeValue } from '../attribute-value'
import type { DocumentPath } from '../document-path'
import type { TokenReader } from './token-reader'

export type Comparator = '=' | '<>' | '<' | '<=' | '>' | '>='

/** One side of a comparison. */
export type Operand =
  | { readonly kind: 'path'; readonly path: DocumentPath }
  | { readonly kind: 'value'; readonly value: AttributeValue }
  /** `size(path)`. */
  | { readonly kind: 'size'; readonly path: DocumentPath }

/** A condition or filter expression, read. Source: DynamoDB Developer Guide, "Condition and filter expressions, operators, and functions". */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | { readonly kind: 'compare'; readonly operator: Comparator; readonly left: Operand; readonly right: Operand }
  | { readonly kind: 'between'; readonly operand: Operand; readonly low: Operand; readonly high: Operand }
  | { readonly kind: 'in'; readonly operand: Operand; readonly list: readonly Operand[] }
  | { readonly kind: 'exists' | 'not-exists'; readonly path: DocumentPath }
  | { readonly kind: 'type'; readonly path: DocumentPath; readonly type: string }
  | { readonly kind: 'begins-with' | 'contains'; readonly operand: Operand; readonly part: Operand }

const COMPARATORS: ReadonlySet<string> = new Set(['=', '<>', '<', '<=', '>', '>='])
/** Source: as above, "Making comparisons": up to 100 values. */
const MOST_IN = 100

/** The whole of an expression. */
export function readCondition(reader: TokenReader): Condition {
  const condition = either(reader)
  reader.expectEnd()
  return condition
}

function either(reader: TokenReader): Condition {
  return reader.nested(() => {
    const parts = [both(reader)]
    while (reader.accept('OR')) parts.push(both(reader))
    return parts.length === 1 ? parts[0]! : { kind: 'or', parts }
  })
}

function both(reader: TokenReader): Condition {
  const parts = [negation(reader)]
  while (reader.accept('AND')) parts.push(negation(reader))
  return parts.length === 1 ? parts[0]! : { kind: 'and', parts }
}

function negation(reader: TokenReader): Condition {
  if (!reader.accept('NOT')) return single(reader)
  return reader.nested(() => ({ kind: 'not', part: negation(reader) }))
}

function single(reader: TokenReader): Condition {
  if (reader.accept('(')) {
    const inner = either(reader)
    reader.expect(')')
    return inner
  }
  const isCall = reader.peek().kind === 'word' && reader.peek(1).text === '('
  if (isCall && reader.peek().text !== 'size') return call(reader)
  return comparison(reader, readOperand(reader))
}

function comparison(reader: TokenReader, left: Operand): Condition {
  if (reader.accept('BETWEEN')) {
    const low = readOperand(reader)
    reader.expect('AND')
    const high = readOperand(reader)
    for (const bound of [low, high]) checkOrdered(reader, 'BETWEEN', bound)
    return { kind: 'between', operand: left, low, high }
  }
  if (reader.accept('IN')) {
    reader.expect('(')
    const list = [readOperand(reader)]
    while (reader.accept(',')) list.push(readOperand(reader))
    reader.expect(')')
    if (list.length > MOST_IN) {
      throw reader.invalid(`The IN operator is provided with too many operands; number of operands: ${list.length}`)
    }
    return { kind: 'in', operand: left, list }
  }
  const operator = reader.peek().text
  if (!isComparator(operator)) throw reader.syntaxError()
  reader.next()
  const right = readOperand(reader)
  if (operator !== '=' && operator !== '<>') for (const side of [left, right]) checkOrdered(reader, operator, side)
  return { kind: 'compare', operator, left, right }
}

function isComparator(text: string): text is Comparator {
  return COMPARATORS.has(text)
}

function checkOrdered(reader: TokenReader, operator: string, operand: Operand): void {
  if (operand.kind !== 'value' || isScalar(operand.value)) return
  const what = `operator or function: ${operator}, operand type: ${operand.value.type}`
  throw reader.invalid(`Incorrect operand type for operator or function; ${what}`)
}

function readOperand(reader: TokenReader): Operand {
  const { kind, text } = reader.peek()
  if (kind === 'value') return { kind: 'value', value: reader.value() }
  if (kind === 'word' && text === 'size' && reader.peek(1).text === '(') {
    reader.next()
    reader.expect('(')
    const path = reader.path()
    reader.expect(')')
    return { kind: 'size', path }
  }
  return { kind: 'path', path: reader.path() }
}

const TYPES: ReadonlySet<string> = new Set(['S', 'N', 'B', 'BOOL', 'NULL', 'L', 'M', 'SS', 'NS', 'BS'])

function call(reader: TokenReader): Condition {
  const name = reader.next().text
  reader.expect('(')
  const condition = argumentsOf(reader, name)
  reader.expect(')')
  return condition
}

function argumentsOf(reader: TokenReader, name: string): Condition {
  switch (name) {
    case 'attribute_exists':
      return { kind: 'exists', path: reader.path() }
    case 'attribute_not_exists':
      return { kind: 'not-exists', path: reader.path() }
    case 'attribute_type': {
      const path = reader.path()
      reader.expect(',')
      const type = reader.value()
      if (type.type === 'S' && TYPES.has(type.value)) return { kind: 'type', path, type: type.value }
      throw reader.invalid(
        `Invalid attribute type name found; type: ${'value' in type ? String(type.value) : type.type}`,
      )
    }
    case 'begins_with':
    case 'contains': {
      const operand = readOperand(reader)
      reader.expect(',')
      const part = readOperand(reader)
      return { kind: name === 'contains' ? 'contains' : 'begins-with', operand, part }
    }
    default:
      throw reader.invalid(`Invalid function name; function: ${name}`)
  }
}
