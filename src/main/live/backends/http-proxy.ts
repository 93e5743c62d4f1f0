import { evaluateRequestExpression } from '../../engine/mapping/request-expression'
import { headerValue, type HeaderList } from '../../engine/mapping/header-list'
import { remapProxyHeaders, withContentType } from '../../engine/mapping/header-remapping'
import { mapRequestParameters, type RequestParts } from '../../engine/mapping/map-request-parameters'
import { mappedBody } from '../../engine/mapping/mapped-body'
import { isBinaryType } from '../../engine/mapping/media-type'
import { BUFFER_CODEC } from '../buffer-codec'
import type { Call } from '../call'
import { clientRequestOf } from '../events/client-request'
import { nameOfRoute } from '../live-route'
import type { BackendAnswer } from './backend-answer'
import { backendVerb, exchangeHttp } from './exchange-http'
import { proxiedHeaders } from './http-proxy-headers'
import { httpTarget, queryText } from './http-target'

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
  const request = clientRequestOf(call)
  const body = mappedBody(BUFFER_CODEC.textOf(request.body))
  const parts = mapRequestParameters(integration, (expression) => evaluateRequestExpression(expression, request, body))
  if (parts.kind === 'failure') return { ...parts, problem: `${nameOfRoute(call.route)}: ${parts.problem}` }
  const { method, hasBody } = backendVerb(call)
  const contentType = headerValue(call.message.headers, 'Content-Type')
  const sent = {
    method,
    headers: proxiedHeaders(call, parts.headers),
    body: hasBody ? textOrBytes(call, call.message.body, contentType) : null,
  }
  const reply = await exchangeHttp(call, () => proxyTarget(call, parts), sent, ownPorts, signal)
  if ('kind' in reply) return reply
  return {
    kind: 'response',
    status: reply.status,
    headers: proxiedResponseHeaders(reply.headers),
    body: textOrBytes(call, reply.body, headerValue(reply.headers, 'Content-Type')),
  }
}

/** A backend's headers as the client of HTTP_PROXY sees them. */
export function proxiedResponseHeaders(headers: HeaderList): HeaderList {
  return withContentType(remapProxyHeaders(headers, DROPPED, REMAPPED))
}

/** Where the request goes: the client's query string stands between the written and the mapped one. */
export function proxyTarget(call: Call, { path, query }: RequestParts) {
  return httpTarget(call, path, [call.message.rawQuery, queryText(query)])
}

/**
 * A payload whose type is not among `binaryMediaTypes` is text: what is no UTF-8 in it becomes U+FFFD. Source: rest-api.md 9.6.
 * Departure: the table's base64 conversions are for integrations that are no proxies; here a binary payload stays bytes.
 */
function textOrBytes(call: Call, payload: Buffer, contentType: string | undefined): Buffer {
  const { binaryMediaTypes } = call.route.stage.view.definition
  return isBinaryType(binaryMediaTypes, contentType) ? payload : Buffer.from(payload.toString('utf8'), 'utf8')
}
