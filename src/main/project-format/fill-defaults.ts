import { isJsonList, isJsonMap } from '../documents/json-kinds'
import type { JsonObject, JsonValue } from '../documents/source-tree'
import { structOf, fallbackOf, type Shape, type StructShape } from './shape'

/** A file's value with everything it may leave out, known keys in the order of the types, unknown keys after them. Types are checked before. */
export function fillDefaults(shape: Shape, value: JsonValue): JsonValue {
  if (shape.kind === 'oneOrMore') return isJsonList(value) ? fillList(shape.of, value) : fillDefaults(shape.of, value)
  if (shape.kind === 'list') return isJsonList(value) ? fillList(shape.of, value) : value
  if (!isJsonMap(value)) return value
  if (shape.kind === 'record') return fillRecord(shape.of, value)
  const struct = structOf(shape, value)
  return struct ? fillStruct(struct, value) : value
}

function fillList(of: Shape, values: readonly JsonValue[]): JsonValue {
  return values.map((value) => fillDefaults(of, value))
}

function fillRecord(of: Shape, value: JsonObject): JsonValue {
  if (!hasDefaults(of)) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fillDefaults(of, member)]))
}

function hasDefaults(shape: Shape): boolean {
  return shape.kind !== 'text' && shape.kind !== 'number' && shape.kind !== 'flag' && shape.kind !== 'anything'
}

function fillStruct(shape: StructShape, value: JsonObject): JsonValue {
  const members: Record<string, JsonValue> = {}
  for (const key in shape.properties) {
    const property = shape.properties[key]
    if (!property) continue
    const written = Object.hasOwn(value, key) ? value[key] : undefined
    const member = written === undefined ? fallbackOf(property) : fillDefaults(property.shape, written)
    if (member !== undefined) members[key] = member
  }
  for (const key in value) {
    const member = value[key]
    if (member !== undefined && !Object.hasOwn(shape.properties, key)) members[key] = member
  }
  return members
}
