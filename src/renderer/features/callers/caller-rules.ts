import type { Identity, UserPool } from '@shared/design/identity'

/** What is wrong with the name of a user pool, or undefined. `id` is the pool's own; null for a new one. */
export function problemOfPoolName({ userPools }: Identity, id: string | null, name: string): string | undefined {
  if (name.trim() === '') return 'A user pool needs a name'
  return userPools.some((pool) => pool.name === name && pool.id !== id)
    ? `There is a user pool ${name} already`
    : undefined
}

/** Source of the letters: IAM User Guide, "IAM and AWS STS quotas", name requirements. */
export function problemOfIamName({ iamUsers }: Identity, own: string | null, name: string): string | undefined {
  if (!/^[\w+=,.@-]{1,64}$/.test(name)) return 'Letters, digits and _+=,.@-, at most 64'
  return name !== own && iamUsers.some((user) => user.name === name)
    ? `There is an IAM user ${name} already`
    : undefined
}

/** `sub` is the user's own; null for a new one. */
export function problemOfUsername({ users }: UserPool, sub: string | null, name: string): string | undefined {
  if (name.trim() === '' || /\s/.test(name)) return 'A name without spaces'
  return users.some((user) => user.username === name && user.sub !== sub)
    ? `There is a user ${name} already`
    : undefined
}

export function problemOfAccountId(text: string): string | undefined {
  return text === '' || /^\d{12}$/.test(text) ? undefined : 'Twelve digits'
}

/** "a, b  c" -> ["a", "b", "c"]. */
export function wordsOf(text: string): string[] {
  return [...new Set(text.split(/[\s,]+/).filter((word) => word !== ''))]
}

/** What is wrong with a list of policies that is valid JSON, or undefined. */
export function problemOfPolicies(value: unknown): string | undefined {
  if (!Array.isArray(value)) return 'A list of policies, in [ and ]'
  const odd = value.findIndex((policy) => statementsOf(policy) === null)
  if (odd !== -1) return `Policy ${odd + 1} needs a Statement: an object or a list of objects`
  const broken = value.findIndex((policy) => !(statementsOf(policy) ?? []).every(hasEffect))
  return broken === -1 ? undefined : `Each Statement of policy ${broken + 1} needs an Effect of "Allow" or "Deny"`
}

function statementsOf(policy: unknown): readonly unknown[] | null {
  if (!isRecord(policy)) return null
  const statement = policy['Statement']
  if (Array.isArray(statement)) return statement
  return isRecord(statement) ? [statement] : null
}

function hasEffect(statement: unknown): boolean {
  return isRecord(statement) && (statement['Effect'] === 'Allow' || statement['Effect'] === 'Deny')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
