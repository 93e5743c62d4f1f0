import type { Design } from '@shared/design/design'
import type { HttpApi, HttpIntegration, HttpRoute, RouteSettings } from '@shared/design/http-api'
import { integrationIdOf, type V2Stage } from '@shared/design/v2-api'
import type { WebSocketApi, WebSocketIntegration, WebSocketRoute } from '@shared/design/websocket-api'

interface RouteContext<Api, Route, Integration> {
  readonly design: Design
  readonly api: Api
  /** Place of `api` in the design, for JSON pointers. */
  readonly apiIndex: number
  readonly routeKey: string
  readonly route: Route
  /** "" without a stage. */
  readonly stageName: string
  readonly stage: V2Stage
  /** What the route sets for itself in the stage. */
  readonly settings: RouteSettings
  /** Key in `integrations`; null when the route has none, or one that does not exist. */
  readonly integrationId: string | null
  readonly integration: Integration | null
}

/** One route of an HTTP API, as a stage serves it. */
export interface HttpRouteContext extends RouteContext<HttpApi, HttpRoute, HttpIntegration> {
  readonly protocolType: 'HTTP'
}

/** One route of a WebSocket API, as a stage serves it. */
export interface WebSocketRouteContext extends RouteContext<WebSocketApi, WebSocketRoute, WebSocketIntegration> {
  readonly protocolType: 'WEBSOCKET'
}

export type V2RouteContext = HttpRouteContext | WebSocketRouteContext

const NO_STAGE: V2Stage = { autoDeploy: true }

/** null when there is no such API or route. */
export function v2RouteContext(
  design: Design,
  apiId: string,
  stageName: string | null,
  routeKey: string,
): V2RouteContext | null {
  const apiIndex = design.apis.findIndex((api) => api.id === apiId)
  const api = design.apis[apiIndex]
  if (api === undefined || api.protocolType === 'REST' || !Object.hasOwn(api.routes, routeKey)) return null
  const name = stageName !== null && Object.hasOwn(api.stages, stageName) ? stageName : ''
  const stage: V2Stage = api.stages[name] ?? NO_STAGE
  const id = integrationIdOf(api.routes[routeKey]!)
  const integrationId = id !== undefined && Object.hasOwn(api.integrations, id) ? id : null
  const parts = {
    design,
    apiIndex,
    routeKey,
    stageName: name,
    stage,
    settings: stage.routeSettings?.[routeKey] ?? {},
    integrationId,
  }
  return api.protocolType === 'HTTP'
    ? {
        ...parts,
        protocolType: 'HTTP',
        api,
        route: api.routes[routeKey]!,
        integration: partOf(api.integrations, integrationId),
      }
    : {
        ...parts,
        protocolType: 'WEBSOCKET',
        api,
        route: api.routes[routeKey]!,
        integration: partOf(api.integrations, integrationId),
      }
}

function partOf<V>(record: { readonly [id: string]: V }, id: string | null): V | null {
  return id === null ? null : (record[id] ?? null)
}
