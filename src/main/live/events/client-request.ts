import type { ClientRequest } from '../../engine/mapping/client-request'
import type { HeaderList } from '../../engine/mapping/header-list'
import type { Call } from '../call'
import { authorizerContext } from './authorizer-context'
import { integrationHeaders } from './event-headers'
import { callRequestContext } from './request-context'
import { stageFacts } from './stage-facts'

/**
 * A call as mapping expressions and templates see it, with what is known of it by now. Headers and context are made when they are asked
 * for, and once. Source: rest-api.md 10.5.
 */
export function clientRequestOf(call: Call): ClientRequest {
  const { message, pathParameters, route } = call
  let headers: HeaderList | undefined
  let context: ClientRequest['context'] | undefined
  return {
    pathParameters,
    query: message.query,
    get headers() {
      return (headers ??= integrationHeaders(message))
    },
    body: message.body,
    get context() {
      return (context ??= contextOf(call))
    },
    stageVariables: route.stage.variables,
  }
}

function contextOf(call: Call): ClientRequest['context'] {
  const authorizer = authorizerContext(call)
  return { ...callRequestContext(call), ...stageFacts(call.route.stage), ...(authorizer && { authorizer }) }
}
