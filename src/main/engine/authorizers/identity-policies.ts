import type { PolicyDocument } from '@shared/design/policy-document'
import type { PolicySide } from './combined-policy'
import type { ConditionKeys } from './condition-keys'
import { evaluatePolicy, type PolicyEffect } from './policy'

/** What is asked of the policies of a caller. */
export interface IdentityPolicyRequest {
  /** "execute-api:Invoke". */
  readonly action: string
  /** "arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/prod/GET/orders/7". */
  readonly resource: string
  readonly conditions: ConditionKeys
}

/** `policy` and `statement` are the indexes of what decided; null when nothing applies. */
export interface IdentityDecision {
  readonly side: PolicySide
  readonly policy: number | null
  readonly statement: number | null
}

const SIDES: { readonly [effect in PolicyEffect]: PolicySide } = { ALLOW: 'allow', SILENT: 'silent', DENY: 'deny' }

/**
 * What all policies of a caller say together: any Deny wins, else any Allow. Silent when there are none.
 * Source: IAM User Guide, "Policy evaluation logic".
 */
export function evaluateIdentityPolicies(
  policies: readonly PolicyDocument[],
  { action, resource, conditions }: IdentityPolicyRequest,
): IdentityDecision {
  const request = { action, resourceArn: resource, conditionKeys: conditions }
  const decisions = policies.map((policy) => evaluatePolicy(policy, request))
  for (const effect of ['DENY', 'ALLOW'] as const) {
    const policy = decisions.findIndex((decision) => decision.effect === effect)
    if (policy >= 0) return { side: SIDES[effect], policy, statement: decisions[policy]!.statement }
  }
  return { side: 'silent', policy: null, statement: null }
}

/** The side that a resource policy takes, for `combinedPolicy`. */
export function policySide(effect: PolicyEffect): PolicySide {
  return SIDES[effect]
}
