import { describe, expect, it } from 'vitest'
import type { MethodSetting } from '@shared/design/method-settings'
import { LIMITS } from '@shared/limits'
import { NO_CACHE_CONTROL, RENEW_IGNORED_WITH_HEADER, RENEW_NOT_PERMITTED, RENEW_PERMITTED } from '../flight'
import {
  BLOCKED,
  INTEGRATED,
  INTEGRATION_CLIENT_ERROR,
  INTEGRATION_FAILURE,
  INTEGRATION_SERVER_ERROR,
  INTEGRATION_TIMEOUT,
} from '../outcome'
import { API_ID, Play, smallDesign, type SmallGateway } from './small-gateway.fixture'
import { LARGEST_CACHE_ENTRY } from './cache-store'

const CALLS = 'calls the integration'

/** A gateway whose GET /things keeps responses for 60 seconds. */
function cachingGateway(setting: MethodSetting = {}, parts: SmallGateway = {}): Play {
  return new Play(
    smallDesign({
      settings: { '*/*': { cachingEnabled: true, cacheTtlInSeconds: 60, ...setting } },
      stage: { cacheClusterEnabled: true, cacheClusterSize: '0.5' },
      ...parts,
    }),
  )
}

describe('the response cache of a stage', () => {
  it('answers from the moment the backend has answered until the time to live has passed', () => {
    const play = cachingGateway()
    expect(play.send({ cacheSlot: 0 }, 0)).toBe(CALLS)
    const first = play.last!
    expect(play.send({ cacheSlot: 0 }, 50)).toBe(CALLS)
    play.last = first
    play.backendSays(INTEGRATED, 100)
    expect([
      play.send({ cacheSlot: 0 }, 100),
      play.send({ cacheSlot: 1 }, 100),
      play.send({ cacheSlot: 0 }, 60_099),
      play.send({ cacheSlot: 0 }, 60_100),
    ]).toEqual(['CACHED', CALLS, 'CACHED', CALLS])
    expect(play.runtime.counters.cacheMisses).toBe(4)
  })

  it('is not asked for a request without a cache key', () => {
    const play = cachingGateway()
    expect([play.serve({}, 0), play.serve({}, 1), play.runtime.counters.cacheMisses]).toEqual([
      'INTEGRATED',
      'INTEGRATED',
      0,
    ])
  })

  it('stores whatever status the backend sent, and nothing the gateway made itself', () => {
    const answers = [
      INTEGRATED,
      INTEGRATION_CLIENT_ERROR,
      INTEGRATION_SERVER_ERROR,
      INTEGRATION_TIMEOUT,
      INTEGRATION_FAILURE,
      BLOCKED,
    ].map((outcome) => {
      const play = cachingGateway()
      play.send({ cacheSlot: 0 }, 0)
      play.backendSays(outcome, 10)
      return play.send({ cacheSlot: 0 }, 20)
    })
    expect(answers).toEqual(['CACHED', 'CACHED', 'CACHED', CALLS, CALLS, CALLS])
  })

  it('stores only 2xx where the project assumes so', () => {
    const answers = [INTEGRATED, INTEGRATION_CLIENT_ERROR, INTEGRATION_SERVER_ERROR].map((outcome) => {
      const play = cachingGateway({}, { assumptions: { cacheErrorResponses: false } })
      play.send({ cacheSlot: 0 }, 0)
      play.backendSays(outcome, 10)
      return play.send({ cacheSlot: 0 }, 20)
    })
    expect(answers).toEqual(['CACHED', CALLS, CALLS])
  })

  it('does not store a response without a size, or one above the largest entry', () => {
    expect(LARGEST_CACHE_ENTRY).toBe(LIMITS.cacheEntry.value)
    const answers = [-1, 0, LARGEST_CACHE_ENTRY, LARGEST_CACHE_ENTRY + 1].map((bytes) => {
      const play = cachingGateway()
      play.send({ cacheSlot: 0 }, 0)
      play.backendSays(INTEGRATED, 10, bytes)
      return play.send({ cacheSlot: 0 }, 20)
    })
    expect(answers).toEqual([CALLS, 'CACHED', 'CACHED', CALLS])
  })

  it('holds as many bytes as its cluster has, and gives up what was not used for longest', () => {
    const design = smallDesign({
      settings: { '*/*': { cachingEnabled: true, cacheTtlInSeconds: 3600 } },
      stage: { cacheClusterEnabled: true, cacheClusterSize: '0.5' },
    })
    const play = new Play(design, { cacheSlots: 600 })
    for (let slot = 0; slot < 513; slot++) play.serve({ cacheSlot: slot }, slot, LARGEST_CACHE_ENTRY)
    // Half a gigabyte is 512 of the largest entries.
    expect([play.send({ cacheSlot: 0 }, 1000), play.send({ cacheSlot: 1 }, 1000)]).toEqual([CALLS, 'CACHED'])
  })

  it('belongs to one stage', () => {
    const stage = {
      methodSettings: { '*/*': { cachingEnabled: true } },
      cacheClusterEnabled: true,
      cacheClusterSize: '0.5' as const,
    }
    const stages = ['prod', 'dev'].map((name) => ({ apiId: API_ID, stage: name }))
    const play = new Play(smallDesign({ api: { stages: { prod: stage, dev: stage } } }), { stages })
    play.serve({ cacheSlot: 0 }, 0)
    expect([play.send({ cacheSlot: 0, stage: 'dev' }, 1), play.send({ cacheSlot: 0 }, 1)]).toEqual([CALLS, 'CACHED'])
  })
})

describe('Cache-Control: max-age=0', () => {
  const renew = (play: Play, cacheControl: number) => {
    play.serve({ cacheSlot: 0 }, 0)
    const answer = play.send({ cacheSlot: 0, cacheControl }, 1000)
    return [answer, play.last!.cacheControl]
  }
  const open = { requireAuthorizationForCacheControl: false }

  it('renews the entry for a caller who may, or for anybody where no permission is needed', () => {
    for (const [setting, cacheControl] of [
      [{}, RENEW_PERMITTED],
      [open, RENEW_PERMITTED],
      [open, RENEW_NOT_PERMITTED],
    ] as const) {
      const play = cachingGateway(setting)
      expect(renew(play, cacheControl)).toEqual([CALLS, cacheControl])
      play.backendSays(INTEGRATED, 1500)
      // The old entry would have ended at 60,000.
      expect([play.send({ cacheSlot: 0 }, 61_499), play.send({ cacheSlot: 0 }, 61_500)]).toEqual(['CACHED', CALLS])
    }
  })

  it('of a caller who may not is answered by the method’s strategy', () => {
    const answers = [
      {},
      { unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER' },
      { unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITHOUT_RESPONSE_HEADER' },
      { unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403' },
    ].map((setting) => renew(cachingGateway(setting as MethodSetting), RENEW_NOT_PERMITTED))
    expect(answers).toEqual([
      ['CACHED', RENEW_IGNORED_WITH_HEADER],
      ['CACHED', RENEW_IGNORED_WITH_HEADER],
      ['CACHED', RENEW_NOT_PERMITTED],
      ['ACCESS_DENIED', RENEW_NOT_PERMITTED],
    ])
  })

  it('is refused with FAIL_WITH_403 whether or not there is an entry', () => {
    const play = cachingGateway({ unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403' })
    expect(play.send({ cacheSlot: 3, cacheControl: RENEW_NOT_PERMITTED }, 0)).toBe('ACCESS_DENIED')
    expect(play.send({ cacheSlot: 3, cacheControl: NO_CACHE_CONTROL }, 0)).toBe(CALLS)
  })

  it('has no meaning for a request that is not cached', () => {
    const play = cachingGateway({ unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403' })
    expect(play.serve({ cacheControl: RENEW_NOT_PERMITTED }, 0)).toBe('INTEGRATED')
  })
})
