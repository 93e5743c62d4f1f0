import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'
import { connectionEvent } from './connection-event'

/**
 * Answer a request that asked for another protocol as if it had not: clients that ask for HTTP/2 this way, as Java's does, expect that.
 * Node has handed the connection over by now; it gets it back with the request's head written again.
 */
export function serveWithoutUpgrade(server: Server, request: IncomingMessage, socket: Socket, head: Buffer): void {
  socket.unshift(Buffer.concat([headWithoutUpgrade(request), head]))
  server.emit(connectionEvent(server), socket)
}

/** Names and values are those that the parser has accepted, so nothing can be smuggled in. */
function headWithoutUpgrade({ method, url, httpVersion, rawHeaders }: IncomingMessage): Buffer {
  const lines = [`${method} ${url} HTTP/${httpVersion}`]
  for (let at = 0; at < rawHeaders.length; at += 2) {
    if (rawHeaders[at]!.toLowerCase() !== 'upgrade') lines.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}`)
  }
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
}
