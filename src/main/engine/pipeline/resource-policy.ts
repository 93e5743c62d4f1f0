import { ALLOW, DENY } from '../effect'
import type { Flight } from '../flight'
import { ACCESS_DENIED, ACCESS_DENIED_EXPLICIT } from '../outcome'
import type { Runtime } from '../runtime'
import { CONTINUE, type Verdict } from '../verdict'
import { respond } from './respond'

/**
 * First look at the API's resource policy. An explicit Deny always ends the request; silence ends it unless an identity side may still
 * allow: a Lambda authorizer or IAM, where the API has a policy at all. Source: API Gateway Developer Guide, "How API Gateway resource policies affect authorization workflow".
 */
export function resourcePolicy(runtime: Runtime, flight: Flight): Verdict {
  const effect = runtime.facts.resourcePolicyEffect(flight)
  flight.policyEffect = effect
  if (effect === DENY) return respond(flight, ACCESS_DENIED_EXPLICIT)
  if (effect === ALLOW || runtime.silentPolicyPasses[flight.route] === 1) return CONTINUE
  return respond(flight, ACCESS_DENIED)
}
