import { formatClock } from '../../ui/format'
import type { Rooms } from './use-rooms'

/** Names that are written out. */
const MOST_NAMES = 8

/** Who sent the last broadcast, whom it reached and whom not. */
export function LastBroadcast({ found: { isPartial, latest, nameOf } }: { readonly found: Rooms }) {
  if (latest === null) return null
  const { at, goneIds, receiverIds, senderId, text } = latest
  return (
    <p
      className="gw-ws-broadcast"
      role="status"
      data-testid="ws-broadcast"
      data-sender={senderId === null ? '' : nameOf(senderId)}
      data-receivers={receiverIds.map(nameOf).toSorted().join(' ')}
      data-gone={goneIds.map(nameOf).toSorted().join(' ')}
    >
      <span className="gw-mono">{formatClock(at).slice(0, 8)}</span> {senderId === null ? 'a push' : nameOf(senderId)}{' '}
      to {receiverIds.length === 0 ? 'nobody' : listed(receiverIds.map(nameOf))}
      {goneIds.length > 0 && <b>; 410 for {listed(goneIds.map(nameOf))}</b>}
      {isPartial && <> Not every frame was told: there may be more.</>}
      {text !== '' && <span className="gw-mono gw-ws-none"> {text.slice(0, 160)}</span>}
    </p>
  )
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(', ')
  return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown
}
