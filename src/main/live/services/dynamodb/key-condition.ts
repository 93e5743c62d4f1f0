import { isScalar } from './compare-values'
import type { Condition, Operand } from './expressions/condition'
import { keyAttributes, type KeyAttribute } from './key-schema'
import type { Table } from './table'
import { validation } from './validation'

/** The attributes that a Query goes by: those of the table, or of one of its indexes. */
export interface KeyCondition {
  readonly hash: KeyAttribute
  /** Null while nothing is known of a sort key. */
  readonly range: KeyAttribute | null
}

/**
 * A key condition: "hash = :a", with at most one condition on the sort key behind AND. A table that nothing is known of learns its
 * key from it; an index is taken to have the attributes that are named.
 * Source: DynamoDB Developer Guide, "Key condition expressions for the Query operation".
 */
export function readKeyCondition(condition: Condition, table: Table, indexName: string | undefined): KeyCondition {
  const parts = (condition.kind === 'and' ? condition.parts : [condition]).map(readPart)
  if (parts.length > 2) throw validation('Conditions can be of length 1 or 2 only')
  const equal = parts.filter(({ isEqual }) => isEqual).map(({ attribute }) => attribute)
  if (indexName !== undefined) return indexKey(parts, equal)
  const { keySchema } = table
  const isNamed = keySchema !== null && equal.some(({ name }) => name === keySchema.hash.name)
  const named = isNamed ? null : indexKey(parts, equal)
  const schema = named === null ? keySchema! : table.learnFromQuery(named.hash, named.range)
  const own = keyAttributes(schema)
  if (!equal.some(({ name }) => name === schema.hash.name)) {
    throw validation(`Query condition missed key schema element: ${schema.hash.name}`)
  }
  for (const { attribute } of parts) checkAttribute(own, attribute)
  return schema
}

/** The first attribute that must equal something is the partition key; a second one the sort key. */
function indexKey(parts: readonly Part[], equal: readonly KeyAttribute[]): KeyCondition {
  const [hash] = equal
  if (hash === undefined) throw unsupportedCondition()
  return { hash, range: parts.find(({ attribute }) => attribute !== hash)?.attribute ?? null }
}

interface Part {
  readonly attribute: KeyAttribute
  readonly isEqual: boolean
}

function readPart(condition: Condition): Part {
  switch (condition.kind) {
    case 'compare': {
      if (condition.operator === '<>') throw validation('Unsupported operator on KeyCondition: <>')
      return partOf(condition.left, condition.right, condition.operator === '=')
    }
    case 'between':
      return partOf(condition.operand, condition.low, false)
    case 'begins-with':
      return partOf(condition.operand, condition.part, false)
    default:
      throw unsupportedCondition()
  }
}

function partOf(name: Operand, value: Operand, isEqual: boolean): Part {
  if (name.kind !== 'path' || name.path.length !== 1 || value.kind !== 'value' || !isScalar(value.value)) {
    throw unsupportedCondition()
  }
  return { attribute: { name: name.path[0], type: value.value.type }, isEqual }
}

function checkAttribute(own: readonly KeyAttribute[], { name, type }: KeyAttribute): void {
  const attribute = own.find((one) => one.name === name)
  if (attribute === undefined) {
    throw validation(`Query condition missed key schema element: ${own[1]?.name ?? own[0]!.name}`)
  }
  if (attribute.type === type) return
  throw validation('One or more parameter values were invalid: Condition parameter type does not match schema type')
}

function unsupportedCondition(): Error {
  return validation('Query key condition not supported')
}
