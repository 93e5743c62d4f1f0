import { isJsonList, isJsonMap } from './json-kinds'
import type { JsonValue } from './source-tree'

/** The members that `<<` brings in: of a map, or of a list of maps with the first winning. null when it is neither. */
export function mergeKeyValues(value: JsonValue): [string, JsonValue][] | null {
  if (isJsonMap(value)) return Object.entries(value)
  if (!isJsonList(value)) return null
  const maps = value.filter(isJsonMap)
  if (maps.length !== value.length) return null
  const members = new Map<string, JsonValue>()
  for (const [name, inherited] of maps.flatMap((map) => Object.entries(map))) {
    if (!members.has(name)) members.set(name, inherited)
  }
  return [...members]
}
