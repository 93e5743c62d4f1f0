import { authorizerOf } from '../engine/compile/route-plan'
import type { RouteOfView } from './traffic-tables'

/** What the cache key of a route tells apart. */
export interface CacheKeyTraits {
  readonly hasItem: boolean
  readonly hasCaller: boolean
}

const AUTHORIZATION = 'method.request.header.authorization'

/**
 * A parameter that is where the authorizer finds the caller (its identity source, the Authorization header when it does not say), or that
 * the integration fills from what the authorizer found out, tells callers apart; any other one tells items apart.
 */
export function cacheKeyTraits(route: RouteOfView): CacheKeyTraits {
  const { cacheKeyParameters = [], requestParameters = {} } = route.method.integration ?? {}
  const sources = identitySources(route)
  const originOf = (name: string): string => (Object.hasOwn(requestParameters, name) ? requestParameters[name]! : name)
  const origins = cacheKeyParameters.map((name) => normalized(originOf(name)))
  const isCaller = (origin: string): boolean => sources.includes(origin) || origin.startsWith('context.authorizer.')
  return { hasItem: origins.some((origin) => !isCaller(origin)), hasCaller: origins.some(isCaller) }
}

function identitySources(route: RouteOfView): string[] {
  const id = authorizerOf(route.view, route)
  const source = id === undefined ? undefined : route.view.definition.authorizers[id]?.identitySource
  return source === undefined ? [AUTHORIZATION] : source.split(',').map((one) => normalized(one.trim()))
}

/** Names of headers are the same in any case. */
function normalized(place: string): string {
  return place.startsWith('method.request.header.') ? place.toLowerCase() : place
}
