import { describe, expect, it } from 'vitest'
import { DEFAULT_HOURS, type TrafficShape } from '@shared/design/scenario'
import { Arrivals } from './arrivals'

function timesOf(shape: TrafficShape, durationMs: number, epoch?: number): number[] {
  const arrivals = new Arrivals(shape, durationMs, 7, 1, epoch)
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
      { type: 'STEPS', steps: [{ at: 0, ratePerSecond: 0 }] },
      { type: 'STEPS', steps: [{ at: 60, ratePerSecond: 5 }] },
      { type: 'STEPS', steps: [] },
      { type: 'SPIKE', ratePerSecond: 0, peakRatePerSecond: 0, at: 5 },
      { type: 'SPIKE', ratePerSecond: 0, peakRatePerSecond: 900, at: 5 },
      { type: 'DAILY', ratePerSecond: 0 },
      { type: 'WEEKLY', ratePerSecond: 5, hours: DEFAULT_HOURS.map(() => 0) },
      { type: 'CLOSED_LOOP', users: 5, thinkTime: { distribution: 'CONSTANT', valueMs: 1 }, from: 60 },
      { type: 'REPLAY', file: 'a.log' },
    ]
    for (const shape of shapes) expect(timesOf(shape, 60_000)).toEqual([])
  })

  it('of steps begin and end with their rate', () => {
    const steps = [
      { at: 10, ratePerSecond: 100 },
      { at: 20, ratePerSecond: 0 },
      { at: 30, ratePerSecond: 1000 },
    ]
    const times = timesOf({ type: 'STEPS', steps }, 40_000)
    const within = (from: number, to: number): number => times.filter((time) => time >= from && time < to).length
    expect([within(0, 10_000), within(20_000, 30_000)]).toEqual([0, 0])
    expect(Math.abs(within(10_000, 20_000) - 1000)).toBeLessThan(4 * Math.sqrt(1000))
    expect(Math.abs(within(30_000, 40_000) - 10_000)).toBeLessThan(4 * Math.sqrt(10_000))
    expect(within(10_000, 20_000) + within(30_000, 40_000)).toBe(times.length)
  })

  it('of a spike that the run cuts off are those of the whole spike, up to there', () => {
    const shape: TrafficShape = {
      type: 'SPIKE',
      ratePerSecond: 5,
      peakRatePerSecond: 500,
      at: 10,
      riseInSeconds: 20,
      fallInSeconds: 20,
    }
    const whole = timesOf(shape, 100_000)
    expect(timesOf(shape, 35_000)).toEqual(whole.filter((time) => time < 35_000))
    expect(Math.abs(whole.length - (5 * 60 + 252.5 * 40))).toBeLessThan(4 * Math.sqrt(10_400))
  })

  it('of a day depend on the hour in which the run begins', () => {
    const shape: TrafficShape = {
      type: 'DAILY',
      ratePerSecond: 1,
      hours: DEFAULT_HOURS.map((_, hour) => +(hour === 12)),
    }
    // All of the day's 86,400 requests come from 11:30 to 13:30, most at 12:30.
    const fromMidnight = timesOf(shape, 86_400_000, Date.UTC(2026, 0, 1))
    const fromNoon = timesOf(shape, 86_400_000, Date.UTC(2026, 0, 1, 12))
    expect([fromMidnight[0]! > 11.5 * 3_600_000, fromMidnight.at(-1)! < 13.5 * 3_600_000]).toEqual([true, true])
    const [before, after] = [fromNoon.filter((at) => at < 12 * 3_600_000), fromNoon.filter((at) => at > 12 * 3_600_000)]
    expect(before.at(-1)!).toBeLessThan(1.5 * 3_600_000)
    expect(after[0]!).toBeGreaterThan(23.5 * 3_600_000)
    // From 12:00 on, an eighth of the first half hour's triangle is gone: 7/8 of the day's, and 1/8 the day after.
    expect(Math.abs(before.length - (86_400 * 7) / 8)).toBeLessThan(4 * Math.sqrt(86_400))
    expect(Math.abs(after.length - 86_400 / 8)).toBeLessThan(4 * Math.sqrt(86_400 / 8))
  })

  it('of a week come on its days', () => {
    const days = [0, 0, 0, 1, 0, 0, 0]
    const shape: TrafficShape = { type: 'WEEKLY', ratePerSecond: 0.5, hours: DEFAULT_HOURS.map(() => 1), days }
    // 1 January 2026 is a Thursday, the fourth day.
    const times = timesOf(shape, 7 * 86_400_000, Date.UTC(2026, 0, 1))
    const ofDay = times.filter((time) => time < 86_400_000).length
    expect(Math.abs(times.length - 0.5 * 7 * 86_400)).toBeLessThan(4 * Math.sqrt(0.5 * 7 * 86_400))
    // Half an hour at either edge goes in a straight line over midnight.
    expect(times.length - ofDay).toBeLessThan(times.length / 40)
  })

  it('of a closed loop are the first request of each user', () => {
    const thinkTime = { distribution: 'CONSTANT', valueMs: 1 } as const
    const at = (more: object): number[] => timesOf({ type: 'CLOSED_LOOP', users: 4, thinkTime, ...more }, 60_000)
    expect([at({}), at({ from: 5, rampUpInSeconds: 2 }), at({ from: 5, rampUpInSeconds: 2, to: 6 })]).toEqual([
      [0, 0, 0, 0],
      [5000, 5500, 6000, 6500],
      [5000, 5500],
    ])
  })

  it('are those that earlier versions drew', () => {
    const first = (shape: TrafficShape): number[] => timesOf(shape, 100_000).slice(0, 2)
    expect([
      first({ type: 'POISSON', ratePerSecond: 50, from: 2 }),
      first({ type: 'RAMP', fromRatePerSecond: 10, toRatePerSecond: 200, from: 3, to: 70 }),
      first({ type: 'RAMP', fromRatePerSecond: 200, toRatePerSecond: 0 }),
    ]).toEqual([
      [2003.156667941699, 2018.3805651587054],
      [3015.7481748189985, 3090.7354706658984],
      [0.7891700993719528, 4.595246871145396],
    ])
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
