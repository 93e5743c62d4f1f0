import type { Api } from './api'
import type { HttpApi, HttpAuthorizer, HttpIntegration, HttpRoute, HttpStage } from './http-api'
import type {
  WebSocketApi,
  WebSocketAuthorizer,
  WebSocketIntegration,
  WebSocketRoute,
  WebSocketStage,
} from './websocket-api'

/** The two types of the `apigatewayv2` service: routes point to integrations, and everything is in records by id or name. */
export type V2Api = HttpApi | WebSocketApi
export type V2Route = HttpRoute | WebSocketRoute
export type V2Integration = HttpIntegration | WebSocketIntegration
export type V2Authorizer = HttpAuthorizer | WebSocketAuthorizer
export type V2Stage = HttpStage | WebSocketStage

/** "integrations/abc" or "abc" -> "abc": the design's own form has no prefix. */
export function integrationIdOf({ target }: { readonly target?: string }): string | undefined {
  return target?.replace(/^integrations\//, '')
}

/** Whether an API is one of the `apigatewayv2` service. */
export function isV2(api: Api): api is V2Api {
  return api.protocolType !== 'REST'
}
