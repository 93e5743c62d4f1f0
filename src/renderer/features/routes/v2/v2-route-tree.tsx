import { useMemo, useState, type KeyboardEvent, type MouseEvent } from 'react'
import type { V2Api } from '@shared/design/v2-api'
import { copyRoute, deleteRoute } from '../../../stores/route-actions'
import { useUiStore } from '../../../stores/ui-store'
import { TreeList } from '../../../ui/tree-list'
import { useRouteDialog } from '../route-dialog-store'
import { RouteMenu, type MenuPlace } from '../route-menu'
import { problemsOfApi, useProblemIndex } from '../use-route-marks'
import { v2TreeItems } from './v2-tree-items'

/** The routes of an HTTP or WebSocket API; keys and context menu as in the tree of a REST API. */
export function V2RouteTree({ api, filter }: { readonly api: V2Api; readonly filter: string }) {
  const index = useProblemIndex()
  const items = useMemo(() => v2TreeItems(api, filter, problemsOfApi(index, api.id)), [api, filter, index])
  const selectedId = useUiStore((state) => (state.activeTab?.kind === 'route' ? state.activeTab.key : null))
  const [menu, setMenu] = useState<MenuPlace | null>(null)

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
        onSelect={(id) => Object.hasOwn(api.routes, id) && useUiStore.getState().openTab({ kind: 'route', key: id })}
        onItemKey={(event, id) => actOnKey(event, api, id)}
        fillsParent
      />
      <RouteMenu apiId={api.id} place={menu} onClose={() => setMenu(null)} />
    </div>
  )
}

function actOnKey(event: KeyboardEvent, api: V2Api, id: string): boolean {
  if (!Object.hasOwn(api.routes, id)) return false
  const isDuplicate = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd'
  if (event.key === 'F2') useRouteDialog.getState().rename(id)
  else if (event.key === 'Delete') deleteRoute(api.id, id)
  else if (isDuplicate) copyRoute(api.id, id)
  else return false
  event.preventDefault()
  event.stopPropagation()
  return true
}
