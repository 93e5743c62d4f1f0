import type { Diagnostic } from '../../../diagnostic'
import type { RouteSettings } from '../../http-api'
import { checkThrottle } from '../check-throttle'
import { unless, type Path } from '../problem'
import type { HttpScope } from './http-scope'

/** Limits, and routes that settings are for. Source: http-api.md 3.2 and 9. */
export function checkHttpStages({ api, at }: HttpScope): Diagnostic[] {
  return Object.entries(api.stages).flatMap(([name, { defaultRouteSettings = {}, routeSettings = {} }]) => {
    const here = [...at, 'stages', name]
    return [
      ...limits(`Stage ${name}`, [...here, 'defaultRouteSettings'], defaultRouteSettings),
      ...Object.entries(routeSettings).flatMap(([routeKey, settings]) => [
        ...limits(`Stage ${name}, ${routeKey}`, [...here, 'routeSettings', routeKey], settings),
        ...unless(
          Object.hasOwn(api.routes, routeKey),
          'design/method-setting-unknown-route',
          [...here, 'routeSettings', routeKey],
          () => `Stage ${name} has settings for ${routeKey}, which does not exist. Remove them.`,
          'warning',
        ),
      ]),
    ]
  })
}

function limits(label: string, at: Path, { throttlingRateLimit, throttlingBurstLimit }: RouteSettings): Diagnostic[] {
  return checkThrottle(label, at, {
    rate: ['throttlingRateLimit', throttlingRateLimit],
    burst: ['throttlingBurstLimit', throttlingBurstLimit],
  })
}
