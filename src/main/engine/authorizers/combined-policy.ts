/** What one side says of a request: the caller's own policies, a Lambda authorizer's, or the API's resource policy. */
export type PolicySide = 'allow' | 'silent' | 'deny'

export type CombinedVerdict = 'allow' | 'implicit-deny' | 'explicit-deny'

/**
 * What the identity side and the resource policy come to. A Deny of either decides. Within one account one Allow is enough; a caller of
 * another account needs both. An API without a resource policy is silent.
 * Source: API Gateway Developer Guide, "How API Gateway resource policies affect authorization workflow", tables A and B.
 */
export function combinedPolicy(identity: PolicySide, resource: PolicySide, isSameAccount: boolean): CombinedVerdict {
  if (identity === 'deny' || resource === 'deny') return 'explicit-deny'
  const allows = [identity, resource].filter((side) => side === 'allow').length
  return allows >= (isSameAccount ? 1 : 2) ? 'allow' : 'implicit-deny'
}
