import type { PolicyEffect } from './policy'

/** What comes out when an identity's side and the API's resource policy are put together. */
export type AccessVerdict = 'ALLOW' | 'IMPLICIT_DENY' | 'EXPLICIT_DENY'

/** Source: API Gateway Developer Guide, "API Gateway resource policies affect authorization workflow", tables A and B. */
export type CombinationRule = 'EITHER_ALLOWS' | 'BOTH_ALLOW' | 'POLICY_ALLOWS'

/**
 * `EITHER_ALLOWS` is table A (IAM in the same account, Lambda authorizers), `BOTH_ALLOW` table B (IAM from another account) and
 * `POLICY_ALLOWS` what holds where the caller's side says nothing about permission (no authorization, Cognito).
 * An explicit Deny on either side wins. `policy` is SILENT too when the API has a policy in which no statement applies.
 */
export function combineVerdicts(rule: CombinationRule, identity: PolicyEffect, policy: PolicyEffect): AccessVerdict {
  if (identity === 'DENY' || policy === 'DENY') return 'EXPLICIT_DENY'
  const [isAllowedBefore, isAllowedByPolicy] = [identity === 'ALLOW', policy === 'ALLOW']
  switch (rule) {
    case 'EITHER_ALLOWS':
      return isAllowedBefore || isAllowedByPolicy ? 'ALLOW' : 'IMPLICIT_DENY'
    case 'BOTH_ALLOW':
      return isAllowedBefore && isAllowedByPolicy ? 'ALLOW' : 'IMPLICIT_DENY'
    case 'POLICY_ALLOWS':
      return isAllowedByPolicy ? 'ALLOW' : 'IMPLICIT_DENY'
  }
}
