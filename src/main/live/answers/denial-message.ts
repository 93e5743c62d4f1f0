import { invokeRefusal } from '../../engine/authorizers/invoke-refusal'
import type { PolicySide } from '../../engine/authorizers/combined-policy'
import { ALLOW, DENY } from '../../engine/effect'
import type { Flight } from '../../engine/flight'
import { ACCESS_DENIED_EXPLICIT } from '../../engine/outcome'
import { AUTHORIZER, RESOURCE_POLICY } from '../../engine/pipeline/step-codes'
import type { Runtime } from '../../engine/runtime'
import type { Call } from '../call'
import { methodArn } from '../request/execute-api'

/**
 * What a 403 ACCESS_DENIED says: policies of the account name who asked for what, everything else only that it is not allowed.
 * Source: rest-api.md 7.2, 7.5, 7.6 and U6.
 */
export function denialMessage(runtime: Runtime, flight: Flight, { caller, message, route }: Call): string {
  const isExplicit = flight.outcome === ACCESS_DENIED_EXPLICIT
  const step = runtime.plan[flight.next - 1]
  if (step === RESOURCE_POLICY || (step === AUTHORIZER && caller !== null)) {
    return invokeRefusal({
      userArn: caller?.arn ?? null,
      resourceArn: methodArn(route.stage, message.verb, message.path),
      verdict: isExplicit ? 'explicit-deny' : 'implicit-deny',
      identity: sideOf(flight.identityEffect),
    })
  }
  const denial = 'User is not authorized to access this resource'
  return isExplicit ? `${denial} with an explicit deny` : denial
}

function sideOf(effect: number): PolicySide {
  return effect === ALLOW ? 'allow' : effect === DENY ? 'deny' : 'silent'
}
