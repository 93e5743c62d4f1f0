import type { PolicyDocument } from '@shared/design/policy-document'
import { LIMITS } from '@shared/limits'

/** What is wrong with a policy document that is valid JSON, or undefined. */
export function problemOfPolicy(value: unknown): string | undefined {
  if (!isRecord(value)) return 'A policy is a JSON object'
  const statements = statementsOf(value)
  if (statements === null) return 'A policy needs a Statement: an object or a list of objects'
  const odd = statements.findIndex(
    (statement) => !isRecord(statement) || !['Allow', 'Deny'].includes(String(statement['Effect'])),
  )
  if (odd !== -1) return `Statement ${odd + 1} needs an Effect of "Allow" or "Deny"`
  const length = JSON.stringify(value).length
  const limit = LIMITS.resourcePolicyLength.value
  return length > limit ? `A policy has at most ${limit} characters; this one has ${length}` : undefined
}

export function isPolicy(value: unknown): value is PolicyDocument {
  return problemOfPolicy(value) === undefined
}

function statementsOf(value: Readonly<Record<string, unknown>>): readonly unknown[] | null {
  const statement = value['Statement']
  if (Array.isArray(statement)) return statement
  return isRecord(statement) ? [statement] : null
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
