import type { Design } from '../../design'
import type { RouteSettings } from '../../http-api'
import { findApi } from '../../route-key'
import type { V2Stage } from '../../v2-api'
import { memberOf, patchMembers, removeMember, setMember } from '../update-in'
import { updateV2Stage } from './update-v2-stage'

/**
 * Settings of one route in a stage, or with `null` of every route that has none of its own. `undefined` removes a member; settings
 * without members go.
 */
export function setRouteSettings(
  design: Design,
  apiId: string,
  stageName: string,
  routeKey: string | null,
  patch: RouteSettings,
): Design {
  const api = findApi(design, apiId)
  if (api === undefined || api.protocolType === 'REST') return design
  const stage = memberOf<V2Stage>(api.stages, stageName)
  if (stage === undefined) return design
  if (routeKey === null) {
    return updateV2Stage(design, apiId, stageName, {
      defaultRouteSettings: present(patchMembers(stage.defaultRouteSettings ?? {}, patch)),
    })
  }
  const all = stage.routeSettings ?? {}
  const own = present(patchMembers(memberOf(all, routeKey) ?? {}, patch))
  const routeSettings = own === undefined ? removeMember(all, routeKey) : setMember(all, routeKey, own)
  return updateV2Stage(design, apiId, stageName, { routeSettings: present(routeSettings) })
}

function present<T extends object>(record: T): T | undefined {
  return Object.keys(record).length === 0 ? undefined : record
}
