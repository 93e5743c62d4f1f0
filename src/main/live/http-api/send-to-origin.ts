import { request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { isIP } from 'node:net'
import { LIMITS } from '@shared/limits'
import { headerListOf, type HeaderList } from '../../engine/mapping/header-list'
import { safeHeaders } from '../answers/safe-headers'
import { originTarget, type HttpTarget } from '../backends/http-target'
import { guardedLookup, RefusedTarget, refusalOf } from '../backends/target-guard'
import { readBody } from '../request/read-body'
import { httpsModule } from '../late-modules'

/** What is sent to a backend. */
export interface OriginRequest {
  /** "http://127.0.0.1:9000", perhaps with a path that comes first. */
  readonly origin: string
  /** With its query string. */
  readonly path: string
  readonly method: string
  /** In the order they go out; `Host`, unless it is among them, and `Content-Length` are added. */
  readonly headers: HeaderList
  readonly body: Uint8Array
}

/** What a backend answered, as it came. */
export type OriginReply =
  | { readonly kind: 'reply'; readonly status: number; readonly headers: HeaderList; readonly body: Buffer }
  /** It was not reached, or broke off. */
  | { readonly kind: 'unreachable'; readonly problem: string }
  /** It must not be called, or its answer cannot be passed on. */
  | { readonly kind: 'refused'; readonly problem: string }

const WITHOUT_BODY: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'DELETE'])

/**
 * Send a request and read the answer without changing either: no redirect is followed, nothing is decoded. Link-local addresses and the
 * program's own ports are not called, whatever name leads to them. Never rejects.
 */
export async function sendToOrigin(
  request: OriginRequest,
  ownPorts: readonly number[],
  signal: AbortSignal,
): Promise<OriginReply> {
  const target = originTarget(request.origin, request.path)
  if (typeof target === 'string') return { kind: 'refused', problem: target }
  const refusal = isIP(target.hostname) === 0 ? null : refusalOf(target.hostname, target.port, ownPorts)
  if (refusal !== null) return { kind: 'refused', problem: refusal }
  try {
    return await readReply(await send(target, request, ownPorts, signal))
  } catch (error) {
    if (error instanceof RefusedTarget) return { kind: 'refused', problem: error.message }
    const why = error instanceof Error ? error.message : String(error)
    return { kind: 'unreachable', problem: `no answer from ${target.protocol}//${target.host}: ${why}` }
  }
}

function send(
  target: HttpTarget,
  { method, headers, body }: OriginRequest,
  ownPorts: readonly number[],
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const hasBody = body.length > 0 || !WITHOUT_BODY.has(method)
  const length: HeaderList = hasBody ? [['content-length', String(body.length)]] : []
  // Node sends no `Trailer` without trailers behind it.
  const sent = safeHeaders([...headers, ...length]).filter(([name]) => name.toLowerCase() !== 'trailer')
  const hasHost = sent.some(([name]) => name.toLowerCase() === 'host')
  const options: RequestOptions = {
    method,
    hostname: target.hostname,
    port: target.port,
    path: target.path,
    headers: [...(hasHost ? [] : [['host', target.host] as const]), ...sent].flat(),
    lookup: guardedLookup(target.port, ownPorts),
    agent: false,
    signal,
  }
  return new Promise((resolve, reject) => {
    const outgoing = (target.protocol === 'https:' ? httpsModule().request : plainRequest)(options, resolve)
    // A backend may switch protocols only when it was asked to, which a gateway never does.
    outgoing.on('upgrade', (response: IncomingMessage) => response.destroy(new Error('the backend switched protocols')))
    outgoing.on('error', reject)
    outgoing.end(hasBody ? body : undefined)
  })
}

async function readReply(response: IncomingMessage): Promise<OriginReply> {
  const reading = await readBody(response)
  if (reading.kind === 'too-large') {
    response.destroy()
    return { kind: 'refused', problem: `the backend's response is over ${LIMITS.payload.value} bytes` }
  }
  if (reading.kind !== 'read') throw new Error('the backend broke off its response')
  return {
    kind: 'reply',
    status: response.statusCode!,
    headers: headerListOf(response.rawHeaders),
    body: reading.body,
  }
}
