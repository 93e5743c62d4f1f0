import { isRecord, type JsonRecord } from '../json-record'
import type { OperationInput } from '../operation-input'

/** The members of these names that were given. */
export function givenMembers(input: OperationInput, names: readonly string[]): JsonRecord {
  const given = names.map((name) => [name, input.value(name)] as const).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given)
}

/**
 * A part after a partial update: members that were given replace those it has; maps are laid over each other; an empty text takes a
 * member away. Source: http-api.md 17; observed for maps.
 */
export function updatedMembers<T extends object>(before: T, given: object, maps: readonly string[]): T {
  let after = before as JsonRecord
  for (const [name, value] of Object.entries(given) as [string, unknown][]) {
    const merged = maps.includes(name) && isRecord(value) ? mergedMap(after[name], value) : value
    after = merged === '' || merged === undefined ? without(after, name) : { ...after, [name]: merged }
  }
  return after as T
}

function mergedMap(before: unknown, given: JsonRecord): JsonRecord | undefined {
  const merged = { ...(isRecord(before) ? before : {}), ...given }
  const kept = Object.entries(merged).filter(([, value]) => value !== '')
  return kept.length === 0 ? undefined : Object.fromEntries(kept)
}

function without(record: JsonRecord, name: string): JsonRecord {
  const { [name]: _gone, ...others } = record
  return others
}
