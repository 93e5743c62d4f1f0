import type { RouteSettings } from '@shared/design/http-api'
import type { V2Api, V2Route, V2Stage } from '@shared/design/v2-api'
import { pointerTo } from '@shared/diagnostic'
import { formatNumber } from '../../ui/format'
import type { PaletteEntry } from './palette-entry'

/** Everything that can be gone to in an HTTP or WebSocket API, as seen from one stage. */
export function v2Entries(api: V2Api, apiIndex: number, stageName: string | null): PaletteEntry[] {
  const stage: V2Stage | undefined = stageName === null ? undefined : api.stages[stageName]
  const routes = Object.entries<V2Route>(api.routes)
  const entries = routes.map(([routeKey, { operationName, target }]): PaletteEntry => ({
    id: `route ${routeKey}`,
    group: 'routes',
    title: routeKey,
    detail: operationName ?? target ?? '',
    target: { kind: 'route', routeKey },
  }))
  if (stage === undefined || stageName === null) return entries
  const at = ['apis', apiIndex, 'stages', stageName]
  const ofStage: PaletteEntry = {
    id: `stage throttle ${stageName}`,
    group: 'settings',
    title: 'Stage throttle',
    detail: `${stageName}, all routes, ${limits(stage.defaultRouteSettings)}`,
    target: { kind: 'field', pointer: pointerTo([...at, 'defaultRouteSettings', 'throttlingRateLimit']) },
  }
  const ofRoutes = routes.map(([routeKey]): PaletteEntry => ({
    id: `throttle ${routeKey}`,
    group: 'settings',
    title: 'Route throttle',
    detail: `${routeKey}, ${limits(stage.routeSettings?.[routeKey])}`,
    target: { kind: 'field', pointer: pointerTo([...at, 'routeSettings', routeKey, 'throttlingRateLimit']) },
  }))
  return [ofStage, ...entries, ...ofRoutes]
}

function limits({ throttlingRateLimit: rate, throttlingBurstLimit: burst }: RouteSettings = {}): string {
  if (rate === undefined && burst === undefined) return 'not set'
  return `${rate === undefined ? 'no rate' : formatNumber(rate)} / ${burst === undefined ? 'no burst' : formatNumber(burst)}`
}
