import type { RouteSettings } from './http-api'

/** Where an HTTP or WebSocket API's stage keeps its limits. */
export interface RouteLimits {
  readonly defaultRouteSettings?: RouteSettings
  readonly routeSettings?: { readonly [routeKey: string]: RouteSettings }
}

/** Whose limit a route meets before the account's: its own, the stage's default, or none. Source: http-api.md 9. */
export function routeLimitSource(stage: RouteLimits, routeKey: string): 'method' | 'stage' | 'account' {
  const { routeSettings = {}, defaultRouteSettings } = stage
  if (isLimit(Object.hasOwn(routeSettings, routeKey) ? routeSettings[routeKey] : undefined)) return 'method'
  return isLimit(defaultRouteSettings) ? 'stage' : 'account'
}

function isLimit(settings: RouteSettings | undefined): boolean {
  return settings?.throttlingRateLimit !== undefined || settings?.throttlingBurstLimit !== undefined
}
