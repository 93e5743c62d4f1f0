import { combinedPolicy, type CombinedVerdict, type PolicySide } from '../authorizers/combined-policy'
import { ALLOW, DENY, SILENT } from '../effect'
import type { Flight } from '../flight'
import { ACCESS_DENIED, ACCESS_DENIED_EXPLICIT, INTEGRATED, type Outcome } from '../outcome'
import type { Runtime } from '../runtime'
import { CONTINUE, type Verdict } from '../verdict'
import { respond } from './respond'

/** A side that has not been heard, or that the route does not have. */
export const NOT_ASKED = 0

/** By effect, `NOT_ASKED` first. */
const EFFECTS = [NOT_ASKED, ALLOW, DENY, SILENT]
const SIDES: readonly PolicySide[] = ['allow', 'allow', 'deny', 'silent']

const OUTCOMES: { readonly [verdict in CombinedVerdict]: Outcome } = {
  allow: INTEGRATED,
  'implicit-deny': ACCESS_DENIED,
  'explicit-deny': ACCESS_DENIED_EXPLICIT,
}

/** By rule, identity side and resource policy; INTEGRATED where the request goes on. */
const COMBINED = Uint8Array.from(
  [true, false].flatMap((oneIsEnough) =>
    EFFECTS.flatMap((identity) => EFFECTS.map((policy) => outcomeOf(identity, policy, oneIsEnough))),
  ),
)

/** An identity side may still allow. A policy that is still to be heard decides later, unless nothing it says can help. */
function outcomeOf(identity: number, policy: number, oneIsEnough: boolean): Outcome {
  const verdict = combinedPolicy(SIDES[identity]!, SIDES[policy]!, oneIsEnough)
  return policy === NOT_ASKED && verdict !== 'explicit-deny' ? INTEGRATED : OUTCOMES[verdict]
}

/**
 * What the sides heard so far come to: the request goes on, or is denied. One Allow is enough (table A), or both are needed (table B): for
 * a caller of another account, and where nobody but the policy can allow.
 * Source: API Gateway Developer Guide, "How API Gateway resource policies affect authorization workflow", rest-api.md 7.6.
 */
export function combinedAccess(runtime: Runtime, flight: Flight): Verdict {
  const rule = runtime.bothMustAllow[flight.route]! | flight.isOtherAccount
  const outcome = COMBINED[(rule << 4) | (flight.identityEffect << 2) | flight.policyEffect]!
  return outcome === INTEGRATED ? CONTINUE : respond(flight, outcome)
}
