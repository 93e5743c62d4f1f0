import type { MetricEstimate, SeekAnswer, SweepRequest } from '@shared/contract/sweep'
import type { ScenarioMetric } from '@shared/design/scenario'
import { formatCount, formatDuration, formatNumber, plural } from '../../ui/format'
import { metricValue } from './check-words'

/** "8 x 6 combinations, 3 seeds each: 144 runs of 5:00". */
export function planWords(
  { axes, seeds = 1, durationInSeconds }: Pick<SweepRequest, 'axes' | 'seeds' | 'durationInSeconds'>,
  scenarioSeconds: number,
): string {
  const counts = axes.map(({ values }) => values.length)
  const runs = counts.reduce((product, count) => product * count, seeds)
  const grid = counts.length > 1 ? `${counts.join(' x ')} combinations` : plural(counts[0] ?? 0, 'value')
  const each = seeds > 1 ? `, ${seeds} seeds each` : ''
  return `${grid}${each}: ${plural(runs, 'run')} of ${formatDuration(durationInSeconds ?? scenarioSeconds)}`
}

/** "3.4 %", with the interval of several seeds: "3.4 % (2.9 % to 3.9 %)". */
export function estimateWords(metric: ScenarioMetric, { mean, low, high }: MetricEstimate): string {
  const text = metricValue(metric, mean)
  return low === high ? text : `${text} (${metricValue(metric, low)} to ${metricValue(metric, high)})`
}

/** "Rate limit of POST /orders 100, Burst limit of POST /orders 50". */
export function valuesWords(axes: readonly { readonly label: string }[], values: readonly number[]): string {
  return axes.map(({ label }, index) => `${label} ${formatNumber(values[index] ?? NaN)}`).join(', ')
}

/** What a search came to: "82 is the smallest burst limit of POST /orders with which everything holds." */
export function seekWords(label: string, to: number, { value, tried }: SeekAnswer): string {
  const runs = plural(tried.length, 'value')
  const subject = label.charAt(0).toLowerCase() + label.slice(1)
  return value === null
    ? `Not even ${formatNumber(to)} is enough: something else stands in the way. ${runs} tried.`
    : `${formatNumber(value)} is the smallest ${subject} with which every condition holds. ${runs} tried.`
}

/** "12 of 48 runs". */
export function progressWords(done: number, total: number): string {
  return `${formatCount(done)} of ${plural(total, 'run')}`
}
