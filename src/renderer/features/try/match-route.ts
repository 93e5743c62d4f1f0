import type { RestApiDefinition } from '@shared/design/rest-api'
import { restRoutes, type RestRoute } from '@shared/design/route-key'

/**
 * The route that a request most likely reaches: a segment as written before a parameter, a parameter before a greedy one, the verb
 * before ANY. For what the composer shows; the gateway decides by itself. Null when none fits.
 */
export function matchRoute(api: Pick<RestApiDefinition, 'resources'>, method: string, path: string): RestRoute | null {
  const segments = segmentsOf(pathOf(path))
  const found = restRoutes(api)
    .filter(({ verb }) => verb === method || verb === 'ANY')
    .map((route) => ({ route, score: scoreOf(segmentsOf(route.path), segments) }))
    .filter((each) => each.score !== null)
    .toSorted(
      (a, b) =>
        compare(b.score ?? '', a.score ?? '') || Number(a.route.verb === 'ANY') - Number(b.route.verb === 'ANY'),
    )
  return found[0]?.route ?? null
}

/** "/orders/7?expand=items" -> "/orders/7". */
export function pathOf(target: string): string {
  const mark = target.indexOf('?')
  return mark === -1 ? target : target.slice(0, mark)
}

/** "/orders/7/" -> ["orders", "7"]: a slash at the end changes nothing. */
export function segmentsOf(path: string): string[] {
  return path.replace(/^\/+|\/+$/g, '').split('/')
}

/** One letter a segment, better ones greater; null when the route does not fit. */
function scoreOf(route: readonly string[], segments: readonly string[]): string | null {
  let score = ''
  for (const [index, part] of route.entries()) {
    const segment = segments[index]
    if (segment === undefined) return null
    if (part.endsWith('+}')) return segment === '' ? null : `${score}a`
    if (!isParameter(part) && part !== segment) return null
    if (isParameter(part) && segment === '') return null
    score += isParameter(part) ? 'b' : 'c'
  }
  return route.length === segments.length ? score : null
}

function isParameter(segment: string): boolean {
  return segment.startsWith('{') && segment.endsWith('}')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
