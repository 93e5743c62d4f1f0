import type { Design } from '../../design'
import type { V2Route } from '../../v2-api'
import { memberOf, setMember } from '../update-in'
import { changeV2Api } from './change-v2-api'

/** A route once more under a routeKey that is free, with the same integration; its settings in stages are not copied. */
export function duplicateV2Route(design: Design, apiId: string, fromKey: string, toKey: string): Design {
  return changeV2Api(design, apiId, (api) => {
    const route = memberOf<V2Route>(api.routes, fromKey)
    if (route === undefined || memberOf<V2Route>(api.routes, toKey)) return api
    const routes: Readonly<Record<string, V2Route>> = { ...api.routes, [toKey]: route }
    return setMember(api, 'routes', routes as typeof api.routes)
  })
}
