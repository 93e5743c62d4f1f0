import type { ReactElement } from 'react'
import { AuthorizerChart, CacheChart, LatencyChart, StatusChart } from './plain-charts'
import { BucketsChart } from './buckets-chart'
import { CHART_NAMES, type ChartName } from './chart-name'
import { ChartCell, type ChartFrame } from './chart-cell'
import { RequestsChart } from './requests-chart'

const CHARTS: { readonly [name in ChartName]: (frame: ChartFrame) => ReactElement } = {
  requests: RequestsChart,
  buckets: BucketsChart,
  latency: LatencyChart,
  cache: CacheChart,
  status: StatusChart,
  authorizer: AuthorizerChart,
}

/** Six charts over one time axis with one cursor; the pinned one comes first at full width. */
export function SimulationCharts({ pinned }: { readonly pinned: ChartName | null }) {
  // With one pinned, five are left for two columns: the last takes both.
  const last = pinned === null ? null : CHART_NAMES.findLast((name) => name !== pinned)
  return (
    <div className="gw-sim-charts">
      {CHART_NAMES.map((name) => {
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
