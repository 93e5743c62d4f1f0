import { describe, expect, it } from 'vitest'
import type { TrafficShape } from '@shared/design/scenario'
import { rateProfile, requestsIn } from './rate-profile'

/** Corners as [second, rate] pairs. */
const corners = (shape: TrafficShape, seconds = 100, startsAt = 0): number[][] =>
  rateProfile(shape, seconds, startsAt).map(({ at, ratePerSecond }) => [at, ratePerSecond])

describe('rateProfile', () => {
  it.each<[TrafficShape, number[][]]>([
    [
      { type: 'CONSTANT', ratePerSecond: 5 },
      [
        [0, 5],
        [100, 5],
      ],
    ],
    [
      { type: 'POISSON', ratePerSecond: 5, from: 10, to: 20 },
      [
        [10, 5],
        [20, 5],
      ],
    ],
    [
      { type: 'POISSON', ratePerSecond: 5, from: 90, to: 200 },
      [
        [90, 5],
        [100, 5],
      ],
    ],
    [
      { type: 'RAMP', fromRatePerSecond: 0, toRatePerSecond: 10 },
      [
        [0, 0],
        [100, 10],
      ],
    ],
    [
      { type: 'RAMP', fromRatePerSecond: 0, toRatePerSecond: 10, to: 200 },
      [
        [0, 0],
        [100, 5],
      ],
    ],
    [
      {
        type: 'STEPS',
        steps: [
          { at: 0, ratePerSecond: 1 },
          { at: 60, ratePerSecond: 3 },
          { at: 300, ratePerSecond: 9 },
        ],
      },
      [
        [0, 1],
        [60, 1],
        [60, 3],
        [100, 3],
      ],
    ],
    [
      {
        type: 'SPIKE',
        ratePerSecond: 1,
        peakRatePerSecond: 9,
        at: 10,
        riseInSeconds: 5,
        holdInSeconds: 2,
        fallInSeconds: 3,
      },
      [
        [0, 1],
        [10, 1],
        [15, 9],
        [17, 9],
        [20, 1],
        [100, 1],
      ],
    ],
    [
      { type: 'SPIKE', ratePerSecond: 1, peakRatePerSecond: 9, at: 10 },
      [
        [0, 1],
        [10, 1],
        [10, 9],
        [10, 1],
        [100, 1],
      ],
    ],
    [
      { type: 'BURST', count: 50, at: 10 },
      [
        [10, 0],
        [10, 50],
        [11, 50],
        [11, 0],
      ],
    ],
    [
      { type: 'BURST', count: 50, at: 10, spreadInSeconds: 5 },
      [
        [10, 0],
        [10, 10],
        [15, 10],
        [15, 0],
      ],
    ],
    [
      { type: 'BURST', count: 10, at: 40, spreadInSeconds: 5, everyInSeconds: 50 },
      [
        [40, 0],
        [40, 2],
        [45, 2],
        [45, 0],
        [90, 0],
        [90, 2],
        [95, 2],
        [95, 0],
      ],
    ],
    [{ type: 'BURST', count: 50, at: 200 }, []],
    [{ type: 'CLOSED_LOOP', users: 5, thinkTime: { distribution: 'CONSTANT', valueMs: 1 } }, []],
    [{ type: 'REPLAY', file: 'x' }, []],
  ])('of %j', (shape, expected) => {
    expect(corners(shape)).toEqual(expected)
  })

  it('of a day goes from the middle of one hour to the middle of the next, at the mean rate', () => {
    const hours = [4, 1, ...Array<number>(22).fill(1)]
    const profile = rateProfile({ type: 'DAILY', ratePerSecond: 27 / 24, hours }, 86_400)
    expect(profile.slice(0, 4)).toEqual([
      { at: 0, ratePerSecond: 2.5 },
      { at: 1800, ratePerSecond: 4 },
      { at: 5400, ratePerSecond: 1 },
      { at: 9000, ratePerSecond: 1 },
    ])
    expect(requestsIn(profile)).toBeCloseTo((27 / 24) * 86_400, 6)
  })

  it('of a day begins at the hour that the run begins at', () => {
    const hours = [4, 1, ...Array<number>(22).fill(1)]
    const half = 30 * 60 * 1000
    const profile = rateProfile({ type: 'DAILY', ratePerSecond: 27 / 24, hours }, 3600, half)
    expect(profile).toEqual([
      { at: 0, ratePerSecond: 4 },
      { at: 3600, ratePerSecond: 1 },
    ])
  })

  it('of a week begins on the day that it is', () => {
    const shape = {
      type: 'WEEKLY',
      ratePerSecond: 1,
      hours: Array<number>(24).fill(1),
      days: [7, 0, 0, 0, 0, 0, 0],
    } as const
    // 5 January 1970 was a Monday.
    const monday = 4 * 86_400_000
    expect(rateProfile(shape, 7 * 86_400, monday).find(({ at }) => at === 43_200 + 1800)?.ratePerSecond).toBe(7)
    expect(rateProfile(shape, 86_400, monday + 86_400_000).find(({ at }) => at === 43_200 + 1800)?.ratePerSecond).toBe(
      0,
    )
    expect(requestsIn(rateProfile(shape, 7 * 86_400, monday))).toBeCloseTo(7 * 86_400, 6)
  })

  it('of a burst without end is bounded', () => {
    const shape = { type: 'BURST', count: 1, at: 0, everyInSeconds: 1e-9 } as const
    expect(rateProfile(shape, 1e9).length).toBeLessThanOrEqual(5000)
  })

  it('of no weights at all is nothing', () => {
    expect(rateProfile({ type: 'DAILY', ratePerSecond: 5, hours: Array<number>(24).fill(0) }, 100)).toEqual([])
  })
})

describe('requestsIn', () => {
  it('is the area below the line', () => {
    expect(requestsIn(rateProfile({ type: 'BURST', count: 50, at: 10, spreadInSeconds: 5 }, 100))).toBe(50)
    expect(requestsIn([])).toBe(0)
  })
})
