import type { Diagnostic } from '../../../diagnostic'
import { memberOf } from '../../edits/update-in'
import type { HttpRoute } from '../../http-api'
import { integrationIdOf } from '../../v2-api'
import { isSameHttpRoute, problemOfHttpRouteKey } from '../../v2-rules/http-route-rule'
import { problem, unless, type Path } from '../problem'
import type { HttpScope } from './http-scope'

/** Route keys, and what routes point to. Source: http-api.md 4. */
export function checkHttpRoutes({ api, at }: HttpScope): Diagnostic[] {
  const keys = Object.keys(api.routes)
  return Object.entries(api.routes).flatMap(([routeKey, route], index) => {
    const here = [...at, 'routes', routeKey]
    const rule = problemOfHttpRouteKey(routeKey)
    const same = keys.slice(0, index).find((other) => isSameHttpRoute(other, routeKey))
    return [
      ...unless(rule === undefined, 'design/route-key-invalid', here, () => `Route ${routeKey}: ${rule}.`),
      ...unless(
        same === undefined,
        'design/route-duplicate',
        here,
        () =>
          `Route ${routeKey} takes the same requests as ${same}. Remove one: names of variables do not tell routes apart.`,
      ),
      ...checkTarget(routeKey, route, api.integrations, here),
      ...checkAuthorization(routeKey, route, api.authorizers, here),
    ]
  })
}

function checkTarget(
  routeKey: string,
  route: HttpRoute,
  integrations: HttpScope['api']['integrations'],
  at: Path,
): Diagnostic[] {
  const id = integrationIdOf(route)
  if (id === undefined) {
    const message = `${routeKey} has no integration: every request is answered 500. Choose one.`
    return [problem('design/route-without-integration', [...at, 'target'], message, 'warning')]
  }
  return unless(
    memberOf(integrations, id) !== undefined,
    'design/integration-unknown',
    [...at, 'target'],
    () => `${routeKey}: integration ${id} does not exist. Choose another, or add it.`,
  )
}

function checkAuthorization(
  routeKey: string,
  { authorizationType, authorizerId, authorizationScopes }: HttpRoute,
  authorizers: HttpScope['api']['authorizers'],
  at: Path,
): Diagnostic[] {
  const scopes = unless(
    authorizationScopes === undefined || authorizationScopes.length === 0 || authorizationType === 'JWT',
    'design/scopes-without-jwt',
    [...at, 'authorizationScopes'],
    () => `${routeKey}: scopes are looked at for tokens only. Set authorizationType JWT, or remove them.`,
    'warning',
  )
  if (authorizationType !== 'JWT' && authorizationType !== 'CUSTOM') return scopes
  const field = [...at, 'authorizerId']
  if (authorizerId === undefined) {
    const message = `${routeKey}: authorizationType ${authorizationType} needs an authorizer. Choose one.`
    return [...scopes, problem('design/authorizer-required', field, message)]
  }
  const authorizer = memberOf(authorizers, authorizerId)
  if (authorizer === undefined) {
    const message = `${routeKey}: authorizer ${authorizerId} does not exist. Choose another.`
    return [...scopes, problem('design/authorizer-unknown', field, message)]
  }
  const fitting = authorizer.authorizerType === 'JWT' ? 'JWT' : 'CUSTOM'
  const mismatch = unless(
    fitting === authorizationType,
    'design/authorizer-mismatch',
    field,
    () =>
      `${routeKey}: authorizer ${authorizerId} is of type ${authorizer.authorizerType}, which needs authorizationType ${fitting}.`,
  )
  return [...scopes, ...mismatch]
}
