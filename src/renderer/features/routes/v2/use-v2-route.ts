import { useMemo } from 'react'
import { pointerTo } from '@shared/diagnostic'
import { useDesignStore } from '../../../stores/design-store'
import { useSelectedApiIndex, useSelectedStageName } from '../../../stores/selected-api'
import { useUiStore } from '../../../stores/ui-store'
import { v2RouteContext, type V2RouteContext } from './v2-route-context'

/** The route with this key of the API and stage on screen; null when there is none, or the API is a REST API. */
export function useV2Route(routeKey: string | null): V2RouteContext | null {
  const index = useSelectedApiIndex()
  const stageName = useSelectedStageName()
  const design = useDesignStore((state) => state.design)
  return useMemo(() => {
    const api = design?.apis[index]
    if (design === null || api === undefined || routeKey === null) return null
    return v2RouteContext(design, api.id, stageName, routeKey)
  }, [design, index, stageName, routeKey])
}

/** The route whose tab is in front. */
export function useActiveV2Route(): V2RouteContext | null {
  const routeKey = useUiStore((state) => (state.activeTab?.kind === 'route' ? state.activeTab.key : null))
  return useV2Route(routeKey)
}

/** JSON pointer of a member of the route. */
export function v2RoutePointer({ apiIndex, routeKey }: V2RouteContext, ...path: string[]): string {
  return pointerTo(['apis', apiIndex, 'routes', routeKey, ...path])
}

/** JSON pointer of a member of the route's integration. */
export function v2IntegrationPointer({ apiIndex, integrationId }: V2RouteContext, ...path: string[]): string {
  return pointerTo(['apis', apiIndex, 'integrations', integrationId ?? '', ...path])
}

/** JSON pointer of a member of the route's own settings in its stage. */
export function v2SettingsPointer({ apiIndex, stageName, routeKey }: V2RouteContext, ...path: string[]): string {
  return pointerTo(['apis', apiIndex, 'stages', stageName, 'routeSettings', routeKey, ...path])
}
