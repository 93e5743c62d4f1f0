import type { MappingTools } from '../../../engine/mapping/mapping-tools'
import { headerValues } from '../../../engine/mapping/header-list'
import { payloadText } from '../../../engine/mapping/payload'
import type { CompiledIntegration } from '../../../engine/websocket-api/compiled-integration'
import { mapWebSocketRequest } from '../../../engine/websocket-api/map-request'
import { mapWebSocketResponse, type IntegrationResult } from '../../../engine/websocket-api/map-response'
import {
  integrationFailed,
  notCallable,
  unreadableMessage,
  type WebSocketAnswer,
} from '../../../engine/websocket-api/web-socket-answer'
import type { BackendPorts } from '../../backends/call-backend'
import { invokeIntegration } from '../../backends/invoke-function'
import { errorPayload } from '../../functions/error-payload'
import type { HandlerAnswer } from '../../functions/handler-process-host'
import { backendCall } from '../backend-call'
import type { WebSocketCall } from '../web-socket-call'

/**
 * AWS with a Lambda function: what the request template writes is the event; the response is chosen by what the function failed with.
 * A failure that no response of its own is for is an error. `X-Amz-Invocation-Type: Event` does not wait for it.
 * Source: websocket-api.md 5.1 and 5.4.
 */
export async function callLambda(
  ports: Pick<BackendPorts, 'pool' | 'log'>,
  tools: MappingTools,
  integration: CompiledIntegration,
  call: WebSocketCall,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<WebSocketAnswer> {
  const mapped = mapWebSocketRequest(integration, call, tools)
  if (mapped.kind === 'failure') return mapped
  const text = payloadText(mapped.body, tools.codec)
  const event = eventOf(text)
  if (event === undefined) return unreadableMessage(text, 'the payload for the function is not JSON')
  const invoke = (until: AbortSignal) => invokeIntegration(ports.pool, backendCall(call), timeoutMs, event.value, until)
  if (headerValues(mapped.headers, 'X-Amz-Invocation-Type').at(-1) === 'Event') {
    void invoke(new AbortController().signal).then((outcome) => {
      if (outcome.kind === 'refused') ports.log(outcome.problem)
      if (outcome.kind === 'failed') ports.log(`${call.name}: the function called for later failed`)
    })
    return mapWebSocketResponse(integration, resultOf('', '', tools), call, mapped.overrides, tools)
  }
  const outcome = await invoke(signal)
  if (outcome.kind === 'refused') return notCallable(outcome.problem)
  return answerOf(outcome, tools, integration, call, mapped.overrides)
}

function answerOf(
  outcome: HandlerAnswer,
  tools: MappingTools,
  integration: CompiledIntegration,
  call: WebSocketCall,
  overrides: Parameters<typeof mapWebSocketResponse>[3],
): WebSocketAnswer {
  if (outcome.kind === 'answered') {
    const result = resultOf('', JSON.stringify(outcome.result ?? null), tools)
    return mapWebSocketResponse(integration, result, call, overrides, tools)
  }
  const { errorMessage, errorType } = outcome.error
  const problem = `the function failed: ${errorType}: ${errorMessage}`
  const isExpected = integration.responses.some(({ pattern }) => pattern?.test(errorMessage))
  if (!isExpected) return integrationFailed(problem)
  const result = resultOf(errorMessage, errorPayload(outcome.error), tools)
  const answer = mapWebSocketResponse(integration, result, call, overrides, tools)
  return answer.kind === 'response' ? { ...answer, problem } : answer
}

function resultOf(errorMessage: string, body: string, { codec }: MappingTools): IntegrationResult {
  return { statusCode: 200, headers: [], errorMessage, selectionText: errorMessage, body: codec.bytesOf(body) }
}

/** Undefined: the text is no JSON. */
function eventOf(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text === '' ? '{}' : text) as unknown }
  } catch {
    return undefined
  }
}
