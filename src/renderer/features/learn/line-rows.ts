import type { SeriesName, Snapshot, WatchedBucket } from '@shared/contract/snapshot'
import type { ChartRow, ChartSeries } from '../../ui/charts/chart-row'

/** Series of a snapshot as lines: a row for each step that the run has reached. */
export function lineRows({ series, stepMs }: Snapshot, names: readonly SeriesName[]): ChartRow[] {
  return rowsOf(
    series.offered,
    stepMs,
    names.map((name) => [name, series[name]]),
  )
}

/** The buckets that matter, at most three, as lines: tokens of a single one, else percent of each one's size. */
export interface TokenLines {
  readonly title: string
  readonly rows: ChartRow[]
  readonly series: readonly ChartSeries[]
  readonly isPercent: boolean
}

const MOST_BUCKETS = 3

export function tokenLines({ series, bucketSeries, buckets, stepMs }: Snapshot): TokenLines {
  const shown = drainedBuckets(bucketSeries, buckets)
  const isPercent = shown.length > 1
  const columns = shown.map((at): [string, Float64Array] => {
    const factor = isPercent ? 100 / Math.max(1, buckets[at]!.burstLimit) : 1
    return [`bucket${at}`, bucketSeries[at]!.map((level) => level * factor)]
  })
  const [only] = shown
  return {
    title: isPercent || only === undefined ? 'Tokens in the buckets' : `Tokens of ${nameOf(buckets[only]!)}`,
    rows: rowsOf(series.offered, stepMs, columns),
    series: shown.map((at) => lineOf(buckets[at]!, `bucket${at}`)),
    isPercent,
  }
}

/** Those that came near to empty, the emptiest first; the one that lost most when none did. */
function drainedBuckets(levels: readonly Float64Array[], buckets: readonly WatchedBucket[]): number[] {
  const least = buckets
    .map(({ burstLimit }, at) => ({ at, share: leastOf(levels[at]!) / Math.max(1, burstLimit) }))
    .sort((one, other) => one.share - other.share)
  const drained = least.filter(({ share }) => share < 0.25)
  return (drained.length > 0 ? drained : least.slice(0, 1)).slice(0, MOST_BUCKETS).map(({ at }) => at)
}

function leastOf(levels: Float64Array): number {
  return levels.reduce((least, level) => (level < least ? level : least), Infinity)
}

const LEVELS: { readonly [level in WatchedBucket['level']]: Pick<ChartSeries, 'colour' | 'dash'> } = {
  planMethod: { colour: 'level-plan-method', dash: '2 3' },
  plan: { colour: 'level-plan' },
  method: { colour: 'level-method', dash: '5 3' },
  stage: { colour: 'level-method', dash: '8 3' },
  account: { colour: 'level-account', dash: '6 3 1 3' },
}

function lineOf({ label, level }: WatchedBucket, key: string): ChartSeries {
  return { key, label: nameOf({ label, level }), draw: 'line', width: 1.75, ...LEVELS[level] }
}

function nameOf({ label, level }: Pick<WatchedBucket, 'label' | 'level'>): string {
  return level === 'account' ? `the account in ${label}` : label
}

function rowsOf(
  offered: Float64Array,
  stepMs: number,
  columns: readonly (readonly [string, Float64Array])[],
): ChartRow[] {
  const reached = offered.findIndex((value) => Number.isNaN(value))
  const steps = reached < 0 ? offered.length : reached
  return Array.from({ length: steps }, (_, step) => {
    const values = columns.map(([name, column]) => {
      const value = column[step] ?? NaN
      return [name, Number.isFinite(value) ? value : null] as const
    })
    return { timeMs: step * stepMs, ...Object.fromEntries(values) }
  })
}
