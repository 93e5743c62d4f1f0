import type { Design } from '../design'
import { findRestApi } from '../route-key'
import { changeStage } from './change-stage'
import { setMember } from './update-in'

/** A stage points at another deployment of its API: the way back to an older one. */
export function pointStageAt(design: Design, apiId: string, stageName: string, deploymentId: string): Design {
  const isKnown = findRestApi(design, apiId)?.deployments.some((deployment) => deployment.id === deploymentId)
  if (!isKnown) return design
  return changeStage(design, apiId, stageName, (stage) => setMember(stage, 'deploymentId', deploymentId))
}
