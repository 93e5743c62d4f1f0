import type { Server as HttpServer } from 'node:http'
import { constants } from 'node:crypto'
import { createServer } from 'node:https'
import type { TLSSocket } from 'node:tls'
import {
  equipServer,
  listenerOf,
  serverOptions,
  startListening,
  type Listener,
  type ListenOptions,
  type RequestHandler,
} from '../listener'
import type { ServerCertificates } from './server-certificates'

/** For the handshake of one client. Milliseconds. */
const HANDSHAKE_TIMEOUT = 10_000

/**
 * Like `listen`, with TLS 1.2 or newer. A client of a domain with mutual TLS that shows no certificate is cut off; whether one is
 * trusted is for the handler to look at.
 * Errors: `live/port-in-use`, `live/no-permission-for-port`.
 */
export async function listenSecurely(
  host: string,
  port: number,
  certificates: ServerCertificates,
  handler: RequestHandler,
  options: ListenOptions,
): Promise<Listener> {
  const server = createServer({
    ...serverOptions(options.limits),
    ...certificates.contextOptions(certificates.ofOwnNames(), null),
    // A resumed session would not be checked against the truststore of now.
    secureOptions: constants.SSL_OP_NO_TICKET,
    handshakeTimeout: HANDSHAKE_TIMEOUT,
    requestCert: true,
    rejectUnauthorized: false,
    SNICallback: (name, answer) => answer(null, certificates.contextOf(name)),
  })
  server.on('connection', () => {
    if (!certificates.isWorn()) return
    server.setSecureContext(certificates.contextOptions(certificates.ofOwnNames(), null))
  })
  server.prependListener('secureConnection', (socket: TLSSocket) => {
    const isAnonymous = socket.getPeerX509Certificate() === undefined
    if (isAnonymous && typeof socket.servername === 'string' && certificates.isMutual(socket.servername)) {
      socket.destroy()
    }
  })
  // An HTTPS server has every event and method of an HTTP server but its constructor.
  equipServer(server as unknown as HttpServer, handler, options)
  await startListening(server as unknown as HttpServer, host, port)
  return listenerOf(server as unknown as HttpServer)
}
