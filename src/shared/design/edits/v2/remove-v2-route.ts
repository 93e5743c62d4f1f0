import type { Design } from '../../design'
import { integrationIdOf, type V2Api, type V2Route } from '../../v2-api'
import { memberOf, removeMember, setMember } from '../update-in'
import { changeV2Api } from './change-v2-api'
import { moveV2RouteReferences } from './move-v2-route-references'

/** A route goes, with its settings in every stage, its traffic, and its integration when no other route points to that. */
export function removeV2Route(design: Design, apiId: string, routeKey: string): Design {
  const changed = changeV2Api(design, apiId, (api) => {
    const route = memberOf<V2Route>(api.routes, routeKey)
    if (route === undefined) return api
    const without = setMember(api, 'routes', removeMember(api.routes, routeKey))
    return withoutUnusedIntegration(without, integrationIdOf(route))
  })
  return changed === design ? design : moveV2RouteReferences(changed, apiId, routeKey, null)
}

function withoutUnusedIntegration<A extends V2Api>(api: A, integrationId: string | undefined): A {
  const isUsed = Object.values<V2Route>(api.routes).some((route) => integrationIdOf(route) === integrationId)
  if (integrationId === undefined || isUsed) return api
  return setMember(api, 'integrations', removeMember(api.integrations, integrationId))
}
