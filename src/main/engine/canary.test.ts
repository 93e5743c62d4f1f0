import { expect, it } from 'vitest'
import { isForCanary, sharesCacheEntries } from './canary'

it('sends as many requests to the canary as its share says', () => {
  const draws = Array.from({ length: 1000 }, (_, at) => at / 1000)
  const share = (percent: number): number => draws.filter((draw) => isForCanary(percent, draw)).length
  expect([0, 0.1, 12.5, 50, 100].map(share)).toEqual([0, 1, 125, 500, 1000])
})

it.each([
  ['the same deployment and the cache of the stage', 'dep001', true, true],
  ['no deployment of its own and the cache of the stage', undefined, true, true],
  ['another deployment and the cache of the stage', 'dep002', true, false],
  ['the same deployment and a cache of its own', 'dep001', false, false],
])('shares entries with a canary that has %s', (_, deploymentId, useStageCache, isShared) => {
  const canarySettings = { percentTraffic: 5, useStageCache, ...(deploymentId !== undefined && { deploymentId }) }
  expect(sharesCacheEntries({ deploymentId: 'dep001', methodSettings: {}, canarySettings })).toBe(isShared)
})
