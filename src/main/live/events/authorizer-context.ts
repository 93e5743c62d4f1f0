import type { Call } from '../call'

/** `$context.authorizer`: what a Lambda authorizer returned, or the claims of a user pool's token; null without either. */
export function authorizerContext({ authorizer, claims }: Call): Readonly<Record<string, unknown>> | null {
  if (claims !== null) return { claims }
  if (authorizer === null) return null
  const { principalId, context } = authorizer
  return { ...(principalId !== null && { principalId }), ...context }
}
