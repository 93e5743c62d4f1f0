import { describe, expect, it } from 'vitest'
import { DEFAULT_DAYS, DEFAULT_HOURS, type TrafficShape } from '@shared/design/scenario'
import { Arrivals } from './arrivals'
import { criticalDistance, kolmogorovDistance } from './kolmogorov-smirnov.fixture'

const HOUR = 3600
/** Thursday, 1 January 2026, 17:20 UTC. */
const EPOCH = Date.UTC(2026, 0, 1, 17, 20)

/** Every arrival, in seconds, of seed 2026. */
function arrivalsOf(shape: TrafficShape, durationInSeconds: number): Float64Array {
  const arrivals = new Arrivals(shape, durationInSeconds * 1000, 2026, 1, EPOCH)
  const times: number[] = []
  const block = new Float64Array(512)
  while (block.at(-1) !== Infinity) {
    arrivals.nextBlock(block)
    for (const time of block) if (time !== Infinity) times.push(time / 1000)
  }
  return Float64Array.from(times)
}

/** Requests expected by a time, for a rate that is a straight line within each cell of so many seconds. */
function expectedBy(rateAt: (seconds: number) => number, cell: number, durationInSeconds: number) {
  const at = [0]
  for (let begin = 0; begin < durationInSeconds; begin += cell) at.push(at.at(-1)! + cell * rateAt(begin + cell / 2))
  return (time: number): number => {
    const begin = Math.floor(time / cell)
    return at[begin]! + (time - begin * cell) * rateAt((begin * cell + time) / 2)
  }
}

/** The rate of the model, said in another way than in the product: by the hour's weights at the time of day. */
function hourlyRate(weights: readonly number[], mean: number, firstHour: number) {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const weight = (hour: number): number => weights[((hour % weights.length) + weights.length) % weights.length]!
  return (seconds: number): number => {
    const hours = firstHour + seconds / HOUR - 0.5
    const before = Math.floor(hours)
    const between = weight(before) + (weight(before + 1) - weight(before)) * (hours - before)
    return (mean * weights.length * between) / total
  }
}

const FIRST_HOUR = 17 + 20 / 60
const steps = [
  { at: 10, ratePerSecond: 400 },
  { at: 100, ratePerSecond: 0 },
  { at: 150, ratePerSecond: 1500 },
]
const spike = {
  ratePerSecond: 50,
  peakRatePerSecond: 3000,
  at: 60,
  riseInSeconds: 20,
  holdInSeconds: 15,
  fallInSeconds: 80,
} as const
const weekHours = DEFAULT_DAYS.flatMap((day) => DEFAULT_HOURS.map((hour) => day * hour))

/** Name, shape, length of the run, rate, and the length of the cells in which it is a straight line. */
const CURVES: [string, TrafficShape, number, (seconds: number) => number, number][] = [
  [
    'a ramp',
    { type: 'RAMP', fromRatePerSecond: 0, toRatePerSecond: 2000, from: 20 },
    220,
    (t) => (t < 20 ? 0 : (t - 20) * 10),
    1,
  ],
  ['steps', { type: 'STEPS', steps }, 250, (t) => steps.findLast(({ at }) => at <= t)?.ratePerSecond ?? 0, 1],
  [
    'a spike',
    { type: 'SPIKE', ...spike },
    250,
    (t) => 50 + 2950 * Math.max(0, Math.min((t - 60) / 20, 1, (175 - t) / 80)),
    1,
  ],
  [
    'two days and more',
    { type: 'DAILY', ratePerSecond: 1.2 },
    50 * HOUR,
    hourlyRate(DEFAULT_HOURS, 1.2, FIRST_HOUR),
    HOUR / 6,
  ],
  [
    'a week and more',
    { type: 'WEEKLY', ratePerSecond: 0.3 },
    200 * HOUR,
    hourlyRate(weekHours, 0.3, 3 * 24 + FIRST_HOUR),
    HOUR / 6,
  ],
]

describe('arrivals of seed 2026', () => {
  it('of a million Poisson gaps are exponential, within the critical distance', () => {
    const times = arrivalsOf({ type: 'POISSON', ratePerSecond: 250 }, 4000).subarray(0, 999_000)
    const gaps = times.map((time, i) => time - (times[i - 1] ?? 0))
    expect(kolmogorovDistance(gaps, (x) => 1 - Math.exp(-x * 250))).toBeLessThan(criticalDistance(gaps.length))
  })

  it.each(CURVES)(
    'of %s have exponential gaps of the time rescaled by the rate',
    (_, shape, duration, rateAt, cell) => {
      const expected = expectedBy(rateAt, cell, duration)
      const times = arrivalsOf(shape, duration).map(expected)
      const gaps = times.map((time, i) => time - (times[i - 1] ?? 0))
      expect(gaps.length).toBeGreaterThan(100_000)
      expect(kolmogorovDistance(gaps, (x) => 1 - Math.exp(-x))).toBeLessThan(criticalDistance(gaps.length))
    },
  )

  it.each(CURVES)('of %s are spread as the rate is, and as many', (_, shape, duration, rateAt, cell) => {
    const expected = expectedBy(rateAt, cell, duration)
    const total = expected(duration)
    const times = arrivalsOf(shape, duration)
    expect(Math.abs(times.length - total)).toBeLessThan(4 * Math.sqrt(total))
    expect(kolmogorovDistance(times, (time) => expected(time) / total)).toBeLessThan(criticalDistance(times.length))
  })

  it('would not be in time with a day that begins an hour later', () => {
    const [, shape, duration] = CURVES[3]!
    const expected = expectedBy(hourlyRate(DEFAULT_HOURS, 1.2, FIRST_HOUR + 1), HOUR / 6, duration)
    const times = arrivalsOf(shape, duration)
    const distance = kolmogorovDistance(times, (time) => expected(time) / expected(duration))
    expect(distance).toBeGreaterThan(criticalDistance(times.length))
  })
})
