import type { Statistic } from './statistic'
import { statisticValue } from './statistic-value'

/** Milliseconds since 1970, as samples and periods are placed. */
export type EpochMillis = number

/** What a metric has for one period. */
export interface Datapoint {
  readonly value: number
  readonly sampleCount: number
}

/** The datapoint of the period from `from` up to, but not including, `to`; null when it has none. */
export type DatapointSource = (from: EpochMillis, to: EpochMillis) => Datapoint | null

/** One published value of a metric. */
export interface MetricSample {
  readonly at: EpochMillis
  readonly value: number
}

/** A minute's samples, summed up: all that is kept of long runs. */
export interface StatisticSet {
  /** When the minute begins. */
  readonly start: EpochMillis
  readonly sampleCount: number
  readonly sum: number
  readonly minimum: number
  readonly maximum: number
}

/** From single samples in order of time: any statistic. */
export function fromSamples(samples: readonly MetricSample[], statistic: Statistic): DatapointSource {
  return (from, to) => {
    const inside = samples.slice(
      firstAtOrAfter(samples, from, ({ at }) => at),
      firstAtOrAfter(samples, to, ({ at }) => at),
    )
    const sorted = inside.map(({ value }) => value).sort((a, b) => a - b)
    return datapoint(statisticValue(statistic, sorted), sorted.length)
  }
}

/**
 * From summed up minutes in order of time. Statistics that ask for the order of samples have a value only where all samples are alike.
 * Source: CloudWatch user guide, "Percentiles".
 */
export function fromStatisticSets(sets: readonly StatisticSet[], statistic: Statistic): DatapointSource {
  return (from, to) => {
    const inside = sets.slice(
      firstAtOrAfter(sets, from, ({ start }) => start),
      firstAtOrAfter(sets, to, ({ start }) => start),
    )
    const all = inside.filter(({ sampleCount }) => sampleCount > 0).reduce<StatisticSet | null>(merged, null)
    return all === null ? null : datapoint(setValue(all, statistic), all.sampleCount)
  }
}

function datapoint(value: number | null, sampleCount: number): Datapoint | null {
  return value === null ? null : { value, sampleCount }
}

function merged(all: StatisticSet | null, next: StatisticSet): StatisticSet {
  if (all === null) return next
  return {
    start: all.start,
    sampleCount: all.sampleCount + next.sampleCount,
    sum: all.sum + next.sum,
    minimum: Math.min(all.minimum, next.minimum),
    maximum: Math.max(all.maximum, next.maximum),
  }
}

function setValue(set: StatisticSet, statistic: Statistic): number | null {
  switch (statistic.type) {
    case 'SampleCount':
      return set.sampleCount
    case 'Sum':
      return set.sum
    case 'Average':
      return set.sum / set.sampleCount
    case 'Minimum':
      return set.minimum
    case 'Maximum':
      return set.maximum
    case 'percentile':
      return set.minimum === set.maximum ? set.minimum : null
    default:
      return null
  }
}

/** Index of the first that is not before `time`. */
function firstAtOrAfter<T>(items: readonly T[], time: EpochMillis, timeOf: (item: T) => EpochMillis): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (timeOf(items[middle]!) < time) low = middle + 1
    else high = middle
  }
  return low
}
