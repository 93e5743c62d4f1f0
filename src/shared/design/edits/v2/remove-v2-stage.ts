import type { Design } from '../../design'
import type { V2Stage } from '../../v2-api'
import { findApi } from '../../route-key'
import { moveStageReferences } from '../move-stage-references'
import { memberOf, removeMember, setMember } from '../update-in'
import { changeV2Api } from './change-v2-api'

/**
 * A stage goes, with its places in usage plans and domains. Scenarios that called it call the first stage that is left; without one
 * they go too.
 */
export function removeV2Stage(design: Design, apiId: string, stageName: string): Design {
  const without = changeV2Api(design, apiId, (api) =>
    memberOf<V2Stage>(api.stages, stageName) ? setMember(api, 'stages', removeMember(api.stages, stageName)) : api,
  )
  if (without === design) return design
  const scenarioStage = Object.keys(findApi(without, apiId)!.stages)[0] ?? null
  return moveStageReferences(without, { apiId, from: stageName, to: null, scenarioStage })
}
