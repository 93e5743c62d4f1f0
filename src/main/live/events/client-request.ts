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
  return new CalledRequest(call)
}

/** A class, because an object with getters of its own costs a hidden class each time, which keeps the call in memory. */
class CalledRequest implements ClientRequest {
  readonly pathParameters: ClientRequest['pathParameters']
  readonly query: ClientRequest['query']
  readonly body: ClientRequest['body']
  readonly stageVariables: ClientRequest['stageVariables']
  private readonly call: Call
  private madeHeaders: HeaderList | null = null
  private madeContext: ClientRequest['context'] | null = null

  constructor(call: Call) {
    const { message, pathParameters, route } = call
    this.call = call
    this.pathParameters = pathParameters
    this.query = message.query
    this.body = message.body
    this.stageVariables = route.stage.variables
  }

  get headers(): HeaderList {
    return (this.madeHeaders ??= integrationHeaders(this.call.message))
  }

  get context(): ClientRequest['context'] {
    return (this.madeContext ??= contextOf(this.call))
  }
}

function contextOf(call: Call): ClientRequest['context'] {
  const authorizer = authorizerContext(call)
  return { ...callRequestContext(call), ...stageFacts(call.route.stage), ...(authorizer && { authorizer }) }
}
