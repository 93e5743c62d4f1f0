/** Whether two JSON values are the same. The order of members does not count, and a member that is undefined counts as absent. */
export function jsonEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, at) => jsonEqual(item, b[at]))
  if (!isObject(a) || !isObject(b)) return false
  const names = presentKeys(a)
  return (
    names.length === presentKeys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && jsonEqual(a[name], b[name]))
  )
}

/** A map, not a list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The keys of members that are not undefined. */
export function presentKeys(value: Readonly<Record<string, unknown>>): string[] {
  const keys = Object.keys(value)
  return keys.every((key) => value[key] !== undefined) ? keys : keys.filter((key) => value[key] !== undefined)
}
