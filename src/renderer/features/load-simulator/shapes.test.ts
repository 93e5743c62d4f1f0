import { describe, expect, it } from 'vitest'
import { changeShape } from './change-shape'
import { SHAPE_OPTIONS } from './shape-catalog'
import { areaOf } from './shape-volume'
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

describe('shapePoints of shapes that change', () => {
  it('draws steps as stairs in the order of time, and none after the end', () => {
    const steps = [
      { at: 30, ratePerSecond: 5 },
      { at: 0, ratePerSecond: 1 },
      { at: 90, ratePerSecond: 9 },
    ]
    expect(pairs(shapePoints({ type: 'STEPS', steps }, 60))).toEqual([
      [0, 0],
      [0, 0],
      [0, 1],
      [30, 1],
      [30, 5],
      [60, 5],
    ])
  })
  it('draws a spike up and down in straight lines', () => {
    const shape = {
      type: 'SPIKE',
      ratePerSecond: 2,
      peakRatePerSecond: 10,
      at: 20,
      riseInSeconds: 5,
      holdInSeconds: 10,
    } as const
    expect(pairs(shapePoints(shape, 60))).toEqual([
      [0, 2],
      [20, 2],
      [25, 10],
      [35, 10],
      [35, 2],
      [60, 2],
    ])
  })
  it('draws how many users are there, as they begin and end', () => {
    const thinkTime = { distribution: 'CONSTANT', valueMs: 1 } as const
    const shape = { type: 'CLOSED_LOOP', users: 40, thinkTime, rampUpInSeconds: 10, from: 5, to: 50 } as const
    expect(pairs(shapePoints(shape, 60))).toEqual([
      [0, 0],
      [5, 0],
      [15, 40],
      [50, 40],
      [50, 0],
      [60, 0],
    ])
  })
  it('draws nothing of a log that nobody has read', () => {
    expect(shapePoints({ type: 'REPLAY', file: 'logs/monday.jsonl' }, 60)).toEqual([])
  })
  it('draws the hour of the day at which the run begins', () => {
    const hours = Array.from({ length: 24 }, (_, hour) => (hour === 12 ? 24 : 0))
    const shape = { type: 'DAILY', ratePerSecond: 10, hours } as const
    const points = shapePoints(shape, 3600, '2026-01-05T12:00:00Z')
    const middle = points[points.length >> 1]
    expect([points[0]?.rate, middle, points.at(-1)?.rate]).toEqual([120, { atSeconds: 1800, rate: 240 }, 120])
  })
})

describe('areaOf', () => {
  it('counts the requests below a line, up to the end of the run', () => {
    expect(areaOf(shapePoints({ type: 'RAMP', fromRatePerSecond: 0, toRatePerSecond: 10 }, 60), 60)).toBe(300)
    expect(
      areaOf(
        [
          { atSeconds: 0, rate: 0 },
          { atSeconds: 100, rate: 100 },
        ],
        50,
      ),
    ).toBe(1250)
  })
})

describe('changeShape', () => {
  it('can make any shape of any other, and only the shape that was asked for', () => {
    for (const { value: from } of SHAPE_OPTIONS) {
      const shape = changeShape({ type: 'POISSON', ratePerSecond: 20 }, from)
      expect(SHAPE_OPTIONS.map(({ value }) => changeShape(shape, value).type)).toEqual(
        SHAPE_OPTIONS.map(({ value }) => value),
      )
    }
  })
  it('makes as many users as there were requests a second', () => {
    expect(changeShape({ type: 'CONSTANT', ratePerSecond: 100, to: 9 }, 'CLOSED_LOOP')).toEqual({
      type: 'CLOSED_LOOP',
      users: 100,
      thinkTime: { distribution: 'EXPONENTIAL', meanMs: 1000 },
      to: 9,
    })
  })
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
