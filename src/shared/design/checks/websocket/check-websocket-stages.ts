import type { Diagnostic } from '../../../diagnostic'
import { LIMITS } from '../../../limits'
import { unless } from '../problem'
import { checkV2RouteSettings } from '../v2/check-v2-route-settings'
import { within } from '../within'
import type { WebSocketScope } from './websocket-scope'

/** Names, limits, and routes that settings are for. Source: websocket-api.md 6.1 and 10. */
export function checkWebSocketStages({ api, at }: WebSocketScope): Diagnostic[] {
  return [
    ...within(api.name, Object.keys(api.stages).length, 'stages', LIMITS.stagesPerApi, [...at, 'stages']),
    ...Object.entries(api.stages).flatMap(([name, stage]) => {
      const here = [...at, 'stages', name]
      return [
        ...unless(
          /^[A-Za-z0-9_-]{1,128}$/.test(name),
          'design/stage-name-invalid',
          here,
          () => `Stage "${name}": a name has 1 to 128 letters, digits, hyphens and underscores. Rename it.`,
        ),
        ...checkV2RouteSettings(api, name, stage, here),
      ]
    }),
  ]
}
