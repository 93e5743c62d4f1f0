import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconDots, IconPlus } from '@tabler/icons-react'
import { useShellStore } from '../../stores/shell-store'
import { useUiStore } from '../../stores/ui-store'
import { RouteMenuItems } from './route-menu'

/** The API's name, and what can be done with its routes. */
export function SidebarHead({ apiId, name }: { readonly apiId: string; readonly name: string }) {
  const activeRoute = useUiStore((state) => (state.activeTab?.kind === 'route' ? state.activeTab.key : null))
  return (
    <div className="gw-sidebar-head">
      <span className="gw-sidebar-api">{name}</span>
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
        {activeRoute !== null && <RouteMenuItems apiId={apiId} routeKey={activeRoute} />}
      </Menu>
    </div>
  )
}
