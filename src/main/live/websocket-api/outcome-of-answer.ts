import {
  INTEGRATED,
  INTEGRATION_CLIENT_ERROR,
  INTEGRATION_FAILURE,
  INTEGRATION_SERVER_ERROR,
  type Outcome,
} from '../../engine/outcome'
import type { WebSocketAnswer } from '../../engine/websocket-api/web-socket-answer'

/** What the core is told of an integration's answer. */
export function outcomeOfAnswer(answer: WebSocketAnswer): Outcome {
  if (answer.kind === 'failure') return answer.status < 500 ? INTEGRATION_CLIENT_ERROR : INTEGRATION_FAILURE
  if (answer.status < 400) return INTEGRATED
  return answer.status < 500 ? INTEGRATION_CLIENT_ERROR : INTEGRATION_SERVER_ERROR
}
