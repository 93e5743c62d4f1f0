import type { WebSocketConnection } from '@shared/contract/websocket'
import type { Design } from '@shared/design/design'
import { findApi } from '@shared/design/route-key'
import type { Connection } from './connection'

/** A connection as the window shows it. `lastActiveAt` in milliseconds since 1970. */
export function connectionRow(connection: Connection, design: Design, lastActiveAt: number): WebSocketConnection {
  const { apiId, apiKey, authorizer, billed, connectedAt, connectionId } = connection
  const { received, sent, socketId, sourceIp, stage, subprotocol, userAgent } = connection
  const principalId = authorizer?.['principalId']
  return {
    connectionId,
    apiId,
    apiName: findApi(design, apiId)?.name ?? apiId,
    stage,
    connectedAt,
    lastActiveAt,
    sourceIp,
    userAgent,
    subprotocol,
    principalId: typeof principalId === 'string' ? principalId : null,
    apiKeyName: design.apiKeys.find(({ id }) => id === apiKey?.id)?.name ?? null,
    received,
    sent,
    billedMessages: billed,
    socketId,
  }
}
