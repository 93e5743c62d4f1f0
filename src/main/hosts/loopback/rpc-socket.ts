import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import type { EventName, Events } from '@shared/contract/events'
import { SOCKET_PATH, SOCKET_PROTOCOL } from '@shared/contract/wire'
import { MAX_MESSAGE_BYTES } from '../message-bounds'
import type { Dispatch } from '../rpc'
import { carriesToken } from './launch-token'
import { refuseUpgrade, type Refusal } from './request-guard'

/** A client with more than this unsent is skipped by snapshots: a newer one comes soon. */
export const SNAPSHOT_BACKLOG_BYTES = 2 * 1024 * 1024
/** A client with more than this unsent does not read at all and is let go. */
const DEAD_BACKLOG_BYTES = 4 * MAX_MESSAGE_BYTES
const MAX_CLIENTS = 32

export interface RpcSocketOptions {
  readonly port: number
  readonly token: string
  readonly dispatch: Dispatch
  /** Told each time the number of connected pages changes. */
  readonly onClientCount: (count: number) => void
}

export interface RpcSocket {
  emit<Name extends EventName>(name: Name, payload: Events[Name] | ArrayBuffer): void
  close(): void
}

/** Carries the contract over WebSockets of `server`: calls and events as JSON text, snapshots as binary frames. */
export function attachRpcSocket(server: Server, options: RpcSocketOptions): RpcSocket {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    handleProtocols: () => SOCKET_PROTOCOL,
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refusal = refuseHandshake(request, options, sockets.clients.size)
    if (refusal) return refuseSocket(socket, refusal)
    sockets.handleUpgrade(request, socket, head, (client) => {
      options.onClientCount(sockets.clients.size)
      serveClient(client, options.dispatch)
      client.on('close', () => options.onClientCount(sockets.clients.size))
    })
  })
  return {
    emit: (name, payload) => sockets.clients.forEach((client) => push(client, name, payload)),
    close: () => sockets.clients.forEach((client) => client.terminate()),
  }
}

function refuseHandshake(request: IncomingMessage, options: RpcSocketOptions, clientCount: number): Refusal | null {
  const refusal = refuseUpgrade(request, options.port, SOCKET_PATH)
  if (refusal) return refusal
  const isOurs = carriesToken(request.headers['sec-websocket-protocol'], options.token)
  if (!isOurs) return { status: 403, reason: 'Forbidden' }
  return clientCount < MAX_CLIENTS ? null : { status: 503, reason: 'Too many windows' }
}

/** There is no ServerResponse for a refused handshake. */
function refuseSocket(socket: Duplex, { status, reason }: Refusal): void {
  socket.on('error', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status} ${reason}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}

function serveClient(client: WebSocket, dispatch: Dispatch): void {
  // A client that breaks the protocol is closed by the library with the code that fits; others are not touched.
  client.on('error', () => client.terminate())
  client.on('message', (data: RawData, isBinary: boolean) => {
    if (isBinary) return client.close(1003, 'Calls are text')
    const call = readCall(String(data))
    if (!call) return client.close(1007, 'A call is {"id","name","args"}')
    void dispatch(call.name, call.args).then((reply) => send(client, JSON.stringify({ id: call.id, ...reply })))
  })
}

interface Call {
  readonly id: number
  readonly name: unknown
  readonly args: unknown
}

/** Null for text that is no call, so that there is no id to answer to. */
function readCall(text: string): Call | null {
  try {
    const message: unknown = JSON.parse(text)
    if (typeof message !== 'object' || message === null || !('id' in message)) return null
    const { id, name, args } = message as { id: unknown; name?: unknown; args?: unknown }
    return typeof id === 'number' && Number.isSafeInteger(id) ? { id, name, args } : null
  } catch {
    return null
  }
}

function push(client: WebSocket, name: EventName, payload: unknown): void {
  if (!(payload instanceof ArrayBuffer)) return send(client, JSON.stringify({ event: name, payload }))
  if (client.bufferedAmount <= SNAPSHOT_BACKLOG_BYTES) send(client, payload)
}

function send(client: WebSocket, data: string | ArrayBuffer): void {
  if (client.readyState !== client.OPEN) return
  if (client.bufferedAmount > DEAD_BACKLOG_BYTES) return client.terminate()
  client.send(data)
}
