import { Menu } from '@mantine/core'
import { IconCopy, IconPencil, IconTrash } from '@tabler/icons-react'
import { commandKeys } from '../../stores/command-keys'
import { copyRoute, deleteRoute } from '../../stores/route-actions'
import { useRouteDialog } from './route-dialog-store'

/** Where a context menu opens, in pixels of the window, and what for. */
export interface MenuPlace {
  readonly routeKey: string
  readonly x: number
  readonly y: number
}

export interface RouteMenuProps {
  readonly apiId: string
  readonly place: MenuPlace | null
  onClose(): void
}

/** What can be done with a route, at the place of the pointer. */
export function RouteMenu({ apiId, place, onClose }: RouteMenuProps) {
  if (place === null) return null
  return (
    <Menu opened onChange={(isOpen) => !isOpen && onClose()} position="bottom-start" offset={0}>
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className="gw-menu-anchor"
          style={{ left: place.x, top: place.y }}
          aria-label={`Actions of ${place.routeKey}`}
        />
      </Menu.Target>
      <RouteMenuItems apiId={apiId} routeKey={place.routeKey} />
    </Menu>
  )
}

/** The entries alone, for menus that open elsewhere. */
export function RouteMenuItems({ apiId, routeKey }: { readonly apiId: string; readonly routeKey: string }) {
  const icon = { size: 14, stroke: 1.6, 'aria-hidden': true } as const
  return (
    <Menu.Dropdown miw={208} aria-label={`Actions of ${routeKey}`}>
      <Menu.Item
        leftSection={<IconCopy {...icon} />}
        rightSection={<Key text={commandKeys('route.duplicate') ?? ''} />}
        onClick={() => copyRoute(apiId, routeKey)}
      >
        Duplicate route
      </Menu.Item>
      <Menu.Item
        leftSection={<IconPencil {...icon} />}
        rightSection={<Key text="F2" />}
        onClick={() => useRouteDialog.getState().rename(routeKey)}
      >
        Change path or verb
      </Menu.Item>
      <Menu.Item
        leftSection={<IconTrash {...icon} />}
        rightSection={<Key text="Delete" />}
        onClick={() => deleteRoute(apiId, routeKey)}
      >
        Delete route
      </Menu.Item>
    </Menu.Dropdown>
  )
}

function Key({ text }: { readonly text: string }) {
  return <span className="gw-menu-key">{text}</span>
}
