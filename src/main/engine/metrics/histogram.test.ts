import { describe, expect, it } from 'vitest'
import { Histogram } from './histogram'

describe('Histogram', () => {
  it('gives percentiles within 1.1 % over nine orders of magnitude', () => {
    for (const value of [0.001, 0.5, 1, 7.3, 119, 29_000, 1_000_000]) {
      const histogram = new Histogram()
      histogram.record(value)
      const [median] = histogram.percentiles([0.5])
      expect(Math.abs(median! - value) / value).toBeLessThan(0.011)
    }
  })

  it('orders percentiles and counts every record', () => {
    const histogram = new Histogram()
    for (let value = 1; value <= 1000; value++) histogram.record(value)
    const [p50, p95, p99] = histogram.percentiles([0.5, 0.95, 0.99])
    expect([p50, p95, p99].map((value) => Math.round(value! / 10) * 10)).toEqual([500, 950, 990])
  })

  it('has no percentiles without records', () => {
    expect(new Histogram().percentiles([0.5, 0.99])).toEqual([NaN, NaN])
  })

  it('moves its counts into another and is empty then', () => {
    const step = new Histogram()
    const all = new Histogram()
    step.record(10)
    step.moveTo(all)
    step.moveTo(all)
    expect(all.counts.reduce((sum, count) => sum + count, 0)).toBe(1)
  })
})
