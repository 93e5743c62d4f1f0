import { Chip } from '../../ui/chip'
import { formatCount } from '../../ui/format'
import { LastBroadcast } from './last-broadcast'
import type { Rooms } from './use-rooms'

/** Names in a room that are written out. */
const MOST_NAMES = 24

/** Each room with who is in it. */
export function RoomList({ found }: { readonly found: Rooms }) {
  const { isOpen, nameOf, rooms } = found
  return (
    <>
      <ul className="gw-ws-rooms">
        {rooms.map(({ connectionIds, key, label }) => (
          <li key={key} data-testid="ws-room" data-room={key} data-count={connectionIds.length}>
            <span className="gw-ws-room gw-mono" title={label} data-none={key === '' || undefined}>
              {label}
            </span>
            <span className="gw-ws-members">
              {connectionIds.slice(0, MOST_NAMES).map((id) => (
                <Chip key={id} tone={isOpen(id) ? 'neutral' : 'danger'}>
                  {isOpen(id) ? nameOf(id) : `${nameOf(id)}, stale`}
                </Chip>
              ))}
              {connectionIds.length > MOST_NAMES && (
                <span>and {formatCount(connectionIds.length - MOST_NAMES)} more</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <LastBroadcast found={found} />
    </>
  )
}
