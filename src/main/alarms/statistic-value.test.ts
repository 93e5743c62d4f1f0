import { describe, expect, it } from 'vitest'
import { parseStatistic } from './statistic'
import { statisticValue } from './statistic-value'

const of = (name: string, samples: readonly number[]): number | null => {
  const statistic = parseStatistic(name)
  return statistic && statisticValue(statistic, samples)
}
const TEN = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100]

describe('statisticValue', () => {
  it('is null for a period without samples, whatever is asked', () => {
    expect(['Sum', 'SampleCount', 'p99', 'tm90'].map((name) => of(name, []))).toEqual([null, null, null, null])
  })

  it('sums, counts and averages', () => {
    const names = ['SampleCount', 'Sum', 'Average', 'Minimum', 'Maximum']
    expect(names.map((name) => of(name, TEN))).toEqual([10, 145, 14.5, 1, 100])
  })

  it('goes in straight lines between samples for percentiles', () => {
    expect([of('p50', [10]), of('p50', [10, 20]), of('p90', TEN), of('p100', TEN), of('p0', TEN)]).toEqual([
      10,
      15,
      9 + 91 * (0.9 * 9 - 8),
      100,
      1,
    ])
  })

  it('leaves tails out or pulls them in', () => {
    expect([of('tm90', TEN), of('TM(20%:80%)', TEN), of('TM(2:4)', TEN)]).toEqual([5, 5.5, 3.5])
    expect([of('wm90', TEN), of('WM(:5)', TEN)]).toEqual([5.4, 4])
    expect([of('tc90', TEN), of('ts90', TEN), of('PR(2:4)', TEN), of('TM(200:)', TEN)]).toEqual([9, 45, 20, null])
  })

  it('takes the average of zeros and ones for the share of errors', () => {
    expect(of('Average', [0, 0, 0, 1])).toBe(0.25)
  })
})
