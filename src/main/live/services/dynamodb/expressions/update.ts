import type { AttributeValue } from '../attribute-value'
import { pathsOverlap, pathText, type DocumentPath } from '../document-path'
import type { TokenReader } from './token-reader'

/** What `SET` may put somewhere. */
export type UpdateOperand =
  | { readonly kind: 'path'; readonly path: DocumentPath }
  | { readonly kind: 'value'; readonly value: AttributeValue }
  | { readonly kind: 'if-not-exists'; readonly path: DocumentPath; readonly otherwise: UpdateOperand }
  | { readonly kind: 'list-append' | 'plus' | 'minus'; readonly left: UpdateOperand; readonly right: UpdateOperand }

/** One change. Source: DynamoDB Developer Guide, "Using update expressions". */
export type UpdateAction =
  | { readonly kind: 'set'; readonly path: DocumentPath; readonly operand: UpdateOperand }
  | { readonly kind: 'remove'; readonly path: DocumentPath }
  | { readonly kind: 'add' | 'delete'; readonly path: DocumentPath; readonly value: AttributeValue }

const SECTIONS = ['SET', 'REMOVE', 'ADD', 'DELETE'] as const

/** The whole of an update expression. */
export function readUpdate(reader: TokenReader): readonly UpdateAction[] {
  const actions: UpdateAction[] = []
  const seen = new Set<string>()
  while (reader.peek().kind !== 'end') {
    const section = SECTIONS.find((one) => reader.accept(one))
    if (section === undefined) throw reader.syntaxError()
    if (seen.has(section)) {
      throw reader.invalid(`The "${section}" section can only be used once in an update expression;`)
    }
    seen.add(section)
    do actions.push(readAction(reader, section))
    while (reader.accept(','))
  }
  checkOverlaps(reader, actions)
  return actions
}

function readAction(reader: TokenReader, section: (typeof SECTIONS)[number]): UpdateAction {
  const path = reader.path()
  if (section === 'REMOVE') return { kind: 'remove', path }
  if (section === 'SET') {
    reader.expect('=')
    return { kind: 'set', path, operand: readSum(reader) }
  }
  const value = reader.value()
  const isAllowed = section === 'ADD' ? value.type === 'N' || isSetType(value) : isSetType(value)
  if (isAllowed) return { kind: section === 'ADD' ? 'add' : 'delete', path, value }
  const what = `operator: ${section}, operand type: ${value.type}`
  throw reader.invalid(`Incorrect operand type for operator or function; ${what}`)
}

function isSetType({ type }: AttributeValue): boolean {
  return type === 'SS' || type === 'NS' || type === 'BS'
}

/** "a", "a + :b" or "a - :b". */
function readSum(reader: TokenReader): UpdateOperand {
  const left = readOperand(reader)
  if (reader.accept('+')) return { kind: 'plus', left, right: readOperand(reader) }
  if (reader.accept('-')) return { kind: 'minus', left, right: readOperand(reader) }
  return left
}

function readOperand(reader: TokenReader): UpdateOperand {
  const { kind, text } = reader.peek()
  if (kind === 'value') return { kind: 'value', value: reader.value() }
  if (kind !== 'word' || reader.peek(1).text !== '(') return { kind: 'path', path: reader.path() }
  if (text !== 'if_not_exists' && text !== 'list_append') {
    throw reader.invalid(`Invalid function name; function: ${text}`)
  }
  reader.next()
  return reader.nested(() => {
    reader.expect('(')
    const operand = text === 'if_not_exists' ? readIfNotExists(reader) : readListAppend(reader)
    reader.expect(')')
    return operand
  })
}

function readIfNotExists(reader: TokenReader): UpdateOperand {
  const path = reader.path()
  reader.expect(',')
  return { kind: 'if-not-exists', path, otherwise: readOperand(reader) }
}

function readListAppend(reader: TokenReader): UpdateOperand {
  const left = readOperand(reader)
  reader.expect(',')
  return { kind: 'list-append', left, right: readOperand(reader) }
}

/** Two changes of the same place have no order. */
function checkOverlaps(reader: TokenReader, actions: readonly UpdateAction[]): void {
  const byAttribute = new Map<string, UpdateAction[]>()
  for (const action of actions) {
    const others = byAttribute.get(action.path[0]) ?? []
    const overlapping = others.find((other) => pathsOverlap(other.path, action.path))
    if (overlapping !== undefined) {
      const paths = `path one: [${pathText(overlapping.path)}], path two: [${pathText(action.path)}]`
      throw reader.invalid(
        `Two document paths overlap with each other; must remove or rewrite one of these paths; ${paths}`,
      )
    }
    byAttribute.set(action.path[0], [...others, action])
  }
}
