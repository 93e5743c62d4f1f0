import { FAILED, type AuthorizerEffect } from '../engine/effect'
import { ABSENT, type Flight } from '../engine/flight'
import type { Millis } from '../engine/millis'
import { INTEGRATION_TIMEOUT, type Outcome } from '../engine/outcome'
import { advance, authorized, integrated } from '../engine/pipeline/advance'
import type { Runtime } from '../engine/runtime'
import { CALL_AUTHORIZER, RESPOND, type Verdict } from '../engine/verdict'
import type { Clock } from './clock'
import { soon, type Soon } from './soon'

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
  /**
   * How an integration ends that waits for nothing, as MOCK does; null for every other one, which is called then. No time limit is set for
   * it. Absent where every integration waits.
   */
  integrateAtOnce?(flight: Flight): IntegrationAnswer | null
  /** The request is decided. Called in the same turn as the decision, so that nothing else has changed since. */
  respond(flight: Flight, now: Millis): void
}

const AUTHORIZER_TOO_LATE: AuthorizerAnswer = { effect: FAILED, apiKey: ABSENT }
const INTEGRATION_TOO_LATE: IntegrationAnswer = { outcome: INTEGRATION_TIMEOUT, bytes: ABSENT }

/**
 * The live host's loop: the core decides, this waits. It is the counterpart of the simulator's event queue, and the equivalence test
 * drives this very function. The flight has been begun; whoever opened it closes it. Over when it returns, where nothing is waited for.
 */
export function serveFlight(runtime: Runtime, flight: Flight, host: FlightHost, clock: FlightClock): Soon<void> {
  const now = clock.now()
  return goOn(runtime, flight, host, clock, advance(runtime, flight, now), now)
}

type FlightClock = Pick<Clock, 'now' | 'after'>

function goOn(
  runtime: Runtime,
  flight: Flight,
  host: FlightHost,
  clock: FlightClock,
  verdict: Verdict,
  now: Millis,
): Soon<void> {
  if (verdict === RESPOND) return host.respond(flight, now)
  if (verdict === CALL_AUTHORIZER) {
    const call = (signal: AbortSignal) => host.callAuthorizer(flight, signal)
    const limit = runtime.authorizerTimeout[flight.route]!
    return withinLimit(clock, limit, AUTHORIZER_TOO_LATE, call).then(({ effect, apiKey }) => {
      const later = clock.now()
      return goOn(runtime, flight, host, clock, authorized(runtime, flight, effect, apiKey, later), later)
    })
  }
  const ended = host.integrateAtOnce?.(flight) ?? calledIntegration(runtime, flight, host, clock)
  return soon(ended, ({ outcome, bytes }) => {
    const later = clock.now()
    return goOn(runtime, flight, host, clock, integrated(runtime, flight, outcome, bytes, later), later)
  })
}

function calledIntegration(
  runtime: Runtime,
  flight: Flight,
  host: FlightHost,
  clock: FlightClock,
): Promise<IntegrationAnswer> {
  const call = (signal: AbortSignal) => host.callIntegration(flight, signal)
  return withinLimit(clock, runtime.timeout[flight.route]!, INTEGRATION_TOO_LATE, call)
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
