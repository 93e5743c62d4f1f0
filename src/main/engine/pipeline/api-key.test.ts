import { describe, expect, it } from 'vitest'
import { ALLOW } from '../effect'
import { ABSENT, UNKNOWN_KEY } from '../flight'
import { API_ID, AUTHORIZED, Play, smallDesign, TOKENS, TWO_KEYS, type SmallGateway } from './small-gateway.fixture'

const KEYED = { 'GET /things': { apiKeyRequired: true } }
const played = (parts: SmallGateway): Play => new Play(smallDesign(parts))
const DAY = 86_400_000

describe('the api-key step', () => {
  it('lets a key pass that a plan of this stage holds, and no other', () => {
    const play = played({ routes: KEYED, plan: { keyIds: ['key0'] } })
    expect([
      play.serve({ apiKey: 'first' }, 0),
      play.serve({ apiKey: 'second' }, 0),
      play.serve({ apiKey: UNKNOWN_KEY }, 0),
      play.serve({ apiKey: ABSENT }, 0),
    ]).toEqual(['INTEGRATED', 'INVALID_API_KEY', 'INVALID_API_KEY', 'INVALID_API_KEY'])
  })

  it('refuses disabled keys, and keys whose plan covers another stage only', () => {
    const disabled = played({ routes: KEYED, plan: {}, apiKeys: [{ ...TWO_KEYS[0]!, enabled: false }] })
    const elsewhere = played({ routes: KEYED, plan: { apiStages: [{ apiId: API_ID, stage: 'dev' }] } })
    expect([disabled.serve({ apiKey: 'first' }, 0), elsewhere.serve({ apiKey: 'first' }, 0)]).toEqual([
      'INVALID_API_KEY',
      'INVALID_API_KEY',
    ])
  })

  it('uses the plan that covers the stage when a key is in two', () => {
    const design = smallDesign({ routes: KEYED, plan: { apiStages: [{ apiId: API_ID, stage: 'dev' }] } })
    const tight = { ...design.usagePlans[0]!, id: 'plan02', throttle: { rateLimit: 1, burstLimit: 1 } }
    const usagePlans = [...design.usagePlans, { ...tight, apiStages: [{ apiId: API_ID, stage: 'prod' }] }]
    const play = new Play({ ...design, usagePlans })
    expect([play.serve({ apiKey: 'second' }, 0), play.serve({ apiKey: 'second' }, 0)]).toEqual([
      'INTEGRATED',
      'THROTTLED_PLAN',
    ])
  })

  it('uses the first of two plans that both cover the stage, which AWS does not allow', () => {
    const design = smallDesign({ routes: KEYED, plan: {} })
    const tight = { ...design.usagePlans[0]!, id: 'plan02', throttle: { rateLimit: 0, burstLimit: 0 } }
    const play = new Play({ ...design, usagePlans: [...design.usagePlans, tight] })
    expect(play.serve({ apiKey: 'first' }, 0)).toBe('INTEGRATED')
  })

  it('takes no token and no quota for a key that is refused', () => {
    const play = played({ routes: KEYED, plan: { keyIds: ['key0'] }, account: { rateLimit: 1, burstLimit: 1 } })
    for (let k = 0; k < 5; k++) play.serve({ apiKey: 'second' }, 0)
    expect(play.serve({ apiKey: 'first' }, 0)).toBe('INTEGRATED')
  })

  it('reads the key from the authorizer’s result where the API says so, and ignores the header', () => {
    const play = played({
      api: { apiKeySource: 'AUTHORIZER' },
      authorizers: TOKENS,
      routes: { 'GET /things': { ...AUTHORIZED, apiKeyRequired: true } },
      plan: { keyIds: ['key0'] },
    })
    play.send({ identity: 0, apiKey: 'second' }, 0)
    expect(play.authorizerSays(ALLOW, 5, 0)).toBe('calls the integration')
    // Kept: the named key counts for as long as the result does.
    expect(play.send({ identity: 0, apiKey: 'second' }, 10)).toBe('calls the integration')
    expect(play.last!.apiKey).toBe(0)
    // Another caller, for whom the function names no key.
    play.send({ identity: 1, apiKey: 'first' }, 20)
    expect(play.authorizerSays(ALLOW, 25)).toBe('INVALID_API_KEY')
    expect(play.send({ identity: 1, apiKey: 'first' }, 30)).toBe('INVALID_API_KEY')
  })

  it('reads the header where the API says so, whatever the authorizer names', () => {
    const play = played({
      authorizers: TOKENS,
      routes: { 'GET /things': { ...AUTHORIZED, apiKeyRequired: true } },
      plan: { keyIds: ['key0'] },
    })
    play.send({ identity: 0, apiKey: 'second' }, 0)
    expect(play.authorizerSays(ALLOW, 5, 0)).toBe('INVALID_API_KEY')
    expect(play.send({ identity: 0, apiKey: 'first' }, 10)).toBe('calls the integration')
  })
})

describe('a quota', () => {
  const quota = { limit: 3, period: 'DAY' } as const

  it('lets exactly its limit through, for each key, and begins anew with its period', () => {
    const play = played({ routes: KEYED, plan: { quota } })
    const four = (apiKey: string, now: number): string[] => [1, 2, 3, 4].map(() => play.serve({ apiKey }, now))
    const expected = ['INTEGRATED', 'INTEGRATED', 'INTEGRATED', 'QUOTA_EXCEEDED']
    expect([four('first', 0), four('second', DAY - 1), four('first', DAY)]).toEqual([expected, expected, expected])
  })

  it('does not count what a throttle refused', () => {
    const play = played({ routes: KEYED, plan: { quota, throttle: { rateLimit: 1, burstLimit: 2 } } })
    const send = (now: number) => play.serve({ apiKey: 'first' }, now)
    expect([send(0), send(0), send(0), send(0), send(2000), send(2000)]).toEqual([
      'INTEGRATED',
      'INTEGRATED',
      'THROTTLED_PLAN',
      'THROTTLED_PLAN',
      'INTEGRATED',
      'QUOTA_EXCEEDED',
    ])
  })

  it('counts what a throttle refused where the project assumes so', () => {
    const play = played({
      routes: KEYED,
      plan: { quota, throttle: { rateLimit: 1, burstLimit: 2 } },
      assumptions: { countThrottledInQuota: true },
    })
    const send = (now: number) => play.serve({ apiKey: 'first' }, now)
    expect([send(0), send(0), send(0), send(5000)]).toEqual([
      'INTEGRATED',
      'INTEGRATED',
      'THROTTLED_PLAN',
      'QUOTA_EXCEEDED',
    ])
  })

  it('is asked before the plan’s throttle, and takes none of its tokens when it is used up', () => {
    const play = played({
      routes: KEYED,
      plan: { quota: { limit: 1, period: 'MONTH' }, throttle: { rateLimit: 1, burstLimit: 1 } },
    })
    expect([play.serve({ apiKey: 'first' }, 0), play.serve({ apiKey: 'first' }, 0)]).toEqual([
      'INTEGRATED',
      'QUOTA_EXCEEDED',
    ])
    play.serve({ apiKey: 'first' }, 1000)
    expect(play.runtime.usagePlanBuckets.level(0, 1000)).toBe(1)
  })

  it('counts requests that fail validation or come from the cache', () => {
    const play = played({
      routes: { 'GET /things': { apiKeyRequired: true, requestValidatorId: 'all' } },
      validators: { all: { validateRequestBody: true, validateRequestParameters: true } },
      settings: { '*/*': { cachingEnabled: true } },
      stage: { cacheClusterEnabled: true, cacheClusterSize: '0.5' },
      plan: { quota },
    })
    const request = { apiKey: 'first', cacheSlot: 0 }
    const answers = [play.serve(request, 0), play.serve(request, 1)]
    play.facts.said = 1
    answers.push(play.serve(request, 2))
    expect([...answers, play.serve(request, 3)]).toEqual([
      'INTEGRATED',
      'CACHED',
      'BAD_REQUEST_PARAMETERS',
      'QUOTA_EXCEEDED',
    ])
  })

  it('covers all stages of a plan together', () => {
    const stages = { prod: { methodSettings: {} }, dev: { methodSettings: {} } }
    const apiStages = ['prod', 'dev'].map((stage) => ({ apiId: API_ID, stage }))
    const play = new Play(smallDesign({ routes: KEYED, api: { stages }, plan: { quota, apiStages } }), {
      stages: apiStages,
    })
    const send = (stage: string) => play.serve({ apiKey: 'first', stage }, 0)
    expect([send('prod'), send('dev'), send('prod'), send('dev')]).toEqual([
      'INTEGRATED',
      'INTEGRATED',
      'INTEGRATED',
      'QUOTA_EXCEEDED',
    ])
  })
})
