import type { CallableApi } from '@shared/design/callable-api'
import type { HttpApi, HttpRoute } from '@shared/design/http-api'
import { isVerb, type Method, type Verb } from '@shared/design/method'
import type { RestApiDefinition } from '@shared/design/rest-api'
import { restRoutes, splitRouteKey, type RestRoute } from '@shared/design/route-key'

/** A route that requests are made for. */
export type TryRoute = RestRoute | HttpTryRoute

/** A route of an HTTP API. */
export interface HttpTryRoute {
  /** "GET /items/{id}" or "$default". */
  readonly routeKey: string
  /** "$default" for that route. */
  readonly path: string
  /** ANY for `$default`. */
  readonly verb: Verb
  readonly route: HttpRoute
  /** Tells it from a route of a REST API. */
  readonly method: null
}

/** As much of an API as routes are found in. */
export type RoutedApi =
  Pick<HttpApi, 'protocolType' | 'routes'> | (Pick<RestApiDefinition, 'resources'> & { readonly protocolType?: 'REST' })

export const DEFAULT_ROUTE = '$default'

/** Every route in the order of the design. */
export function tryRoutes(api: RoutedApi): TryRoute[] {
  if (!isHttp(api)) return restRoutes(api)
  return Object.entries(api.routes).flatMap(([routeKey, route]) => httpTryRoute(routeKey, route))
}

function isHttp(api: RoutedApi): api is Pick<HttpApi, 'protocolType' | 'routes'> {
  return api.protocolType === 'HTTP'
}

/** None for what is no route key. */
function httpTryRoute(routeKey: string, route: HttpRoute): HttpTryRoute[] {
  if (routeKey === DEFAULT_ROUTE) return [{ routeKey, path: routeKey, verb: 'ANY', route, method: null }]
  const { verb, path } = splitRouteKey(routeKey)
  return isVerb(verb) && path.startsWith('/') ? [{ routeKey, path, verb, route, method: null }] : []
}

/** Who may call a route, and what it is called. */
export function accessOf(route: TryRoute): Method | HttpRoute {
  return route.method ?? route.route
}

/** Where an authorizer of the API reads who calls: names of headers and query parameters, each list in its order. */
export interface IdentityPlaces {
  readonly headers: readonly string[]
  readonly query: readonly string[]
}

/** Of the route's authorizer; empty for a route without one. */
export function identityPlaces(api: CallableApi, route: TryRoute | null): IdentityPlaces {
  const { authorizerId } = route === null ? {} : accessOf(route)
  if (authorizerId === undefined || !Object.hasOwn(api.authorizers, authorizerId)) return { headers: [], query: [] }
  const source = api.authorizers[authorizerId]?.identitySource ?? ''
  const text = typeof source === 'string' ? source : source.join(',')
  return { headers: namesIn(text, 'header'), query: namesIn(text, 'querystring') }
}

/** "method.request.header.Auth,$request.header.X" -> ["Auth", "X"]. */
function namesIn(sources: string, place: 'header' | 'querystring'): string[] {
  const found = sources.matchAll(new RegExp(`(?:method|\\$)\\.?request\\.${place}\\.([^,\\s]+)`, 'g'))
  return [...found].map(([, name = '']) => name)
}
