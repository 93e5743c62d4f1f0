import type { IncomingMessage, ServerResponse } from 'node:http'
import { listen } from '../listener'
import { checkHost } from '../request/host-names'
import { discoveryDocument, keySetDocument } from './identity-documents'
import type { LocalIdentityProvider } from './local-identity-provider'
import type { LocalPool } from './local-pool'

const ADDRESS = '127.0.0.1'

export interface IdentityServerOptions {
  /** 0 picks a free one. */
  readonly port: number
  readonly provider: LocalIdentityProvider
  /** Pools that are served; asked at each request. */
  readonly pools: () => readonly Pick<LocalPool, 'id'>[]
  /** Told of what fails behind an answer of 500. */
  readonly log: (line: string) => void
}

export interface IdentityServer {
  readonly port: number
  /** "http://127.0.0.1:4000/us-east-1_AbCdEf123": what a JWT authorizer and `TokenRequest` take as issuer. */
  issuerOf(poolId: string): string
  close(): Promise<void>
}

interface Answer {
  readonly status: number
  readonly body: object
}

/**
 * Serve what pools publish: `/{poolId}/.well-known/openid-configuration` and `/{poolId}/.well-known/jwks.json`, on this computer only and
 * to nobody who comes by another name.
 * Errors: `live/port-in-use`, `live/no-permission-for-port`.
 */
export async function startIdentityServer(options: IdentityServerOptions): Promise<IdentityServer> {
  let port = options.port
  const issuerOf = (poolId: string): string => `http://${ADDRESS}:${port}/${encodeURIComponent(poolId)}`
  const handler = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const answer = await answerTo(request, options, port, issuerOf).catch((error: unknown) => {
      options.log(`The local identity provider answers 500: ${String(error)}`)
      return message(500, 'Internal server error')
    })
    send(request, response, answer)
  }
  const listener = await listen(ADDRESS, options.port, handler)
  port = listener.port
  return { port, issuerOf, close: () => listener.close() }
}

async function answerTo(
  { method, url, rawHeaders }: IncomingMessage,
  { pools, provider }: IdentityServerOptions,
  port: number,
  issuerOf: (poolId: string) => string,
): Promise<Answer> {
  const hosts = rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]!.toLowerCase() === 'host')
  if (!checkHost(hosts, { boundTo: ADDRESS, port, customDomains: [] }).isAllowed) return message(403, 'Forbidden')
  if (method !== 'GET' && method !== 'HEAD') return message(405, 'Method Not Allowed')
  const [, id, name] = /^\/([^/?]+)\/\.well-known\/(openid-configuration|jwks\.json)(?:\?|$)/.exec(url ?? '') ?? []
  const pool = pools().find((one) => encodeURIComponent(one.id) === id)
  if (pool === undefined) return message(404, 'Not Found')
  if (name === 'openid-configuration') return { status: 200, body: discoveryDocument(issuerOf(pool.id)) }
  return { status: 200, body: keySetDocument(await provider.publishedKeys(pool.id)) }
}

function message(status: number, text: string): Answer {
  return { status, body: { message: text } }
}

function send(request: IncomingMessage, response: ServerResponse, { status, body }: Answer): void {
  const bytes = Buffer.from(JSON.stringify(body))
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': bytes.length,
    // Keys may be rotated at any time.
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  })
  response.end(request.method === 'HEAD' ? undefined : bytes)
}
