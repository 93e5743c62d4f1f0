import type { Accumulator, Aggregate } from './aggregate'
import { ByInstant, BySort } from './choosing'
import { Count, CountDistinct } from './counting'
import { Extreme, StandardDeviation, Sum } from './numeric'
import { Percentile } from './percentile'

const MEDIAN = 50

function aggregate(
  name: string,
  what: string,
  start: (percent: number) => Accumulator,
  needsInstant = false,
): Aggregate {
  const parameters = name === 'pct' ? 'number, percent' : 'field'
  return { name, usage: `${name}(${parameters})`, what, start, needsInstant }
}

/** Source: observability-and-cost.md 3.3. */
export const AGGREGATES: readonly Aggregate[] = [
  aggregate('count', 'How many records there are, or have the field.', () => new Count()),
  aggregate('count_distinct', 'How many different values the field has.', () => new CountDistinct()),
  aggregate('avg', 'The mean of the numbers.', () => new Sum(true)),
  aggregate('sum', 'The sum of the numbers.', () => new Sum(false)),
  aggregate('min', 'The smallest number.', () => new Extreme(-1)),
  aggregate('max', 'The largest number.', () => new Extreme(1)),
  aggregate('stddev', 'The standard deviation of the numbers as a sample.', () => new StandardDeviation()),
  aggregate('pct', 'The number below which so many per cent of them lie.', (percent) => new Percentile(percent)),
  aggregate('median', 'The number in the middle.', () => new Percentile(MEDIAN)),
  aggregate('earliest', 'The value of the earliest record that has one.', () => new ByInstant(-1), true),
  aggregate('latest', 'The value of the latest record that has one.', () => new ByInstant(1), true),
  aggregate('sortsFirst', 'The value that comes first when they are sorted.', () => new BySort(-1)),
  aggregate('sortsLast', 'The value that comes last when they are sorted.', () => new BySort(1)),
]

const BY_NAME = new Map(AGGREGATES.map((one) => [one.name.toLowerCase(), one]))

/** In any case; undefined for one that does not exist. */
export function aggregateNamed(name: string): Aggregate | undefined {
  return BY_NAME.get(name.toLowerCase())
}
