import { useMemo } from 'react'
import { useWebSocketStore } from '../../stores/web-socket-store'
import { useWebSocketView } from '../../stores/web-socket-view'
import { broadcastsOf, roomsByBroadcast, type Broadcast } from './broadcasts'
import { guessMember, roomMembers, roomsBy, type Room } from './rooms'
import { selectingPath } from './sample-message'
import { useEntries, useSockets, type OnScreen } from './use-web-socket'

export interface Rooms {
  readonly rooms: readonly Room[]
  /** "member:roomId" or "broadcasts". */
  readonly rule: string
  /** Names that a room could be read from, the likeliest first. */
  readonly members: readonly string[]
  readonly broadcasts: readonly Broadcast[]
  /** The last one; what it reached is lit. */
  readonly latest: Broadcast | null
  /** Frames were left out, so that broadcasts may have gone further. */
  readonly isPartial: boolean
  readonly nameOf: (connectionId: string) => string
  readonly isOpen: (connectionId: string) => boolean
}

/** The groups of those who are connected, and of those who went while a broadcast was still sent to them. */
export function useRooms(screen: OnScreen): Rooms {
  const rows = useSockets(screen)
  const said = useWebSocketStore((state) => state.said)
  const entries = useEntries(screen)
  const notShown = useWebSocketStore((state) => state.notShown)
  const roomRule = useWebSocketView((state) => state.roomRule)
  return useMemo(() => {
    const broadcasts = broadcastsOf(entries)
    const latest = broadcasts.at(-1) ?? null
    const byId = new Map(rows.map((row) => [row.connection.connectionId, row]))
    const isOpen = (id: string): boolean => byId.get(id)?.end === null
    const ids = [...byId.keys()].filter((id) => isOpen(id) || latest?.goneIds.includes(id) === true)
    const path = selectingPath(screen.api.routeSelectionExpression)?.join('.')
    const members = roomMembers(
      ids.flatMap((id) => (said[id] === undefined ? [] : [said[id]])),
      path === undefined ? [] : [path],
    )
    const member = roomRule === 'broadcasts' ? null : (roomRule?.member ?? guessMember(members))
    const isKnown = member !== null && members.includes(member)
    return {
      rooms: isKnown ? roomsBy(ids, said, member) : roomsByBroadcast(ids, broadcasts),
      rule: isKnown ? `member:${member}` : 'broadcasts',
      members,
      broadcasts,
      latest,
      isPartial: notShown > 0,
      nameOf: (id) => byId.get(id)?.name ?? id,
      isOpen,
    }
  }, [rows, said, entries, notShown, roomRule, screen.api.routeSelectionExpression])
}
