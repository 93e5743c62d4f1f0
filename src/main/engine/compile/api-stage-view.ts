import type { Design } from '@shared/design/design'
import type { HttpApi, HttpStage } from '@shared/design/http-api'
import { findApi } from '@shared/design/route-key'
import type { WebSocketApi, WebSocketStage } from '@shared/design/websocket-api'
import type { ServedStage, StageRef } from '../runtime'
import { stageViews, type DefinitionChoice, type StageView } from './stage-view'

/** One stage of an HTTP API. What answers there is the API as it stands: its model has no deployments. */
export interface HttpStageView extends ServedStage {
  readonly api: HttpApi
  readonly settings: HttpStage
}

/** One stage of a WebSocket API, which has no deployments in the model either. */
export interface WebSocketStageView extends ServedStage {
  readonly api: WebSocketApi
  readonly settings: WebSocketStage
}

/** A stage of an API of any type. */
export type ApiStageView = StageView | HttpStageView | WebSocketStageView

/** A stage, and for a REST API its canary after it. Empty when the design has no such stage, or nothing is deployed to it. */
export function apiStageViews(design: Design, ref: StageRef, choice: DefinitionChoice): ApiStageView[] {
  const api = findApi(design, ref.apiId)
  if (api === undefined) return []
  if (api.protocolType === 'REST') return stageViews(design, ref, choice)
  if (api.protocolType === 'HTTP') {
    const settings = api.stages[ref.stage]
    return settings === undefined ? [] : [{ apiId: ref.apiId, stage: ref.stage, api, settings }]
  }
  const settings = api.stages[ref.stage]
  return settings === undefined ? [] : [{ apiId: ref.apiId, stage: ref.stage, api, settings }]
}

export function isRestView(view: ApiStageView): view is StageView {
  return view.api.protocolType === 'REST'
}

export function isHttpView(view: ApiStageView): view is HttpStageView {
  return view.api.protocolType === 'HTTP'
}

export function isWebSocketView(view: ApiStageView): view is WebSocketStageView {
  return view.api.protocolType === 'WEBSOCKET'
}
