import { describe, expect, it } from 'vitest'
import { changeShape } from './change-shape'
import { shapePoints } from './shape-points'

const pairs = (points: readonly { atSeconds: number; rate: number }[]) =>
  points.map(({ atSeconds, rate }) => [atSeconds, rate])

describe('shapePoints', () => {
  it('draws a steady source as one line over the run', () => {
    expect(pairs(shapePoints({ type: 'POISSON', ratePerSecond: 5 }, 60))).toEqual([
      [0, 5],
      [60, 5],
    ])
  })
  it('draws a ramp between its times and nothing around it', () => {
    expect(
      pairs(shapePoints({ type: 'RAMP', fromRatePerSecond: 1, toRatePerSecond: 3, from: 10, to: 20 }, 60)),
    ).toEqual([
      [0, 0],
      [10, 0],
      [10, 1],
      [20, 3],
      [20, 0],
      [60, 0],
    ])
  })
  it('draws a burst as wide as it is spread, as often as it comes', () => {
    const points = pairs(shapePoints({ type: 'BURST', count: 100, at: 10, spreadInSeconds: 2, everyInSeconds: 40 }, 60))
    expect(points.filter(([, rate]) => rate === 50)).toEqual([
      [10, 50],
      [12, 50],
      [50, 50],
      [52, 50],
    ])
  })
})

describe('changeShape', () => {
  it('keeps rate and times as far as the new shape has them', () => {
    expect(changeShape({ type: 'CONSTANT', ratePerSecond: 100, from: 10 }, 'POISSON')).toEqual({
      type: 'POISSON',
      ratePerSecond: 100,
      from: 10,
    })
    expect(changeShape({ type: 'POISSON', ratePerSecond: 100, to: 9 }, 'RAMP')).toEqual({
      type: 'RAMP',
      fromRatePerSecond: 100,
      toRatePerSecond: 200,
      to: 9,
    })
    expect(changeShape({ type: 'POISSON', ratePerSecond: 100, from: 5 }, 'BURST')).toEqual({
      type: 'BURST',
      count: 100,
      at: 5,
      spreadInSeconds: 1,
    })
  })
  it('returns the same shape when its type is chosen again', () => {
    const shape = { type: 'CONSTANT', ratePerSecond: 1 } as const
    expect(changeShape(shape, 'CONSTANT')).toBe(shape)
  })
})
