import type { Design } from '../../design'
import type { V2Route } from '../../v2-api'
import { memberOf, patchMembers, setMember } from '../update-in'
import { changeV2Api } from './change-v2-api'

/** Members of a route set, which are those of its API's type; `undefined` removes one. */
export function updateV2Route<R extends V2Route>(
  design: Design,
  apiId: string,
  routeKey: string,
  patch: Partial<R>,
): Design {
  return changeV2Api(design, apiId, (api) => {
    const route = memberOf<V2Route>(api.routes, routeKey)
    if (route === undefined) return api
    const routes = setMember<Record<string, V2Route>, string>(api.routes, routeKey, patchMembers<R>(route as R, patch))
    return setMember(api, 'routes', routes as typeof api.routes)
  })
}
