import { isJsonList, isJsonMap } from '../documents/json-kinds'
import type { JsonObject, JsonValue } from '../documents/source-tree'
import { caseOf, type Shape, type StructShape } from './shape'

/** A value to be written in place of another, with the unknown keys that the other had and it lacks. */
export function carryUnknown(shape: Shape, written: JsonValue, value: JsonValue): JsonValue {
  if (shape.kind === 'list' || (shape.kind === 'oneOrMore' && isJsonList(value))) {
    if (!isJsonList(written) || !isJsonList(value)) return value
    return value.map((item, at) => carryMember(shape.of, written[at], item))
  }
  if (shape.kind === 'oneOrMore') return carryUnknown(shape.of, written, value)
  if (!isJsonMap(written) || !isJsonMap(value)) return value
  if (shape.kind === 'record')
    return carryMembers(value, (key, member) => carryMember(shape.of, own(written, key), member))
  const struct = shape.kind === 'union' ? caseOf(shape, value[shape.by]) : shape
  return struct?.kind === 'struct' ? carryStruct(struct, written, value) : value
}

function carryStruct(shape: StructShape, written: JsonObject, value: JsonObject): JsonValue {
  const known = carryMembers(value, (key, member) => {
    const property = Object.hasOwn(shape.properties, key) ? shape.properties[key] : undefined
    return property ? carryMember(property.shape, own(written, key), member) : member
  })
  const isLost = (key: string): boolean => !Object.hasOwn(shape.properties, key) && !Object.hasOwn(value, key)
  const lost = Object.entries(written).filter(([key]) => isLost(key))
  return { ...known, ...Object.fromEntries(lost) }
}

function carryMembers(value: JsonObject, carry: (key: string, member: JsonValue) => JsonValue): JsonObject {
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(members.map(([key, member]) => [key, carry(key, member)]))
}

function carryMember(shape: Shape, written: JsonValue | undefined, value: JsonValue): JsonValue {
  return written === undefined ? value : carryUnknown(shape, written, value)
}

function own(value: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined
}
