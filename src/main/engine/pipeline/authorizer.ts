import { ALLOW, DENY, EVALUATE } from '../effect'
import { UNIDENTIFIED, type Flight } from '../flight'
import type { Millis } from '../millis'
import { ACCESS_DENIED, ACCESS_DENIED_EXPLICIT, UNAUTHORIZED } from '../outcome'
import type { Runtime } from '../runtime'
import { CALL_AUTHORIZER, CONTINUE, type Verdict } from '../verdict'
import { respond } from './respond'

/**
 * Ask the kept results first. A request without its identity source is refused without a call.
 * Source: rest-api.md 7.2 and 7.4, "Use API Gateway Lambda authorizers".
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
  runtime.counters.authorizerCalls++
  return CALL_AUTHORIZER
}

/**
 * Combine a result, fresh or kept, with what the resource policy said: its Deny has ended the request already, its Allow makes up for
 * a silent identity side. Source: table A of "How API Gateway resource policies affect authorization workflow".
 */
export function judge(runtime: Runtime, flight: Flight, effect: number, apiKey: number): Verdict {
  if (runtime.apiKeyFromAuthorizer[flight.route] === 1) flight.apiKey = apiKey
  if (effect === ALLOW) return CONTINUE
  const said = effect === EVALUATE ? runtime.facts.authorizerPolicyEffect(flight) : effect
  if (said === DENY) return respond(flight, ACCESS_DENIED_EXPLICIT)
  return said === ALLOW || flight.policyEffect === ALLOW ? CONTINUE : respond(flight, ACCESS_DENIED)
}
