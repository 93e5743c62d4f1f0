import type { Design } from '@shared/design/design'
import { effectiveCaching } from '@shared/design/method-settings'
import { updateIntegration } from '@shared/design/edits/update-integration'
import { updateMethod } from '@shared/design/edits/update-method'
import { findRestApi, restRoutes, type RestRoute } from '@shared/design/route-key'
import type { RestApi } from '@shared/design/rest-api'
import type { Scenario } from '@shared/design/scenario'

/** A cached route whose answers are about the caller, and the parameter that is missing from its cache key. */
export interface Leak {
  readonly routeKey: string
  /** "method.request.header.Authorization". */
  readonly parameter: string
}

const AUTHORIZATION = 'method.request.header.Authorization'

/** The routes that can answer one caller with what was cached for another. */
export function leaksOf(design: Design, scenario: Scenario): Leak[] {
  const api = findRestApi(design, scenario.apiId)
  const stage = api?.stages[scenario.stage]
  if (api === undefined || stage === undefined) return []
  return restRoutes(api).flatMap((route) => {
    const { routeKey, path, verb, method } = route
    const backend = scenario.backends?.[routeKey] ?? scenario.backends?.['*']
    if (!backend?.isPersonal || !effectiveCaching(stage, path, verb).enabled) return []
    const [parameter, ...others] = identityParameters(api, route)
    const keys = (method.integration?.cacheKeyParameters ?? []).map((key) => key.toLowerCase())
    const isTold = [parameter, ...others].some((one) => one !== undefined && keys.includes(one.toLowerCase()))
    return isTold || parameter === undefined ? [] : [{ routeKey, parameter }]
  })
}

/** Where the caller of a route is found: the headers and parameters of its authorizer's identity source. */
function identityParameters(api: RestApi, { method }: RestRoute): string[] {
  const authorizer = method.authorizerId === undefined ? undefined : api.authorizers[method.authorizerId]
  const sources = (authorizer?.identitySource ?? AUTHORIZATION).split(',').map((source) => source.trim())
  return sources.filter((source) => /^method\.request\.(header|querystring)\./.test(source))
}

/** The callers told apart in the cache keys of these routes. A parameter of a cache key must be one of the method's. */
export function cureLeaks(design: Design, apiId: string, leaks: readonly Leak[]): Design {
  return leaks.reduce((before, { routeKey, parameter }) => {
    const route = findRoute(before, apiId, routeKey)
    if (route === undefined) return before
    const { path, verb } = route
    const { requestParameters = {}, integration } = route.method
    const declared = { ...requestParameters, [parameter]: requestParameters[parameter] ?? false }
    const keys = [...(integration?.cacheKeyParameters ?? []), parameter]
    const withParameter = updateMethod(before, apiId, path, verb, { requestParameters: declared })
    return updateIntegration(withParameter, apiId, path, verb, { cacheKeyParameters: keys })
  }, design)
}

function findRoute(design: Design, apiId: string, routeKey: string): RestRoute | undefined {
  const api = findRestApi(design, apiId)
  return api && restRoutes(api).find((route) => route.routeKey === routeKey)
}
