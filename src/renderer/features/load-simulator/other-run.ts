import type { SeriesName, Snapshot } from '@shared/contract/snapshot'
import type { ChartRow, ChartSeries } from '../../ui/charts/chart-row'

/** A line of the run that is compared with: the sum of some of its series. */
export interface OtherLine {
  readonly key: string
  /** "other p95". */
  readonly label: string
  readonly from: readonly SeriesName[]
  readonly dash?: string
}

function line(label: string, from: readonly SeriesName[], dash?: string): OtherLine {
  return { key: `other:${from.join('+')}`, label: `other ${label}`, from, ...(dash === undefined ? {} : { dash }) }
}

/** What of the other run is drawn in each chart. */
export const OTHER_REQUESTS = [line('answered', ['served', 'cacheHit']), line('offered', ['offered'], '4 3')]
export const OTHER_QUEUE = [line('waiting', ['queued'])]
export const OTHER_THROTTLED = [line('throttled', ['throttled'])]
export const OTHER_LATENCY = [
  line('p50', ['latencyP50']),
  line('p95', ['latencyP95']),
  line('p99', ['latencyP99'], '5 3'),
]
export const OTHER_CACHE = [line('hit ratio', ['cacheHitRatio'])]
export const OTHER_STATUS = [line('2xx', ['status2xx'])]
export const OTHER_CONNECTIONS = [line('open', ['connections'])]
export const OTHER_HANDSHAKES = [line('accepted', ['connects'])]
export const OTHER_MESSAGES = [line('out', ['messagesOut']), line('in', ['messagesIn'], '5 3')]
export const OTHER_LOSSES = [line('throttled', ['messagesThrottled']), line('410', ['gonePosts'], '5 3')]
export const OTHER_AUTHORIZER = [line('function called', ['authorizerCalls'])]

/** Thin and grey, whatever it is. */
export function otherSeries({ key, label, dash }: Pick<OtherLine, 'key' | 'label' | 'dash'>): ChartSeries {
  return {
    key,
    label,
    draw: 'line',
    colour: 'axis',
    width: 1,
    isUnlisted: true,
    ...(dash === undefined ? {} : { dash }),
  }
}

/** The series of a chart with those of the other run below its own lines, but over its areas. */
export function withOtherSeries(
  series: readonly ChartSeries[],
  lines: readonly Pick<OtherLine, 'key' | 'label' | 'dash'>[],
): readonly ChartSeries[] {
  const isArea = ({ draw }: ChartSeries): boolean => draw === 'area'
  return [...series.filter(isArea), ...lines.map(otherSeries), ...series.filter((one) => !isArea(one))]
}

/**
 * The rows with the other run's values at the same times, those of the step that each time falls into. A run of another length has none
 * beyond its end, and its steps may be of another length.
 */
export function withOtherRun(
  rows: readonly ChartRow[],
  other: Snapshot | null,
  lines: readonly OtherLine[],
  factor = 1,
): readonly ChartRow[] {
  if (other === null) return rows
  return rows.map((row) => {
    const step = Math.floor(row.timeMs / other.stepMs)
    const values = lines.map(({ key, from }): [string, number | null] => {
      const value = from.reduce((sum, name) => sum + (other.series[name][step] ?? NaN), 0)
      return [key, Number.isFinite(value) ? value * factor : null]
    })
    return { ...row, ...Object.fromEntries(values), timeMs: row.timeMs }
  })
}

/** The level of the other run's bucket of the same name, in percent of its burst limit, beside each shown bucket. */
export function withOtherBuckets(
  rows: readonly ChartRow[],
  snapshot: Snapshot | null,
  other: Snapshot | null,
  shown: readonly number[],
): { readonly rows: readonly ChartRow[]; readonly series: readonly ChartSeries[] } {
  if (snapshot === null || other === null) return { rows, series: [] }
  const pairs = shown.flatMap((index) => {
    const bucket = snapshot.buckets[index]
    const at = other.buckets.findIndex(({ level, label }) => level === bucket?.level && label === bucket.label)
    const levels = other.bucketSeries[at]
    const burst = other.buckets[at]?.burstLimit ?? 0
    return bucket && levels && burst > 0
      ? [{ key: `otherBucket${index}`, label: `other ${bucket.label}`, levels, factor: 100 / burst }]
      : []
  })
  const extended = rows.map((row) => {
    const step = Math.floor(row.timeMs / other.stepMs)
    const values = pairs.map(({ key, levels, factor }): [string, number | null] => {
      const level = levels[step] ?? NaN
      return [key, Number.isFinite(level) ? level * factor : null]
    })
    return { ...row, ...Object.fromEntries(values), timeMs: row.timeMs }
  })
  return { rows: extended, series: pairs.map(otherSeries) }
}
