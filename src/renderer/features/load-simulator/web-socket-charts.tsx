import { TimeChart } from '../../ui/time-chart'
import { formatCount, formatShort } from '../../ui/format'
import type { ChartFrame } from './chart-cell'
import { OTHER_CONNECTIONS, OTHER_HANDSHAKES, OTHER_LOSSES, OTHER_MESSAGES } from './other-run'
import { useLines } from './plain-charts'
import { CONNECTION_SERIES, HANDSHAKE_SERIES, LOSS_SERIES, MESSAGE_SERIES } from './web-socket-series'

const COUNTED = { format: formatCount, formatTick: formatShort }
const BEFORE_FIRST_RUN = 'Press Ctrl+Enter. 20 minutes of connections take about a second.'

export function ConnectionsChart({ snapshot, other, ...frame }: ChartFrame) {
  const lines = useLines({ snapshot, other }, CONNECTION_SERIES, OTHER_CONNECTIONS)
  const note = snapshot === null ? BEFORE_FIRST_RUN : undefined
  return (
    <TimeChart {...frame} {...COUNTED} {...lines} testId="chart-connections" title="Connections open" note={note} />
  )
}

export function HandshakesChart({ snapshot, other, ...frame }: ChartFrame) {
  const lines = useLines({ snapshot, other }, HANDSHAKE_SERIES, OTHER_HANDSHAKES)
  return <TimeChart {...frame} {...COUNTED} {...lines} testId="chart-handshakes" title="Handshakes/s" />
}

export function MessagesChart({ snapshot, other, ...frame }: ChartFrame) {
  const lines = useLines({ snapshot, other }, MESSAGE_SERIES, OTHER_MESSAGES)
  return <TimeChart {...frame} {...COUNTED} {...lines} testId="chart-messages" title="Messages/s, metered" />
}

/** What did not arrive: refused on the way in, or sent to somebody who is gone. */
export function LossesChart({ snapshot, other, ...frame }: ChartFrame) {
  const lines = useLines({ snapshot, other }, LOSS_SERIES, OTHER_LOSSES)
  return <TimeChart {...frame} {...COUNTED} {...lines} testId="chart-losses" title="Lost messages/s" />
}
