import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Server as NetServer, Socket } from 'node:net'
import { GatewrightError } from '@shared/contract/errors'
import { LIMITS } from '@shared/limits'
import type { UpgradeHandler } from './answer-upgrade'
import { connectionEvent } from './connection-event'
import { serveWithoutUpgrade } from './serve-without-upgrade'

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void

/** What keeps one client from using up the server. Milliseconds, and a number of connections. */
export interface ListenerLimits {
  readonly headersTimeout: number
  /** For the whole of a request, its body included. */
  readonly requestTimeout: number
  readonly keepAliveTimeout: number
  /** How often requests that take too long are looked for. */
  readonly connectionsCheckingInterval: number
  readonly connections: number
}

const LIMITS_OF_LISTENERS: ListenerLimits = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
  connections: 1_000,
}

export interface ListenOptions {
  /** Asked about each client that wants another protocol; without it none gets one. */
  readonly onUpgrade?: UpgradeHandler
  readonly limits?: ListenerLimits
}

/** Bytes of a request's head that are read at all; what an API allows is less and is answered by the API. */
const MAX_HEAD = 64 * 1024

/** A server that listens. */
export interface Listener {
  readonly port: number
  /** Ends it with every connection. */
  close(): Promise<void>
}

/**
 * Listen on an address. Port 0 takes a free one.
 * Errors: `live/port-in-use`, `live/no-permission-for-port`.
 */
export async function listen(
  host: string,
  port: number,
  handler: RequestHandler,
  { onUpgrade = () => false, limits = LIMITS_OF_LISTENERS }: ListenOptions = {},
): Promise<Listener> {
  const server = createServer(serverOptions(limits))
  equipServer(server, handler, { onUpgrade, limits })
  await startListening(server, host, port)
  return listenerOf(server)
}

/** What every server of a gateway is made with. */
export function serverOptions({ connections: _connections, ...timeouts }: ListenerLimits = LIMITS_OF_LISTENERS) {
  return { maxHeaderSize: MAX_HEAD, ...timeouts }
}

/** Let a server answer with a handler. */
export function equipServer(
  server: Server,
  handler: RequestHandler,
  { onUpgrade = () => false, limits = LIMITS_OF_LISTENERS }: ListenOptions = {},
): void {
  server.on('request', (request, response) => void handler(request, response))
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    // Who announces too much is told so before anything is sent.
    if (Number(request.headers['content-length'] ?? 0) <= LIMITS.payload.value) response.writeContinue()
    void handler(request, response)
  })
  server.on('clientError', answerBrokenRequest)
  const bound = boundConnections(server, limits.connections)
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    bound.release(socket)
    if (!onUpgrade({ request, socket, head })) serveWithoutUpgrade(server, request, socket, head)
  })
}

/** A server that listens already. */
export function listenerOf(server: Server): Listener {
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Errors: as of `listen`. */
export function startListening(server: NetServer, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)))
    server.listen(port, host, resolve)
  })
}

/** What went wrong in words, for what a person can do something about. */
export function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const options = { cause: error, details: { port } }
  if (error.code === 'EADDRINUSE') {
    const what = `Port ${port} of ${host} is in use by another program.`
    return new GatewrightError(
      'live/port-in-use',
      `${what} Stop it, or choose another port; 0 picks a free one.`,
      options,
    )
  }
  if (error.code === 'EACCES') {
    const what = `This account may not listen on port ${port} of ${host}.`
    return new GatewrightError('live/no-permission-for-port', `${what} Choose a port from 1024 on.`, options)
  }
  return error
}

/** What the parser refuses: smuggled lengths, broken lines, heads without end, requests that take too long. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code?.startsWith('ERR_SSL_')) {
    socket.destroy()
    return
  }
  if (error.code === 'HPE_HEADER_OVERFLOW') endWith(socket, '431 Request Header Fields Too Large')
  else if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') endWith(socket, '408 Request Timeout')
  else endWith(socket, '400 Bad Request')
}

/**
 * More connections than this are told so and closed. One that is released does not count any more: WebSocket connections stay open, and
 * have bounds of their own.
 */
function boundConnections(server: Server, most: number): { release(socket: Socket): void } {
  const open = new Set<Socket>()
  server.on(connectionEvent(server), (socket: Socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    if (open.size > most) endWith(socket, '503 Service Unavailable')
  })
  return { release: (socket) => void open.delete(socket) }
}

function endWith(socket: Socket, status: string): void {
  const body = JSON.stringify({ message: status.slice(4) })
  const head = `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n`
  socket.end(`${head}Connection: close\r\n\r\n${body}`, () => socket.destroy())
}
