import type { JsonObject, JsonValue } from './source-tree'

/** The members that `<<` brings in: of a map, or of a list of maps with the first winning. null when it is neither. */
export function mergeKeyValues(value: JsonValue): [string, JsonValue][] | null {
  if (isObject(value)) return Object.entries(value)
  if (!isList(value)) return null
  const maps = value.filter(isObject)
  if (maps.length !== value.length) return null
  const members = new Map<string, JsonValue>()
  for (const [name, inherited] of maps.flatMap((map) => Object.entries(map))) {
    if (!members.has(name)) members.set(name, inherited)
  }
  return [...members]
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value)
}
