import type { Diagnostic } from '../../../diagnostic'
import type { RouteSettings } from '../../http-api'
import type { V2Api, V2Stage } from '../../v2-api'
import { checkThrottle } from '../check-throttle'
import { unless, type Path } from '../problem'

/** Limits of a stage and of its routes, and routes that settings are for. Source: http-api.md 3.2 and 9, websocket-api.md 6.1. */
export function checkV2RouteSettings(api: V2Api, name: string, stage: V2Stage, at: Path): Diagnostic[] {
  const { defaultRouteSettings = {}, routeSettings = {} } = stage
  return [
    ...limits(`Stage ${name}`, [...at, 'defaultRouteSettings'], defaultRouteSettings),
    ...Object.entries(routeSettings).flatMap(([routeKey, settings]) => [
      ...limits(`Stage ${name}, ${routeKey}`, [...at, 'routeSettings', routeKey], settings),
      ...unless(
        Object.hasOwn(api.routes, routeKey),
        'design/method-setting-unknown-route',
        [...at, 'routeSettings', routeKey],
        () => `Stage ${name} has settings for ${routeKey}, which does not exist. Remove them.`,
        'warning',
      ),
    ]),
  ]
}

function limits(label: string, at: Path, { throttlingRateLimit, throttlingBurstLimit }: RouteSettings): Diagnostic[] {
  return checkThrottle(label, at, {
    rate: ['throttlingRateLimit', throttlingRateLimit],
    burst: ['throttlingBurstLimit', throttlingBurstLimit],
  })
}
