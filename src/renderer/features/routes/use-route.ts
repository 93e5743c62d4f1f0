import { useMemo } from 'react'
import { pointerTo } from '@shared/diagnostic'
import { methodSettingKey } from '@shared/design/method-settings'
import { useDesignStore } from '../../stores/design-store'
import { useSelectedApiIndex, useSelectedStageName } from '../../stores/selected-api'
import { useUiStore } from '../../stores/ui-store'
import { routeContext, type RouteContext } from './route-context'

/** The route with this key of the API and stage on screen; null when there is none. */
export function useRoute(routeKey: string | null): RouteContext | null {
  const index = useSelectedApiIndex()
  const stageName = useSelectedStageName()
  const design = useDesignStore((state) => state.design)
  return useMemo(() => {
    const api = design?.apis[index]
    if (design === null || api === undefined || routeKey === null) return null
    return routeContext(design, api.id, stageName, routeKey)
  }, [design, index, stageName, routeKey])
}

/** The route whose tab is in front. */
export function useActiveRoute(): RouteContext | null {
  const routeKey = useUiStore((state) => (state.activeTab?.kind === 'route' ? state.activeTab.key : null))
  return useRoute(routeKey)
}

/** JSON pointer of a member of the route's method: `methodPointer(route, 'apiKeyRequired')`. */
export function methodPointer(route: RouteContext, ...path: (string | number)[]): string {
  return pointerTo(['apis', route.apiIndex, 'resources', route.path, 'methods', route.verb, ...path])
}

/** JSON pointer of a member of the route's setting in its stage. */
export function settingPointer(route: RouteContext, ...path: (string | number)[]): string {
  const key = methodSettingKey(route.path, route.verb)
  return pointerTo(['apis', route.apiIndex, 'stages', route.stageName, 'methodSettings', key, ...path])
}

/** JSON pointer of a member of the API. */
export function apiPointer(route: Pick<RouteContext, 'apiIndex'>, ...path: (string | number)[]): string {
  return pointerTo(['apis', route.apiIndex, ...path])
}
