import { isJsonList, isJsonMap } from '../documents/json-kinds'
import type { JsonObject, JsonValue } from '../documents/source-tree'
import { jsonEqual, presentKeys } from './json-equal'
import { structOf, fallbackOf, type Shape, type StructShape } from './shape'

/**
 * Whether what a file says means the value: defaults may be left out on either side, and unknown keys may be in the file only.
 */
export function sameByShape(shape: Shape, written: JsonValue, value: JsonValue): boolean {
  if (shape.kind === 'oneOrMore') {
    return isJsonList(written) ? sameLists(shape.of, written, value) : sameByShape(shape.of, written, value)
  }
  if (shape.kind === 'list') return isJsonList(written) && sameLists(shape.of, written, value)
  if (!isJsonMap(written) || !isJsonMap(value)) return jsonEqual(written, value)
  if (shape.kind === 'record') return sameRecords(shape.of, written, value)
  const struct = structOf(shape, value)
  return struct ? sameStructs(struct, written, value) : jsonEqual(written, value)
}

function sameLists(of: Shape, written: readonly JsonValue[], value: JsonValue): boolean {
  if (!isJsonList(value) || written.length !== value.length) return false
  return written.every((item, at) => sameMember(of, item, value[at]))
}

function sameRecords(of: Shape, written: JsonObject, value: JsonObject): boolean {
  const keys = presentKeys(written)
  return keys.length === presentKeys(value).length && keys.every((key) => sameMember(of, written[key], own(value, key)))
}

function sameStructs(shape: StructShape, written: JsonObject, value: JsonObject): boolean {
  for (const key in shape.properties) {
    const property = shape.properties[key]
    const fallback = property && fallbackOf(property)
    const before = own(written, key) ?? fallback
    if (property && !sameMember(property.shape, before, own(value, key) ?? fallback)) return false
  }
  const isSame = (key: string): boolean =>
    Object.hasOwn(shape.properties, key) || jsonEqual(own(written, key), value[key])
  return presentKeys(value).every(isSame)
}

function sameMember(of: Shape, written: JsonValue | undefined, value: JsonValue | undefined): boolean {
  if (written === undefined || value === undefined) return written === value
  return sameByShape(of, written, value)
}

function own(value: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined
}
