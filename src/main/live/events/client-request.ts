import type { ClientRequest } from '../../engine/mapping/client-request'
import type { Call } from '../call'
import { eventHeaders } from './event-headers'
import { callRequestContext } from './request-context'

/** A call as mapping expressions and templates see it, with what is known of it by now. Source: rest-api.md 10.5. */
export function clientRequestOf(call: Call): ClientRequest {
  const { authorizer, message, pathParameters, route } = call
  return {
    pathParameters,
    query: message.query,
    headers: eventHeaders(message),
    body: message.body,
    context: { ...callRequestContext(call), ...(authorizer && { authorizer: authorizerContext(authorizer) }) },
    stageVariables: route.stage.variables,
  }
}

function authorizerContext({ principalId, context }: NonNullable<Call['authorizer']>) {
  return { ...(principalId !== null && { principalId }), ...context }
}
