import { routeContext, type RouteContext } from '../../features/routes/route-context'
import { simulateRoute } from '../../features/routes/simulate-route'
import { simulateV2Route } from '../../features/routes/v2/simulate-v2-route'
import { v2RouteContext, type V2RouteContext } from '../../features/routes/v2/v2-route-context'
import { useDesignStore } from '../../stores/design-store'
import { copyRoute, deleteRoute } from '../../stores/route-actions'
import { useUiStore } from '../../stores/ui-store'

/** The route whose tab is in front, if one is. */
export function activeRoute(): RouteContext | V2RouteContext | null {
  const { design } = useDesignStore.getState()
  const { apiId, stage, activeTab } = useUiStore.getState()
  return design === null || apiId === null || activeTab?.kind !== 'route'
    ? null
    : (routeContext(design, apiId, stage, activeTab.key) ?? v2RouteContext(design, apiId, stage, activeTab.key))
}

export function duplicateActiveRoute(): void {
  const route = activeRoute()
  if (route !== null) copyRoute(route.api.id, route.routeKey)
}

export function deleteActiveRoute(): void {
  const route = activeRoute()
  if (route !== null) deleteRoute(route.api.id, route.routeKey)
}

export function simulateActiveRoute(): void {
  const route = activeRoute()
  if (route === null) return
  if ('method' in route) simulateRoute(route)
  else simulateV2Route(route)
}
