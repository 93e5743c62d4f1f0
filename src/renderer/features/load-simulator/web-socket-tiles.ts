import type { CostEstimate } from '@shared/contract/cost'
import type { WebSocketTotals } from '@shared/contract/web-socket-figures'
import { formatCount, formatShare, formatShort } from '../../ui/format'
import { formatUsd } from '../../ui/format-usd'
import type { Tile } from './kpi-text'

type Counted = Pick<Tile, 'name' | 'label' | 'chart' | 'value' | 'note' | 'better' | 'isWarning'>

/** The tiles of a run of a WebSocket API. Cost is that of a month of such traffic, known when a run is over. */
export function webSocketTiles(totals: WebSocketTotals, cost: CostEstimate | null): readonly Tile[] {
  const { open, peak, accepted, refused, messagesIn, messagesOut, throttledMessages, gonePosts, wastedPosts } = totals
  const perMessage = messagesIn === 0 ? 'none came in' : `${formatCount(messagesOut / messagesIn)} for each in`
  return [
    counted({
      name: 'connections',
      label: 'Connections',
      chart: 'connections',
      value: open,
      note: `at most ${formatCount(peak)}`,
    }),
    counted({
      name: 'refused-connects',
      label: 'Refused',
      chart: 'handshakes',
      value: refused,
      note: `${formatCount(accepted)} accepted`,
      better: 'less',
      isWarning: refused > 0,
    }),
    counted({
      name: 'messages-in',
      label: 'Messages in',
      chart: 'messages',
      value: messagesIn,
      note: throttledNote(totals),
    }),
    counted({ name: 'messages-out', label: 'Messages out', chart: 'messages', value: messagesOut, note: perMessage }),
    counted({
      name: 'throttled-messages',
      label: 'Throttled',
      chart: 'losses',
      value: throttledMessages,
      note: messagesIn === 0 ? 'none sent' : `${formatShare(throttledMessages / messagesIn)} of those in`,
      better: 'less',
      isWarning: throttledMessages > 0,
    }),
    counted({
      name: 'gone-posts',
      label: 'Posts to nobody',
      chart: 'losses',
      value: gonePosts + wastedPosts,
      note: `${formatCount(gonePosts)} answered 410`,
      better: 'less',
      isWarning: gonePosts + wastedPosts > 0,
    }),
    {
      name: 'cost',
      label: 'Cost',
      chart: 'connections',
      value: cost?.total ?? NaN,
      text: cost === null ? '–' : formatUsd(cost.total),
      note: `${formatCount(totals.connectionMinutes)} minutes open`,
      compared: cost?.total ?? NaN,
      unit: 'usd',
      better: 'less',
    },
  ]
}

function counted(tile: Counted): Tile {
  return { ...tile, text: shortCount(tile.value), compared: tile.value, unit: 'count' }
}

/** A tile has room for six figures: 3,045,221 -> "3.05 M". */
function shortCount(value: number): string {
  return value < 1_000_000 ? formatCount(value) : formatShort(value)
}

function throttledNote({ throttledPosts }: WebSocketTotals): string {
  return throttledPosts === 0 ? 'metered per 32 KB' : `${formatCount(throttledPosts)} posts throttled`
}

const NOTHING: WebSocketTotals = {
  open: 0,
  peak: 0,
  accepted: 0,
  refused: 0,
  connectionMinutes: 0,
  messagesIn: 0,
  messagesOut: 0,
  throttledMessages: 0,
  gonePosts: 0,
  wastedPosts: 0,
  throttledPosts: 0,
}

/** Before the first run there are no figures, not zeros. */
export const EMPTY_WEB_SOCKET_TILES: readonly Tile[] = webSocketTiles(NOTHING, null).map(
  ({ name, label, chart, unit }): Tile => ({
    name,
    label,
    chart,
    unit,
    value: NaN,
    compared: NaN,
    text: '–',
    note: '',
  }),
)
