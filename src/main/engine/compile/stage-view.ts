import type { Design } from '@shared/design/design'
import type { RestApi, RestApiDefinition } from '@shared/design/rest-api'
import type { Stage } from '@shared/design/stage'
import { findRestApi } from '@shared/design/route-key'
import type { ServedStage, StageRef } from '../runtime'

/** One stage of a REST API, or its canary, with the definition that answers there. */
export interface StageView extends ServedStage {
  readonly api: RestApi
  /** Of a canary: with its deployment, and its variables over those of the stage. */
  readonly settings: Stage
  readonly definition: RestApiDefinition
}

/** DEPLOYED: what the stage's deployment holds, as callers see it. CURRENT: the API as it stands, as if deployed now. */
export type DefinitionChoice = 'DEPLOYED' | 'CURRENT'

/** Undefined when the design has no such REST API or stage, or nothing is deployed to it. */
export function stageView(design: Design, ref: StageRef, choice: DefinitionChoice): StageView | undefined {
  const api = findRestApi(design, ref.apiId)
  const settings = api?.stages[ref.stage]
  if (api === undefined || settings === undefined) return undefined
  const definition = choice === 'CURRENT' ? api : deployedDefinition(api, settings.deploymentId)
  return definition && { apiId: ref.apiId, stage: ref.stage, api, settings, definition }
}

/**
 * The stage, and its canary after it. Empty when the design has no such REST API or stage, or nothing is deployed to it. A deployment
 * on a stage with a canary moves the canary, so with CURRENT it is the canary that has the API as it stands, and the stage what it was
 * deployed with. Source: rest-api.md 11.4.
 */
export function stageViews(design: Design, ref: StageRef, choice: DefinitionChoice): StageView[] {
  const view = stageView(design, ref, choice)
  const canary = view?.settings.canarySettings
  if (view === undefined) return []
  if (canary === undefined) return [view]
  const { api, settings } = view
  const deploymentId = canary.deploymentId ?? settings.deploymentId
  const ofStage = deployedDefinition(api, settings.deploymentId) ?? view.definition
  const ofCanary = choice === 'CURRENT' ? api : (deployedDefinition(api, deploymentId) ?? ofStage)
  const canarySettings: Stage = {
    ...settings,
    ...(deploymentId !== undefined && { deploymentId }),
    variables: { ...settings.variables, ...canary.stageVariableOverrides },
  }
  return [
    { ...view, definition: ofStage, isCanary: false },
    { ...view, definition: ofCanary, settings: canarySettings, isCanary: true },
  ]
}

function deployedDefinition(api: RestApi, deploymentId: string | undefined): RestApiDefinition | undefined {
  return api.deployments.find(({ id }) => id === deploymentId)?.definition
}
