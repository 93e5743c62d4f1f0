/** Who sends the request, as a resource policy sees it. */
export type PolicyCaller = 'ANONYMOUS' | IdentifiedCaller

export interface IdentifiedCaller {
  /** Twelve digits. */
  readonly accountId: string
  /** "arn:aws:iam::123456789012:user/ana", or of an assumed role "arn:aws:sts::123456789012:assumed-role/Shop/session". */
  readonly arn: string
}

/**
 * Whether a `Principal` element names the caller: "*", an account ("123456789012" or the ARN of its root), a user, a role (for every
 * session of it) or one session. Wildcards inside an ARN do not count, as IAM has it.
 * Source: IAM User Guide, "AWS JSON policy elements: Principal".
 */
export function principalMatches(principal: unknown, caller: PolicyCaller): boolean {
  if (principal === '*') return true
  if (typeof principal !== 'object' || principal === null || !Object.hasOwn(principal, 'AWS')) return false
  const { AWS: named } = principal as { readonly AWS: unknown }
  const names: readonly unknown[] = Array.isArray(named) ? named : [named]
  return names.some((name) => name === '*' || (caller !== 'ANONYMOUS' && namesCaller(name, caller)))
}

function namesCaller(name: unknown, { accountId, arn }: IdentifiedCaller): boolean {
  if (typeof name !== 'string') return false
  if (name === accountId || name === arn || name === roleOf(arn)) return true
  return /^arn:[a-z-]+:iam::\d{12}:root$/.test(name) && name.split(':')[4] === accountId
}

/** The role that a session has assumed; a role's path is not part of a session's ARN, so roles with a path are not recognised by it. */
function roleOf(arn: string): string | null {
  const [, partition, account, role] = /^arn:([a-z-]+):sts::(\d{12}):assumed-role\/([^/]+)\//.exec(arn) ?? []
  return role === undefined ? null : `arn:${partition}:iam::${account}:role/${role}`
}
