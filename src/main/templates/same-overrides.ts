type Json = unknown

/**
 * Whether a template wrote the overrides that a case expects. The order of members does not count, and neither do empty maps: the
 * service makes those for every render.
 */
export function sameOverrides(expected: Json, actual: Json): boolean {
  return same(expected, actual, 0)
}

/** Deeper values count as different: a crafted one must not exhaust the stack. */
const MAX_DEPTH = 200

function same(a: Json, b: Json, depth: number): boolean {
  if (Object.is(a, b)) return true
  if (depth > MAX_DEPTH) return false
  if (Array.isArray(a) || Array.isArray(b)) return sameLists(a, b, depth)
  if (!isMap(a) || !isMap(b)) return false
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].every(
    (name) => same(member(a, name), member(b, name), depth + 1) || (isNothing(a, name) && isNothing(b, name)),
  )
}

function sameLists(a: Json, b: Json, depth: number): boolean {
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
  return a.every((item, index) => same(item, b[index], depth + 1))
}

type JsonMap = { readonly [name: string]: Json }

function isMap(value: Json): value is JsonMap {
  return typeof value === 'object' && value !== null
}

function member(map: JsonMap, name: string): Json {
  return Object.hasOwn(map, name) ? map[name] : undefined
}

function isNothing(map: JsonMap, name: string): boolean {
  const value = member(map, name)
  return value === undefined || (isMap(value) && !Array.isArray(value) && Object.keys(value).length === 0)
}
