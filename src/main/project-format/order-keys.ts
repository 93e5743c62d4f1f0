import type { JsonObject } from '../documents/source-tree'
import { jsonEqual, presentKeys } from './json-equal'
import { fallbackOf, isUnknown, structOf, type Shape } from './shape'
import { writtenKeys } from './written-form'

/**
 * The keys a map of the file shall have, in order. What the file has stays where it is; what is new comes after the key it follows in
 * a new file. Only a map of names whose order was changed is put in the new order.
 */
export function orderKeys(shape: Shape, written: JsonObject, inFile: readonly string[], value: JsonObject): string[] {
  const wanted = writtenKeys(shape, value).filter(
    (key) => Object.hasOwn(written, key) || !hasFallback(shape, value, key),
  )
  const kept = inFile.filter((key) => isKept(shape, key, written, value))
  if (shape.kind === 'record' && !isSameOrder(written, value)) return wanted
  return insertMissing(kept, wanted)
}

/** The shape of a member; `anything` for unknown keys. */
export function memberShape(shape: Shape, value: JsonObject, key: string): Shape {
  if (shape.kind === 'record') return shape.of
  const properties = structOf(shape, value)?.properties ?? {}
  return (Object.hasOwn(properties, key) ? properties[key]?.shape : undefined) ?? { kind: 'anything' }
}

/** A member of a struct that is in the file and not in the value was removed if it is known, and belongs to somebody else if not. */
function isKept(shape: Shape, key: string, written: JsonObject, value: JsonObject): boolean {
  if (Object.hasOwn(value, key) && value[key] !== undefined) return true
  return isUnknown(shape, written, key) && isUnknown(shape, value, key)
}

/** A default that the file never mentioned is not put into it. */
function hasFallback(shape: Shape, value: JsonObject, key: string): boolean {
  const struct = structOf(shape, value)
  const property = struct && Object.hasOwn(struct.properties, key) ? struct.properties[key] : undefined
  const fallback = property && fallbackOf(property)
  return fallback !== undefined && jsonEqual(value[key], fallback)
}

function isSameOrder(written: JsonObject, value: JsonObject): boolean {
  const before = Object.keys(written).filter((key) => Object.hasOwn(value, key))
  const after = presentKeys(value).filter((key) => Object.hasOwn(written, key))
  return before.every((key, at) => key === after[at])
}

function insertMissing(kept: readonly string[], wanted: readonly string[]): string[] {
  const present = new Set(kept)
  if (wanted.every((key) => present.has(key))) return [...kept]
  const followers = new Map<string | null, string[]>()
  let previous: string | null = null
  for (const key of wanted) {
    if (present.has(key)) previous = key
    else followers.set(previous, [...(followers.get(previous) ?? []), key])
  }
  return [...(followers.get(null) ?? []), ...kept.flatMap((key) => [key, ...(followers.get(key) ?? [])])]
}
