import { isJsonList, isJsonMap } from '../documents/json-kinds'
import type { JsonObject, JsonValue } from '../documents/source-tree'
import { jsonEqual, presentKeys } from './json-equal'
import { structOf, type Property, type Shape, type StructShape } from './shape'

/** A value as a new file has it: known keys in the order of the types, then unknown ones; defaults that need not be seen left out. */
export function writtenForm(shape: Shape, value: JsonValue): JsonValue {
  if (shape.kind === 'oneOrMore') return isJsonList(value) ? listForm(shape.of, value) : writtenForm(shape.of, value)
  if (shape.kind === 'list') return isJsonList(value) ? listForm(shape.of, value) : value
  if (!isJsonMap(value)) return value
  if (shape.kind === 'record') return recordForm(shape.of, value)
  const struct = structOf(shape, value)
  return struct ? structForm(struct, value) : value
}

function listForm(of: Shape, values: readonly JsonValue[]): JsonValue {
  return values.map((value) => writtenForm(of, value))
}

function recordForm(of: Shape, value: JsonObject): JsonValue {
  const members: Record<string, JsonValue> = {}
  for (const key of presentKeys(value)) {
    const member = value[key]
    if (member !== undefined) members[key] = writtenForm(of, member)
  }
  return members
}

function structForm(shape: StructShape, value: JsonObject): JsonValue {
  const members: Record<string, JsonValue> = {}
  for (const key of structKeys(shape, value)) {
    const member = value[key]
    const known = Object.hasOwn(shape.properties, key) ? shape.properties[key] : undefined
    if (member !== undefined) members[key] = known ? writtenForm(known.shape, member) : member
  }
  return members
}

/** The keys that a new file has of a map, in their order. */
export function writtenKeys(shape: Shape, value: JsonObject): string[] {
  const struct = structOf(shape, value)
  return struct ? structKeys(struct, value) : presentKeys(value)
}

function structKeys(shape: StructShape, value: JsonObject): string[] {
  const keys: string[] = []
  for (const key in shape.properties) {
    const member = Object.hasOwn(value, key) ? value[key] : undefined
    const property = shape.properties[key]
    if (member !== undefined && property && !isLeftOut(property, member)) keys.push(key)
  }
  for (const key of presentKeys(value)) if (!Object.hasOwn(shape.properties, key)) keys.push(key)
  return keys
}

/** Whether a file does not mention a member because it has its default. */
function isLeftOut(property: Property, member: JsonValue): boolean {
  return property.presence === 'present' && property.isOmitted === true && jsonEqual(member, property.fallback)
}
