import type { PolicyDocument } from '@shared/design/policy-document'

/** What a Lambda authorizer has returned, ready to be stored and asked. */
export interface AuthorizerResult {
  readonly kind: 'valid'
  /** Null only where the project assumes that it may be left out. */
  readonly principalId: string | null
  readonly policy: PolicyDocument
  /** `$context.authorizer.<key>`: every value as text, so 1 is "1" and true is "true". */
  readonly context: Readonly<Record<string, string>>
  /** A context value is a list, a map or null: the caller passes the authorizer and the integration then fails with 500. */
  readonly hasUnusableContext: boolean
  /** The API key, where `apiKeySource` is AUTHORIZER. */
  readonly usageIdentifierKey: string | null
}

/** Answered with 500 and a message of null (AUTHORIZER_CONFIGURATION_ERROR); `reason` is for the log. */
export interface InvalidAuthorizerResult {
  readonly kind: 'invalid'
  readonly reason: string
}

/** Characters of one `Resource`. Source: rest-api.md 7.3. */
const MAX_RESOURCE_LENGTH = 512

/**
 * Read what a function returned, already parsed from JSON.
 * Source: API Gateway Developer Guide, "Output from an API Gateway Lambda authorizer"; rest-api.md 7.2 and 7.3.
 */
export function parseAuthorizerResult(
  value: unknown,
  assumptions: { readonly requirePrincipalId: boolean },
): AuthorizerResult | InvalidAuthorizerResult {
  if (!isMap(value)) return invalid('the result is not a JSON object')
  const principalId = plainText(own(value, 'principalId'))
  if (principalId === null && assumptions.requirePrincipalId) return invalid('principalId is missing')
  const policy = own(value, 'policyDocument')
  const problem = policyProblem(policy)
  if (problem !== null) return invalid(problem)
  const context = own(value, 'context') ?? {}
  if (!isMap(context)) return invalid('context is not a JSON object')
  const texts = Object.entries(context).map(([name, entry]) => [name, plainText(entry)] as const)
  return {
    kind: 'valid',
    principalId,
    policy: policy as PolicyDocument,
    context: Object.fromEntries(texts.filter((entry): entry is readonly [string, string] => entry[1] !== null)),
    hasUnusableContext: texts.some(([, text]) => text === null),
    usageIdentifierKey: plainText(own(value, 'usageIdentifierKey')),
  }
}

/** What a call that failed is answered with. Only the exact message "Unauthorized" is a refusal; any other error is the function's own. */
export function authorizerFailureType(errorMessage: string): 'UNAUTHORIZED' | 'AUTHORIZER_CONFIGURATION_ERROR' {
  return errorMessage === 'Unauthorized' ? 'UNAUTHORIZED' : 'AUTHORIZER_CONFIGURATION_ERROR'
}

function invalid(reason: string): InvalidAuthorizerResult {
  return { kind: 'invalid', reason }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function own(value: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined
}

function plainText(value: unknown): string | null {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
}

/** Null when the document can be evaluated. */
function policyProblem(policy: unknown): string | null {
  if (!isMap(policy)) return 'policyDocument is missing or not a JSON object'
  const statement = own(policy, 'Statement')
  const statements: readonly unknown[] = Array.isArray(statement) ? statement : [statement]
  for (const [index, entry] of statements.entries()) {
    const problem = statementProblem(entry)
    if (problem !== null) return `policyDocument.Statement[${index}]: ${problem}`
  }
  return null
}

function statementProblem(statement: unknown): string | null {
  if (!isMap(statement)) return 'it is not a JSON object'
  const effect = own(statement, 'Effect')
  if (effect !== 'Allow' && effect !== 'Deny') return 'Effect is neither Allow nor Deny'
  return (
    listProblem(statement, 'Action') ??
    listProblem(statement, 'Resource') ??
    (own(statement, 'Condition') === undefined || isMap(own(statement, 'Condition'))
      ? null
      : 'Condition is not an object')
  )
}

/** Either the element or its negation must be there, as text or as a list of texts. */
function listProblem(statement: Readonly<Record<string, unknown>>, element: 'Action' | 'Resource'): string | null {
  const value = own(statement, element) ?? own(statement, `Not${element}`)
  if (value === undefined) return `${element} is missing`
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (!entries.every((entry) => typeof entry === 'string')) return `${element} is not text`
  const isTooLong = element === 'Resource' && entries.some((entry) => entry.length > MAX_RESOURCE_LENGTH)
  return isTooLong ? `Resource has more than ${MAX_RESOURCE_LENGTH} characters` : null
}
