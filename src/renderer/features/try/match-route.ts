import { isVerb } from '@shared/design/method'
import { DEFAULT_ROUTE, tryRoutes, type RoutedApi, type TryRoute } from './try-route'

/**
 * The route that a request most likely reaches. For what the composer shows; the gateway decides by itself. Null when none fits.
 * REST: a segment as written before a parameter, a parameter before a greedy one, the verb before ANY. HTTP: routes without a greedy
 * parameter first, among them those of the verb itself, then segments as for REST, and `$default` for the rest.
 */
export function matchRoute(api: RoutedApi, method: string, path: string): TryRoute | null {
  const routes = tryRoutes(api)
  const isHttp = api.protocolType === 'HTTP'
  // No route of an HTTP API takes another verb, not even `$default`.
  if (isHttp && (!isVerb(method) || method === 'ANY')) return null
  const segments = segmentsOf(pathOf(path)).map(isHttp ? decoded : asWritten)
  const [found] = routes
    .filter(({ verb }) => verb === method || verb === 'ANY')
    .map((route) => ({ route, score: scoreOf(segmentsOf(route.path), segments) }))
    .flatMap(({ route, score }) => (score === null || route.routeKey === DEFAULT_ROUTE ? [] : [{ route, score }]))
    .toSorted(
      (a, b) =>
        (isHttp ? httpRank(a.route) - httpRank(b.route) : 0) ||
        compare(b.score, a.score) ||
        Number(a.route.verb === 'ANY') - Number(b.route.verb === 'ANY'),
    )
  return found?.route ?? routes.find(({ routeKey }) => routeKey === DEFAULT_ROUTE) ?? null
}

/** Source: API Gateway Developer Guide, "Create routes for HTTP APIs". */
function httpRank({ path, verb }: TryRoute): number {
  return (path.includes('+}') ? 2 : 0) + Number(verb === 'ANY')
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

function asWritten(segment: string): string {
  return segment
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
