import { ALLOW, DENY, SILENT, type PolicyEffect } from '../../engine/effect'
import { VALID, type Facts, type Validity } from '../../engine/facts'
import type { Flight } from '../../engine/flight'
import { callerKeys } from '../../engine/authorizers/caller-keys'
import type { ConditionKeys } from '../../engine/authorizers/condition-keys'
import { evaluatePolicy } from '../../engine/authorizers/policy'
import { routeArn } from '../../engine/http-api/authorizer-event'
import type { HttpAuthorizerResult } from '../../engine/http-api/http-authorizer-result'
import type { HttpRequestFacts } from '../../engine/http-api/http-request-facts'
import { headerValue } from '../../engine/mapping/header-list'
import type { HttpCallTable } from './http-call'
import type { HttpIdentities } from './http-identities'

const EFFECTS = { ALLOW, DENY, SILENT } as const

export const INVOKE = 'execute-api:Invoke'

/** Answers the core's questions about requests to HTTP APIs, which have neither web ACLs nor resource policies nor validators. */
export class HttpFacts implements Facts {
  private readonly calls: HttpCallTable
  private readonly identities: HttpIdentities

  constructor(calls: HttpCallTable, identities: HttpIdentities) {
    this.calls = calls
    this.identities = identities
  }

  callerAddress(flight: Flight): number {
    return flight.caller
  }

  validity(): Validity {
    return VALID
  }

  resourcePolicyEffect(): PolicyEffect {
    return SILENT
  }

  /** What was returned now or kept from an earlier request, perhaps to another route, asked about this one. */
  authorizerPolicyEffect(flight: Flight): PolicyEffect {
    const call = this.calls.of(flight)
    call.authorizerResult ??= this.identities.result(flight.identity) ?? null
    const result = call.authorizerResult
    if (result === null) return SILENT
    call.caller = { kind: 'lambda', principalId: result.principalId, context: result.context }
    return effectOf(result, call.facts)
  }
}

function effectOf(result: HttpAuthorizerResult, facts: HttpRequestFacts): PolicyEffect {
  if (result.kind === 'simple') return result.isAuthorized ? ALLOW : DENY
  const request = { action: INVOKE, resourceArn: routeArn(facts), conditionKeys: requestKeys(facts) }
  return EFFECTS[evaluatePolicy(result.policy, request).effect]
}

/** What the conditions of policies may ask about a request. */
export function requestKeys(facts: HttpRequestFacts): ConditionKeys {
  const { headers, receivedAt } = facts
  return {
    ...callerKeys(facts),
    'aws:UserAgent': headerValue(headers, 'User-Agent') ?? '',
    'aws:CurrentTime': new Date(receivedAt).toISOString(),
    'aws:EpochTime': String(Math.floor(receivedAt / 1000)),
    'aws:SecureTransport': 'true',
  }
}
