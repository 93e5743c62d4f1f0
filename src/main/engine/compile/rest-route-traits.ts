import type { Design } from '@shared/design/design'
import { effectiveCaching, effectiveThrottle } from '@shared/design/method-settings'
import { restRoutes } from '@shared/design/route-key'
import { LIMITS } from '@shared/limits'
import { cacheControlRule } from '../pipeline/cache-lookup'
import type { RestCompiledRoute } from '../runtime'
import { authorizerOf, hasResourcePolicy, lambdaAuthorizerOf, routePlan } from './route-plan'
import type { RouteTraits } from './route-traits'
import type { StageView } from './stage-view'

/** The methods of a REST API's stage. */
export function restRouteTraits(design: Design, view: StageView): RouteTraits[] {
  return restRoutes(view.definition).map((route) => {
    const caching = effectiveCaching(view.settings, route.path, route.verb)
    const lambdaAuthorizer = lambdaAuthorizerOf(view, route)
    const compiled: RestCompiledRoute = {
      protocolType: 'REST',
      ...route,
      apiId: view.apiId,
      stage: view.stage,
      ...(view.isCanary !== undefined && { isCanary: view.isCanary }),
      cacheControlStrategy: caching.unauthorizedCacheControlHeaderStrategy,
    }
    return {
      compiled,
      plan: routePlan(design, view, route),
      authorizerId: authorizerOf(view, route),
      authorizerTtl: authorizerTtl(view, lambdaAuthorizer),
      authorizerTimeout: LIMITS.authorizerTimeout.value,
      asksFunction: lambdaAuthorizer !== undefined,
      bothMustAllow: mustPolicyAllow(view, compiled),
      hasResourcePolicy: hasResourcePolicy(view),
      apiKeyFromAuthorizer: view.definition.apiKeySource === 'AUTHORIZER',
      throttle: effectiveThrottle(design, view.settings, route.path, route.verb),
      cacheTtl: caching.enabled ? caching.ttlInSeconds * 1000 : 0,
      cacheControlRule: cacheControlRule(caching),
      timeout: route.method.integration?.timeoutInMillis ?? LIMITS.integrationTimeoutMax.value,
    }
  })
}

/**
 * Whether nobody but the resource policy can allow a request: without authorization, or behind a user pool, which only says who calls. A
 * private API without a policy lets nobody in.
 * Source: "How API Gateway resource policies affect authorization workflow", rest-api.md 7.6.
 */
function mustPolicyAllow(view: StageView, route: RestCompiledRoute): boolean {
  if (!hasResourcePolicy(view)) return false
  const hasIdentitySide = route.method.authorizationType === 'AWS_IAM' || lambdaAuthorizerOf(view, route) !== undefined
  return !hasIdentitySide || view.definition.policy === undefined
}

function authorizerTtl({ definition }: StageView, authorizerId: string | undefined): number {
  if (authorizerId === undefined) return 0
  const seconds = definition.authorizers[authorizerId]!.authorizerResultTtlInSeconds
  return (seconds ?? LIMITS.authorizerTtlDefault.value) * 1000
}
