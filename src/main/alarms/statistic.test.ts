import { describe, expect, it } from 'vitest'
import { parseStatistic } from './statistic'

describe('parseStatistic', () => {
  it('reads what CloudWatch calls its statistics', () => {
    expect(['Sum', 'p99.9', 'tm90', 'IQM', 'TM(2%:98%)', 'WM(:150)', 'PR(100:)', 'tc95'].map(parseStatistic)).toEqual([
      { type: 'Sum' },
      { type: 'percentile', percent: 99.9 },
      { type: 'trimmedMean', range: { low: null, high: 90, unit: 'percent' } },
      { type: 'trimmedMean', range: { low: 25, high: 75, unit: 'percent' } },
      { type: 'trimmedMean', range: { low: 2, high: 98, unit: 'percent' } },
      { type: 'winsorizedMean', range: { low: null, high: 150, unit: 'value' } },
      { type: 'rank', range: { low: 100, high: null, unit: 'value' } },
      { type: 'trimmedCount', range: { low: null, high: 95, unit: 'percent' } },
    ])
  })

  it.each(['', 'sum', 'p', 'p101', 'P99', 'TM(:)', 'TM(9%:90)', 'TM(90%:10%)', 'TM(1:2:3)', 'PR(1%:9%)', 'TM(-1:5)'])(
    'does not know "%s"',
    (text) => {
      expect(parseStatistic(text)).toBe(null)
    },
  )
})
