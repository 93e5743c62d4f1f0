import { describe, expect, it } from 'vitest'
import { plainRun } from '../rich-run.fixture'
import { seedsOf, setupOf, sweepPlan } from './sweep-plan'

const setup = plainRun({ shape: { type: 'CONSTANT', ratePerSecond: 5 } }, { seed: 41 })
const rate = { pointer: '/account/throttleSettings/rateLimit', label: 'Rate', values: [1, 2, 3] }
const burst = { pointer: '/account/throttleSettings/burstLimit', label: 'Burst', values: [10, 20] }

describe('sweepPlan', () => {
  it('has every combination of two settings, the last changing fastest', () => {
    expect(sweepPlan(setup.scenario, { axes: [rate, burst] })).toEqual({
      cells: [
        [1, 10],
        [1, 20],
        [2, 10],
        [2, 20],
        [3, 10],
        [3, 20],
      ],
      seeds: [41],
    })
  })

  it('has one cell where only seeds differ, and seeds that follow the scenario’s', () => {
    expect(sweepPlan(setup.scenario, { axes: [], seeds: 3 })).toEqual({ cells: [[]], seeds: [41, 42, 43] })
    expect(seedsOf({ ...setup.scenario, seed: -2 }, 3)).toEqual([-2, -1, 0])
  })
})

describe('setupOf', () => {
  it('sets every value, the seed and the length', () => {
    const run = setupOf(setup, { axes: [rate, burst], durationInSeconds: 7 }, [2, 20], 43)!
    expect(run.design.account.throttleSettings).toEqual({ rateLimit: 2, burstLimit: 20 })
    expect(run.scenario).toEqual({ ...setup.scenario, seed: 43, durationInSeconds: 7 })
  })

  it('lets a setting of the scenario win over the length of the sweep', () => {
    const axes = [{ pointer: '/scenario/durationInSeconds' }]
    expect(setupOf(setup, { axes, durationInSeconds: 7 }, [9], 1)!.scenario.durationInSeconds).toBe(9)
  })

  it('is null when an axis leads nowhere', () => {
    expect(setupOf(setup, { axes: [{ pointer: '/apis/3/x' }] }, [1], 1)).toBeNull()
  })
})
