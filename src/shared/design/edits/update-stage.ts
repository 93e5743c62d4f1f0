import type { Design } from '../design'
import type { Stage } from '../stage'
import { changeStage } from './change-stage'
import { patchMembers } from './update-in'

/** Members of a stage set; `undefined` removes an optional one. */
export function updateStage(design: Design, apiId: string, stageName: string, patch: Partial<Stage>): Design {
  return changeStage(design, apiId, stageName, (stage) => patchMembers(stage, patch))
}
