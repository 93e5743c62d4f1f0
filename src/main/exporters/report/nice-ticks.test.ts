import { describe, expect, it } from 'vitest'
import { clockText, clockTicks, niceTicks } from './nice-ticks'

describe('niceTicks', () => {
  it.each([
    [10, [0, 2.5, 5, 7.5, 10]],
    [477, [0, 200, 400, 600]],
    [0.3, [0, 0.1, 0.2, 0.3]],
    [1, [0, 0.25, 0.5, 0.75, 1]],
    [1_000_000, [0, 250_000, 500_000, 750_000, 1_000_000]],
    [0, [0, 1]],
    [Number.NaN, [0, 1]],
    [Infinity, [0, 1]],
  ])('up to %d are %j', (max, ticks) => {
    expect(niceTicks(max)).toEqual(ticks)
  })
})

describe('clockTicks', () => {
  it('are round moments of the run', () => {
    expect(clockTicks(300)).toEqual([0, 60, 120, 180, 240, 300])
    expect(clockTicks(0.5)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5])
    expect(clockTicks(7 * 86_400)).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((day) => day * 86_400))
    expect(clockTicks(3e7).length).toBeLessThan(10)
  })
})

describe('clockText', () => {
  it.each([
    [0.5, 3, '0.5 s'],
    [75, 300, '1:15'],
    [3600, 3600, '60:00'],
    [3661, 5400, '1:01:01'],
    [10_800, 86_400, '3:00'],
    [172_800, 604_800, '2 d'],
  ])('calls second %d of %d "%s"', (seconds, run, text) => {
    expect(clockText(seconds, run)).toBe(text)
  })
})
