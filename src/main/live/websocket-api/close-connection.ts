import type { DisconnectReason } from '../../engine/websocket-api/disconnect-reason'
import type { Connection } from './connection'

/** End a connection from this side, for a reason that its `$disconnect` event will tell. The first reason counts. */
export function closeConnection(connection: Connection, reason: DisconnectReason): void {
  if (connection.ending !== null) return
  connection.ending = reason
  connection.ws?.close(reason.statusCode, reason.reason)
}
