import type { ClientRequest } from '../../engine/mapping/client-request'
import type { Call } from '../call'
import { authorizerContext } from './authorizer-context'
import { integrationHeaders } from './event-headers'
import { callRequestContext } from './request-context'
import { stageFacts } from './stage-facts'

/** A call as mapping expressions and templates see it, with what is known of it by now. Source: rest-api.md 10.5. */
export function clientRequestOf(call: Call): ClientRequest {
  const { message, pathParameters, route } = call
  const authorizer = authorizerContext(call)
  return {
    pathParameters,
    query: message.query,
    headers: integrationHeaders(message),
    body: message.body,
    context: {
      ...callRequestContext(call),
      ...stageFacts(route.stage),
      ...(authorizer && { authorizer }),
    },
    stageVariables: route.stage.variables,
  }
}
