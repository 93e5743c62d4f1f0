import type { ComponentType } from 'react'
import { useSelectedRestApi } from '../../stores/selected-api'
import { useShellStore } from '../../stores/shell-store'
import { useUiStore, type DesignTab } from '../../stores/ui-store'
import { ActionButton } from '../../ui/action-button'
import { EmptyState } from '../../ui/empty-state'
import { DesignTabs } from './design-tabs'
import { RouteDialogs } from './route-dialog'
import { RouteView } from './route-view'
import './design-main.css'

/** The editor of each kind of tab besides routes; `tabKey` is the tab's key. */
export type SharedEditors = {
  readonly [kind in Exclude<DesignTab['kind'], 'route'>]: ComponentType<{ readonly tabKey: string }>
}

/** Tabs, and what the one in front shows. */
export function DesignMain({ editors }: { readonly editors: SharedEditors }) {
  const api = useSelectedRestApi()
  return (
    <div className="gw-design">
      <DesignTabs />
      <div className="gw-design-content" role="tabpanel" aria-label="Editor">
        {api === null ? (
          <NoRestApi />
        ) : (
          <TabPanel editors={editors} hasRoutes={Object.keys(api.resources).length > 0} />
        )}
      </div>
      {api !== null && <RouteDialogs api={api} />}
    </div>
  )
}

function TabPanel({ editors, hasRoutes }: { readonly editors: SharedEditors; readonly hasRoutes: boolean }) {
  const tab = useUiStore((state) => state.activeTab)
  if (tab === null) return hasRoutes ? <NothingOpen /> : <NoRoutes />
  if (tab.kind === 'route') return <RouteView key={tab.key} routeKey={tab.key} />
  const Editor = editors[tab.kind]
  return <Editor key={tab.key} tabKey={tab.key} />
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
      A route is a path and a verb with everything that happens to its requests.
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

function NoRestApi() {
  return <EmptyState title="No API yet">Make one with New API, or import an OpenAPI file.</EmptyState>
}
