/** What a document is written from: JSON, and maps, which keep the order of members whose names are numbers. */
export type WritableValue =
  string | number | boolean | null | readonly WritableValue[] | WritableObject | ReadonlyMap<string, WritableValue>

/** Members that are undefined are left out. */
export interface WritableObject {
  readonly [name: string]: WritableValue | undefined
}

export function isWritableList(value: WritableValue | undefined): value is readonly WritableValue[] {
  return Array.isArray(value)
}

export function isWritableMap(
  value: WritableValue | undefined,
): value is WritableObject | ReadonlyMap<string, WritableValue> {
  return typeof value === 'object' && value !== null && !isWritableList(value)
}

/** The members of an object or map that are there, in their order. */
export function writableMembers(
  value: WritableObject | ReadonlyMap<string, WritableValue>,
): readonly (readonly [string, WritableValue])[] {
  const entries = value instanceof Map ? [...value.entries()] : Object.entries(value)
  return entries.filter((entry): entry is [string, WritableValue] => entry[1] !== undefined)
}
