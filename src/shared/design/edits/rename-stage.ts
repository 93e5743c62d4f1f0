import type { Design } from '../design'
import { findRestApi } from '../route-key'
import { changeRestApi } from './change-rest-api'
import { moveStageReferences } from './move-stage-references'
import { memberOf, renameMember, setMember } from './update-in'

/** A stage under a new name that is free, at its place in the order; usage plans, domains and scenarios follow. */
export function renameStage(design: Design, apiId: string, fromName: string, toName: string): Design {
  const api = findRestApi(design, apiId)
  if (!api || !memberOf(api.stages, fromName) || memberOf(api.stages, toName)) return design
  const stages = renameMember(api.stages, fromName, toName)
  if (stages === api.stages) return design
  const renamed = changeRestApi(design, apiId, (each) => setMember(each, 'stages', stages))
  return moveStageReferences(renamed, { apiId, from: fromName, to: toName, scenarioStage: toName })
}
