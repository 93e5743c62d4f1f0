import { integrationFailed, notCallable, type WebSocketFailure } from '../../../engine/websocket-api/web-socket-answer'
import type { BackendFailure } from '../../backends/backend-answer'

/** Why a backend could not be called, or did not answer. */
export function fromBackendFailure({ problem, type }: BackendFailure): WebSocketFailure {
  return type === 'API_CONFIGURATION_ERROR' ? notCallable(problem) : integrationFailed(problem)
}
