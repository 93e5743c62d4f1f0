import { describe, expect, it } from 'vitest'
import { fromSamples, fromStatisticSets } from './datapoint-source'
import { parseStatistic } from './statistic'

const SUM = parseStatistic('Sum')!
const P50 = parseStatistic('p50')!

describe('fromSamples', () => {
  const samples = [
    { at: 0, value: 5 },
    { at: 59_999, value: 1 },
    { at: 60_000, value: 3 },
  ]

  it('takes what lies in the period, its beginning included', () => {
    const source = fromSamples(samples, SUM)
    expect([source(0, 60_000), source(60_000, 120_000), source(120_000, 180_000)]).toEqual([
      { value: 6, sampleCount: 2 },
      { value: 3, sampleCount: 1 },
      null,
    ])
  })

  it('puts samples in order of size for percentiles', () => {
    expect(fromSamples(samples, P50)(0, 120_000)).toEqual({ value: 3, sampleCount: 3 })
  })
})

describe('fromStatisticSets', () => {
  const sets = [
    { start: 0, sampleCount: 2, sum: 6, minimum: 1, maximum: 5 },
    { start: 60_000, sampleCount: 0, sum: 0, minimum: 0, maximum: 0 },
    { start: 120_000, sampleCount: 1, sum: 9, minimum: 9, maximum: 9 },
  ]
  const value = (statistic: string, from: number, to: number) =>
    fromStatisticSets(sets, parseStatistic(statistic)!)(from, to)

  it('adds minutes up', () => {
    expect(['SampleCount', 'Sum', 'Average', 'Minimum', 'Maximum'].map((name) => value(name, 0, 180_000))).toEqual(
      [3, 15, 5, 1, 9].map((each) => ({ value: each, sampleCount: 3 })),
    )
  })

  it('has nothing for a minute without samples', () => {
    expect(value('Sum', 60_000, 120_000)).toBe(null)
  })

  it('knows a percentile only of samples that are all alike', () => {
    expect([value('p99', 0, 60_000), value('tm90', 0, 60_000), value('p99', 120_000, 180_000)]).toEqual([
      null,
      null,
      { value: 9, sampleCount: 1 },
    ])
  })
})
