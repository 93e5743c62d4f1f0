import type { Stage } from './stage'

/** The deployment that the next one takes the place of: the canary's where the stage has one, else the stage's. */
export function movingDeploymentId(stage: Stage | undefined): string | undefined {
  return stage?.canarySettings?.deploymentId ?? stage?.deploymentId
}
