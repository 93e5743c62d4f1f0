import { definitionOf } from '../definition-of'
import type { Deployment } from '../deployment'
import type { Design } from '../design'
import type { RestApi } from '../rest-api'
import type { Stage } from '../stage'
import { changeRestApi } from './change-rest-api'
import { memberOf, setMember } from './update-in'

/** How many deployments are kept besides those that a stage or its canary points at. */
export const KEPT_DEPLOYMENTS = 10

/**
 * A snapshot of the API becomes its newest deployment and the stage points at it; a stage that is new is made, as CreateDeployment
 * does. On a stage with a canary the canary moves and the stage keeps what it has. The snapshot shares its parts with the API. Refused
 * when the API has a deployment with this id. Source: rest-api.md 11.4.
 */
export function deploy(
  design: Design,
  apiId: string,
  stageName: string,
  deployment: Omit<Deployment, 'definition'>,
): Design {
  return changeRestApi(design, apiId, (api) => {
    if (api.deployments.some((each) => each.id === deployment.id) || stageName === '__proto__') return api
    const stage = memberOf(api.stages, stageName) ?? { methodSettings: {} }
    const stages = setMember(api.stages, stageName, pointedAt(stage, deployment.id))
    const deployments = [{ ...deployment, definition: definitionOf(api) }, ...api.deployments]
    return keepReferenced({ ...api, stages, deployments })
  })
}

function pointedAt(stage: Stage, deploymentId: string): Stage {
  const { canarySettings: canary } = stage
  // A stage without a deployment has nothing that a canary could stand beside.
  if (canary === undefined || stage.deploymentId === undefined) return setMember(stage, 'deploymentId', deploymentId)
  return setMember(stage, 'canarySettings', setMember(canary, 'deploymentId', deploymentId))
}

function keepReferenced(api: RestApi): RestApi {
  const used = new Set(
    Object.values(api.stages).flatMap((stage) => [stage.deploymentId, stage.canarySettings?.deploymentId]),
  )
  const kept = api.deployments.filter((each, index) => index < KEPT_DEPLOYMENTS || used.has(each.id))
  return { ...api, deployments: kept }
}
