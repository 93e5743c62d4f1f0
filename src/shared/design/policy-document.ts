/** An IAM policy document: a resource policy, or the policy that a Lambda authorizer returns. */
export interface PolicyDocument {
  readonly Version?: string
  readonly Id?: string
  readonly Statement: PolicyStatement | readonly PolicyStatement[]
}

export interface PolicyStatement {
  readonly Sid?: string
  readonly Effect: 'Allow' | 'Deny'
  readonly Principal?: unknown
  readonly NotPrincipal?: unknown
  readonly Action?: string | readonly string[]
  readonly NotAction?: string | readonly string[]
  readonly Resource?: string | readonly string[]
  readonly NotResource?: string | readonly string[]
  /** Operator -> condition key -> value or values, as in { IpAddress: { "aws:SourceIp": ["203.0.113.0/24"] } }. */
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, PolicyConditionValue>>>>
}

export type PolicyConditionValue = string | number | boolean | readonly (string | number | boolean)[]
