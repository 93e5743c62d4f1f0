import type { HttpIntegration, HttpRoute } from '../http-api'
import { idFrom } from '../id-from'
import type { Method } from '../method'
import type { RestApi } from '../rest-api'
import { restRoutes } from '../route-key'
import type { ConversionNotes } from './conversion-notes'
import { isPreflight } from './http-cors-of'
import { httpIntegrationOf } from './http-integration-of'

/** Routes with the integrations that they point to. */
export interface HttpRoutes {
  readonly routes: Readonly<Record<string, HttpRoute>>
  readonly integrations: Readonly<Record<string, HttpIntegration>>
}

/** The methods of a REST API as routes; OPTIONS methods that answer preflights are what `corsConfiguration` does. */
export function httpRoutesOf(api: RestApi, notes: ConversionNotes): HttpRoutes {
  const routes: Record<string, HttpRoute> = {}
  const integrations: Record<string, HttpIntegration> = {}
  for (const { routeKey, verb, method } of restRoutes(api)) {
    if (isPreflight(verb, method)) continue
    notesOfMethod(routeKey, api, method, notes)
    const integration = method.integration && httpIntegrationOf(routeKey, method.integration, notes)
    const id = idFrom(`integration ${api.id} ${routeKey}`, 7)
    if (integration) integrations[id] = integration
    routes[routeKey] = { ...routeOf(method), ...(integration && { target: id }) }
  }
  return { routes, integrations }
}

const AUTHORIZATION: { readonly [type in Method['authorizationType']]: HttpRoute['authorizationType'] } = {
  NONE: 'NONE',
  AWS_IAM: 'AWS_IAM',
  CUSTOM: 'CUSTOM',
  COGNITO_USER_POOLS: 'JWT',
}

function routeOf({ operationName, authorizationType, authorizerId, authorizationScopes }: Method): HttpRoute {
  const isPool = authorizationType === 'COGNITO_USER_POOLS'
  return {
    ...(operationName !== undefined && { operationName }),
    authorizationType: AUTHORIZATION[authorizationType],
    ...(authorizerId !== undefined && authorizationType !== 'NONE' && { authorizerId }),
    ...(isPool && authorizationScopes !== undefined && { authorizationScopes }),
  }
}

function notesOfMethod(routeKey: string, api: RestApi, method: Method, notes: ConversionNotes): void {
  if (method.authorizationType === 'AWS_IAM') {
    notes.add('carried', 'IAM authorization', 'Callers sign their requests as before.', routeKey)
  }
  if (method.apiKeyRequired) {
    const text = 'Anybody who passes the authorizer calls it: HTTP APIs know no API keys.'
    notes.add('lost', 'API keys', text, routeKey)
  }
  const validator = api.requestValidators[method.requestValidatorId ?? '']
  if (validator?.validateRequestBody || validator?.validateRequestParameters) {
    const text = 'Requests are not validated: bodies and parameters that are refused today reach the integration.'
    notes.add('lost', 'Request validation', text, routeKey)
  }
}
