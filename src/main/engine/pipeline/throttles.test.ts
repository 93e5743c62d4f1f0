import { describe, expect, it } from 'vitest'
import type { Design } from '@shared/design/design'
import { API_ID, Play, smallDesign, type Arrival, type SmallGateway } from './small-gateway.fixture'

const limit = (rate: number, burst: number) => ({ throttlingRateLimit: rate, throttlingBurstLimit: burst })
const throttle = (rateLimit: number, burstLimit: number) => ({ rateLimit, burstLimit })
const KEYED = { apiKeyRequired: true }

/** Answers to `count` requests at one instant, in runs: "2 INTEGRATED, 1 THROTTLED_METHOD". */
function answers(play: Play, arrival: Arrival, count: number, now = 0): string {
  const runs: [string, number][] = []
  for (let k = 0; k < count; k++) {
    const answer = play.serve(arrival, now)
    if (runs.at(-1)?.[0] === answer) runs.at(-1)![1]++
    else runs.push([answer, 1])
  }
  return runs.map(([answer, times]) => `${times} ${answer}`).join(', ')
}

const played = (parts: SmallGateway): Play => new Play(smallDesign(parts))

describe('throttles', () => {
  it('refuse at the account’s limit, which all methods share', () => {
    const play = played({ routes: { 'GET /a': {}, 'GET /b': {} }, account: throttle(10, 3) })
    expect([answers(play, { route: 'GET /a' }, 2), answers(play, { route: 'GET /b' }, 3)]).toEqual([
      '2 INTEGRATED',
      '1 INTEGRATED, 2 THROTTLED_ACCOUNT',
    ])
    expect(answers(play, { route: 'GET /a' }, 2, 100)).toBe('1 INTEGRATED, 1 THROTTLED_ACCOUNT')
  })

  it('refuse at a method’s own limit without touching the others', () => {
    const play = played({ routes: { 'GET /a': {}, 'POST /a': {} }, settings: { '/a/POST': limit(1, 2) } })
    expect([answers(play, { route: 'POST /a' }, 3), answers(play, { route: 'GET /a' }, 3)]).toEqual([
      '2 INTEGRATED, 1 THROTTLED_METHOD',
      '3 INTEGRATED',
    ])
  })

  it('give each method the stage’s limit for itself', () => {
    const play = played({ routes: { 'GET /a': {}, 'GET /b': {} }, settings: { '*/*': limit(1, 2) } })
    expect([answers(play, { route: 'GET /a' }, 3), answers(play, { route: 'GET /b' }, 3)]).toEqual([
      '2 INTEGRATED, 1 THROTTLED_STAGE',
      '2 INTEGRATED, 1 THROTTLED_STAGE',
    ])
  })

  it('give all methods the stage’s limit together where the project assumes so', () => {
    const play = played({
      routes: { 'GET /a': {}, 'GET /b': {} },
      settings: { '*/*': limit(1, 3) },
      assumptions: { stageLimitIsShared: true },
    })
    expect([answers(play, { route: 'GET /a' }, 2), answers(play, { route: 'GET /b' }, 2)]).toEqual([
      '2 INTEGRATED',
      '1 INTEGRATED, 1 THROTTLED_STAGE',
    ])
  })

  it('let a method’s own limit be wider than the stage’s', () => {
    const play = played({ settings: { '*/*': limit(1, 1), '/things/GET': limit(1, 4) } })
    expect(answers(play, {}, 5)).toBe('4 INTEGRATED, 1 THROTTLED_METHOD')
  })

  it('take what half a setting leaves out from the stage, then from the account', () => {
    const settings = { '*/*': { throttlingBurstLimit: 2 }, '/things/GET': { throttlingRateLimit: 10 } }
    const play = played({ settings, account: throttle(1000, 500) })
    expect([answers(play, {}, 3), answers(play, {}, 2, 100)]).toEqual([
      '2 INTEGRATED, 1 THROTTLED_METHOD',
      '1 INTEGRATED, 1 THROTTLED_METHOD',
    ])
  })

  it('give each key of a plan a bucket of its own', () => {
    const play = played({ routes: { 'GET /things': KEYED }, plan: { throttle: throttle(1, 2) } })
    expect([answers(play, { apiKey: 'first' }, 3), answers(play, { apiKey: 'second' }, 3)]).toEqual([
      '2 INTEGRATED, 1 THROTTLED_PLAN',
      '2 INTEGRATED, 1 THROTTLED_PLAN',
    ])
  })

  it('share a key’s bucket between all methods and stages of its plan', () => {
    const design = twoStages({
      routes: { 'GET /a': KEYED, 'GET /b': KEYED },
      plan: {
        throttle: throttle(1, 4),
        apiStages: [
          { apiId: API_ID, stage: 'prod' },
          { apiId: API_ID, stage: 'dev' },
        ],
      },
    })
    const play = new Play(design, { stages: BOTH_STAGES })
    expect([
      answers(play, { route: 'GET /a', apiKey: 'first' }, 2),
      answers(play, { route: 'GET /b', stage: 'dev', apiKey: 'first' }, 3),
    ]).toEqual(['2 INTEGRATED', '2 INTEGRATED, 1 THROTTLED_PLAN'])
  })

  it('apply a plan’s limit for one method instead of the plan’s, for each key', () => {
    const apiStages = [{ apiId: API_ID, stage: 'prod', throttle: { '/a/POST': throttle(1, 3) } }]
    const play = played({
      routes: { 'GET /a': KEYED, 'POST /a': KEYED },
      plan: { throttle: throttle(1, 2), apiStages },
    })
    const by = (apiKey: string, route: string): string => answers(play, { apiKey, route }, 4)
    expect([by('first', 'POST /a'), by('first', 'GET /a'), by('second', 'POST /a')]).toEqual([
      '3 INTEGRATED, 1 THROTTLED_PLAN_METHOD',
      '2 INTEGRATED, 2 THROTTLED_PLAN',
      '3 INTEGRATED, 1 THROTTLED_PLAN_METHOD',
    ])
  })

  it('keep the buckets of two plans apart, whichever plan limits the method', () => {
    const routes = { 'POST /a': KEYED }
    const design = smallDesign({ routes, plan: { keyIds: ['key0'] } })
    const [free] = design.usagePlans
    const apiStages = [{ apiId: API_ID, stage: 'prod', throttle: { '/a/POST': throttle(1, 3) } }]
    const usagePlans = [free!, { ...free!, id: 'plan02', name: 'Tight', keyIds: ['key1'], apiStages }]
    const play = new Play({ ...design, usagePlans })
    expect([answers(play, { apiKey: 'first' }, 9), answers(play, { apiKey: 'second' }, 4)]).toEqual([
      '9 INTEGRATED',
      '3 INTEGRATED, 1 THROTTLED_PLAN_METHOD',
    ])
    expect(play.runtime.planMethodBuckets.count).toBe(1)
  })

  it('do not limit the other methods of a plan that limits single ones only', () => {
    const apiStages = [{ apiId: API_ID, stage: 'prod', throttle: { '/a/POST': throttle(1, 1) } }]
    const play = played({ routes: { 'GET /a': KEYED, 'POST /a': KEYED }, plan: { apiStages } })
    expect([
      answers(play, { apiKey: 'first', route: 'GET /a' }, 100),
      answers(play, { apiKey: 'first', route: 'POST /a' }, 2),
    ]).toEqual(['100 INTEGRATED', '1 INTEGRATED, 1 THROTTLED_PLAN_METHOD'])
  })

  it('ask plan, method and account in this order: the first empty bucket answers', () => {
    const tight = throttle(1, 1)
    const routes = { 'GET /things': KEYED }
    const refusal = (parts: SmallGateway): string => {
      const play = played({ routes, ...parts })
      play.serve({ apiKey: 'first' }, 0)
      return play.serve({ apiKey: 'first' }, 0)
    }
    const method = { '/things/GET': limit(1, 1) }
    expect([
      refusal({ plan: { throttle: tight }, settings: method, account: tight }),
      refusal({ plan: {}, settings: method, account: tight }),
      refusal({ plan: {}, account: tight }),
    ]).toEqual(['THROTTLED_PLAN', 'THROTTLED_METHOD', 'THROTTLED_ACCOUNT'])
  })
})

describe('tokens of a refused request', () => {
  const parts: SmallGateway = {
    routes: { 'GET /things': KEYED },
    plan: { throttle: throttle(1, 10) },
    settings: { '/things/GET': limit(1, 5) },
    account: throttle(1, 2),
  }
  const levels = ({ runtime }: Play): number[] => [
    runtime.usagePlanBuckets.level(0, 0),
    runtime.methodBuckets.level(0, 0),
    runtime.accountBucket.level(0, 0),
  ]

  it('stay spent at the levels that had let it pass', () => {
    const play = played(parts)
    expect(answers(play, { apiKey: 'first' }, 4)).toBe('2 INTEGRATED, 2 THROTTLED_ACCOUNT')
    expect(levels(play)).toEqual([6, 1, 0])
  })

  it('come back where the project assumes so, whatever level refused', () => {
    const play = played({ ...parts, assumptions: { refundOnReject: true } })
    expect(answers(play, { apiKey: 'first' }, 4)).toBe('2 INTEGRATED, 2 THROTTLED_ACCOUNT')
    expect(levels(play)).toEqual([8, 3, 0])
    const atMethod = played({ ...parts, account: throttle(1, 100), assumptions: { refundOnReject: true } })
    expect(answers(atMethod, { apiKey: 'first' }, 7)).toBe('5 INTEGRATED, 2 THROTTLED_METHOD')
    expect(levels(atMethod)).toEqual([5, 0, 95])
  })

  it('come back to the bucket of the plan’s method and of the stage', () => {
    const apiStages = [{ apiId: API_ID, stage: 'prod', throttle: { '/things/GET': throttle(1, 6) } }]
    const play = played({
      routes: { 'GET /things': KEYED },
      plan: { throttle: throttle(1, 10), apiStages },
      settings: { '*/*': limit(1, 5) },
      account: throttle(1, 2),
      assumptions: { refundOnReject: true },
    })
    expect(answers(play, { apiKey: 'second' }, 5)).toBe('2 INTEGRATED, 3 THROTTLED_ACCOUNT')
    expect([play.runtime.planMethodBuckets.level(1, 0), ...levels(play)]).toEqual([4, 10, 3, 0])
  })

  it('are not given back for refusals that are no throttle', () => {
    const play = played({
      routes: { 'GET /things': { requestValidatorId: 'all' } },
      validators: { all: { validateRequestBody: true, validateRequestParameters: true } },
      account: throttle(1, 3),
      assumptions: { refundOnReject: true },
    })
    play.facts.said = 2
    expect(answers(play, {}, 4)).toBe('3 BAD_REQUEST_BODY, 1 THROTTLED_ACCOUNT')
  })
})

const BOTH_STAGES = [
  { apiId: API_ID, stage: 'prod' },
  { apiId: API_ID, stage: 'dev' },
]

function twoStages(parts: SmallGateway): Design {
  return smallDesign({ ...parts, api: { stages: { prod: { methodSettings: {} }, dev: { methodSettings: {} } } } })
}

describe('two stages served together', () => {
  it('share the account’s bucket and nothing of their own', () => {
    const methodSettings = { '/things/GET': limit(1, 2) }
    const stages = { prod: { methodSettings }, dev: { methodSettings } }
    const play = new Play(smallDesign({ api: { stages }, account: throttle(1, 3) }), { stages: BOTH_STAGES })
    expect([answers(play, {}, 3), answers(play, { stage: 'dev' }, 3)]).toEqual([
      '2 INTEGRATED, 1 THROTTLED_METHOD',
      '1 INTEGRATED, 1 THROTTLED_ACCOUNT, 1 THROTTLED_METHOD',
    ])
  })
})
