import { mapHttpRequest } from '../../engine/http-api/map-http-request'
import { mapHttpResponse } from '../../engine/http-api/map-http-response'
import { mappingSource } from '../../engine/http-api/mapping-source'
import { withoutHopByHop } from '../../engine/http-api/http-proxy-request'
import { BUFFER_CODEC } from '../buffer-codec'
import type { ServedDesignPorts } from '../served-core'
import type { HttpBackendResult, HttpCall } from './http-call'
import { backendFailure } from './http-call'
import { callHttpBackend } from './http-backend-proxy'
import { callHttpLambda } from './http-lambda'
import { nameOfHttpRoute, type HttpBackend } from './http-live-route'
import { callHttpService } from './http-service'

type BackendPorts = Pick<ServedDesignPorts, 'clock' | 'log' | 'ownPorts' | 'pool' | 'services'>

/**
 * Answer with the integration of the call's route: its request mapping, the backend, the response mapping of the status that came back.
 * What the gateway says itself is not mapped. Source: http-api.md 8.
 */
export async function callRouteBackend(
  ports: BackendPorts,
  call: HttpCall,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<HttpBackendResult> {
  const { facts, route, isTooLarge } = call
  const backend = route.backend!
  if (isTooLarge) return backendFailure(413, `${nameOfHttpRoute(route)}: the body is over the payload limit`)
  const startedAt = ports.clock.now()
  const result = await askBackend(ports, call, backend, timeoutMs, signal)
  if (result.kind === 'failure') return result
  const latency = Math.round(ports.clock.now() - startedAt)
  const { status, headers, body } = result.answer
  const answer = mapHttpResponse(result.answer, backend.responseMappings, () =>
    mappingSource(facts, call.caller, BUFFER_CODEC.textOf, { headers, body, integration: { status, latency } }),
  )
  return { ...result, answer: { ...answer, headers: withoutHopByHop(answer.headers) } }
}

function askBackend(
  ports: BackendPorts,
  call: HttpCall,
  backend: HttpBackend,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<HttpBackendResult> {
  const { integration, requestChanges } = backend
  const source = mappingSource(call.facts, call.caller, BUFFER_CODEC.textOf)
  if (backend.kind === 'service') return callHttpService(ports, call, backend, source, timeoutMs, signal)
  const mapped = mapHttpRequest(call.facts, requestChanges, source)
  return backend.kind === 'lambda'
    ? callHttpLambda(ports.pool, call, integration, mapped, timeoutMs, signal)
    : callHttpBackend(call, integration, mapped, ports.ownPorts(), signal)
}
