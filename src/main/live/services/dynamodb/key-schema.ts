import type { AttributeMap, ScalarType } from './attribute-value'
import { compareScalars, isScalar } from './compare-values'
import type { Condition } from './expressions/condition'
import { validation } from './validation'

/** An attribute of a table's key. */
export interface KeyAttribute {
  readonly name: string
  readonly type: ScalarType
}

/** What identifies items of a table: a partition key, and for some a sort key. */
export interface KeySchema {
  readonly hash: KeyAttribute
  readonly range: KeyAttribute | null
}

/** `Key` of a request, the first of a table: two attributes are partition key and sort key, in the order they are written. */
export function schemaOfKey(key: AttributeMap): KeySchema {
  const attributes = [...key].map(([name, value]) => {
    if (isScalar(value)) return { name, type: value.type }
    throw validation(`One or more parameter values were invalid: Type mismatch for key ${name}: it must be S, N or B`)
  })
  const [hash, range = null] = attributes
  if (hash === undefined || attributes.length > 2) throw mismatch()
  return { hash, range }
}

/**
 * A guess from the first item of a table: attributes that the condition says must not exist, as whoever creates items writes it; else
 * attributes named as single-table designs name them; else the first attribute.
 */
export function schemaOfItem(item: AttributeMap, condition: Condition | null): KeySchema {
  const scalars = [...item].flatMap(([name, value]) => (isScalar(value) ? [{ name, type: value.type }] : []))
  const named = (name: string): KeyAttribute | undefined => scalars.find((one) => one.name.toLowerCase() === name)
  const absent = (condition === null ? [] : absentNames(condition)).flatMap((name) =>
    scalars.filter((one) => one.name === name),
  )
  const hash = absent[0] ?? named('pk') ?? scalars[0]
  if (hash === undefined) {
    throw validation(
      'One or more parameter values were invalid: the item has no attribute that can be a key (S, N or B)',
    )
  }
  const range = absent[0] === undefined || hash.name.toLowerCase() === 'pk' ? named('sk') : absent[1]
  return { hash, range: range ?? null }
}

/** Names of attributes that must not exist for the whole condition to hold. */
function absentNames(condition: Condition): string[] {
  if (condition.kind === 'and') return condition.parts.flatMap(absentNames)
  return condition.kind === 'not-exists' && condition.path.length === 1 ? [condition.path[0]] : []
}

export function keyAttributes({ hash, range }: KeySchema): readonly KeyAttribute[] {
  return range === null ? [hash] : [hash, range]
}

export function hasSameNames(a: KeySchema, b: KeySchema): boolean {
  return a.hash.name === b.hash.name && a.range?.name === b.range?.name
}

/** The key of an item, or a `Key`, as one text. Throws in DynamoDB's words for what does not fit the schema. */
export function keyText(schema: KeySchema, attributes: AttributeMap): string {
  return JSON.stringify(
    keyAttributes(schema).map(({ name, type }) => {
      const value = attributes.get(name)
      if (value === undefined) throw invalidKey(`Missing the key ${name} in the item`)
      if (value.type !== type) throw invalidKey(`Type mismatch for key ${name} expected: ${type} actual: ${value.type}`)
      if (value.value === '') {
        throw invalidKey(
          `The AttributeValue for a key attribute cannot contain an empty ${type === 'B' ? 'binary' : 'string'} value. Key: ${name}`,
        )
      }
      return value.value
    }),
  )
}

/** Throws unless a `Key` has exactly the attributes of the schema. */
export function checkKey(schema: KeySchema, key: AttributeMap): void {
  const attributes = keyAttributes(schema)
  if (key.size !== attributes.length) throw mismatch()
  for (const { name, type } of attributes) if (key.get(name)?.type !== type) throw mismatch()
}

/** The attributes of the key alone. */
export function keyOf(schema: KeySchema, item: AttributeMap): AttributeMap {
  return new Map(keyAttributes(schema).flatMap(({ name }) => (item.has(name) ? [[name, item.get(name)!]] : [])))
}

/** Items in the order of an attribute; those without it first. */
export function compareBy({ name, type }: KeyAttribute, a: AttributeMap, b: AttributeMap): number {
  const [left, right] = [scalarText(a, name, type), scalarText(b, name, type)]
  if (left === undefined || right === undefined) return Number(left !== undefined) - Number(right !== undefined)
  return compareScalars(type, left, right)
}

function scalarText(item: AttributeMap, name: string, type: ScalarType): string | undefined {
  const value = item.get(name)
  return value !== undefined && isScalar(value) && value.type === type ? value.value : undefined
}

export function mismatch(): Error {
  return validation('The provided key element does not match the schema')
}

function invalidKey(problem: string): Error {
  return validation(`One or more parameter values were invalid: ${problem}`)
}
