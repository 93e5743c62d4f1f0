import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'
import { LIMITS } from '@shared/limits'
import type { Call } from '../call'
import { nameOfRoute } from '../live-route'
import { safeHeaders } from '../answers/safe-headers'
import { isBinaryType } from '../../engine/mapping/media-type'
import { headerListOf, headerValue, type HeaderList } from '../../engine/mapping/header-list'
import { readBody } from '../request/read-body'
import { configurationError, type BackendAnswer, type BackendFailure } from './backend-answer'
import { decodeContent } from '../request/decode-content'
import { remapProxyHeaders, withContentType } from '../../engine/mapping/header-remapping'
import { backendHeaders, illegalHeaderTarget } from './http-proxy-headers'
import { httpTarget, type HttpTarget } from './http-target'
import { guardedLookup, RefusedTarget, refusalOf } from './target-guard'

const WITHOUT_BODY = new Set(['GET', 'HEAD', 'OPTIONS'])
const DROPPED: ReadonlySet<string> = new Set([
  'transfer-encoding',
  'content-encoding',
  'via',
  'keep-alive',
  'x-amz-apigw-id',
])
const REMAPPED: ReadonlySet<string> = new Set(['x-amzn-requestid'])

/** HTTP_PROXY: the request goes on as it is, and so does the response. Source: rest-api.md 9.4, recorded. */
export async function callHttpProxy(
  call: Call,
  ownPorts: readonly number[],
  signal: AbortSignal,
): Promise<BackendAnswer> {
  const integration = call.route.compiled.method.integration!
  const illegal = illegalHeaderTarget(integration.requestParameters ?? {}, 'HTTP_PROXY')
  if (illegal !== undefined) return problem(call, `the header ${illegal} cannot be a mapping's target`)
  const target = httpTarget(call)
  if (typeof target === 'string') return problem(call, target)
  const refusal = isIP(target.hostname) === 0 ? null : refusalOf(target.hostname, target.port, ownPorts)
  if (refusal !== null) return problem(call, refusal)
  try {
    const response = await send(call, target, ownPorts, signal)
    return await readResponse(call, response)
  } catch (error) {
    return failure(call, target, error)
  }
}

function send(
  call: Call,
  target: HttpTarget,
  ownPorts: readonly number[],
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const integration = call.route.compiled.method.integration!
  const verb = integration.httpMethod ?? 'ANY'
  const method = verb === 'ANY' ? call.message.verb : verb
  const body = WITHOUT_BODY.has(method) ? null : textOrBytes(call, call.message.body, requestType(call))
  const length: HeaderList = body === null ? [] : [['Content-Length', String(body.length)]]
  const headers = safeHeaders([...backendHeaders(call, integration.requestParameters ?? {}), ...length])
  const hasHost = headers.some(([name]) => name.toLowerCase() === 'host')
  const options: RequestOptions & { rejectUnauthorized: boolean } = {
    method,
    hostname: target.hostname,
    port: target.port,
    path: target.path,
    headers: [...(hasHost ? [] : [['Host', target.host] as const]), ...headers].flat(),
    lookup: guardedLookup(target.port, ownPorts),
    agent: false,
    signal,
    rejectUnauthorized: integration.tlsConfig?.insecureSkipVerification !== true,
  }
  return new Promise((resolve, reject) => {
    const request = (target.protocol === 'https:' ? httpsRequest : httpRequest)(options, resolve)
    // A backend may switch protocols only when it was asked to, which a gateway never does.
    request.on('upgrade', (response: IncomingMessage) => response.destroy(new Error('the backend switched protocols')))
    request.on('error', reject)
    request.end(body ?? undefined)
  })
}

async function readResponse(call: Call, response: IncomingMessage): Promise<BackendAnswer> {
  const reading = await readBody(response)
  if (reading.kind === 'too-large') {
    response.destroy()
    return problem(call, `the backend's response is over ${LIMITS.payload.value} bytes`)
  }
  if (reading.kind !== 'read') throw new Error('the backend broke off its response')
  const headers = headerListOf(response.rawHeaders)
  const decoded = await decodeContent(reading.body, headerValue(headers, 'Content-Encoding'), LIMITS.payload.value)
  if (decoded === null) return problem(call, "the backend's response cannot be decoded within the payload limit")
  return {
    kind: 'response',
    status: response.statusCode!,
    headers: withContentType(remapProxyHeaders(headers, DROPPED, REMAPPED)),
    body: textOrBytes(call, decoded, headerValue(headers, 'Content-Type')),
  }
}

/**
 * A payload whose type is not among `binaryMediaTypes` is text: what is no UTF-8 in it becomes U+FFFD. Source: rest-api.md 9.6.
 * Departure: the table's base64 conversions are for integrations that are no proxies; here a binary payload stays bytes.
 */
function textOrBytes(call: Call, payload: Buffer, contentType: string | undefined): Buffer {
  const { binaryMediaTypes } = call.route.stage.view.definition
  return isBinaryType(binaryMediaTypes, contentType) ? payload : Buffer.from(payload.toString('utf8'), 'utf8')
}

function requestType(call: Call): string | undefined {
  return headerValue(call.message.headers, 'Content-Type')
}

function failure(call: Call, target: HttpTarget, error: unknown): BackendFailure {
  if (error instanceof RefusedTarget) return problem(call, error.message)
  const why = error instanceof Error ? error.message : String(error)
  const where = `${target.protocol}//${target.host}`
  return {
    kind: 'failure',
    type: 'INTEGRATION_FAILURE',
    problem: `${nameOfRoute(call.route)}: no answer from ${where}: ${why}`,
  }
}

function problem(call: Call, what: string): BackendFailure {
  return configurationError(`${nameOfRoute(call.route)}: ${what}`)
}
