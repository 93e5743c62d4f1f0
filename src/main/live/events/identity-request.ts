import type { IdentityRequest } from '../../engine/authorizers/identity-source'
import { contextValue } from '../../engine/mapping/gateway-response-context'
import { groupByName } from '../../engine/mapping/header-list'
import type { Call } from '../call'
import { callContext } from './gateway-context'

/** What an authorizer's identity sources are read from. */
export function identityRequest(call: Call): IdentityRequest {
  const { message, route } = call
  return {
    headers: Object.fromEntries([...groupByName(message.headers)].map(([name, values]) => [name, values[0]!])),
    query: Object.fromEntries(message.query),
    stageVariables: route.stage.variables,
    context: (name) => mappedContext(call, name),
  }
}

/** The value of `context.NAME` in an identity source, as in "identity.sourceIp". */
function mappedContext(call: Call, name: string): string | undefined {
  return contextValue({ type: 'DEFAULT_5XX', message: null, context: callContext(call) }, name.split('.'))
}
