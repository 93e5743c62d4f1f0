import { headerValue, type HeaderList } from '../../engine/mapping/header-list'
import type { MappedRequest } from '../../engine/mapping/map-integration-request'
import { payloadBytes } from '../../engine/mapping/payload'
import type { Call } from '../call'
import type { BackendAnswer } from './backend-answer'
import type { BackendPorts } from './call-backend'
import { backendVerb, exchangeHttp } from './exchange-http'
import { gatewayHeaders } from './http-proxy-headers'
import { httpTarget, queryText } from './http-target'
import { mapCallRequest, mapCallResponse, withTraceId } from './map-call'

/** HTTP: the backend gets what is mapped, and the client what is mapped back. Source: rest-api.md 9.5 and 9.7. */
export async function callHttp(
  { mapping, ownPorts }: Pick<BackendPorts, 'mapping' | 'ownPorts'>,
  call: Call,
  signal: AbortSignal,
): Promise<BackendAnswer> {
  const mapped = mapCallRequest(mapping, call)
  if (mapped.kind === 'failure') return mapped
  const { method, hasBody } = backendVerb(call)
  const body = hasBody ? payloadBytes(mapped.body, mapping.codec) : null
  const request = { method, headers: httpHeaders(call, mapped, (body?.length ?? 0) > 0), body }
  const target = () => httpTarget(call, mapped.path, [queryText(mapped.query)])
  const reply = await exchangeHttp(call, target, request, ownPorts(), signal)
  if ('kind' in reply) return reply
  const result = { selectionText: String(reply.status), headers: reply.headers, body: reply.body }
  return withTraceId(mapCallResponse(mapping, call, result, mapped.overrides), call)
}

/** What an HTTP backend gets of the mapped headers and the service's own. Source: rest-api.md 9.5, recorded. */
export function httpHeaders(call: Call, { headers }: Pick<MappedRequest, 'headers'>, hasBody: boolean): HeaderList {
  const contentType = headerValue(call.message.headers, 'Content-Type') ?? 'application/json'
  const defaults: HeaderList = [
    ['Accept', 'application/json'],
    ['User-Agent', `AmazonAPIGateway_${call.route.stage.view.apiId}`],
    ...(hasBody ? [['Content-Type', contentType] as const] : []),
  ]
  const mapped = new Set(headers.map(([name]) => name.toLowerCase()))
  return [...defaults.filter(([name]) => !mapped.has(name.toLowerCase())), ...headers, ...gatewayHeaders(call)]
}
