import type { Api } from '@shared/design/api'
import type { HttpApi } from '@shared/design/http-api'
import type { RestApi } from '@shared/design/rest-api'
import { restRoutes, splitRouteKey, type RestRoute } from '@shared/design/route-key'
import { sampleBody } from './sample-body'
import { httpTokenPlaces, restTokenPlaces, type RequestPlace } from './token-places'

/** How one route of a source is called. */
export interface LoadRoute {
  readonly routeKey: string
  /** "post_orders_id": for tags and names; no other route of the API has it. */
  readonly id: string
  /** "GET" where the route takes any. */
  readonly verb: string
  /** Percent-encoded but for its parameters, which stand in braces: "/orders/{id}". */
  readonly path: string
  readonly weight: number
  readonly body: string | null
  readonly contentType: string | null
  /** Query parameters and headers that say which item is asked for, as the parameters of the path do. */
  readonly itemQuery: readonly string[]
  readonly itemHeaders: readonly string[]
  /** Where the caller's token goes; empty on a route without an authorizer. */
  readonly tokens: readonly RequestPlace[]
  /** Requests must be signed for IAM, which no load tool does by itself. */
  readonly isSigned: boolean
}

type Described = Omit<LoadRoute, 'id' | 'weight'>

/** By routeKey, every route that can be called over HTTP. `id`s are given by the caller. */
export function describedRoutes(api: Api): Map<string, Described> {
  if (api.protocolType === 'WEBSOCKET') return new Map()
  const routes = api.protocolType === 'REST' ? restRoutes(api).map((route) => ofRest(api, route)) : ofHttp(api)
  return new Map(routes.map((route) => [route.routeKey, route]))
}

const BODY_VERBS = new Set(['POST', 'PUT', 'PATCH'])

function ofRest(api: RestApi, { routeKey, verb, path, method }: RestRoute): Described {
  const tokens = restTokenPlaces(api, method)
  const items = itemPlaces([
    ...(method.integration?.cacheKeyParameters ?? []),
    ...Object.entries(method.requestParameters ?? {}).flatMap(([name, isRequired]) => (isRequired ? [name] : [])),
  ]).filter(({ name }) => !tokens.some((token) => token.name.toLowerCase() === name.toLowerCase()))
  const body = BODY_VERBS.has(verb) ? sampleBody(api, method) : null
  return {
    routeKey,
    path: encodedPath(path),
    tokens,
    verb: verb === 'ANY' ? 'GET' : verb,
    body: body?.text ?? null,
    contentType: body?.contentType ?? null,
    itemQuery: namesIn(items, 'query'),
    itemHeaders: namesIn(items, 'header'),
    isSigned: method.authorizationType === 'AWS_IAM',
  }
}

function ofHttp(api: HttpApi): Described[] {
  return Object.entries(api.routes).map(([routeKey, route]) => {
    const { verb, path } = routeKey === '$default' ? { verb: 'ANY', path: '/' } : splitRouteKey(routeKey)
    const hasBody = BODY_VERBS.has(verb)
    return {
      routeKey,
      path: encodedPath(path),
      tokens: httpTokenPlaces(api, route),
      verb: verb === 'ANY' ? 'GET' : verb,
      body: hasBody ? '{}' : null,
      contentType: hasBody ? 'application/json' : null,
      itemQuery: [],
      itemHeaders: [],
      isSigned: route.authorizationType === 'AWS_IAM',
    }
  })
}

function encodedPath(path: string): string {
  return encodeURI(path.replaceAll(/\p{Surrogate}/gu, ''))
    .replaceAll('%7B', '{')
    .replaceAll('%7D', '}')
}

/** "method.request.querystring.status" -> { in: "query", name: "status" }; path parameters and what the integration adds are left out. */
function itemPlaces(parameters: readonly string[]): RequestPlace[] {
  const found = parameters.flatMap((parameter): RequestPlace[] => {
    const [, kind, name] = /^method\.request\.(?:multivalue)?(querystring|header)\.(.+)$/.exec(parameter) ?? []
    if (kind === undefined || name === undefined) return []
    return [{ in: kind === 'header' ? 'header' : 'query', name }]
  })
  return found.filter(
    (place, index) => found.findIndex((one) => one.in === place.in && one.name === place.name) === index,
  )
}

function namesIn(places: readonly RequestPlace[], part: RequestPlace['in']): string[] {
  return places.flatMap((place) => (place.in === part ? [place.name] : []))
}
