import type { Design } from '@shared/design/design'
import type { RouteSettings } from '@shared/design/http-api'
import type { EffectiveThrottle } from '@shared/design/method-settings'

/** Where an HTTP or WebSocket API's stage keeps its limits. */
interface RouteLimits {
  readonly defaultRouteSettings?: RouteSettings
  readonly routeSettings?: { readonly [routeKey: string]: RouteSettings }
}

/**
 * The throttle of one route in one stage: its own, else the stage's default, else the account's. Each member is inherited by itself.
 * Source: http-api.md 9, "A route entry overrides the stage default for that route".
 */
export function routeSettingsThrottle(design: Design, stage: RouteLimits, routeKey: string): EffectiveThrottle {
  const account = design.account.throttleSettings
  const settings = stage.routeSettings ?? {}
  const own = Object.hasOwn(settings, routeKey) ? settings[routeKey] : undefined
  const all = stage.defaultRouteSettings
  const rateLimit = own?.throttlingRateLimit ?? all?.throttlingRateLimit
  const burstLimit = own?.throttlingBurstLimit ?? all?.throttlingBurstLimit
  const isOwn = own?.throttlingRateLimit !== undefined || own?.throttlingBurstLimit !== undefined
  const source = isOwn ? 'method' : rateLimit === undefined && burstLimit === undefined ? 'account' : 'stage'
  return { source, rateLimit: rateLimit ?? account.rateLimit, burstLimit: burstLimit ?? account.burstLimit }
}
