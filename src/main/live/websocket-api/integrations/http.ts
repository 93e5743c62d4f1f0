import type { MappedRequest } from '../../../engine/mapping/map-integration-request'
import type { HeaderList } from '../../../engine/mapping/header-list'
import type { MappingTools } from '../../../engine/mapping/mapping-tools'
import { payloadBytes } from '../../../engine/mapping/payload'
import type { CompiledIntegration } from '../../../engine/websocket-api/compiled-integration'
import { mapWebSocketRequest } from '../../../engine/websocket-api/map-request'
import { mapWebSocketResponse } from '../../../engine/websocket-api/map-response'
import type { WebSocketAnswer } from '../../../engine/websocket-api/web-socket-answer'
import type { BackendPorts } from '../../backends/call-backend'
import { backendVerb, exchangeHttp, type HttpReply } from '../../backends/exchange-http'
import { httpHeaders } from '../../backends/http'
import { httpTarget, queryText } from '../../backends/http-target'
import { backendCall } from '../backend-call'
import { fromBackendFailure } from './from-backend-failure'
import type { WebSocketCall } from '../web-socket-call'

type HttpPorts = Pick<BackendPorts, 'ownPorts'>

/** HTTP: the backend gets what is mapped, and the client what is mapped back. Source: websocket-api.md 5.1, 5.3 and 5.4. */
export async function callHttp(
  ports: HttpPorts,
  tools: MappingTools,
  integration: CompiledIntegration,
  call: WebSocketCall,
  signal: AbortSignal,
): Promise<WebSocketAnswer> {
  const mapped = mapWebSocketRequest(integration, call, tools)
  if (mapped.kind === 'failure') return mapped
  const reply = await exchange(ports, tools, call, mapped, [], signal)
  if ('kind' in reply) return reply
  const { body, headers, status } = reply
  const result = { statusCode: status, headers, errorMessage: '', selectionText: String(status), body }
  return mapWebSocketResponse(integration, result, call, mapped.overrides, tools)
}

/** HTTP_PROXY: the message is the body, and the backend's body the reply. A handshake passes its headers on. Source: websocket-api.md 5.1, 2.2. */
export async function callHttpProxy(
  ports: HttpPorts,
  tools: MappingTools,
  integration: CompiledIntegration,
  call: WebSocketCall,
  signal: AbortSignal,
): Promise<WebSocketAnswer> {
  const mapped = mapWebSocketRequest(integration, call, tools)
  if (mapped.kind === 'failure') return mapped
  const reply = await exchange(ports, tools, call, mapped, passedHeaders(call), signal)
  if ('kind' in reply) return reply
  return { kind: 'response', status: reply.status, headers: reply.headers, body: reply.body.toString('utf8') }
}

async function exchange(
  { ownPorts }: HttpPorts,
  { codec }: MappingTools,
  call: WebSocketCall,
  mapped: MappedRequest,
  passed: HeaderList,
  signal: AbortSignal,
): Promise<HttpReply | WebSocketAnswer> {
  const backend = backendCall(call)
  const { hasBody, method } = backendVerb(backend)
  const body = hasBody ? payloadBytes(mapped.body, codec) : null
  const names = new Set(mapped.headers.map(([name]) => name.toLowerCase()))
  const kept = passed.filter(([name]) => !names.has(name.toLowerCase()))
  const headers = httpHeaders(backend, { headers: [...kept, ...mapped.headers] }, (body?.length ?? 0) > 0)
  const query = [queryText(call.query), queryText(mapped.query)]
  const target = () => httpTarget(backend, mapped.path, query)
  const reply = await exchangeHttp(backend, target, { method, headers, body }, ownPorts(), signal)
  return 'kind' in reply ? fromBackendFailure(reply) : reply
}

/** Of the connection itself, or written anew. */
const NOT_PASSED = new Set(['host', 'connection', 'upgrade', 'content-length', 'x-amzn-trace-id'])

/** The headers of the handshake go on, those of WebSocket too: backends that take offence at them need mappings. */
function passedHeaders({ headers }: WebSocketCall): HeaderList {
  return headers.filter(([name]) => !NOT_PASSED.has(name.toLowerCase()))
}
