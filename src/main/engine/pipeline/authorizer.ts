import { EVALUATE } from '../effect'
import { UNIDENTIFIED, type Flight } from '../flight'
import type { Millis } from '../millis'
import { UNAUTHORIZED } from '../outcome'
import type { Runtime } from '../runtime'
import { CALL_AUTHORIZER, type Verdict } from '../verdict'
import { combinedAccess } from './combined-access'
import { respond } from './respond'

/**
 * Who calls, and what may they do. Of a Lambda authorizer the kept results are asked first, and a request without its identity source is
 * refused without a call; IAM and user pools are asked each time.
 * Source: rest-api.md 7.2 and 7.4, "Use API Gateway Lambda authorizers"; 7.5 and 7.7.
 */
export function authorizer(runtime: Runtime, flight: Flight, now: Millis): Verdict {
  const identity = flight.identity
  if (identity >= 0 && runtime.authorizerResults.has(identity, now)) {
    runtime.counters.authorizerHits++
    return judge(
      runtime,
      flight,
      runtime.authorizerResults.effect(identity),
      runtime.authorizerResults.apiKey(identity),
    )
  }
  if (identity === UNIDENTIFIED) return respond(flight, UNAUTHORIZED)
  runtime.counters.authorizerCalls += runtime.asksFunction[flight.route]!
  return CALL_AUTHORIZER
}

/** Combine a result, fresh or kept, with the resource policy, as far as that was looked at. */
export function judge(runtime: Runtime, flight: Flight, effect: number, apiKey: number): Verdict {
  if (runtime.apiKeyFromAuthorizer[flight.route] === 1) flight.apiKey = apiKey
  flight.identityEffect = effect === EVALUATE ? runtime.facts.authorizerPolicyEffect(flight) : effect
  return combinedAccess(runtime, flight)
}
