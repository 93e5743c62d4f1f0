import type { Design } from '../../design'
import type { V2Stage } from '../../v2-api'
import { memberOf, patchMembers, setMember } from '../update-in'
import { changeV2Api } from './change-v2-api'

/** Members of a stage set; `undefined` removes one. */
export function updateV2Stage(design: Design, apiId: string, stageName: string, patch: Partial<V2Stage>): Design {
  return changeV2Api(design, apiId, (api) => {
    const stage = memberOf<V2Stage>(api.stages, stageName)
    if (stage === undefined) return api
    const stages = setMember<Record<string, V2Stage>, string>(api.stages, stageName, patchMembers(stage, patch))
    return setMember(api, 'stages', stages as typeof api.stages)
  })
}
