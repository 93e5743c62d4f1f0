import type { Design } from '../design'
import { changeStage } from './change-stage'
import { patchMembers } from './update-in'

/**
 * The canary of a stage becomes the stage: its deployment and its variables, which replace those of the same name. Then the stage has no
 * canary any more. Nothing changes for a stage without one.
 * Source: API Gateway Developer Guide, "Promote a canary release"; rest-api.md 11.4. Departure: the console's promotion keeps an empty
 * canary until it is deleted.
 */
export function promoteCanary(design: Design, apiId: string, stageName: string): Design {
  return changeStage(design, apiId, stageName, (stage) => {
    const { canarySettings: canary } = stage
    if (canary === undefined) return stage
    const overrides = canary.stageVariableOverrides ?? {}
    const hasOverrides = Object.keys(overrides).length > 0
    return patchMembers(stage, {
      ...(canary.deploymentId !== undefined && { deploymentId: canary.deploymentId }),
      ...(hasOverrides && { variables: { ...stage.variables, ...overrides } }),
      canarySettings: undefined,
    })
  })
}
