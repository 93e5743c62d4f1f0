import { describe, expect, it } from 'vitest'
import { RateCurve } from './rate-curve'

/** 0 to 4 over ten milliseconds, 4 for five, a jump to 1, which falls to 0 over ten. */
const KNOTS = [
  { at: 10, rate: 0 },
  { at: 20, rate: 4 },
  { at: 25, rate: 4 },
  { at: 25, rate: 1 },
  { at: 35, rate: 0 },
]

describe('a curve of rates', () => {
  it('says how many are expected by a time', () => {
    const curve = new RateCurve(KNOTS)
    expect([0, 10, 15, 20, 22, 25, 30, 35, 99].map((time) => curve.expectedBy(time))).toEqual([
      0, 0, 5, 20, 28, 40, 43.75, 45, 45,
    ])
  })

  it('says when so many are expected, exactly', () => {
    const curve = new RateCurve(KNOTS)
    expect([0, 5, 20, 28, 40, 43.75, 45, 46].map((expected) => curve.timeOf(expected))).toEqual([
      10,
      15,
      20,
      22,
      25,
      30,
      Infinity,
      Infinity,
    ])
  })

  it('begins anew after its period', () => {
    const curve = new RateCurve(
      [
        { at: 0, rate: 1 },
        { at: 10, rate: 3 },
        { at: 10, rate: 1 },
      ],
      10,
    )
    // t + t^2 / 10 = 3
    const third = 5 * (Math.sqrt(2.2) - 1)
    expect([0, 3, 20, 23, 2003].map((expected) => curve.timeOf(expected))).toEqual([
      0,
      expect.closeTo(third, 9),
      10,
      expect.closeTo(10 + third, 9),
      expect.closeTo(1000 + third, 9),
    ])
    expect([10, 15, 20, 1000].map((time) => curve.expectedBy(time))).toEqual([20, 27.5, 40, 2000])
  })

  it('undoes one by the other, whatever the lines', () => {
    const knots = [
      { at: 0, rate: 1e-9 },
      { at: 1e6, rate: 5 },
      { at: 1e6 + 1e-3, rate: 5000 },
      { at: 1e7, rate: 0 },
      { at: 1e7 + 5, rate: 3 },
    ]
    const curve = new RateCurve(knots)
    const total = curve.expectedBy(Infinity)
    for (let share = 0.001; share < 1; share += 0.001) {
      const expected = total * share
      expect(Math.abs(curve.expectedBy(curve.timeOf(expected)) / expected - 1)).toBeLessThan(1e-9)
    }
  })

  it('expects nothing where the rate is 0, and never will', () => {
    for (const period of [Infinity, 10]) {
      const curve = new RateCurve(
        [
          { at: 0, rate: 0 },
          { at: 10, rate: 0 },
        ],
        period,
      )
      expect([curve.timeOf(1e-9), curve.expectedBy(25)]).toEqual([Infinity, 0])
    }
    expect(new RateCurve([]).timeOf(1)).toBe(Infinity)
    expect(
      new RateCurve([
        { at: 5, rate: 2 },
        { at: 3, rate: 2 },
      ]).timeOf(1),
    ).toBe(Infinity)
  })
})
