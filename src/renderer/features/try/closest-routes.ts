import { pathOf, segmentsOf } from './match-route'
import { DEFAULT_ROUTE, tryRoutes, type RoutedApi } from './try-route'

/** Routes looked at, and letters of a segment compared. */
const MOST_ROUTES = 2000
const MOST_LETTERS = 64

/** The routes whose addresses are nearest to one that none has, the nearest first: "GET /order" -> "GET /orders". */
export function closestRoutes(api: RoutedApi, method: string, path: string, count = 3): string[] {
  const segments = segmentsOf(pathOf(path))
  return tryRoutes(api)
    .filter(({ routeKey }) => routeKey !== DEFAULT_ROUTE)
    .slice(0, MOST_ROUTES)
    .map((route) => {
      const isVerb = route.verb === method || route.verb === 'ANY'
      return { key: route.routeKey, distance: pathDistance(segmentsOf(route.path), segments) + (isVerb ? 0 : 0.5) }
    })
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ key }) => key)
}

/** Segments that are to be changed, each by the share of its letters that differ. */
function pathDistance(route: readonly string[], segments: readonly string[]): number {
  const isGreedy = route.at(-1)?.endsWith('+}') ?? false
  const missing = isGreedy ? Math.max(0, route.length - segments.length) : Math.abs(route.length - segments.length)
  const shared = Math.min(route.length, segments.length)
  let distance = missing
  for (let index = 0; index < shared; index++) distance += segmentDistance(route[index] ?? '', segments[index] ?? '')
  return distance
}

function segmentDistance(part: string, segment: string): number {
  if (part === segment) return 0
  // A parameter takes anything; as written would still have been nearer.
  if (part.startsWith('{') && part.endsWith('}')) return segment === '' ? 1 : 0.25
  const [a, b] = [part.slice(0, MOST_LETTERS).toLowerCase(), segment.slice(0, MOST_LETTERS).toLowerCase()]
  return 0.05 + (1.45 * editDistance(a, b)) / Math.max(1, a.length, b.length)
}

/** Letters to be changed, added or taken away. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1])
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
