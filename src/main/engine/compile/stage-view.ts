import type { Design } from '@shared/design/design'
import type { RestApi, RestApiDefinition } from '@shared/design/rest-api'
import type { Stage } from '@shared/design/stage'
import { findRestApi } from '@shared/design/route-key'
import type { StageRef } from '../runtime'

/** One stage of a REST API with the definition that answers there. */
export interface StageView extends StageRef {
  readonly api: RestApi
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
  const definition =
    choice === 'CURRENT' ? api : api.deployments.find(({ id }) => id === settings.deploymentId)?.definition
  return definition && { apiId: ref.apiId, stage: ref.stage, api, settings, definition }
}
