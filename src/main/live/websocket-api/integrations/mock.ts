import type { MappingTools } from '../../../engine/mapping/mapping-tools'
import { mockStatusCode } from '../../../engine/mapping/mock-status-code'
import { payloadText } from '../../../engine/mapping/payload'
import type { CompiledIntegration } from '../../../engine/websocket-api/compiled-integration'
import { mapWebSocketRequest } from '../../../engine/websocket-api/map-request'
import { mapWebSocketResponse } from '../../../engine/websocket-api/map-response'
import { notCallable, type WebSocketAnswer } from '../../../engine/websocket-api/web-socket-answer'
import type { WebSocketRequest } from '../../../engine/websocket-api/web-socket-request'

/**
 * MOCK: the request template says which status, the response template what the reply is. What is passed through and names no status
 * selects `$default`, as behind REST APIs. It never waits. Source: websocket-api.md 5.1.
 */
export function answerMock(
  integration: CompiledIntegration,
  request: WebSocketRequest,
  tools: MappingTools,
): WebSocketAnswer {
  const mapped = mapWebSocketRequest(integration, request, tools)
  if (mapped.kind === 'failure') return mapped
  const statusCode = mockStatusCode(payloadText(mapped.body, tools.codec))
  if (statusCode === null && !mapped.isPassedThrough) return notCallable(NO_STATUS)
  const result = {
    statusCode: statusCode ?? 200,
    headers: [],
    errorMessage: '',
    selectionText: String(statusCode ?? ''),
    body: null,
  }
  return mapWebSocketResponse(integration, result, request, mapped.overrides, tools)
}

const NO_STATUS =
  'unable to parse statusCode. It should be an integer that is defined in the request template, as in {"statusCode": 200}'
