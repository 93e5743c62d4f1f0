import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { GatewrightError } from '@shared/contract/errors'
import { SECURITY_HEADERS } from '../content-security-policy'
import { readPageFile } from '../page-files'
import { refuseRequest, type Refusal } from './request-guard'

/** A page needs about a dozen connections; the bound keeps a flood from using up the process's sockets. */
const MAX_CONNECTIONS = 256

/**
 * Serves the page's files on 127.0.0.1. Port 0 picks a free one. Errors: `live/port-in-use`, `live/no-permission-for-port`.
 */
export async function startPageServer(folder: string, port: number): Promise<{ server: Server; port: number }> {
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000, maxHeaderSize: 16 * 1024 })
  server.maxConnections = MAX_CONNECTIONS
  await listen(server, port)
  const bound = portOf(server)
  server.on(
    'request',
    (request: IncomingMessage, response: ServerResponse) => void answer(request, response, folder, bound),
  )
  return { server, port: bound }
}

async function answer(request: IncomingMessage, response: ServerResponse, folder: string, port: number): Promise<void> {
  const refusal = refuseRequest(request, port)
  if (refusal) return refuse(response, refusal)
  const [pathname = '/'] = (request.url ?? '/').split(/[?#]/, 1)
  const { status, headers, body } = await readPageFile(folder, pathname)
  response.writeHead(status, { ...headers, 'content-length': body.byteLength })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function refuse(response: ServerResponse, { status, reason }: Refusal): void {
  response.writeHead(status, { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
  response.end(`${reason}\n`)
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, port)))
    server.listen({ host: '127.0.0.1', port }, resolve)
  })
}

function listenError(error: NodeJS.ErrnoException, port: number): Error {
  const options = { cause: error, details: { port } }
  if (error.code === 'EADDRINUSE') {
    return new GatewrightError(
      'live/port-in-use',
      `Port ${port} is taken by another program. Choose another one.`,
      options,
    )
  }
  if (error.code === 'EACCES') {
    const message = `This account may not listen on port ${port}. Choose one above 1023.`
    return new GatewrightError('live/no-permission-for-port', message, options)
  }
  return error
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}
