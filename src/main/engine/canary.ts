import type { Stage } from '@shared/design/stage'

/**
 * Whether a request goes to the canary of its stage: `draw` is a number from 0 up to but not including 1, a new one for each request, from
 * wherever the host takes chance. Source: API Gateway Developer Guide, "Set up an API Gateway canary release deployment": at random.
 */
export function isForCanary(percentTraffic: number, draw: number): boolean {
  return draw * 100 < percentTraffic
}

/**
 * Whether a stage and its canary answer with each other's cached responses: only when the canary uses the stage's cache and both have the
 * same deployment. In one cache, with different deployments, each has entries of its own.
 * Source: API Gateway Developer Guide, "Set up an API Gateway canary release deployment".
 */
export function sharesCacheEntries({ deploymentId, canarySettings: canary }: Stage): boolean {
  return canary?.useStageCache === true && (canary.deploymentId ?? deploymentId) === deploymentId
}
