import type { IncomingMessage } from 'node:http'

/** Why a request is refused before anything of it is used. */
export interface Refusal {
  readonly status: 400 | 403 | 404 | 405 | 421 | 503
  readonly reason: string
}

type RequestFacts = Pick<IncomingMessage, 'method' | 'url' | 'headers' | 'rawHeaders'>

/** The names under which this computer reaches itself. Any other name in `Host` means that a foreign name was pointed at us. */
export function ownAuthorities(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`]
}

/** Checks every request: whom it was meant for, how it was made. Null when it may be answered. */
export function refuseRequest(request: RequestFacts, port: number): Refusal | null {
  if (!hasOwnHost(request, port)) return { status: 421, reason: 'Misdirected request' }
  if (!request.url?.startsWith('/')) return { status: 400, reason: 'Bad request target' }
  if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 405, reason: 'Method not allowed' }
  const { origin } = request.headers
  // Pages of other origins have no reason to load anything from here.
  if (origin !== undefined && !isOwnOrigin(origin, port)) return { status: 403, reason: 'Forbidden' }
  return null
}

/** Checks a WebSocket handshake on top of that: browsers send `Origin` with each, so one without it is not our page. */
export function refuseUpgrade(request: RequestFacts, port: number, path: string): Refusal | null {
  const refusal = refuseRequest(request, port)
  if (refusal) return refusal
  if (request.headers.origin === undefined) return { status: 403, reason: 'Forbidden' }
  return request.url === path ? null : { status: 404, reason: 'Not found' }
}

function hasOwnHost({ rawHeaders }: RequestFacts, port: number): boolean {
  const hosts = rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'host')
  const [host] = hosts
  return hosts.length === 1 && host !== undefined && ownAuthorities(port).includes(host.toLowerCase())
}

function isOwnOrigin(origin: string, port: number): boolean {
  return ownAuthorities(port).some((authority) => origin === `http://${authority}`)
}
