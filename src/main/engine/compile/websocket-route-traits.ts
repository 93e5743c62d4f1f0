import type { Design } from '@shared/design/design'
import type { WebSocketApi, WebSocketRoute } from '@shared/design/websocket-api'
import { LIMITS } from '@shared/limits'
import type { StepName } from '@shared/step-name'
import { WEBSOCKET_CONNECT_ORDER, WEBSOCKET_MESSAGE_ORDER } from '../pipeline/order'
import { stepCode } from '../pipeline/step-codes'
import type { WebSocketStageView } from './api-stage-view'
import { integrationIdOf } from '@shared/design/v2-api'
import { routeSettingsThrottle } from './route-settings-throttle'
import { NO_REST_FEATURES, type RouteTraits } from './route-traits'

/** `apiKeySelectionExpression` that takes the key from the authorizer's answer. Source: websocket-api.md 3.3. */
const KEY_OF_AUTHORIZER = '$context.authorizer.usageIdentifierKey'

/** The routes of a WebSocket API's stage; `$connect` is one of its own kind. Source: websocket-api.md 2 to 6. */
export function webSocketRouteTraits(design: Design, view: WebSocketStageView): RouteTraits[] {
  const { api, settings, apiId, stage } = view
  return Object.entries(webSocketRoutesServed(api)).map(([routeKey, route]) => {
    const isConnect = routeKey === '$connect'
    const throttle = routeSettingsThrottle(design, settings, routeKey)
    const authorizerId = isConnect ? connectAuthorizerOf(api, route) : undefined
    const isAuthorized = isConnect && (authorizerId !== undefined || route.authorizationType === 'AWS_IAM')
    const uses = usesOf(design, view, route, isAuthorized, throttle.source)
    const order = isConnect ? WEBSOCKET_CONNECT_ORDER : WEBSOCKET_MESSAGE_ORDER
    return {
      ...NO_REST_FEATURES,
      compiled: { protocolType: 'WEBSOCKET', routeKey, route, apiId, stage },
      plan: order.flatMap(({ step }) => ((uses[step] ?? true) ? [stepCode(step)] : [])),
      authorizerId,
      // Results of a WebSocket API's authorizer are never kept.
      authorizerTtl: 0,
      authorizerTimeout: LIMITS.authorizerTimeout.value,
      asksFunction: authorizerId !== undefined,
      apiKeyFromAuthorizer: isConnect && api.apiKeySelectionExpression === KEY_OF_AUTHORIZER,
      throttle,
      timeout: api.integrations[integrationIdOf(route) ?? '']?.timeoutInMillis ?? LIMITS.integrationTimeoutMax.value,
    }
  })
}

/** A client connects to an API without `$connect` too: its limits apply all the same. */
export function webSocketRoutesServed(api: WebSocketApi): WebSocketApi['routes'] {
  return Object.hasOwn(api.routes, '$connect') ? api.routes : { $connect: {}, ...api.routes }
}

function usesOf(
  design: Design,
  { api, apiId, stage }: WebSocketStageView,
  route: WebSocketRoute,
  isAuthorized: boolean,
  throttledBy: string,
): { readonly [step in StepName]?: boolean } {
  const needsKey = api.routes['$connect']?.apiKeyRequired === true
  const plans = design.usagePlans.filter((plan) =>
    plan.apiStages.some((one) => one.apiId === apiId && one.stage === stage),
  )
  const hasQuota = needsKey && plans.some((plan) => plan.quota !== undefined)
  return {
    authorizer: isAuthorized,
    'api-key': needsKey,
    quota: hasQuota,
    'usage-plan-throttle': needsKey,
    'count-quota': hasQuota,
    'method-throttle': throttledBy === 'method',
    'stage-throttle': throttledBy === 'stage',
    'request-validator': route.modelSelectionExpression !== undefined,
  }
}

/** Only functions: user pools and tokens are no authorizers of WebSocket APIs. */
function connectAuthorizerOf(
  api: WebSocketApi,
  { authorizationType, authorizerId }: WebSocketRoute,
): string | undefined {
  const isThere = authorizerId !== undefined && Object.hasOwn(api.authorizers, authorizerId)
  return authorizationType === 'CUSTOM' && isThere ? authorizerId : undefined
}
