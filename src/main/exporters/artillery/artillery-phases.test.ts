import { describe, expect, it } from 'vitest'
import type { TrafficShape } from '@shared/design/scenario'
import { rateProfile } from '../load/rate-profile'
import { sumOfProfiles } from '../load/sum-of-profiles'
import { artilleryPhases } from './artillery-phases'

const phases = (isPoisson: boolean, ...shapes: TrafficShape[]) =>
  artilleryPhases(sumOfProfiles(shapes.map((shape) => rateProfile(shape, 60))), isPoisson)

describe('artilleryPhases', () => {
  it('gives a steady rate, random where all of it is', () => {
    expect(phases(false, { type: 'CONSTANT', ratePerSecond: 2.5 })).toEqual([{ duration: 60, arrivalRate: 2.5 }])
    expect(phases(true, { type: 'POISSON', ratePerSecond: 5 })).toEqual([
      { duration: 60, arrivalRate: 5, mode: 'poisson' },
    ])
  })

  it('ramps, jumps, waits and stops', () => {
    expect(
      phases(
        true,
        { type: 'RAMP', fromRatePerSecond: 0, toRatePerSecond: 20, from: 10, to: 30 },
        { type: 'CONSTANT', ratePerSecond: 5, from: 40, to: 50 },
      ),
    ).toEqual([
      { pause: 10 },
      { duration: 20, arrivalRate: 0, rampTo: 20 },
      { pause: 10 },
      { duration: 10, arrivalRate: 5, mode: 'poisson' },
    ])
  })

  it('counts what is too slow or too short for a rate', () => {
    expect(phases(false, { type: 'RAMP', fromRatePerSecond: 0, toRatePerSecond: 1 })).toEqual([
      { duration: 60, arrivalCount: 30 },
    ])
    expect(phases(false, { type: 'BURST', count: 100, at: 0.5, spreadInSeconds: 0.25 })).toEqual([
      { pause: '500ms' },
      { duration: '250ms', arrivalCount: 100 },
    ])
  })

  it('adds sources up', () => {
    expect(
      phases(false, { type: 'CONSTANT', ratePerSecond: 1 }, { type: 'CONSTANT', ratePerSecond: 2, from: 20, to: 40 }),
    ).toEqual([
      { duration: 20, arrivalRate: 1 },
      { duration: 20, arrivalRate: 3 },
      { duration: 20, arrivalRate: 1 },
    ])
  })

  it('is nothing for nothing', () => {
    expect(artilleryPhases([], false)).toEqual([])
  })
})
