import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { HeaderList } from '../../engine/mapping/header-list'
import { safeHeaders } from '../answers/safe-headers'

/** Written by this server alone. */
const OF_THE_TRANSPORT = new Set(['content-length', 'transfer-encoding', 'connection', 'keep-alive', 'upgrade', 'date'])

/** Statuses whose answers have no body. */
const WITHOUT_BODY = new Set([204, 304])

/** Answer a handshake that does not become a connection, and end the socket. There is no response object for it. */
export function writeRefusal(
  socket: Socket,
  { body, headers, status }: { readonly status: number; readonly headers: HeaderList; readonly body: string },
  requestId: string,
): void {
  if (!socket.writable) {
    socket.destroy()
    return
  }
  const bytes = Buffer.from(WITHOUT_BODY.has(status) ? '' : body, 'utf8')
  const own = safeHeaders(headers).filter(([name]) => !OF_THE_TRANSPORT.has(name.toLowerCase()))
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Unknown'}`,
    `Date: ${new Date().toUTCString()}`,
    `x-amzn-RequestId: ${requestId}`,
    ...own.map(([name, value]) => `${name}: ${value}`),
    ...(WITHOUT_BODY.has(status) ? [] : [`Content-Length: ${bytes.length}`]),
    'Connection: close',
  ]
  socket.end(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), bytes]), () => socket.destroy())
}
