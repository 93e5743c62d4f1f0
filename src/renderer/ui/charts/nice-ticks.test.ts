import { describe, expect, it } from 'vitest'
import { niceTicks, timeTicks } from './nice-ticks'

describe('niceTicks', () => {
  it('ends at the first round value at or above the maximum', () => {
    expect(niceTicks(520, 3)).toEqual([0, 200, 400, 600])
    expect(niceTicks(600, 3)).toEqual([0, 200, 400, 600])
    expect(niceTicks(7, 3)).toEqual([0, 2.5, 5, 7.5])
    expect(niceTicks(520, 2)).toEqual([0, 500, 1000])
  })
  it('has no rounding dust in fractions', () => {
    expect(niceTicks(0.3, 3)).toEqual([0, 0.1, 0.2, 0.3])
  })
  it('shows an axis to 1 when everything is 0', () => {
    expect(niceTicks(0, 3)).toEqual([0, 1])
    expect(niceTicks(Number.NaN, 3)).toEqual([0, 1])
  })
})

describe('timeTicks', () => {
  it('takes round minutes for five minutes', () => {
    expect(timeTicks(300_000, 5)).toEqual([0, 60_000, 120_000, 180_000, 240_000, 300_000])
  })
  it('leaves the end without a tick when it is not round', () => {
    expect(timeTicks(70_000, 5)).toEqual([0, 15_000, 30_000, 45_000, 60_000])
  })
  it('works for a second and for a week', () => {
    expect(timeTicks(1000, 5)).toEqual([0, 200, 400, 600, 800, 1000])
    expect(timeTicks(7 * 86_400_000, 5)).toEqual([0, 172_800_000, 345_600_000, 518_400_000])
  })
})
