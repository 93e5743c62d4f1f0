import { useElementSize } from '@mantine/hooks'
import { useMemo } from 'react'
import { formatCount, plural } from '../../ui/format'
import type { Broadcast } from './broadcasts'
import { LastBroadcast } from './last-broadcast'
import { mapLayout, type MapDot, type MapGroup } from './map-layout'
import type { Rooms } from './use-rooms'

/** Rooms as groups of dots, one a connection. A broadcast lights up who sent it, whom it reached, and in red who was gone. */
export function RoomMap({ found }: { readonly found: Rooms }) {
  const { latest, nameOf, rooms } = found
  const { ref, width } = useElementSize<HTMLDivElement>()
  const { groups, height } = useMemo(() => mapLayout(rooms, Math.max(140, Math.floor(width))), [rooms, width])
  return (
    <>
      <div className="gw-ws-map" ref={ref}>
        <svg
          width="100%"
          height={height}
          role="img"
          aria-label={`${plural(rooms.length, 'group')} of connections`}
          data-testid="ws-map"
          data-groups={rooms.length}
        >
          {groups.map((group) => (
            <Group key={group.room.key} group={group} latest={latest} nameOf={nameOf} />
          ))}
        </svg>
        <ul className="gw-hidden" aria-label="Connections by group">
          {rooms.map(({ connectionIds, key, label }) => (
            <li key={key}>
              {label}: {connectionIds.slice(0, 200).map(nameOf).join(', ')}
            </li>
          ))}
        </ul>
      </div>
      <LastBroadcast found={found} />
    </>
  )
}

interface GroupProps {
  readonly group: MapGroup
  readonly latest: Broadcast | null
  readonly nameOf: (connectionId: string) => string
}

function Group({ group: { dots, height, room, width, x, y }, latest, nameOf }: GroupProps) {
  const count = room.connectionIds.length
  const reached = latest === null ? 0 : room.connectionIds.filter((id) => latest.receiverIds.includes(id)).length
  return (
    <g data-testid="ws-map-group" data-room={room.key} data-count={count}>
      <title>{room.label}</title>
      <rect className="gw-ws-map-box" x={x + 0.5} y={y + 0.5} width={width - 1} height={height - 1} rx={6} />
      <text className="gw-ws-map-label" x={x + 8} y={y + 15}>
        {cut(room.label, Math.floor((width - 44) / 6.6))}
      </text>
      <text className="gw-ws-map-count" x={x + width - 8} y={y + 15} textAnchor="end">
        {formatCount(count)}
      </text>
      {dots.map((dot) => (
        <Dot
          key={dot.connectionId}
          dot={dot}
          light={lightOf(dot.connectionId, latest)}
          latest={latest}
          nameOf={nameOf}
        />
      ))}
      {dots.length === 0 && (
        <text className="gw-ws-map-count" x={x + 8} y={y + 36}>
          {reached > 0 ? `${formatCount(reached)} got the last broadcast` : plural(count, 'connection')}
        </text>
      )}
    </g>
  )
}

type Light = 'sender' | 'receiver' | 'gone' | 'none'

interface DotProps {
  readonly dot: MapDot
  readonly light: Light
  readonly latest: Broadcast | null
  readonly nameOf: (connectionId: string) => string
}

const LIGHT_WORDS: { readonly [light in Light]: string } = {
  sender: ', sent the last broadcast',
  receiver: ', got the last broadcast',
  gone: ', gone: 410',
  none: '',
}

/** A new broadcast makes its dots anew, so that they light up again. */
function Dot({ dot: { connectionId, x, y }, light, latest, nameOf }: DotProps) {
  return (
    <g key={latest?.id} className="gw-ws-map-dot" data-light={light} data-name={nameOf(connectionId)}>
      <title>{`${nameOf(connectionId)}${LIGHT_WORDS[light]}`}</title>
      {light !== 'none' && <circle className="gw-ws-map-ring" cx={x} cy={y} r={8} />}
      {light === 'gone' ? (
        <path d={`M${x - 4} ${y - 4}l8 8m0 -8l-8 8`} />
      ) : (
        <circle className="gw-ws-map-core" cx={x} cy={y} r={5} />
      )}
    </g>
  )
}

function lightOf(id: string, latest: Broadcast | null): Light {
  if (latest === null) return 'none'
  if (latest.goneIds.includes(id)) return 'gone'
  if (latest.senderId === id) return 'sender'
  return latest.receiverIds.includes(id) ? 'receiver' : 'none'
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, Math.max(1, most - 1))}…` : text
}
