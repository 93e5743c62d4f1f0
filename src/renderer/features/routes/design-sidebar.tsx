import { ActionIcon, Menu, TextInput, Tooltip } from '@mantine/core'
import { IconDots, IconPlus, IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'
import type { RestApi } from '@shared/design/rest-api'
import { useSelectedRestApi, useSelectedStageName } from '../../stores/selected-api'
import { useShellStore } from '../../stores/shell-store'
import { useUiStore } from '../../stores/ui-store'
import { RouteMenuItems } from './route-menu'
import { RouteTree } from './route-tree'
import { SharedList } from './shared-list'
import './design-sidebar.css'

/** Everything of an API: its routes, what they share, its stages. */
export function DesignSidebar() {
  const api = useSelectedRestApi()
  return api === null ? null : <RestSidebar key={api.id} api={api} />
}

function RestSidebar({ api }: { readonly api: RestApi }) {
  const [filter, setFilter] = useState('')
  const shownFilter = useDeferredValue(filter)
  const stageName = useSelectedStageName()
  return (
    <div className="gw-sidebar">
      <SidebarHead api={api} />
      <TextInput
        className="gw-sidebar-filter"
        aria-label="Filter routes"
        placeholder="Filter routes"
        data-sidebar-filter
        value={filter}
        leftSection={<IconSearch size={14} stroke={1.6} aria-hidden />}
        onChange={(event) => setFilter(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && setFilter('')}
      />
      <div className="gw-sidebar-routes">
        <h2 className="gw-sidebar-title">Resources</h2>
        {Object.keys(api.resources).length === 0 ? (
          <p className="gw-sidebar-none">No routes yet.</p>
        ) : (
          <RouteTree api={api} stageName={stageName} filter={shownFilter} />
        )}
      </div>
      <SharedList api={api} stageName={stageName} />
    </div>
  )
}

function SidebarHead({ api }: { readonly api: RestApi }) {
  const activeRoute = useUiStore((state) => (state.activeTab?.kind === 'route' ? state.activeTab.key : null))
  return (
    <div className="gw-sidebar-head">
      <span className="gw-sidebar-api">{api.name}</span>
      <Tooltip label="New route">
        <ActionIcon aria-label="New route" onClick={() => useShellStore.getState().open('new-route')}>
          <IconPlus size={16} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <Menu position="bottom-end">
        <Menu.Target>
          <Tooltip label={activeRoute === null ? 'Open a route first' : `Actions of ${activeRoute}`}>
            <ActionIcon
              aria-label="Route actions"
              aria-disabled={activeRoute === null || undefined}
              aria-description={activeRoute === null ? 'Open a route first' : undefined}
            >
              <IconDots size={16} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        {activeRoute !== null && <RouteMenuItems apiId={api.id} routeKey={activeRoute} />}
      </Menu>
    </div>
  )
}
