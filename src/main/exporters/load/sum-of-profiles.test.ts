import { expect, it } from 'vitest'
import { rateProfile } from './rate-profile'
import { sumOfProfiles } from './sum-of-profiles'

const pairs = (...profiles: ReturnType<typeof rateProfile>[]): number[][] =>
  sumOfProfiles(profiles).map(({ at, ratePerSecond }) => [at, ratePerSecond])

it('adds rates corner by corner, jumps included', () => {
  const steady = rateProfile({ type: 'CONSTANT', ratePerSecond: 1 }, 10)
  const ramp = rateProfile({ type: 'RAMP', fromRatePerSecond: 0, toRatePerSecond: 10 }, 10)
  const burst = rateProfile({ type: 'BURST', count: 4, at: 2, spreadInSeconds: 2 }, 10)
  expect(pairs(steady, ramp)).toEqual([
    [0, 0],
    [0, 1],
    [10, 11],
    [10, 0],
  ])
  expect(pairs(steady, burst)).toEqual([
    [0, 0],
    [0, 1],
    [2, 1],
    [2, 3],
    [4, 3],
    [4, 1],
    [10, 1],
    [10, 0],
  ])
})

it('is nothing for nothing', () => {
  expect(sumOfProfiles([])).toEqual([])
  expect(sumOfProfiles([[]])).toEqual([])
})
