import type { Design } from '../design'
import { ALL_METHODS, methodSettingKey, type MethodSetting } from '../method-settings'
import type { RestApi } from '../rest-api'
import { findRestApi, restRoutes } from '../route-key'
import { changeStage } from './change-stage'
import { memberOf, patchMembers, removeMember, setMember } from './update-in'

/**
 * Members of a stage's setting for one method ("/orders/POST") or all ("*\/*") set; `undefined` gives a member back to inheritance.
 * An entry without members disappears. A key that no method has is refused, unless its entry is there already.
 */
export function setMethodSetting(
  design: Design,
  apiId: string,
  stageName: string,
  key: string,
  patch: MethodSetting,
): Design {
  const api = findRestApi(design, apiId)
  if (!api) return design
  return changeStage(design, apiId, stageName, (stage) => {
    const known = memberOf(stage.methodSettings, key)
    if (!known && !isMethodKey(api, key)) return stage
    const setting = patchMembers(known ?? {}, patch)
    const isEmpty = Object.keys(setting).length === 0
    const settings = isEmpty ? removeMember(stage.methodSettings, key) : setMember(stage.methodSettings, key, setting)
    return setMember(stage, 'methodSettings', settings)
  })
}

function isMethodKey(api: RestApi, key: string): boolean {
  return key === ALL_METHODS || restRoutes(api).some((route) => methodSettingKey(route.path, route.verb) === key)
}
