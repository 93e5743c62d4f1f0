import { headerValue } from '../../engine/mapping/header-list'
import type { Call } from '../call'
import { methodArn } from '../request/execute-api'
import { eventHeaders } from './event-headers'
import { requestParts } from './proxy-event'
import { callRequestContext } from './request-context'

/** What a Lambda authorizer gets. Source: API Gateway Developer Guide, "Input to an API Gateway Lambda authorizer"; rest-api.md 7.3. */
export function authorizerEvent(call: Call) {
  const { message, route } = call
  const arn = methodArn(route.stage, message.verb, message.path)
  const { settings, reader } = route.authorizer!
  if (settings.type === 'REQUEST') {
    return {
      type: 'REQUEST',
      methodArn: arn,
      ...requestParts(call, eventHeaders(message)),
      requestContext: callRequestContext(call),
    }
  }
  const token = headerValue(message.headers, reader.sources[0]?.name ?? 'Authorization')
  return { type: 'TOKEN', authorizationToken: token ?? '', methodArn: arn }
}
