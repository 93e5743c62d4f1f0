import type { WebSocketAuthorizer } from '@shared/design/websocket-api'
import { parseAuthorizerResult, type AuthorizerResult } from '../authorizers/authorizer-result'
import { compileIdentityReader, type IdentityReader } from '../authorizers/identity-source'

/** Bytes of what an authorizer may return. Source: websocket-api.md 3.1. */
export const LARGEST_AUTHORIZER_RESULT = 8 * 1024

/** Every source has to be there, since results are never kept. Source: websocket-api.md 3.1. */
export function compileConnectIdentity({ identitySource }: WebSocketAuthorizer): IdentityReader {
  const sources = identitySource.map((source) => source.replace(/^route\.request\./, 'method.request.'))
  return compileIdentityReader({
    type: 'REQUEST',
    identitySource: sources.join(','),
    authorizerResultTtlInSeconds: 1,
  })
}

/** What a function returned, made sure of; a text says why it cannot be used. `lengthOf` counts bytes of UTF-8. */
export function readConnectAuthorizer(
  result: unknown,
  assumptions: { readonly requirePrincipalId: boolean },
  lengthOf: (text: string) => number,
): AuthorizerResult | string {
  const bytes = lengthOf(JSON.stringify(result) ?? '')
  if (bytes > LARGEST_AUTHORIZER_RESULT) {
    return `the result has ${bytes} bytes, over the ${LARGEST_AUTHORIZER_RESULT} that it may have`
  }
  const read = parseAuthorizerResult(result, assumptions)
  if (read.kind === 'invalid') return read.reason
  return read.hasUnusableContext ? 'a context value is not text, a number or a boolean' : read
}

/** Flat, as events and `$context` show it. Source: websocket-api.md 3.1, observed. */
export function authorizerMembers(
  { context, principalId }: AuthorizerResult,
  integrationLatency: number,
): Readonly<Record<string, string | number>> {
  return { ...(principalId !== null && { principalId }), ...context, integrationLatency }
}
