import { describe, expect, it } from 'vitest'
import { orderDesign } from '@shared/design/order-design.fixture'
import type { TrafficShape } from '@shared/design/scenario'
import { meanRate } from './mean-rate'

const scenario = orderDesign().scenarios[0]!
const NOON = Date.UTC(2026, 0, 1, 12)

/** Requests per second over a run of 100 seconds. */
function rateOf(...shapes: TrafficShape[]): number {
  const sources = shapes.map((shape) => ({ ...scenario.sources[0]!, shape }))
  return meanRate({ ...scenario, durationInSeconds: 100, sources }, NOON)
}

describe('the mean rate of a scenario', () => {
  it.each<[TrafficShape, number]>([
    [{ type: 'CONSTANT', ratePerSecond: 10 }, 10],
    [{ type: 'POISSON', ratePerSecond: 10, from: 50, to: 200 }, 5],
    [{ type: 'RAMP', fromRatePerSecond: 0, toRatePerSecond: 10, to: 50 }, 2.5],
    [{ type: 'BURST', count: 50, at: 0, everyInSeconds: 20 }, 2.5],
    [{ type: 'BURST', count: 50, at: 200, everyInSeconds: 20 }, 0],
    [{ type: 'BURST', count: 50, at: 20 }, 0.5],
    [
      {
        type: 'STEPS',
        steps: [
          { at: 50, ratePerSecond: 6 },
          { at: 75, ratePerSecond: 2 },
        ],
      },
      2,
    ],
    [{ type: 'SPIKE', ratePerSecond: 1, peakRatePerSecond: 11, at: 0, riseInSeconds: 20 }, 2],
    [{ type: 'DAILY', ratePerSecond: 7, hours: Array.from({ length: 24 }, () => 3) }, 7],
    [{ type: 'CLOSED_LOOP', users: 11, thinkTime: { distribution: 'EXPONENTIAL', meanMs: 900 } }, 11 * 1.01],
    [{ type: 'REPLAY', file: 'a.log' }, 1000],
  ])('knows %o', (shape, rate) => {
    expect(rateOf(shape)).toBeCloseTo(rate, 9)
  })

  it('knows what hour it is', () => {
    const hours = Array.from({ length: 24 }, (_, hour) => +(hour === 12))
    expect(rateOf({ type: 'DAILY', ratePerSecond: 1, hours })).toBeGreaterThan(10)
    expect(rateOf({ type: 'WEEKLY', ratePerSecond: 1, hours, days: [1, 1, 1, 0, 1, 1, 1] })).toBe(0)
  })

  it('is that of all sources together', () => {
    expect(rateOf({ type: 'CONSTANT', ratePerSecond: 3 }, { type: 'POISSON', ratePerSecond: 4 })).toBeCloseTo(7, 9)
  })
})
