import type { Design } from '../../design'
import { memberOf, renameMember, setMember } from '../update-in'
import { changeV2Api } from './change-v2-api'
import { moveV2RouteReferences } from './move-v2-route-references'
import type { V2Route } from '../../v2-api'

/** A route under another routeKey that is free, at its place in the order; route settings and scenarios follow. */
export function renameV2Route(design: Design, apiId: string, fromKey: string, toKey: string): Design {
  const changed = changeV2Api(design, apiId, (api) => {
    if (memberOf<V2Route>(api.routes, toKey)) return api
    return setMember(api, 'routes', renameMember<V2Route, typeof api.routes>(api.routes, fromKey, toKey))
  })
  return changed === design ? design : moveV2RouteReferences(changed, apiId, fromKey, toKey)
}
