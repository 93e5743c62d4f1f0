import type { Design } from '../../design'
import type { V2Api, V2Integration, V2Route } from '../../v2-api'
import { memberOf, setMember } from '../update-in'
import { changeV2Api } from './change-v2-api'

/** What a new route points to: an integration that is there, or a further one under an id that is free. */
export interface NewV2Route {
  readonly routeKey: string
  readonly route: V2Route
  /** Added under the route's `target`. */
  readonly integration?: V2Integration
}

/** A further route, last in the list. An existing route stays as it is. */
export function addV2Route(design: Design, apiId: string, { routeKey, route, integration }: NewV2Route): Design {
  return changeV2Api(design, apiId, (api) => {
    if (memberOf<V2Route>(api.routes, routeKey)) return api
    const routes = { ...api.routes, [routeKey]: route }
    if (integration === undefined || route.target === undefined) return withParts(api, { routes })
    return withParts(api, { routes, integrations: { ...api.integrations, [route.target]: integration } })
  })
}

/** The type of API and that of its parts belong together, which the caller answers for. */
function withParts<A extends V2Api>(
  api: A,
  parts: {
    readonly routes: Readonly<Record<string, V2Route>>
    readonly integrations?: Readonly<Record<string, V2Integration>>
  },
): A {
  const withRoutes = setMember(api, 'routes', parts.routes as A['routes'])
  return parts.integrations === undefined
    ? withRoutes
    : setMember(withRoutes, 'integrations', parts.integrations as A['integrations'])
}
