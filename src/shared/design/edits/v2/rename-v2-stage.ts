import type { Design } from '../../design'
import type { V2Stage } from '../../v2-api'
import { moveStageReferences } from '../move-stage-references'
import { memberOf, renameMember, setMember } from '../update-in'
import { changeV2Api } from './change-v2-api'

/** A stage under a new name that is free, at its place in the order; usage plans, domains and scenarios follow. */
export function renameV2Stage(design: Design, apiId: string, fromName: string, toName: string): Design {
  const renamed = changeV2Api(design, apiId, (api) => {
    if (memberOf<V2Stage>(api.stages, toName)) return api
    return setMember(api, 'stages', renameMember<V2Stage, typeof api.stages>(api.stages, fromName, toName))
  })
  if (renamed === design) return design
  return moveStageReferences(renamed, { apiId, from: fromName, to: toName, scenarioStage: toName })
}
