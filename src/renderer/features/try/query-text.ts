export type Pair = readonly [name: string, value: string]

/** The query of a path as pairs, decoded: "/orders?a=1&b=x%20y" -> [["a", "1"], ["b", "x y"]]. */
export function queryOf(path: string): Pair[] {
  const mark = path.indexOf('?')
  if (mark === -1 || mark === path.length - 1) return []
  return path
    .slice(mark + 1)
    .split('&')
    .map((part) => {
      const equals = part.indexOf('=')
      return equals === -1 ? [decoded(part), ''] : [decoded(part.slice(0, equals)), decoded(part.slice(equals + 1))]
    })
}

/** The path with these pairs as its query. Pairs that are empty altogether are left out. */
export function withQuery(path: string, pairs: readonly Pair[]): string {
  const mark = path.indexOf('?')
  const bare = mark === -1 ? path : path.slice(0, mark)
  const written = pairs
    .filter(([name, value]) => name !== '' || value !== '')
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
  return written.length === 0 ? bare : `${bare}?${written.join('&')}`
}

/** A broken escape stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
