/** Decoded pairs in the order they were sent. */
export type QueryList = readonly (readonly [name: string, value: string])[]

/**
 * "a=1&b=x+y&a=%32" -> [["a", "1"], ["b", "x y"], ["a", "2"]]. What is no valid encoding stays as it was sent; ";" splits as "&" does.
 * Source: rest-api.md 3 and 9.2.
 */
export function parseQuery(rawQuery: string): QueryList {
  if (rawQuery === '') return NO_PAIRS
  return rawQuery.split(/[&;]/).flatMap((pair) => {
    if (pair === '') return []
    const equals = pair.indexOf('=')
    const [name, value] = equals === -1 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)]
    return [[decode(name), decode(value)] as const]
  })
}

const NO_PAIRS: QueryList = []

/** Name -> values in order. */
export function groupQuery(query: QueryList): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const [name, value] of query) {
    const known = groups.get(name)
    if (known === undefined) groups.set(name, [value])
    else known.push(value)
  }
  return groups
}

/** Every value of a query parameter, decoded, in order. */
export function queryValues(query: QueryList, name: string): string[] {
  return query.filter(([other]) => other === name).map(([, value]) => value)
}

function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ')
  try {
    return decodeURIComponent(spaced)
  } catch {
    return spaced
  }
}
