import type { ReactElement } from 'react'
import { AuthorizerChart, CacheChart, LatencyChart, StatusChart } from './plain-charts'
import { BucketsChart } from './buckets-chart'
import { chartNamesOf, type ChartName } from './chart-name'
import { ChartCell, type ChartFrame } from './chart-cell'
import { RequestsChart } from './requests-chart'
import { useApi } from './use-scenario'
import { ConnectionsChart, HandshakesChart, LossesChart, MessagesChart } from './web-socket-charts'

const CHARTS: { readonly [name in ChartName]: (frame: ChartFrame) => ReactElement } = {
  requests: RequestsChart,
  buckets: BucketsChart,
  latency: LatencyChart,
  cache: CacheChart,
  status: StatusChart,
  authorizer: AuthorizerChart,
  connections: ConnectionsChart,
  handshakes: HandshakesChart,
  messages: MessagesChart,
  losses: LossesChart,
}

/** Charts over one time axis with one cursor; the pinned one comes first at full width. */
export function SimulationCharts({ pinned }: { readonly pinned: ChartName | null }) {
  const names = chartNamesOf(useApi()?.protocolType ?? 'REST')
  const others = names.filter((name) => name !== pinned)
  // An odd one is left over for two columns: the last takes both.
  const last = others.length % 2 === 1 ? others.at(-1) : undefined
  return (
    <div className="gw-sim-charts">
      {names.map((name) => {
        const Chart = CHARTS[name]
        return (
          <ChartCell key={name} isPinned={pinned === name} isWide={last === name}>
            {(frame) => <Chart {...frame} />}
          </ChartCell>
        )
      })}
    </div>
  )
}
