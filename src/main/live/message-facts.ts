import { evaluatePolicy, type PolicyDecision } from '../engine/authorizers/policy'
import { ALLOW, DENY, SILENT, type PolicyEffect } from '../engine/effect'
import { INVALID_BODY, INVALID_PARAMETERS, VALID, type Facts, type Validity } from '../engine/facts'
import type { Flight } from '../engine/flight'
import { groupByName, headerValue } from '../engine/mapping/header-list'
import { missingParametersMessage } from '../engine/validation/request-validator'
import type { Call, CallTable } from './call'
import { askedPolicy, INVOKE } from './policy-question'
import type { AuthorizerResult } from '../engine/authorizers/authorizer-result'
import type { Identities } from './stores/identities'

const EFFECTS: { readonly [effect in PolicyDecision['effect']]: PolicyEffect } = { ALLOW, DENY, SILENT }

/** Answers the core's questions about requests to REST APIs from the real message. */
export class MessageFacts implements Facts {
  private readonly calls: CallTable
  private readonly identities: Identities<AuthorizerResult>

  constructor(calls: CallTable, identities: Identities<AuthorizerResult>) {
    this.calls = calls
    this.identities = identities
  }

  callerAddress(flight: Flight): number {
    return flight.caller
  }

  validity(flight: Flight): Validity {
    const call = this.calls.of(flight)
    const { validation } = call.route
    if (validation === null) return VALID
    const missing = validation.parameters(parametersOf(call))
    if (missing.length > 0) {
      call.validationMessage = missingParametersMessage(missing)
      return INVALID_PARAMETERS
    }
    const { headers, body } = call.message
    const verdict = validation.body(headerValue(headers, 'Content-Type'), body.toString('utf8'))
    if (verdict.valid) return VALID
    call.validationErrorString = verdict.details
    return INVALID_BODY
  }

  resourcePolicyEffect(flight: Flight): PolicyEffect {
    const call = this.calls.of(flight)
    const { policy } = call.route.stage.view.definition
    return policy === undefined ? SILENT : EFFECTS[evaluatePolicy(policy, askedPolicy(call, INVOKE)).effect]
  }

  /** The policy of this caller, returned now or kept from an earlier request, asked about this method. */
  authorizerPolicyEffect(flight: Flight): PolicyEffect {
    const call = this.calls.of(flight)
    call.authorizer ??= this.identities.result(flight.identity) ?? null
    if (call.authorizer === null) return SILENT
    const { caller: _caller, ...request } = askedPolicy(call, INVOKE)
    return EFFECTS[evaluatePolicy(call.authorizer.policy, request).effect]
  }
}

function parametersOf({ message, pathParameters }: Call) {
  const headers = [...groupByName(message.headers)].map(([name, values]) => [name, values.at(-1)!])
  return { headers: Object.fromEntries(headers), query: Object.fromEntries(message.query), pathParameters }
}
