import type { Integration } from '@shared/design/integration'
import type { Call } from '../call'
import type { InvocationResult } from '../functions/handler-pool'
import { nameOfRoute } from '../live-route'
import type { HttpReply } from './exchange-http'

type Fault = NonNullable<Integration['fault']>

/**
 * How a call of a function ends that plays a failure (`fault` of an integration). A timeout waits until the integration's time is over.
 * Source: rest-api.md 9.1; a throttled function is U10.
 */
export async function playFunctionFault(call: Call, fault: Fault, signal: AbortSignal): Promise<InvocationResult> {
  if (fault === 'timeout') await untilAborted(signal)
  const problem = `plays the fault "${fault}"`
  if (fault !== 'error') return { kind: 'refused', problem: `${nameOfRoute(call.route)}: ${problem}` }
  return { kind: 'failed', error: { errorType: 'Error', errorMessage: problem } }
}

/** A remote service that throttles or refuses answers for itself; one that fails does not answer at all, which is a text that says so. */
export async function playHttpFault(fault: Fault, signal: AbortSignal): Promise<HttpReply | string> {
  if (fault === 'timeout') await untilAborted(signal)
  if (fault === 'timeout' || fault === 'error') return `plays the fault "${fault}"`
  return { status: fault === 'throttled' ? 429 : 403, headers: [], body: Buffer.alloc(0) }
}

export function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
