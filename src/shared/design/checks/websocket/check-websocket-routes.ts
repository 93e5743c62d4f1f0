import type { Diagnostic } from '../../../diagnostic'
import { memberOf } from '../../edits/update-in'
import { integrationIdOf } from '../../v2-api'
import { problemOfWebSocketRouteKey } from '../../v2-rules/websocket-route-rule'
import type { WebSocketRoute } from '../../websocket-api'
import { problem, unless, type Path } from '../problem'
import type { WebSocketScope } from './websocket-scope'

/** Route keys, what routes lead to, who may connect, and which routes reply. Source: websocket-api.md 1, 3, 4 and 5.5. */
export function checkWebSocketRoutes({ api, at }: WebSocketScope): Diagnostic[] {
  return Object.entries(api.routes).flatMap(([routeKey, route]) => {
    const here = [...at, 'routes', routeKey]
    const rule = problemOfWebSocketRouteKey(routeKey)
    return [
      ...unless(rule === undefined, 'design/route-key-invalid', here, () => `Route ${routeKey}: ${rule}.`),
      ...checkTarget(routeKey, route, api.integrations, here),
      ...(routeKey === '$connect'
        ? checkAuthorization(route, api.authorizers, here)
        : checkLater(routeKey, route, here)),
      ...checkReply(routeKey, route, here),
    ]
  })
}

function checkTarget(
  routeKey: string,
  route: WebSocketRoute,
  integrations: WebSocketScope['api']['integrations'],
  at: Path,
): Diagnostic[] {
  const id = integrationIdOf(route)
  return unless(
    id === undefined || memberOf(integrations, id) !== undefined,
    'design/integration-unknown',
    [...at, 'target'],
    () => `${routeKey}: integration ${id} does not exist. Choose another, or add it.`,
  )
}

/** `$connect`. */
function checkAuthorization(
  { authorizationType, authorizerId }: WebSocketRoute,
  authorizers: WebSocketScope['api']['authorizers'],
  at: Path,
): Diagnostic[] {
  if (authorizationType !== 'CUSTOM') return []
  const field = [...at, 'authorizerId']
  if (authorizerId === undefined) {
    return [
      problem(
        'design/authorizer-required',
        field,
        '$connect: authorizationType CUSTOM needs an authorizer. Choose one.',
      ),
    ]
  }
  return unless(
    memberOf(authorizers, authorizerId) !== undefined,
    'design/authorizer-unknown',
    field,
    () => `$connect: authorizer ${authorizerId} does not exist. Choose another.`,
  )
}

/** Who sends a message was found out when they connected. */
function checkLater(routeKey: string, { apiKeyRequired, authorizationType }: WebSocketRoute, at: Path): Diagnostic[] {
  const why = 'Callers and keys are looked at when a client connects: set it on $connect.'
  return [
    ...unless(
      authorizationType === undefined || authorizationType === 'NONE',
      'design/connect-only',
      [...at, 'authorizationType'],
      () => `${routeKey} cannot have authorizationType ${authorizationType}. ${why}`,
    ),
    ...unless(
      apiKeyRequired !== true,
      'design/connect-only',
      [...at, 'apiKeyRequired'],
      () => `${routeKey} cannot ask for an API key. ${why}`,
    ),
  ]
}

/** Both halves are needed, and the integration that has something to say. */
function checkReply(routeKey: string, route: WebSocketRoute, at: Path): Diagnostic[] {
  const { routeResponseSelectionExpression: expression, routeResponses = {} } = route
  const keys = Object.keys(routeResponses)
  const hasResponse = keys.includes('$default')
  const [odd] = keys.filter((key) => key !== '$default')
  return [
    ...unless(
      odd === undefined,
      'design/reply-incomplete',
      [...at, 'routeResponses', odd ?? ''],
      () => `${routeKey}: a route response has the key $default, not ${odd}. Rename or remove it.`,
    ),
    ...unless(
      (expression !== undefined) === hasResponse,
      'design/reply-incomplete',
      at,
      () =>
        `${routeKey} sends no replies: it has ${hasResponse ? 'a route response' : 'routeResponseSelectionExpression'} but no ` +
        `${hasResponse ? 'routeResponseSelectionExpression' : '$default route response'}. Add what is missing, or remove the other.`,
      'warning',
    ),
    ...unless(
      !(expression !== undefined && hasResponse) || integrationIdOf(route) !== undefined,
      'design/reply-incomplete',
      [...at, 'target'],
      () => `${routeKey} replies but has no integration: each message is answered "Internal server error". Choose one.`,
      'warning',
    ),
  ]
}
