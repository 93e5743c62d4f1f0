import type { Flight } from '../flight'
import type { Runtime } from '../runtime'
import type { Verdict } from '../verdict'
import { combinedAccess } from './combined-access'

/**
 * The API's resource policy. An explicit Deny always ends the request; silence ends it unless an identity side allows or still may: a
 * Lambda authorizer, which is asked after it, or IAM, which was asked before it.
 * Source: API Gateway Developer Guide, "How API Gateway resource policies affect authorization workflow".
 */
export function resourcePolicy(runtime: Runtime, flight: Flight): Verdict {
  flight.policyEffect = runtime.facts.resourcePolicyEffect(flight)
  return combinedAccess(runtime, flight)
}
