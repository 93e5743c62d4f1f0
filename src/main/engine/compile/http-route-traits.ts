import type { Design } from '@shared/design/design'
import type { HttpApi, HttpAuthorizer, HttpRoute } from '@shared/design/http-api'
import { integrationIdOf } from '@shared/design/v2-api'
import { LIMITS } from '@shared/limits'
import { HTTP_AUTHORIZER_FIRST_ORDER, HTTP_ORDER } from '../pipeline/order'
import { stepCode } from '../pipeline/step-codes'
import type { HttpStageView } from './api-stage-view'
import { assumptionsOf } from './route-plan'
import { routeSettingsThrottle } from './route-settings-throttle'
import { NO_REST_FEATURES, type RouteTraits } from './route-traits'

/** The routes of an HTTP API's stage. Source: http-api.md 2, 5 to 7, 9. */
export function httpRouteTraits(design: Design, view: HttpStageView): RouteTraits[] {
  const { api, settings, apiId, stage } = view
  const order = assumptionsOf(design).authorizeBeforeThrottle ? HTTP_AUTHORIZER_FIRST_ORDER : HTTP_ORDER
  return Object.entries(api.routes).map(([routeKey, route]) => {
    const throttle = routeSettingsThrottle(design, settings, routeKey)
    const authorizer = httpAuthorizerOf(api, route)
    const isAuthorized = authorizer !== undefined || route.authorizationType === 'AWS_IAM'
    const uses = (step: string): boolean => {
      if (step === 'authorizer') return isAuthorized
      if (step === 'method-throttle') return throttle.source === 'method'
      return step !== 'stage-throttle' || throttle.source === 'stage'
    }
    return {
      ...NO_REST_FEATURES,
      compiled: { protocolType: 'HTTP', routeKey, route, apiId, stage },
      plan: order.flatMap(({ step }) => (uses(step) ? [stepCode(step)] : [])),
      authorizerId: authorizer?.id,
      authorizerTtl: (authorizer?.isFunction ? (authorizer.settings.authorizerResultTtlInSeconds ?? 0) : 0) * 1000,
      authorizerTimeout: LIMITS.httpAuthorizerTimeout.value,
      asksFunction: authorizer?.isFunction ?? false,
      apiKeyFromAuthorizer: false,
      throttle,
      timeout:
        api.integrations[integrationIdOf(route) ?? '']?.timeoutInMillis ?? LIMITS.httpIntegrationTimeoutMax.value,
    }
  })
}

/** The authorizer that a route asks; it is of the kind that the route's authorization takes. */
export function httpAuthorizerOf(
  api: HttpApi,
  { authorizationType, authorizerId }: HttpRoute,
): { readonly id: string; readonly settings: HttpAuthorizer; readonly isFunction: boolean } | undefined {
  if (authorizerId === undefined || !Object.hasOwn(api.authorizers, authorizerId)) return undefined
  const settings = api.authorizers[authorizerId]!
  const taken = settings.authorizerType === 'JWT' ? 'JWT' : 'CUSTOM'
  if (authorizationType !== taken) return undefined
  return { id: authorizerId, settings, isFunction: settings.authorizerType === 'REQUEST' }
}
