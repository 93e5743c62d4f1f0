import { FAILED, type AuthorizerEffect } from '../engine/effect'
import { ABSENT, type Flight } from '../engine/flight'
import type { Millis } from '../engine/millis'
import { INTEGRATION_TIMEOUT, type Outcome } from '../engine/outcome'
import { advance, authorized, integrated } from '../engine/pipeline/advance'
import type { Runtime } from '../engine/runtime'
import { CALL_AUTHORIZER, RESPOND } from '../engine/verdict'
import type { Clock } from './clock'

/** What an authorizer said; `apiKey` is the index of the key that it named, or ABSENT, or UNKNOWN_KEY. */
export interface AuthorizerAnswer {
  readonly effect: AuthorizerEffect
  readonly apiKey: number
}

/** How a backend ended; `bytes` of its response, or ABSENT when the gateway made the answer. */
export interface IntegrationAnswer {
  readonly outcome: Outcome
  readonly bytes: number
}

/** Does what the core asks for. `signal` is aborted when the time is over: nobody waits for the answer any more. */
export interface FlightHost {
  callAuthorizer(flight: Flight, signal: AbortSignal): Promise<AuthorizerAnswer>
  callIntegration(flight: Flight, signal: AbortSignal): Promise<IntegrationAnswer>
  /** The request is decided. Called in the same turn as the decision, so that nothing else has changed since. */
  respond(flight: Flight, now: Millis): void
}

const AUTHORIZER_TOO_LATE: AuthorizerAnswer = { effect: FAILED, apiKey: ABSENT }
const INTEGRATION_TOO_LATE: IntegrationAnswer = { outcome: INTEGRATION_TIMEOUT, bytes: ABSENT }

/**
 * The live host's loop: the core decides, this waits. It is the counterpart of the simulator's event queue, and the equivalence test
 * drives this very function. The flight has been begun; whoever opened it closes it.
 */
export async function serveFlight(
  runtime: Runtime,
  flight: Flight,
  host: FlightHost,
  clock: Pick<Clock, 'now' | 'after'>,
): Promise<void> {
  let now = clock.now()
  let verdict = advance(runtime, flight, now)
  while (verdict !== RESPOND) {
    if (verdict === CALL_AUTHORIZER) {
      const call = (signal: AbortSignal) => host.callAuthorizer(flight, signal)
      const answer = await withinLimit(clock, runtime.authorizerTimeout[flight.route]!, AUTHORIZER_TOO_LATE, call)
      now = clock.now()
      verdict = authorized(runtime, flight, answer.effect, answer.apiKey, now)
    } else {
      const call = (signal: AbortSignal) => host.callIntegration(flight, signal)
      const answer = await withinLimit(clock, runtime.timeout[flight.route]!, INTEGRATION_TOO_LATE, call)
      now = clock.now()
      verdict = integrated(runtime, flight, answer.outcome, answer.bytes, now)
    }
  }
  host.respond(flight, now)
}

/** The answer of a call, or `late` once `limit` has passed. An answer at the very end of the limit still counts. */
export function withinLimit<T>(
  clock: Pick<Clock, 'after'>,
  limit: Millis,
  late: T,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const tooLate = new AbortController()
  return new Promise((resolve, reject) => {
    const answer = call(tooLate.signal)
    const callOff = clock.after(limit, () => {
      resolve(late)
      tooLate.abort()
    })
    answer.finally(callOff).then(resolve, reject)
  })
}
