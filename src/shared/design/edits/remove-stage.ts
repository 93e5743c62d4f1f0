import type { Design } from '../design'
import { findRestApi } from '../route-key'
import { changeRestApi } from './change-rest-api'
import { moveStageReferences } from './move-stage-references'
import { memberOf, removeMember, setMember } from './update-in'

/**
 * A stage goes, with its places in usage plans and domains. Scenarios that called it call the first stage that is left; without
 * one they go too. Deployments stay.
 */
export function removeStage(design: Design, apiId: string, stageName: string): Design {
  const api = findRestApi(design, apiId)
  if (!api || !memberOf(api.stages, stageName)) return design
  const stages = removeMember(api.stages, stageName)
  const without = changeRestApi(design, apiId, (each) => setMember(each, 'stages', stages))
  const scenarioStage = Object.keys(stages)[0] ?? null
  return moveStageReferences(without, { apiId, from: stageName, to: null, scenarioStage })
}
