/** One segment of a resource path: "orders", "{id}" or "{proxy+}". */
export type PathSegment =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'greedy'; readonly name: string }

/**
 * "/orders/{id}" -> a literal and a parameter; "/" -> no segments.
 * A segment is a parameter only as a whole: "resource{id}" is literal text.
 */
export function parsePathTemplate(path: string): PathSegment[] {
  return trimSlashes(path) === '' ? [] : trimSlashes(path).split('/').map(parseSegment)
}

/**
 * Drop the slashes at both ends; those between segments stay, doubled ones too.
 * Source: recorded behaviour for the leading slashes and one trailing slash; more trailing slashes are assumed to count as one.
 */
export function trimSlashes(path: string): string {
  let start = 0
  let end = path.length
  while (start < end && path[start] === '/') start++
  while (end > start && path[end - 1] === '/') end--
  return path.slice(start, end)
}

function parseSegment(text: string): PathSegment {
  if (!text.startsWith('{') || !text.endsWith('}') || text.length < 3) return { kind: 'literal', text }
  const inner = text.slice(1, -1)
  if (inner.includes('{') || inner.includes('}')) return { kind: 'literal', text }
  if (!inner.endsWith('+')) return { kind: 'parameter', name: inner }
  return inner.length > 1 ? { kind: 'greedy', name: inner.slice(0, -1) } : { kind: 'literal', text }
}
