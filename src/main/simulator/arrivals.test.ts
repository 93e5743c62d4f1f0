import { describe, expect, it } from 'vitest'
import type { TrafficShape } from '@shared/design/scenario'
import { Arrivals } from './arrivals'

function timesOf(shape: TrafficShape, durationMs: number): number[] {
  const arrivals = new Arrivals(shape, durationMs, 7, 1)
  const times: number[] = []
  const block = new Float64Array(64)
  while (block.at(-1) !== Infinity) {
    arrivals.nextBlock(block)
    times.push(...block.filter((time) => time !== Infinity))
  }
  return times
}

describe('arrivals', () => {
  it('are evenly spaced from the first instant and exactly as many as the rate says', () => {
    const times = timesOf({ type: 'CONSTANT', ratePerSecond: 300 }, 60_000)
    expect(times.length).toBe(18_000)
    expect(times.slice(0, 4)).toEqual([0, 1000 / 300, 2000 / 300, 10])
  })

  it('keep to the part of the run that a source is on', () => {
    const times = timesOf({ type: 'CONSTANT', ratePerSecond: 10, from: 1, to: 2 }, 60_000)
    expect([times.length, times[0], times.at(-1)]).toEqual([10, 1000, 1900])
  })

  it('come in bursts, all at once or spread, again and again', () => {
    expect(timesOf({ type: 'BURST', count: 3, at: 1 }, 5000)).toEqual([1000, 1000, 1000])
    expect(timesOf({ type: 'BURST', count: 2, at: 0, spreadInSeconds: 1, everyInSeconds: 2 }, 5000)).toEqual([
      0, 500, 2000, 2500, 4000, 4500,
    ])
  })

  it('of a Poisson source have the mean and the variance of one', () => {
    const seconds = Array.from({ length: 2000 }, () => 0)
    for (const time of timesOf({ type: 'POISSON', ratePerSecond: 50 }, 2_000_000))
      seconds[Math.floor(time / 1000)]! += 1
    const mean = seconds.reduce((sum, count) => sum + count) / seconds.length
    const variance = seconds.reduce((sum, count) => sum + (count - mean) ** 2, 0) / seconds.length
    expect(mean).toBeCloseTo(50, 0)
    expect(variance / mean).toBeGreaterThan(0.9)
    expect(variance / mean).toBeLessThan(1.1)
  })

  it('of a ramp follow its rate up and down to nothing', () => {
    const up = timesOf({ type: 'RAMP', fromRatePerSecond: 0, toRatePerSecond: 200 }, 100_000)
    expect(Math.abs(up.length - 10_000)).toBeLessThan(400)
    expect(Math.abs(up.filter((time) => time < 50_000).length - 2500)).toBeLessThan(200)
    const down = timesOf({ type: 'RAMP', fromRatePerSecond: 200, toRatePerSecond: 0 }, 100_000)
    expect(Math.abs(down.length - 10_000)).toBeLessThan(400)
  })

  it('are not one more because a rate is no whole number', () => {
    // 7 / 0.07 is 99.999999999999986 in floating point.
    for (const [ratePerSecond, seconds] of [
      [0.07, 100],
      [0.17, 3600],
      [0.27, 3600],
      [570, 60],
    ] as const) {
      const times = timesOf({ type: 'CONSTANT', ratePerSecond }, seconds * 1000)
      expect(times.length).toBe(Math.round(ratePerSecond * seconds))
    }
  })

  it('of a ramp that the run cuts off are those of the whole ramp, up to there', () => {
    const shape: TrafficShape = { type: 'RAMP', fromRatePerSecond: 0, toRatePerSecond: 200, from: 10, to: 110 }
    const whole = timesOf(shape, 200_000)
    expect(timesOf(shape, 60_000)).toEqual(whole.filter((time) => time < 60_000))
    expect(Math.abs(whole.length - 10_000)).toBeLessThan(400)
    expect(Math.min(...whole)).toBeGreaterThan(10_000)
  })

  it('of a rate or count of nothing never come', () => {
    const shapes: TrafficShape[] = [
      { type: 'CONSTANT', ratePerSecond: 0 },
      { type: 'POISSON', ratePerSecond: 0 },
      { type: 'RAMP', fromRatePerSecond: 0, toRatePerSecond: 0 },
      { type: 'BURST', count: 0, at: 0, everyInSeconds: 1 },
      { type: 'CONSTANT', ratePerSecond: 5, from: 70 },
      { type: 'RAMP', fromRatePerSecond: 5, toRatePerSecond: 9, from: 60 },
    ]
    for (const shape of shapes) expect(timesOf(shape, 60_000)).toEqual([])
  })

  it('repeat with the seed and differ between streams', () => {
    const shape: TrafficShape = { type: 'POISSON', ratePerSecond: 100 }
    expect(timesOf(shape, 1000)).toEqual(timesOf(shape, 1000))
    const firstOf = (stream: number): number => {
      const block = new Float64Array(1)
      new Arrivals(shape, 1000, 7, stream).nextBlock(block)
      return block[0]!
    }
    expect(firstOf(2)).not.toBe(firstOf(1))
  })
})
