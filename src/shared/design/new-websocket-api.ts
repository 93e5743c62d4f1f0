import { unusedId } from './unused-id'
import type { WebSocketApi } from './websocket-api'

/** A WebSocket API that chooses routes by the member `action` of messages, as the console suggests. Its id follows from its name. */
export function newWebSocketApi(name: string, takenIds: Iterable<string> = []): WebSocketApi {
  return {
    protocolType: 'WEBSOCKET',
    id: unusedId(`api ${name}`, 10, takenIds),
    name,
    routeSelectionExpression: '$request.body.action',
    routes: {},
    integrations: {},
    authorizers: {},
    stages: { prod: { autoDeploy: true } },
  }
}
