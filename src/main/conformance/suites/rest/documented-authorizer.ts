import { OUTCOME_INFO, type OutcomeName } from '@shared/outcome'
import { authorizerFailureType, parseAuthorizerResult } from '../../../engine/authorizers/authorizer-result'
import { combinedPolicy, type CombinedVerdict } from '../../../engine/authorizers/combined-policy'
import { evaluateIdentityPolicies } from '../../../engine/authorizers/identity-policies'
import type { CaseEntry } from './case-kind'

const METHOD_ARN = 'arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/test/GET/orders'
const ACTION = 'execute-api:Invoke'

/** What an authorizer's function does, as cases say it: it returns a policy, or fails with a message. */
const POLICY = /^(Allow|Deny) policy on (methodArn|another ARN)$/
const ERROR = /^error (.+)$/

const OUTCOMES: { readonly [verdict in CombinedVerdict]: OutcomeName } = {
  allow: 'INTEGRATED',
  'implicit-deny': 'ACCESS_DENIED',
  'explicit-deny': 'ACCESS_DENIED_EXPLICIT',
}

/** Cases of the topic "authorizer-outcome": what a method that answers by itself is answered with. Empty for a behaviour nobody knows. */
export function authorizerOutcome({ functionBehaviour }: CaseEntry): Readonly<Record<string, unknown>> {
  const [, effect, resource] = POLICY.exec(String(functionBehaviour)) ?? []
  const [, message] = ERROR.exec(String(functionBehaviour)) ?? []
  if (message !== undefined) return statusOf(authorizerFailureType(message))
  if (effect === undefined) return {}
  const named = resource === 'methodArn' ? METHOD_ARN : `${METHOD_ARN}/7`
  const statement = { Action: ACTION, Effect: effect, Resource: named }
  const policyDocument = { Version: '2012-10-17', Statement: [statement] }
  const result = parseAuthorizerResult({ principalId: 'user', policyDocument }, { requirePrincipalId: true })
  if (result.kind === 'invalid') return statusOf('AUTHORIZER_CONFIGURATION_ERROR')
  const request = { action: ACTION, resource: METHOD_ARN, conditions: {} }
  const { side } = evaluateIdentityPolicies([result.policy], request)
  return statusOf(OUTCOMES[combinedPolicy(side, 'silent', true)])
}

function statusOf(outcome: OutcomeName): Readonly<Record<string, unknown>> {
  return { status: OUTCOME_INFO[outcome].status }
}
