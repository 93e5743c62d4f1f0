import type { Diagnostic } from '../../../diagnostic'
import { checkSelectionExpressions } from './check-selection-expressions'
import { checkWebSocketAuthorizers } from './check-websocket-authorizers'
import { checkWebSocketIntegrations } from './check-websocket-integrations'
import { checkWebSocketModels } from './check-websocket-models'
import { checkWebSocketRoutes } from './check-websocket-routes'
import { checkWebSocketStages } from './check-websocket-stages'
import type { WebSocketCheck, WebSocketScope } from './websocket-scope'

const WEBSOCKET_CHECKS: readonly WebSocketCheck[] = [
  checkSelectionExpressions,
  checkWebSocketRoutes,
  checkWebSocketIntegrations,
  checkWebSocketModels,
  checkWebSocketAuthorizers,
  checkWebSocketStages,
]

/** Everything wrong with a WebSocket API: what the service refuses, and what cannot work. */
export function checkWebSocketApi(scope: WebSocketScope): Diagnostic[] {
  return WEBSOCKET_CHECKS.flatMap((check) => check(scope))
}
