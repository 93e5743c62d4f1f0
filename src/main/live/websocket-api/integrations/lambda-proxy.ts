import {
  connectEvent,
  disconnectEvent,
  messageEvent,
  type HandshakeParts,
} from '../../../engine/websocket-api/proxy-event'
import { readConnectResult, readMessageResult } from '../../../engine/websocket-api/proxy-result'
import { integrationFailed, notCallable, type WebSocketAnswer } from '../../../engine/websocket-api/web-socket-answer'
import type { BackendPorts } from '../../backends/call-backend'
import { invokeIntegration } from '../../backends/invoke-function'
import { BUFFER_CODEC } from '../../buffer-codec'
import { backendCall } from '../backend-call'
import type { WebSocketCall } from '../web-socket-call'

/** AWS_PROXY with a Lambda function. Source: websocket-api.md 5.2 and 7. */
export async function callLambdaProxy(
  { pool }: Pick<BackendPorts, 'pool'>,
  call: WebSocketCall,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<WebSocketAnswer> {
  const outcome = await invokeIntegration(pool, backendCall(call), timeoutMs, proxyEvent(call), signal)
  if (outcome.kind === 'refused') {
    return outcome.isThrottled ? integrationFailed(outcome.problem) : notCallable(outcome.problem)
  }
  if (outcome.kind === 'failed') {
    const { errorMessage, errorType } = outcome.error
    return integrationFailed(`the function failed: ${errorType}: ${errorMessage}`)
  }
  const read = call.eventType === 'CONNECT' ? readConnectResult : readMessageResult
  return read(outcome.result, BUFFER_CODEC)
}

/** What the function behind a route gets. */
export function proxyEvent(call: WebSocketCall) {
  const parts: HandshakeParts = call
  switch (call.eventType) {
    case 'CONNECT':
      return connectEvent(parts, call.context)
    case 'MESSAGE':
      return messageEvent(call.message.text, parts, call.context)
    case 'DISCONNECT':
      return disconnectEvent(call.connection.domainName, parts, call.context)
  }
}
