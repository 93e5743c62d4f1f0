import { NativeSelect } from '@mantine/core'
import { useWebSocketView, type RoomsTab } from '../../stores/web-socket-view'
import { EmptyState } from '../../ui/empty-state'
import { Pane } from '../../ui/pane'
import { PaneTabs, type PaneTab } from '../../ui/pane-tabs'
import { IdleCost } from './idle-cost'
import { RoomList } from './room-list'
import { RoomMap } from './room-map'
import { useRooms, type Rooms } from './use-rooms'
import { useOpenSockets, type OnScreen } from './use-web-socket'

const TABS: readonly PaneTab<RoomsTab>[] = [
  { id: 'rooms', label: 'Rooms' },
  { id: 'map', label: 'Map' },
]

/** Which connections belong together, and where broadcasts went. */
export function RoomsPane({ screen }: { readonly screen: OnScreen }) {
  const tab = useWebSocketView((state) => state.roomsTab)
  const open = useOpenSockets(screen)
  const found = useRooms(screen)
  return (
    <Pane label="Rooms" head={<Head tab={tab} found={found} />}>
      <div className="gw-ws-column">
        <div className="gw-ws-fill gw-ws-scroll">
          {found.rooms.length === 0 ? (
            <EmptyState title="Nobody to group">Connections that send the same room are shown together.</EmptyState>
          ) : tab === 'rooms' ? (
            <RoomList found={found} />
          ) : (
            <RoomMap found={found} />
          )}
        </div>
        <IdleCost open={open.length} />
      </div>
    </Pane>
  )
}

function Head({ tab, found }: { readonly tab: RoomsTab; readonly found: Rooms }) {
  return (
    <>
      <PaneTabs<RoomsTab>
        label="Rooms"
        tabs={TABS}
        active={tab}
        onChange={(roomsTab) => useWebSocketView.setState({ roomsTab })}
      />
      <span className="gw-ws-gap" />
      <NativeSelect
        className="gw-ws-rule"
        aria-label="What makes a room"
        data-testid="ws-room-rule"
        value={found.rule}
        data={[
          ...found.members.map((member) => ({ value: `member:${member}`, label: `last ${member} sent` })),
          { value: 'broadcasts', label: 'same broadcasts' },
        ]}
        onChange={({ currentTarget: { value } }) =>
          useWebSocketView.setState({
            roomRule: value === 'broadcasts' ? 'broadcasts' : { member: value.slice('member:'.length) },
          })
        }
      />
    </>
  )
}
