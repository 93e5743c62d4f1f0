import type { ReactNode } from 'react'
import { useRunStore } from '../../stores/run-store'
import { formatCount, formatMs, formatShare } from '../../ui/format'
import type { ChartName } from './chart-name'
import { kpiValues, type KpiValues } from './kpi-values'
import { useSnapshot } from './use-snapshot'

interface TileText {
  readonly name: string
  readonly label: string
  /** The chart that shows this figure over time. */
  readonly chart: ChartName
  readonly value: number
  readonly text: string
  readonly note: string
  readonly isWarning?: boolean
}

export interface KpiTilesProps {
  readonly pinned: ChartName | null
  onPin(chart: ChartName): void
}

/** The run in six figures. Choosing one shows its chart at full width. */
export function KpiTiles({ pinned, onPin }: KpiTilesProps) {
  const totals = useSnapshot()?.totals
  const admitted = useRunStore((state) => state.result?.totals.admitted)
  const values = totals ? kpiValues(totals, admitted) : null
  return (
    <div className="gw-sim-tiles" role="group" aria-label="Figures of the run">
      {(values ? tilesOf(values) : EMPTY_TILES).map((tile) => (
        <button
          key={tile.name}
          type="button"
          className="gw-sim-tile"
          data-testid={`kpi-${tile.name}`}
          data-value={Number.isNaN(tile.value) ? '' : tile.value}
          data-admitted={tile.name === 'offered' ? values?.admitted : undefined}
          data-share={tile.name === 'throttled' ? values?.throttledShare : undefined}
          data-warning={tile.isWarning || undefined}
          aria-pressed={pinned === tile.chart}
          onClick={() => onPin(tile.chart)}
        >
          <span className="gw-sim-tile-label">{tile.label}</span> <TileFigure>{tile.text}</TileFigure>{' '}
          <span className="gw-sim-tile-note">{tile.note}</span>
        </button>
      ))}
    </div>
  )
}

function TileFigure({ children }: { readonly children: ReactNode }) {
  return <span className="gw-sim-tile-value">{children}</span>
}

function tilesOf(values: KpiValues): TileText[] {
  return [
    {
      name: 'offered',
      label: 'Offered',
      chart: 'requests',
      value: values.offered,
      text: formatCount(values.offered),
      note: `${formatCount(values.admitted)} admitted`,
    },
    {
      name: 'served',
      label: 'Served',
      chart: 'status',
      value: values.served,
      text: formatShare(values.servedShare),
      note: formatCount(values.served),
    },
    {
      name: 'throttled',
      label: 'Throttled',
      chart: 'buckets',
      value: values.throttled,
      text: formatShare(values.throttledShare),
      note:
        formatCount(values.throttled) + (values.overQuota > 0 ? `, ${formatCount(values.overQuota)} over quota` : ''),
      isWarning: values.throttled + values.overQuota > 0,
    },
    {
      name: 'cache-hit-ratio',
      label: 'Cache hit ratio',
      chart: 'cache',
      value: values.cacheHitRatio,
      text: values.cacheLookups > 0 ? formatShare(values.cacheHitRatio) : 'off',
      note:
        values.cacheLookups > 0
          ? `${formatCount(values.cacheHit)} of ${formatCount(values.cacheLookups)}`
          : 'no lookups',
    },
    {
      name: 'latency-p95',
      label: 'Latency p95',
      chart: 'latency',
      value: values.latencyP95,
      text: formatMs(values.latencyP95),
      note: `p99 ${formatMs(values.latencyP99)}`,
    },
    {
      name: 'authorizer-calls',
      label: 'Authorizer calls',
      chart: 'authorizer',
      value: values.authorizerCalls,
      text: formatCount(values.authorizerCalls),
      note: Number.isNaN(values.authorizerKept) ? 'none asked' : `${formatShare(values.authorizerKept)} kept`,
    },
  ]
}

const NOTHING: KpiValues = {
  offered: 0,
  admitted: 0,
  served: 0,
  servedShare: NaN,
  throttled: 0,
  throttledShare: NaN,
  overQuota: 0,
  cacheHit: 0,
  cacheLookups: 0,
  cacheHitRatio: NaN,
  latencyP95: NaN,
  latencyP99: NaN,
  authorizerCalls: 0,
  authorizerKept: NaN,
}

/** Before the first run there are no figures, not zeros. */
const EMPTY_TILES: readonly TileText[] = tilesOf(NOTHING).map((tile) => ({ ...tile, value: NaN, text: '–', note: '' }))
