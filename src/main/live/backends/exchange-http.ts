import { request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { isIP } from 'node:net'
import { LIMITS } from '@shared/limits'
import { headerListOf, headerValue, type HeaderList } from '../../engine/mapping/header-list'
import { safeHeaders } from '../answers/safe-headers'
import type { Call } from '../call'
import { httpRequest } from '../execution-log/http-exchange'
import { nameOfRoute } from '../live-route'
import { decodeContent } from '../request/decode-content'
import { readBody } from '../request/read-body'
import { configurationError, type BackendFailure } from './backend-answer'
import type { HttpTarget } from './http-target'
import { playHttpFault } from './play-fault'
import { guardedLookup, RefusedTarget, refusalOf } from './target-guard'
import { httpsModule } from '../late-modules'

/** What is sent to an HTTP backend. */
export interface HttpRequest {
  readonly method: string
  /** In the order they go out; `Host` and `Content-Length` are added. */
  readonly headers: HeaderList
  /** Null for a request that has none, whatever its length. */
  readonly body: Uint8Array | null
}

/** What an HTTP backend answered, its coding undone. */
export interface HttpReply {
  readonly status: number
  readonly headers: HeaderList
  readonly body: Buffer
}

const WITHOUT_BODY = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The verb of the backend call, and whether such a call has a body. Source: rest-api.md 9.1. */
export function backendVerb(call: Call): { readonly method: string; readonly hasBody: boolean } {
  const verb = call.route.compiled.method.integration!.httpMethod ?? 'ANY'
  const method = verb === 'ANY' ? call.message.verb : verb
  return { method, hasBody: !WITHOUT_BODY.has(method) }
}

/**
 * Send a request to the integration's target, or play its fault. `target` is asked for only when something is sent; a text of it says
 * why there is none.
 */
export async function exchangeHttp(
  call: Call,
  target: () => HttpTarget | string,
  request: HttpRequest,
  ownPorts: readonly number[],
  signal: AbortSignal,
): Promise<HttpReply | BackendFailure> {
  const { fault } = call.route.compiled.method.integration!
  if (fault !== undefined) {
    const played = await playHttpFault(fault, signal)
    return typeof played === 'string' ? networkFailure(call, played) : played
  }
  const found = target()
  if (typeof found === 'string') return problem(call, found)
  const refusal = isIP(found.hostname) === 0 ? null : refusalOf(found.hostname, found.port, ownPorts)
  if (refusal !== null) return problem(call, refusal)
  const exchange = httpRequest(found, request.headers, request.body)
  call.endpoint = exchange
  try {
    const reply = await readReply(call, await send(call, found, request, ownPorts, signal))
    if (!('kind' in reply)) exchange.answer = reply
    return reply
  } catch (error) {
    if (error instanceof RefusedTarget) return problem(call, error.message)
    const why = error instanceof Error ? error.message : String(error)
    return networkFailure(call, `no answer from ${found.protocol}//${found.host}: ${why}`)
  }
}

function send(
  call: Call,
  target: HttpTarget,
  { method, headers, body }: HttpRequest,
  ownPorts: readonly number[],
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const length: HeaderList = body === null ? [] : [['Content-Length', String(body.length)]]
  // Node sends no `Trailer` without trailers behind it.
  const sent = safeHeaders([...headers, ...length]).filter(([name]) => name.toLowerCase() !== 'trailer')
  const hasHost = sent.some(([name]) => name.toLowerCase() === 'host')
  const options: RequestOptions & { rejectUnauthorized: boolean } = {
    method,
    hostname: target.hostname,
    port: target.port,
    path: target.path,
    headers: [...(hasHost ? [] : [['Host', target.host] as const]), ...sent].flat(),
    lookup: guardedLookup(target.port, ownPorts),
    agent: false,
    signal,
    rejectUnauthorized: call.route.compiled.method.integration!.tlsConfig?.insecureSkipVerification !== true,
  }
  return new Promise((resolve, reject) => {
    const request = (target.protocol === 'https:' ? httpsModule().request : plainRequest)(options, resolve)
    // A backend may switch protocols only when it was asked to, which a gateway never does.
    request.on('upgrade', (response: IncomingMessage) => response.destroy(new Error('the backend switched protocols')))
    request.on('error', reject)
    request.end(body ?? undefined)
  })
}

async function readReply(call: Call, response: IncomingMessage): Promise<HttpReply | BackendFailure> {
  const reading = await readBody(response)
  if (reading.kind === 'too-large') {
    response.destroy()
    return problem(call, `the backend's response is over ${LIMITS.payload.value} bytes`)
  }
  if (reading.kind !== 'read') throw new Error('the backend broke off its response')
  const headers = headerListOf(response.rawHeaders)
  const body = await decodeContent(reading.body, headerValue(headers, 'Content-Encoding'), LIMITS.payload.value)
  if (body === null) return problem(call, "the backend's response cannot be decoded within the payload limit")
  return { status: response.statusCode!, headers, body }
}

function networkFailure(call: Call, what: string): BackendFailure {
  return { kind: 'failure', type: 'INTEGRATION_FAILURE', problem: `${nameOfRoute(call.route)}: ${what}` }
}

function problem(call: Call, what: string): BackendFailure {
  return configurationError(`${nameOfRoute(call.route)}: ${what}`)
}
