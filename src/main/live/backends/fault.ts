import type { Integration } from '@shared/design/integration'
import type { Call } from '../call'
import { nameOfRoute } from '../live-route'
import { configurationError, functionError, type BackendAnswer } from './backend-answer'
import { withContentType } from '../../engine/mapping/header-remapping'

/**
 * Plays the failure that the design asks for (`fault` of an integration) instead of calling the target. A timeout waits until the
 * integration's time is over. Source: rest-api.md 9.1; a throttled function is U10.
 */
export function playFault(
  call: Call,
  fault: NonNullable<Integration['fault']>,
  signal: AbortSignal,
): Promise<BackendAnswer> {
  if (fault === 'timeout') return untilAborted(call, signal)
  const isHttp = call.route.compiled.method.integration!.type.startsWith('HTTP')
  return Promise.resolve(isHttp ? httpFault(call, fault) : functionFault(call, fault))
}

function functionFault(call: Call, fault: 'throttled' | 'no-permission' | 'error'): BackendAnswer {
  const problem = `${nameOfRoute(call.route)}: plays the fault "${fault}"`
  return fault === 'error' ? functionError(problem) : configurationError(problem)
}

/** A remote service that throttles or refuses answers for itself; one that fails does not answer at all. */
function httpFault(call: Call, fault: 'throttled' | 'no-permission' | 'error'): BackendAnswer {
  if (fault === 'error') {
    return {
      kind: 'failure',
      type: 'INTEGRATION_FAILURE',
      problem: `${nameOfRoute(call.route)}: plays the fault "error"`,
    }
  }
  const status = fault === 'throttled' ? 429 : 403
  return { kind: 'response', status, headers: withContentType([]), body: Buffer.alloc(0) }
}

function untilAborted(call: Call, signal: AbortSignal): Promise<BackendAnswer> {
  const late: BackendAnswer = {
    kind: 'failure',
    type: 'INTEGRATION_TIMEOUT',
    problem: `${nameOfRoute(call.route)}: plays the fault "timeout"`,
  }
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(late), { once: true }))
}
