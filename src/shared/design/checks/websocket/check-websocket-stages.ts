import type { Diagnostic } from '../../../diagnostic'
import type { RouteSettings } from '../../http-api'
import { LIMITS } from '../../../limits'
import { checkThrottle } from '../check-throttle'
import { unless, type Path } from '../problem'
import { within } from '../within'
import type { WebSocketScope } from './websocket-scope'

/** Names, limits, and routes that settings are for. Source: websocket-api.md 6.1 and 10. */
export function checkWebSocketStages({ api, at }: WebSocketScope): Diagnostic[] {
  return [
    ...within(api.name, Object.keys(api.stages).length, 'stages', LIMITS.stagesPerApi, [...at, 'stages']),
    ...Object.entries(api.stages).flatMap(([name, { defaultRouteSettings = {}, routeSettings = {} }]) => {
      const here = [...at, 'stages', name]
      return [
        ...unless(
          /^[A-Za-z0-9_-]{1,128}$/.test(name),
          'design/stage-name-invalid',
          here,
          () => `Stage "${name}": a name has 1 to 128 letters, digits, hyphens and underscores. Rename it.`,
        ),
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
    }),
  ]
}

function limits(label: string, at: Path, { throttlingBurstLimit, throttlingRateLimit }: RouteSettings): Diagnostic[] {
  return checkThrottle(label, at, {
    rate: ['throttlingRateLimit', throttlingRateLimit],
    burst: ['throttlingBurstLimit', throttlingBurstLimit],
  })
}
