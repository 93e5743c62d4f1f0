import type { Design } from '../design'
import { methodSettingKey } from '../method-settings'
import type { Verb } from '../method'
import { findRestApi, splitRouteKey } from '../route-key'
import type { Stage } from '../stage'
import { changeRestApi } from './change-rest-api'
import { methodAt, setMethod } from './change-methods'
import { mapMembers, memberOf, setMember } from './update-in'

/** The same method once more at a route that is still free, with the settings it has in each stage. */
export function duplicateRoute(design: Design, apiId: string, fromKey: string, toPath: string, toVerb: Verb): Design {
  const api = findRestApi(design, apiId)
  const from = splitRouteKey(fromKey)
  const method = api && methodAt(api, from.path, from.verb)
  if (!method || methodAt(api, toPath, toVerb)) return design
  const fromSetting = methodSettingKey(from.path, from.verb)
  const toSetting = methodSettingKey(toPath, toVerb)
  const copySetting = (stage: Stage): Stage => {
    const setting = memberOf(stage.methodSettings, fromSetting)
    return setting ? setMember(stage, 'methodSettings', setMember(stage.methodSettings, toSetting, setting)) : stage
  }
  return changeRestApi(design, apiId, (before) => {
    const after = setMethod(before, toPath, toVerb, method)
    return after === before ? before : setMember(after, 'stages', mapMembers(after.stages, copySetting))
  })
}
