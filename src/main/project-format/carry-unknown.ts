import { isJsonList, isJsonMap } from '../documents/json-kinds'
import type { JsonObject, JsonValue } from '../documents/source-tree'
import { memberShape } from './order-keys'
import { isOtherCase, isUnknown, type Shape } from './shape'

/** A value to be written in place of another, with the unknown keys that the other had and it lacks. */
export function carryUnknown(shape: Shape, written: JsonValue, value: JsonValue): JsonValue {
  if (shape.kind === 'list' || (shape.kind === 'oneOrMore' && isJsonList(value))) {
    if (!isJsonList(written) || !isJsonList(value)) return value
    return value.map((item, at) => carryMember(shape.of, written[at], item))
  }
  if (shape.kind === 'oneOrMore') return carryUnknown(shape.of, written, value)
  if (!isJsonMap(written) || !isJsonMap(value) || isOtherCase(shape, written, value)) return value
  if (shape.kind === 'record')
    return carryMembers(value, (key, member) => carryMember(shape.of, own(written, key), member))
  const members = carryMembers(value, (key, member) =>
    carryMember(memberShape(shape, value, key), own(written, key), member),
  )
  const isLost = (key: string): boolean =>
    !Object.hasOwn(value, key) && isUnknown(shape, written, key) && isUnknown(shape, value, key)
  return { ...members, ...Object.fromEntries(Object.entries(written).filter(([key]) => isLost(key))) }
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
