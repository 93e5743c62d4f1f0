type Groups = ReadonlyMap<string, readonly string[]>

/** Name -> its last value; null instead of an empty map, as in every event. */
export function singleValues(groups: Groups): Record<string, string> | null {
  return orNull([...groups].map(([name, values]) => [name, values.at(-1)!] as const))
}

/** Name -> all of its values. */
export function multiValues(groups: Groups): Record<string, readonly string[]> | null {
  return orNull([...groups])
}

export function mapOrNull(map: Readonly<Record<string, string>>): Record<string, string> | null {
  return orNull(Object.entries(map))
}

/** `fromEntries` defines members, so that a name such as "__proto__" is data. */
function orNull<T>(entries: readonly (readonly [string, T])[]): Record<string, T> | null {
  return entries.length === 0 ? null : Object.fromEntries(entries)
}
