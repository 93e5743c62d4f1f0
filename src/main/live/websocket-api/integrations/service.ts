import type { MappingTools } from '../../../engine/mapping/mapping-tools'
import type { CompiledIntegration } from '../../../engine/websocket-api/compiled-integration'
import { mapWebSocketRequest } from '../../../engine/websocket-api/map-request'
import { mapWebSocketResponse } from '../../../engine/websocket-api/map-response'
import type { WebSocketAnswer } from '../../../engine/websocket-api/web-socket-answer'
import type { BackendPorts } from '../../backends/call-backend'
import { askService } from '../../services/call-service'
import { backendCall } from '../backend-call'
import type { WebSocketCall } from '../web-socket-call'
import { fromBackendFailure } from './from-backend-failure'

/** AWS with a service other than Lambda: the stand-in answers, and its status chooses the response. Source: websocket-api.md 5.1. */
export async function callAwsService(
  ports: BackendPorts,
  tools: MappingTools,
  integration: CompiledIntegration,
  call: WebSocketCall,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<WebSocketAnswer> {
  const mapped = mapWebSocketRequest(integration, call, tools)
  if (mapped.kind === 'failure') return mapped
  const reply = await askService(ports, backendCall(call), mapped, timeoutMs, signal)
  if ('kind' in reply) return fromBackendFailure(reply)
  const { body, headers, selectionText } = reply
  const result = { statusCode: Number(selectionText), headers, errorMessage: '', selectionText, body }
  const answer = mapWebSocketResponse(integration, result, call, mapped.overrides, tools)
  return answer.kind === 'response' && reply.problem !== undefined ? { ...answer, problem: reply.problem } : answer
}
