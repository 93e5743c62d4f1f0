import type { ComponentType } from 'react'
import { useSelectedRestApi, useSelectedV2Api } from '../../stores/selected-api'
import { useShellStore } from '../../stores/shell-store'
import { useUiStore, type DesignTab } from '../../stores/ui-store'
import { ActionButton } from '../../ui/action-button'
import { EmptyState } from '../../ui/empty-state'
import { DesignTabs } from './design-tabs'
import { RouteDialogs } from './route-dialog'
import { RouteView } from './route-view'
import { V2RouteDialogs } from './v2/v2-route-dialog'
import { V2RouteView } from './v2/v2-route-view'
import './design-main.css'

/** The editor of each kind of tab besides routes; `tabKey` is the tab's key. */
export type SharedEditors = {
  readonly [kind in Exclude<DesignTab['kind'], 'route'>]: ComponentType<{ readonly tabKey: string }>
}

/** Tabs, and what the one in front shows. */
export function DesignMain({ editors }: { readonly editors: SharedEditors }) {
  const api = useSelectedRestApi()
  const v2Api = useSelectedV2Api()
  const hasRoutes = Object.keys(api?.resources ?? v2Api?.routes ?? {}).length > 0
  return (
    <div className="gw-design">
      <DesignTabs />
      <div className="gw-design-content" role="tabpanel" aria-label="Editor">
        {api === null && v2Api === null ? <NoApi /> : <TabPanel editors={editors} hasRoutes={hasRoutes} />}
      </div>
      {api !== null && <RouteDialogs api={api} />}
      {v2Api !== null && <V2RouteDialogs api={v2Api} />}
    </div>
  )
}

function TabPanel({ editors, hasRoutes }: { readonly editors: SharedEditors; readonly hasRoutes: boolean }) {
  const tab = useUiStore((state) => state.activeTab)
  if (tab === null) return hasRoutes ? <NothingOpen /> : <NoRoutes />
  if (tab.kind === 'route') return <AnyRouteView key={tab.key} routeKey={tab.key} />
  const Editor = editors[tab.kind]
  return <Editor key={tab.key} tabKey={tab.key} />
}

function AnyRouteView({ routeKey }: { readonly routeKey: string }) {
  const isV2 = useSelectedV2Api() !== null
  return isV2 ? <V2RouteView routeKey={routeKey} /> : <RouteView routeKey={routeKey} />
}

function NewRouteButton() {
  return (
    <ActionButton variant="filled" onClick={() => useShellStore.getState().open('new-route')}>
      New route
    </ActionButton>
  )
}

function NoRoutes() {
  return (
    <EmptyState title="No routes yet" actions={<NewRouteButton />}>
      A route is what requests or messages are told apart by, with everything that happens to them.
    </EmptyState>
  )
}

function NothingOpen() {
  return (
    <EmptyState title="Nothing is open" actions={<NewRouteButton />}>
      Choose a route in the sidebar to see what happens to its requests.
    </EmptyState>
  )
}

function NoApi() {
  return <EmptyState title="No API yet">Make one with New API, or import an OpenAPI file.</EmptyState>
}
