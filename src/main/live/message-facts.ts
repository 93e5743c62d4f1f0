import { evaluatePolicy, type PolicyDecision } from '../engine/authorizers/policy'
import { ALLOW, DENY, SILENT, type PolicyEffect } from '../engine/effect'
import { INVALID_BODY, INVALID_PARAMETERS, VALID, type Facts, type Validity } from '../engine/facts'
import type { Flight } from '../engine/flight'
import { groupByName, headerValue } from '../engine/mapping/header-list'
import { missingParametersMessage } from '../engine/validation/request-validator'
import type { Call, CallTable } from './call'
import { methodArn } from './request/execute-api'
import type { Message } from './request/message'
import type { Identities } from './stores/identities'

const EFFECTS: { readonly [effect in PolicyDecision['effect']]: PolicyEffect } = { ALLOW, DENY, SILENT }
const ACTION = 'execute-api:Invoke'

/** Answers the core's questions from the real message. */
export class MessageFacts implements Facts {
  private readonly calls: CallTable
  private readonly identities: () => Identities

  /** `identities` is asked late: it is made with the runtime, which needs the facts. */
  constructor(calls: CallTable, identities: () => Identities) {
    this.calls = calls
    this.identities = identities
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
    const { route, message } = this.calls.of(flight)
    const { policy } = route.stage.view.definition
    if (policy === undefined) return SILENT
    const resourceArn = methodArn(route.stage, message.verb, message.path)
    const request = { action: ACTION, resourceArn, conditionKeys: conditionKeys(message), caller: 'ANONYMOUS' as const }
    return EFFECTS[evaluatePolicy(policy, request).effect]
  }

  /** The policy of this caller, returned now or kept from an earlier request, asked about this method. */
  authorizerPolicyEffect(flight: Flight): PolicyEffect {
    const call = this.calls.of(flight)
    call.authorizer ??= this.identities().result(flight.identity) ?? null
    if (call.authorizer === null) return SILENT
    const resourceArn = methodArn(call.route.stage, call.message.verb, call.message.path)
    const request = { action: ACTION, resourceArn, conditionKeys: conditionKeys(call.message) }
    return EFFECTS[evaluatePolicy(call.authorizer.policy, request).effect]
  }
}

function parametersOf({ message, pathParameters }: Call) {
  const headers = [...groupByName(message.headers)].map(([name, values]) => [name, values.at(-1)!])
  return { headers: Object.fromEntries(headers), query: Object.fromEntries(message.query), pathParameters }
}

function conditionKeys({ sourceIp, headers, receivedAt }: Message): Record<string, string> {
  return {
    'aws:SourceIp': sourceIp,
    'aws:UserAgent': headerValue(headers, 'User-Agent') ?? '',
    'aws:CurrentTime': new Date(receivedAt).toISOString(),
    'aws:EpochTime': String(Math.floor(receivedAt / 1000)),
    'aws:SecureTransport': 'true',
  }
}
