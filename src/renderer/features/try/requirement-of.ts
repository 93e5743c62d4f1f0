import type { CallableApi } from '@shared/design/callable-api'
import { accessOf, identityPlaces, type TryRoute } from './try-route'

/** What a route asks of its callers, in a sentence. */
export function requirementOf(api: CallableApi | null, route: TryRoute): string {
  const { routeKey } = route
  const { authorizationType, authorizerId, authorizationScopes = [] } = accessOf(route)
  switch (authorizationType) {
    case 'NONE':
      return `${routeKey} is open to everybody.`
    case 'AWS_IAM':
      return `${routeKey} wants a signature of an IAM user who may invoke it.`
    case 'CUSTOM':
      return `${routeKey} asks its Lambda authorizer ${authorizerId ?? ''}: send what that reads, mostly as a header.`
    case 'COGNITO_USER_POOLS': {
      const token = authorizationScopes.length === 0 ? 'an id token' : accessTokenFor(authorizationScopes)
      return `${routeKey} wants ${token} of a user pool of ${authorizerId ?? 'its authorizer'}.`
    }
    case 'JWT': {
      const token = authorizationScopes.length === 0 ? 'a token' : accessTokenFor(authorizationScopes)
      const parameter = api === null ? undefined : identityPlaces(api, route).query[0]
      const place =
        parameter === undefined ? '' : ` It reads the query parameter ${parameter}; tokens made here go into a header.`
      return `${routeKey} wants ${token} that ${authorizerId ?? 'its authorizer'} takes.${place}`
    }
  }
}

function accessTokenFor(scopes: readonly string[]): string {
  return `an access token for ${scopes.join(' or ')}`
}
