import { idFrom } from '@shared/design/id-from'
import { integrationIdOf } from '@shared/design/v2-api'
import type { WebSocketAuthorizer, WebSocketRoute } from '@shared/design/websocket-api'
import type { IdentityReader } from '../../engine/authorizers/identity-source'
import { apiStageViews, isWebSocketView, type WebSocketStageView } from '../../engine/compile/api-stage-view'
import { ABSENT } from '../../engine/flight'
import type { Runtime, WebSocketCompiledRoute } from '../../engine/runtime'
import { compileIntegration, type CompiledIntegration } from '../../engine/websocket-api/compiled-integration'
import { compileConnectIdentity } from '../../engine/websocket-api/connect-authorizer'
import { compileMessageCheck, type MessageCheck } from '../../engine/websocket-api/message-check'
import { isTwoWay } from '../../engine/websocket-api/reply'
import {
  CONNECT_ROUTE,
  DISCONNECT_ROUTE,
  compileRouteChoice,
  type RouteChoice,
} from '../../engine/websocket-api/route-choice'
import type { Design } from '@shared/design/design'
import type { LiveRoute } from '../live-route'
import { asBackendRoute } from './as-backend-route'

/** One stage of a WebSocket API as the live host knows it. */
export interface LiveWebSocketStage {
  readonly design: Design
  readonly view: WebSocketStageView
  readonly variables: Readonly<Record<string, string>>
  readonly chooseRoute: RouteChoice
  readonly routes: ReadonlyMap<string, LiveWebSocketRoute>
  readonly connect: LiveWebSocketRoute
  readonly disconnect: LiveWebSocketRoute | null
}

/** One route: everything about it that is dear to find out, found out once. */
export interface LiveWebSocketRoute {
  /** In the runtime. */
  readonly index: number
  readonly routeKey: string
  readonly route: WebSocketRoute
  /** Null: messages are taken, and nothing is done with them. */
  readonly integration: CompiledIntegration | null
  readonly check: MessageCheck | null
  readonly isTwoWay: boolean
  /** Of `$connect`. */
  readonly authorizer: ConnectAuthorizer | null
  /** The same route as backends know routes. */
  readonly backend: LiveRoute
}

export interface ConnectAuthorizer {
  readonly id: string
  readonly settings: WebSocketAuthorizer
  readonly reader: IdentityReader
}

/** "a1b2c3d4e5/prod". */
export function stageKey(apiId: string, stage: string): string {
  return `${apiId}/${stage}`
}

/** What the live host knows of a runtime's stages of WebSocket APIs, by `stageKey`. */
export function webSocketStages(design: Design, runtime: Runtime): ReadonlyMap<string, LiveWebSocketStage> {
  const stages = new Map<string, LiveWebSocketStage>()
  for (const [index, ref] of runtime.names.stages.entries()) {
    const view = apiStageViews(design, ref, 'DEPLOYED').find(isWebSocketView)
    if (view !== undefined) stages.set(stageKey(ref.apiId, ref.stage), liveStage(design, runtime, view, index))
  }
  return stages
}

function liveStage(design: Design, runtime: Runtime, view: WebSocketStageView, stage: number): LiveWebSocketStage {
  const routes = new Map<string, LiveWebSocketRoute>()
  for (const [index, compiled] of runtime.names.routes.entries()) {
    if (runtime.stageOf[index] !== stage || compiled.protocolType !== 'WEBSOCKET') continue
    routes.set(compiled.routeKey, liveRoute(design, runtime, view, compiled, index))
  }
  return {
    design,
    view,
    variables: view.settings.stageVariables ?? {},
    chooseRoute: compileRouteChoice(view.api.routeSelectionExpression, [...routes.keys()]),
    routes,
    // The runtime has one for every stage.
    connect: routes.get(CONNECT_ROUTE)!,
    disconnect: routes.get(DISCONNECT_ROUTE) ?? null,
  }
}

function liveRoute(
  design: Design,
  runtime: Runtime,
  view: WebSocketStageView,
  { route, routeKey }: WebSocketCompiledRoute,
  index: number,
): LiveWebSocketRoute {
  const { integrations } = view.api
  const id = integrationIdOf(route) ?? ''
  const settings = Object.hasOwn(integrations, id) ? integrations[id]! : null
  return {
    index,
    routeKey,
    route,
    integration: settings && compileIntegration(settings),
    check: compileMessageCheck(route, view.api),
    isTwoWay: isTwoWay(route),
    authorizer: connectAuthorizer(runtime, view, index),
    backend: asBackendRoute(design, view, routeKey, settings, index, idFrom(`route ${view.apiId} ${routeKey}`, 6)),
  }
}

function connectAuthorizer(runtime: Runtime, view: WebSocketStageView, route: number): ConnectAuthorizer | null {
  const index = runtime.authorizerOf[route]!
  if (index === ABSENT) return null
  const id = runtime.names.authorizers[index]!.authorizerId
  const settings = view.api.authorizers[id]!
  return { id, settings, reader: compileConnectIdentity(settings) }
}
