import type { HttpAuthorizer } from '@shared/design/http-api'
import type { PolicyDocument } from '@shared/design/policy-document'
import { parseAuthorizerResult } from '../authorizers/authorizer-result'

/** What a Lambda authorizer of an HTTP API has returned, ready to be kept and asked. */
export type HttpAuthorizerResult =
  | { readonly kind: 'simple'; readonly isAuthorized: boolean; readonly context: Context; readonly principalId: null }
  | {
      readonly kind: 'policy'
      readonly policy: PolicyDocument
      readonly context: Context
      readonly principalId: string | null
    }

/** With the types that it was returned with; null where the function gave none. */
type Context = Readonly<Record<string, unknown>> | null

/** Answered with 500; `reason` is for the log. */
export interface InvalidHttpAuthorizerResult {
  readonly kind: 'invalid'
  readonly reason: string
}

/** Read what a function returned. Source: API Gateway Developer Guide, "Control access to HTTP APIs with Lambda authorizers"; http-api.md 6.4. */
export function readHttpAuthorizerResult(
  value: unknown,
  { authorizerPayloadFormatVersion, enableSimpleResponses }: HttpAuthorizer,
  assumptions: { readonly requirePrincipalId: boolean },
): HttpAuthorizerResult | InvalidHttpAuthorizerResult {
  if (!isMap(value)) return invalid('the result is not a JSON object')
  const context = own(value, 'context') ?? null
  if (context !== null && !isMap(context)) return invalid('context is not a JSON object')
  if (authorizerPayloadFormatVersion !== '1.0' && enableSimpleResponses === true) {
    const isAuthorized = own(value, 'isAuthorized')
    if (typeof isAuthorized !== 'boolean') return invalid('isAuthorized is neither true nor false')
    return { kind: 'simple', isAuthorized, context, principalId: null }
  }
  const { context: _context, ...withoutContext } = value
  const read = parseAuthorizerResult(withoutContext, assumptions)
  if (read.kind === 'invalid') return read
  return { kind: 'policy', policy: read.policy, context, principalId: read.principalId }
}

function invalid(reason: string): InvalidHttpAuthorizerResult {
  return { kind: 'invalid', reason }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function own(value: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined
}
