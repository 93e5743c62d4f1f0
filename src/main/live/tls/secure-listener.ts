import { constants } from 'node:crypto'
import type { Server as HttpServer } from 'node:http'
import type { Server } from 'node:https'
import { createServer as createFront, type AddressInfo, type Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import {
  equipServer,
  serverOptions,
  startListening,
  type Listener,
  type ListenOptions,
  type RequestHandler,
} from '../listener'
import { httpsModule } from '../late-modules'
import { peekServerName } from './peek-server-name'
import type { ServerCertificates } from './server-certificates'

/** For the handshake of one client. Milliseconds. */
const HANDSHAKE_TIMEOUT = 10_000
/** Clients that have not named a host yet. */
const MOST_NAMELESS = 1_000

/**
 * Like `listen`, with TLS 1.2 or newer. Only clients of a domain with mutual TLS are asked for a certificate, since browsers end
 * WebSocket connections on which they are: the name that a client begins with decides which of two servers takes it. One that shows no
 * certificate there is cut off; whether it is trusted is for the handler to look at.
 * Errors: `live/port-in-use`, `live/no-permission-for-port`.
 */
export async function listenSecurely(
  host: string,
  port: number,
  certificates: ServerCertificates,
  handler: RequestHandler,
  options: ListenOptions,
): Promise<Listener> {
  const plain = secureServer(certificates, handler, options, false)
  const mutual = secureServer(certificates, handler, options, true)
  mutual.prependListener('secureConnection', (socket: TLSSocket) => {
    if (socket.getPeerX509Certificate() === undefined) socket.destroy()
  })
  const nameless = new Set<Socket>()
  const front = createFront((socket) => {
    if (nameless.size >= MOST_NAMELESS) {
      socket.destroy()
      return
    }
    nameless.add(socket)
    socket.once('close', () => nameless.delete(socket))
    peekServerName(socket, HANDSHAKE_TIMEOUT, (serverName) => {
      nameless.delete(socket)
      const server = serverName !== null && certificates.isMutual(serverName) ? mutual : plain
      server.emit('connection', socket)
    })
  })
  await startListening(front, host, port)
  return {
    port: (front.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        front.close(() => resolve())
        for (const socket of nameless) socket.destroy()
        for (const server of [plain, mutual]) {
          server.close()
          server.closeAllConnections()
        }
      }),
  }
}

/** A server that is given its connections. */
function secureServer(
  certificates: ServerCertificates,
  handler: RequestHandler,
  options: ListenOptions,
  requestCert: boolean,
): Server {
  const server = httpsModule().createServer({
    ...serverOptions(options.limits),
    ...certificates.contextOptions(certificates.ofOwnNames(), null),
    // A resumed session would not be checked against the truststore of now.
    secureOptions: constants.SSL_OP_NO_TICKET,
    handshakeTimeout: HANDSHAKE_TIMEOUT,
    requestCert,
    rejectUnauthorized: false,
    SNICallback: (name, answer) => answer(null, certificates.contextOf(name)),
  })
  server.prependListener('connection', () => {
    if (!certificates.isWorn()) return
    server.setSecureContext(certificates.contextOptions(certificates.ofOwnNames(), null))
  })
  // An HTTPS server has every event and method of an HTTP server but its constructor.
  equipServer(server as unknown as HttpServer, handler, options)
  // Its limits of time begin to be watched then, though it is the front that listens.
  server.emit('listening')
  return server
}
