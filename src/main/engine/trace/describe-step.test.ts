import { describe, expect, it } from 'vitest'
import type { MethodSetting } from '@shared/design/method-settings'
import { STEP_NAMES } from '@shared/step-name'
import { ALLOW, DENY, EVALUATE, FAILED, REFUSED, SILENT } from '../effect'
import { RENEW_NOT_PERMITTED, RENEW_PERMITTED, UNIDENTIFIED, UNKNOWN_KEY } from '../flight'
import { INTEGRATED, INTEGRATION_TIMEOUT } from '../outcome'
import {
  API_ID,
  AUTHORIZED,
  Play,
  smallDesign,
  SOME_POLICY,
  TOKENS,
  TWO_KEYS,
  type SmallGateway,
} from '../pipeline/small-gateway.fixture'

const HOUR = 3_600_000
const KEYED = { 'GET /things': { apiKeyRequired: true } }
const played = (parts: SmallGateway): Play => new Play(smallDesign(parts))
const passedAccount = (atMs: number, tokens: number) => ({
  step: 'account-throttle',
  verdict: 'passed',
  atMs,
  details: { level: 'account', label: 'us-east-1', tokens, rateLimit: 10_000, burstLimit: 5000, nextTokenInMs: 0 },
})
const called = (atMs: number) => ({ step: 'integration', verdict: 'called', atMs, details: { timeoutMs: 29_000 } })

/** The last line of the last request's trace. */
function lastLine(play: Play) {
  return play.trace().at(-1)
}

describe('a trace', () => {
  it('has a line for every step and for every answer, with what was found', () => {
    const play = played({
      api: { policy: SOME_POLICY },
      authorizers: TOKENS,
      validators: { all: { validateRequestBody: true, validateRequestParameters: true } },
      routes: { 'GET /things': { ...AUTHORIZED, apiKeyRequired: true, requestValidatorId: 'all' } },
      plan: { quota: { limit: 100, period: 'DAY', offset: 10 }, throttle: { rateLimit: 20, burstLimit: 4 } },
      settings: {
        '*/*': { cachingEnabled: true },
        '/things/GET': { throttlingRateLimit: 10, throttlingBurstLimit: 5 },
      },
      stage: { cacheClusterEnabled: true, cacheClusterSize: '0.5' },
    })
    play.facts.policy = ALLOW
    play.send({ identity: 2, apiKey: 'second', cacheSlot: 1 }, 1000)
    play.authorizerSays(ALLOW, 1040)
    play.backendSays(INTEGRATED, 1100)
    expect(play.trace()).toEqual([
      { step: 'resource-policy', verdict: 'passed', atMs: 1000, details: { effect: 'Allow' } },
      {
        step: 'authorizer',
        verdict: 'called',
        atMs: 1000,
        details: { authorizer: 'tokens', source: 'called', ttlMs: 300_000 },
      },
      {
        step: 'authorizer',
        verdict: 'answered',
        atMs: 1040,
        details: { authorizer: 'tokens', source: 'called', effect: 'Allow' },
      },
      { step: 'api-key', verdict: 'passed', atMs: 1040, details: { apiKey: 'second', plan: 'Basic' } },
      {
        step: 'quota',
        verdict: 'passed',
        atMs: 1040,
        details: { plan: 'Basic', used: 10, limit: 100, period: 'DAY', resetsInMs: 24 * HOUR - 1040 },
      },
      {
        step: 'usage-plan-throttle',
        verdict: 'passed',
        atMs: 1040,
        details: {
          level: 'plan',
          label: 'second on Basic',
          tokens: 3,
          rateLimit: 20,
          burstLimit: 4,
          nextTokenInMs: 0,
        },
      },
      {
        step: 'method-throttle',
        verdict: 'passed',
        atMs: 1040,
        details: {
          level: 'method',
          label: 'GET /things',
          tokens: 4,
          rateLimit: 10,
          burstLimit: 5,
          nextTokenInMs: 0,
        },
      },
      passedAccount(1040, 4999),
      {
        step: 'count-quota',
        verdict: 'passed',
        atMs: 1040,
        details: { plan: 'Basic', used: 11, limit: 100, period: 'DAY', resetsInMs: 24 * HOUR - 1040 },
      },
      { step: 'request-validator', verdict: 'passed', atMs: 1040, details: { reason: 'valid' } },
      { step: 'cache-lookup', verdict: 'passed', atMs: 1040, details: { result: 'miss', ttlMs: 300_000 } },
      called(1040),
      { step: 'integration', verdict: 'answered', atMs: 1100, details: { outcome: 'INTEGRATED', timeoutMs: 29_000 } },
    ])
  })

  it('says how empty the bucket was that refused, and when the next token was due', () => {
    const play = played({ settings: { '*/*': { throttlingRateLimit: 4, throttlingBurstLimit: 1 } } })
    play.serve({}, 0)
    play.serve({}, 150)
    expect(play.trace()).toEqual([
      {
        step: 'stage-throttle',
        verdict: 'stopped',
        atMs: 150,
        details: { level: 'stage', label: 'GET /things', tokens: 0.6, rateLimit: 4, burstLimit: 1, nextTokenInMs: 100 },
      },
    ])
  })

  it('names the client and the method where a plan limits a method', () => {
    const apiStages = [{ apiId: API_ID, stage: 'prod', throttle: { '/things/GET': { rateLimit: 2, burstLimit: 1 } } }]
    const play = played({ routes: KEYED, plan: { apiStages } })
    play.serve({ apiKey: 'second' }, 0)
    play.serve({ apiKey: 'second' }, 0)
    expect(lastLine(play)).toEqual({
      step: 'usage-plan-throttle',
      verdict: 'stopped',
      atMs: 0,
      details: {
        level: 'planMethod',
        label: 'second on Basic, GET /things',
        tokens: 0,
        rateLimit: 2,
        burstLimit: 1,
        nextTokenInMs: 500,
      },
    })
  })

  it('says that a plan has no throttle or no quota instead of showing an endless one', () => {
    const design = smallDesign({ routes: KEYED, plan: { keyIds: ['key0'] } })
    const metered = {
      ...design.usagePlans[0]!,
      id: 'plan02',
      name: 'Metered',
      keyIds: ['key1'],
      quota: { limit: 5, period: 'WEEK' as const },
    }
    const play = new Play({ ...design, usagePlans: [...design.usagePlans, metered] })
    play.send({ apiKey: 'first' }, 0)
    expect(play.trace().slice(1)).toEqual([
      { step: 'quota', verdict: 'passed', atMs: 0, details: { plan: 'Basic', limit: null } },
      {
        step: 'usage-plan-throttle',
        verdict: 'passed',
        atMs: 0,
        details: { level: 'plan', label: 'first on Basic', reason: 'the plan has no throttle' },
      },
      passedAccount(0, 4999),
      { step: 'count-quota', verdict: 'passed', atMs: 0, details: { plan: 'Basic', limit: null } },
      called(0),
    ])
  })

  it('says why a key was refused', () => {
    const apiKeys = [...TWO_KEYS, { ...TWO_KEYS[0]!, id: 'key2', name: 'off', enabled: false }]
    const play = played({ routes: KEYED, apiKeys, plan: { keyIds: ['key0', 'key2'] } })
    const details = ['second', 'off', UNKNOWN_KEY, -1].map((apiKey) => {
      play.send({ apiKey }, 0)
      return lastLine(play)
    })
    const stopped = { step: 'api-key', verdict: 'stopped', atMs: 0 }
    expect(details).toEqual([
      { ...stopped, details: { apiKey: 'second', reason: 'the key is in no usage plan of this stage' } },
      { ...stopped, details: { apiKey: 'off', reason: 'the key is disabled' } },
      { ...stopped, details: { reason: 'no API key has this value' } },
      { ...stopped, details: { reason: 'no API key was sent' } },
    ])
  })

  it('says how old a kept authorizer result is and what it holds', () => {
    const play = played({ authorizers: TOKENS, routes: { 'GET /things': AUTHORIZED } })
    play.send({ identity: 0 }, 0)
    play.authorizerSays(DENY, 100)
    expect(lastLine(play)).toEqual({
      step: 'authorizer',
      verdict: 'answered',
      atMs: 100,
      details: { authorizer: 'tokens', source: 'called', effect: 'Deny' },
    })
    play.send({ identity: 0 }, 1100)
    expect(play.trace()).toEqual([
      {
        step: 'authorizer',
        verdict: 'stopped',
        atMs: 1100,
        details: { authorizer: 'tokens', source: 'cache', ageMs: 1000, ttlMs: 300_000, effect: 'Deny' },
      },
    ])
    play.send({ identity: UNIDENTIFIED }, 1200)
    expect(play.trace()).toEqual([
      {
        step: 'authorizer',
        verdict: 'stopped',
        atMs: 1200,
        details: { authorizer: 'tokens', reason: 'the identity source is missing or does not match' },
      },
    ])
  })

  it('has words for everything an authorizer or a policy can say', () => {
    const words = [ALLOW, DENY, SILENT, FAILED, REFUSED].map((effect) => {
      const play = played({ authorizers: TOKENS, routes: { 'GET /things': AUTHORIZED } })
      play.send({ identity: 0 }, 0)
      play.authorizerSays(effect as 1, 0)
      return play.trace()[1]?.details['effect']
    })
    expect(words).toEqual(['Allow', 'Deny', 'no statement matched', 'error', 'Unauthorized'])
  })

  it('tells a policy that names single methods as what it says of this one', () => {
    const play = played({ authorizers: TOKENS, routes: { 'GET /things': AUTHORIZED } })
    play.facts.stored = DENY
    play.send({ identity: 0 }, 0)
    play.authorizerSays(EVALUATE, 0)
    expect(play.trace()[1]?.details).toEqual({ authorizer: 'tokens', source: 'called', effect: 'Deny' })
  })

  it('says what the cache held, and what became of a wish to renew it', () => {
    const play = played({
      settings: { '*/*': { cachingEnabled: true, cacheTtlInSeconds: 60 } },
      stage: { cacheClusterEnabled: true, cacheClusterSize: '0.5' },
    })
    const found = (arrival: Parameters<Play['send']>[0], now: number) => {
      play.serve(arrival, now)
      return play.trace().find(({ step }) => step === 'cache-lookup')
    }
    const line = (verdict: string, atMs: number, details: object) => ({ step: 'cache-lookup', verdict, atMs, details })
    expect([
      found({ cacheSlot: 0 }, 0),
      found({ cacheSlot: 0 }, 20_000),
      found({ cacheSlot: 0, cacheControl: RENEW_NOT_PERMITTED }, 30_000),
      found({ cacheSlot: 0, cacheControl: RENEW_PERMITTED }, 40_000),
      found({ cacheSlot: 1, cacheControl: RENEW_NOT_PERMITTED }, 50_000),
      found({}, 60_000),
    ]).toEqual([
      line('passed', 0, { result: 'miss', ttlMs: 60_000 }),
      line('stopped', 20_000, { result: 'hit', ageMs: 20_000, ttlMs: 60_000 }),
      line('stopped', 30_000, { result: 'hit', ageMs: 30_000, ttlMs: 60_000, reason: 'max-age=0 ignored' }),
      line('passed', 40_000, { result: 'bypass', ttlMs: 60_000 }),
      line('passed', 50_000, { result: 'miss', ttlMs: 60_000, reason: 'max-age=0 ignored' }),
      line('passed', 60_000, { result: 'bypass', reason: 'only GET is cached' }),
    ])
  })

  it('says that a wish to renew was ignored without a header, and that anybody’s was granted', () => {
    const found = (setting: MethodSetting) => {
      const play = played({
        settings: { '*/*': { cachingEnabled: true, ...setting } },
        stage: { cacheClusterEnabled: true, cacheClusterSize: '0.5' },
      })
      play.serve({ cacheSlot: 0 }, 0)
      play.send({ cacheSlot: 0, cacheControl: RENEW_NOT_PERMITTED }, 5)
      return play.trace().find(({ step }) => step === 'cache-lookup')?.details
    }
    expect([
      found({ unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITHOUT_RESPONSE_HEADER' }),
      found({ requireAuthorizationForCacheControl: false }),
    ]).toEqual([
      { result: 'hit', ageMs: 5, ttlMs: 300_000, reason: 'max-age=0 ignored' },
      { result: 'bypass', ttlMs: 300_000 },
    ])
  })

  it('says that a wish to renew was refused', () => {
    const play = played({
      settings: { '*/*': { cachingEnabled: true, unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403' } },
      stage: { cacheClusterEnabled: true, cacheClusterSize: '0.5' },
    })
    play.send({ cacheSlot: 0, cacheControl: RENEW_NOT_PERMITTED }, 7)
    expect(lastLine(play)).toEqual({
      step: 'cache-lookup',
      verdict: 'stopped',
      atMs: 7,
      details: { result: 'refused', ttlMs: 300_000 },
    })
  })

  it('names what was not valid, and how the backend ended', () => {
    const play = played({
      routes: { 'GET /things': { requestValidatorId: 'all' } },
      validators: { all: { validateRequestBody: true, validateRequestParameters: true } },
    })
    play.facts.said = 2
    play.send({}, 3)
    expect(lastLine(play)).toEqual({
      step: 'request-validator',
      verdict: 'stopped',
      atMs: 3,
      details: { reason: 'BAD_REQUEST_BODY' },
    })
    play.facts.said = 0
    play.send({}, 4)
    play.backendSays(INTEGRATION_TIMEOUT, 29_004)
    expect(lastLine(play)).toEqual({
      step: 'integration',
      verdict: 'answered',
      atMs: 29_004,
      details: { outcome: 'INTEGRATION_TIMEOUT', timeoutMs: 29_000 },
    })
  })

  it('uses the shared step names only', () => {
    const play = played({ routes: KEYED, plan: {} })
    play.serve({ apiKey: 'first' }, 0)
    expect(play.trace().every(({ step }) => STEP_NAMES.includes(step))).toBe(true)
  })
})

describe('the trace of a caller that no function is asked about', () => {
  it('says who was asked and what came of it, without a function and a time to live', () => {
    const pool = { authorizationType: 'COGNITO_USER_POOLS', authorizerId: 'pool' } as const
    const play = played({
      authorizers: { pool: { type: 'COGNITO_USER_POOLS' } },
      routes: { 'GET /signed': { authorizationType: 'AWS_IAM' }, 'GET /pooled': pool },
    })
    const lines = (route: string, effect: typeof ALLOW | typeof SILENT | typeof REFUSED) => {
      play.send({ route }, 5)
      play.authorizerSays(effect, 5)
      return play.trace().filter(({ step }) => step === 'authorizer')
    }
    const line = (verdict: string, details: object) => ({ step: 'authorizer', verdict, atMs: 5, details })
    expect([lines('GET /signed', SILENT), lines('GET /pooled', REFUSED)]).toEqual([
      [
        line('called', { authorizer: 'AWS_IAM' }),
        line('answered', { authorizer: 'AWS_IAM', effect: 'no statement matched' }),
      ],
      [line('called', { authorizer: 'pool' }), line('answered', { authorizer: 'pool', effect: 'Unauthorized' })],
    ])
  })
})
