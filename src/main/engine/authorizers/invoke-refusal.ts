import type { CombinedVerdict, PolicySide } from './combined-policy'

/** A call that policies did not allow. */
export interface RefusedInvoke {
  /** "arn:aws:iam::123456789012:user/ada"; null when the caller has no identity. */
  readonly userArn: string | null
  /** "arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/prod/GET/orders/7". */
  readonly resourceArn: string
  readonly verdict: Exclude<CombinedVerdict, 'allow'>
  /** What the caller's own policies say. */
  readonly identity: PolicySide
}

const ACTION = 'execute-api:Invoke'

/**
 * The `Message` of a 403 ACCESS_DENIED. Of the API's account only the last four digits are told.
 * Source: rest-api.md 7.5 and 7.6; the wording for a resource policy of another account that says nothing is IAM's own.
 */
export function invokeRefusal({ userArn, resourceArn, verdict, identity }: RefusedInvoke): string {
  const message = `User: ${userArn ?? 'anonymous'} is not authorized to perform: ${ACTION} on resource: ${maskedArn(resourceArn)}`
  if (verdict === 'explicit-deny') return `${message} with an explicit deny`
  if (userArn === null) return message
  const missing = identity === 'allow' ? 'resource-based' : 'identity-based'
  return `${message} because no ${missing} policy allows the ${ACTION} action`
}

function maskedArn(arn: string): string {
  const [prefix, partition, service, region, account = '', ...resource] = arn.split(':')
  return [prefix, partition, service, region, account.replaceAll(/.(?=.{4})/g, '*'), ...resource].join(':')
}
