import type { IncomingMessage } from 'node:http'
import { WebSocketServer, type WebSocket } from 'ws'
import { BINARY_REFUSED, clientDisconnect, TOO_LARGE } from '../../engine/websocket-api/disconnect-reason'
import type { DisconnectReason } from '../../engine/websocket-api/disconnect-reason'
import type { Upgrade } from '../answer-upgrade'
import { closeConnection } from './close-connection'
import type { Connection } from './connection'
import type { ConnectionTable } from './connection-table'
import { LARGEST_MESSAGE } from './send-text'

/** Milliseconds that a client has to answer a close frame. */
const CLOSE_TIMEOUT = 3_000

/** Frames of one message. Source: none; a message of 128 KB in frames of a few bytes each would cost megabytes. */
const MOST_FRAMES = 4_096

/**
 * Turns accepted handshakes into connections of a table. Compression is not negotiated, and the subprotocol is what the integration chose.
 * Source: websocket-api.md 2.3 and 6.
 */
export class SocketServer {
  private readonly table: ConnectionTable
  private readonly server: WebSocketServer
  /** Of the handshake that is being accepted right now. */
  private subprotocol: string | null = null

  constructor(table: ConnectionTable) {
    this.table = table
    const options = {
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: LARGEST_MESSAGE,
      maxFragments: MOST_FRAMES,
      closeTimeout: CLOSE_TIMEOUT,
      handleProtocols: () => this.subprotocol ?? false,
    } as const
    this.server = new WebSocketServer(options)
  }

  /** Answer 101. The connection is in the table before the client can know of it. */
  accept({ head, request, socket }: Upgrade, connection: Connection): void {
    this.subprotocol = connection.subprotocol
    // Before the library gets to see them: both listeners see each chunk in this order.
    socket.on('data', (chunk: Buffer) => this.guard(connection, chunk))
    this.server.handleUpgrade(request, socket, head, (ws: WebSocket, _request: IncomingMessage) => {
      connection.ws = ws
      connection.socket = socket
      this.table.add(connection)
      this.listen(connection, ws)
    })
  }

  private guard(connection: Connection, chunk: Buffer): void {
    const { guard } = connection
    if (guard.isOverrun) return
    guard.read(chunk)
    // What was whole before the frame is delivered first.
    if (guard.isOverrun) queueMicrotask(() => closeConnection(connection, TOO_LARGE))
  }

  private listen(connection: Connection, ws: WebSocket): void {
    const { table } = this
    ws.on('message', (data: Buffer, isBinary: boolean) => {
      if (!connection.isOpen || (connection.guard.isOverrun && !connection.guard.takeMessage())) return
      if (isBinary) return closeConnection(connection, BINARY_REFUSED)
      table.touch(connection)
      table.current.message(connection, data)
    })
    ws.on('ping', () => {
      if (connection.isOpen && table.current.isKeptByPings) table.touch(connection)
    })
    // The library has closed with the code that fits by now; what is left is to know why.
    ws.on('error', (error: Error & { readonly code?: string }) => {
      connection.ending ??= { statusCode: codeOfProblem(error.code), reason: '' }
    })
    ws.on('close', (code, reason) => {
      if (connection.slot === -1) return
      const why: DisconnectReason = connection.ending ?? clientDisconnect(code, reason.toString('utf8'))
      table.remove(connection)
      connection.socket = null
      connection.ws = null
      table.current.ended(connection, why)
    })
  }
}

/** Source: RFC 6455, 7.4.1. */
function codeOfProblem(code: string | undefined): number {
  switch (code) {
    case 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH':
    case 'WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH':
      return TOO_LARGE.statusCode
    case 'WS_ERR_INVALID_UTF8':
      return 1007
    case 'WS_ERR_TOO_MANY_BUFFERED_PARTS':
      return 1008
    default:
      return code?.startsWith('WS_ERR_') === true ? 1002 : 1006
  }
}
