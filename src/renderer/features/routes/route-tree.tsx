import { useMemo, useState, type KeyboardEvent, type MouseEvent } from 'react'
import type { RestApi } from '@shared/design/rest-api'
import { restRoutes } from '@shared/design/route-key'
import { copyRoute, deleteRoute } from '../../stores/route-actions'
import { useUiStore } from '../../stores/ui-store'
import { TreeList } from '../../ui/tree-list'
import { useRouteDialog } from './route-dialog-store'
import { RouteMenu, type MenuPlace } from './route-menu'
import { routeTreeItems } from './route-tree-items'
import { useRouteMarks } from './use-route-marks'

export interface RouteTreeProps {
  readonly api: RestApi
  readonly stageName: string | null
  readonly filter: string
}

/** Resources and methods. Enter or a click opens a route; F2, Ctrl+D, Delete and the context menu act on it. */
export function RouteTree({ api, stageName, filter }: RouteTreeProps) {
  const marks = useRouteMarks(api, stageName)
  const items = useMemo(() => routeTreeItems(api.resources, filter, marks), [api.resources, filter, marks])
  const selectedId = useUiStore((state) => (state.activeTab?.kind === 'route' ? state.activeTab.key : null))
  const [menu, setMenu] = useState<MenuPlace | null>(null)

  function open(id: string): void {
    const key = id.startsWith(RESOURCE) ? firstRouteOf(api, id.slice(RESOURCE.length)) : id
    if (key !== undefined) useUiStore.getState().openTab({ kind: 'route', key })
  }
  function openMenu(event: MouseEvent<HTMLElement>): void {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-route-key]') : null
    const routeKey = row?.dataset['routeKey']
    if (routeKey === undefined) return
    event.preventDefault()
    setMenu({ routeKey, x: event.clientX, y: event.clientY })
  }

  if (items.length === 0) return <p className="gw-sidebar-none">No route contains “{filter}”.</p>
  return (
    <div className="gw-route-tree" onContextMenu={openMenu}>
      <TreeList
        items={items}
        label="Routes"
        testId="route-tree"
        selectedId={selectedId}
        onSelect={open}
        onItemKey={(event, id) => actOnKey(event, api.id, id)}
        fillsParent
      />
      <RouteMenu apiId={api.id} place={menu} onClose={() => setMenu(null)} />
    </div>
  )
}

const RESOURCE = 'resource '

function firstRouteOf(api: RestApi, path: string): string | undefined {
  return restRoutes({ resources: { [path]: api.resources[path] ?? { methods: {} } } })[0]?.routeKey
}

function actOnKey(event: KeyboardEvent, apiId: string, id: string): boolean {
  if (id.startsWith(RESOURCE)) return false
  const isDuplicate = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd'
  if (event.key === 'F2') useRouteDialog.getState().rename(id)
  else if (event.key === 'Delete') deleteRoute(apiId, id)
  else if (isDuplicate) copyRoute(apiId, id)
  else return false
  event.preventDefault()
  event.stopPropagation()
  return true
}
