import { describe, expect, it } from 'vitest'
import { ALLOW, DENY, EVALUATE, FAILED, REFUSED, SILENT, type AuthorizerEffect, type PolicyEffect } from '../effect'
import { UNIDENTIFIED } from '../flight'
import {
  AUTHORIZED,
  Play,
  smallDesign,
  SOME_POLICY,
  TOKENS,
  type Answer,
  type SmallGateway,
} from './small-gateway.fixture'

const WITH_TOKENS: SmallGateway = { authorizers: TOKENS, routes: { 'GET /things': AUTHORIZED } }
const PASSES = 'calls the integration'
const EXPLICIT = 'ACCESS_DENIED_EXPLICIT'
const IMPLICIT = 'ACCESS_DENIED'

function ttl(seconds: number): SmallGateway {
  return { ...WITH_TOKENS, authorizers: { tokens: { ...TOKENS['tokens']!, authorizerResultTtlInSeconds: seconds } } }
}

const played = (parts: SmallGateway): Play => new Play(smallDesign(parts))

describe('a resource policy', () => {
  it('alone must allow a method without authorization', () => {
    const answers = ([ALLOW, SILENT, DENY] as const).map((policy) => {
      const play = played({ api: { policy: SOME_POLICY } })
      play.facts.policy = policy
      return play.send({}, 0)
    })
    expect(answers).toEqual([PASSES, IMPLICIT, EXPLICIT])
  })

  it('with an authorizer is combined by table A, for a fresh and for a kept result', () => {
    const table: readonly [AuthorizerEffect, PolicyEffect, Answer][] = [
      [ALLOW, ALLOW, PASSES],
      [ALLOW, SILENT, PASSES],
      [SILENT, ALLOW, PASSES],
      [SILENT, SILENT, IMPLICIT],
      [DENY, ALLOW, EXPLICIT],
      [DENY, SILENT, EXPLICIT],
    ]
    for (const [authorizer, policy, expected] of table) {
      const play = played({ ...WITH_TOKENS, api: { policy: SOME_POLICY } })
      play.facts.policy = policy
      expect(play.send({ identity: 0 }, 0)).toBe('calls the authorizer')
      expect([play.authorizerSays(authorizer, 5), play.send({ identity: 0 }, 10)]).toEqual([expected, expected])
    }
  })

  it('lets nobody into a private API before there is one, whatever the authorizer would say', () => {
    const play = played({ ...WITH_TOKENS, api: { endpointConfiguration: { types: ['PRIVATE'] } } })
    play.facts.policy = SILENT
    expect([play.send({ identity: 0 }, 0), play.runtime.counters.authorizerCalls]).toEqual([IMPLICIT, 0])
  })

  it('that denies explicitly ends the request before the authorizer is asked', () => {
    const play = played({ ...WITH_TOKENS, api: { policy: SOME_POLICY } })
    play.facts.policy = DENY
    expect([play.send({ identity: 0 }, 0), play.send({ identity: UNIDENTIFIED }, 0)]).toEqual([EXPLICIT, EXPLICIT])
    expect(play.runtime.counters.authorizerCalls).toBe(0)
  })
})

describe('IAM authorization', () => {
  const IAM: SmallGateway = { routes: { 'GET /things': { authorizationType: 'AWS_IAM' } } }

  function answered(
    parts: SmallGateway,
    identity: AuthorizerEffect,
    policy: PolicyEffect,
    isOtherAccount: 0 | 1,
  ): Answer {
    const play = played(parts)
    play.facts.policy = policy
    expect(play.send({}, 0)).toBe('calls the authorizer')
    play.last!.isOtherAccount = isOtherAccount
    return play.authorizerSays(identity, 0)
  }

  it('is combined with the resource policy by table A within the account, by table B from another', () => {
    const table: readonly [AuthorizerEffect, PolicyEffect, Answer, Answer][] = [
      [ALLOW, ALLOW, PASSES, PASSES],
      [ALLOW, SILENT, PASSES, IMPLICIT],
      [ALLOW, DENY, EXPLICIT, EXPLICIT],
      [SILENT, ALLOW, PASSES, IMPLICIT],
      [SILENT, SILENT, IMPLICIT, IMPLICIT],
      [SILENT, DENY, EXPLICIT, EXPLICIT],
      [DENY, ALLOW, EXPLICIT, EXPLICIT],
      [DENY, SILENT, EXPLICIT, EXPLICIT],
      [DENY, DENY, EXPLICIT, EXPLICIT],
    ]
    const withPolicy = { ...IAM, api: { policy: SOME_POLICY } }
    for (const [identity, policy, same, other] of table) {
      const answers = [answered(withPolicy, identity, policy, 0), answered(withPolicy, identity, policy, 1)]
      expect([identity, policy, ...answers]).toEqual([identity, policy, same, other])
    }
  })

  it('decides alone where there is no policy, and lets nobody from another account in', () => {
    const said = [ALLOW, SILENT, DENY, REFUSED] as const
    expect(said.map((effect) => answered(IAM, effect, ALLOW, 0))).toEqual([PASSES, IMPLICIT, EXPLICIT, 'UNAUTHORIZED'])
    expect(said.map((effect) => answered(IAM, effect, ALLOW, 1))).toEqual([
      IMPLICIT,
      IMPLICIT,
      EXPLICIT,
      'UNAUTHORIZED',
    ])
  })

  it('lets nobody into a private API that has no policy', () => {
    const closed: SmallGateway = { ...IAM, api: { endpointConfiguration: { types: ['PRIVATE'] } } }
    expect([answered(closed, ALLOW, SILENT, 0), answered(closed, DENY, SILENT, 0)]).toEqual([IMPLICIT, EXPLICIT])
  })

  it('is asked before the policy, each time, and is no call of a function', () => {
    const play = played({ ...IAM, api: { policy: SOME_POLICY } })
    play.facts.policy = ALLOW
    expect(play.steps('GET /things').slice(0, 2)).toEqual(['authorizer', 'resource-policy'])
    play.send({}, 0)
    play.authorizerSays(ALLOW, 0)
    expect([play.send({}, 1), { ...play.runtime.counters }]).toEqual([
      'calls the authorizer',
      { authorizerCalls: 0, authorizerHits: 0, cacheMisses: 0 },
    ])
  })
})

describe('a user pool', () => {
  const pools: SmallGateway = {
    authorizers: { pool: { type: 'COGNITO_USER_POOLS' } },
    routes: { 'GET /things': { authorizationType: 'COGNITO_USER_POOLS', authorizerId: 'pool' } },
  }

  function answered(parts: SmallGateway, said: AuthorizerEffect, policy: PolicyEffect): Answer {
    const play = played(parts)
    play.facts.policy = policy
    expect(play.send({}, 0)).toBe('calls the authorizer')
    return play.authorizerSays(said, 0)
  }

  it('lets a good token pass, and the policy must then allow by itself', () => {
    const withPolicy = { ...pools, api: { policy: SOME_POLICY } }
    expect([
      answered(pools, ALLOW, SILENT),
      ...([ALLOW, SILENT, DENY] as const).map((policy) => answered(withPolicy, ALLOW, policy)),
    ]).toEqual([PASSES, PASSES, IMPLICIT, EXPLICIT])
  })

  it('refuses a bad token whatever the policy says', () => {
    const withPolicy = { ...pools, api: { policy: SOME_POLICY } }
    const answers = ([ALLOW, SILENT, DENY] as const).map((policy) => answered(withPolicy, REFUSED, policy))
    expect(answers).toEqual(['UNAUTHORIZED', 'UNAUTHORIZED', 'UNAUTHORIZED'])
  })

  it('is not asked where the authorizer is of another kind than the method takes', () => {
    const play = played({ ...pools, authorizers: TOKENS })
    expect(play.steps('GET /things')).not.toContain('authorizer')
  })
})

describe('a Lambda authorizer', () => {
  it('decides alone where the API has no resource policy', () => {
    const said = [ALLOW, SILENT, DENY, FAILED, REFUSED] as const
    const answers = said.map((effect) => {
      const play = played(WITH_TOKENS)
      play.send({ identity: 0 }, 0)
      return play.authorizerSays(effect, 5)
    })
    expect(answers).toEqual([PASSES, IMPLICIT, EXPLICIT, 'AUTHORIZER_CONFIGURATION_ERROR', 'UNAUTHORIZED'])
  })

  it('is not called without an identity', () => {
    const play = played(WITH_TOKENS)
    expect(play.send({ identity: UNIDENTIFIED }, 0)).toBe('UNAUTHORIZED')
    expect({ ...play.runtime.counters }).toEqual({ authorizerCalls: 0, authorizerHits: 0, cacheMisses: 0 })
  })

  it('is called once for each identity until the result is too old', () => {
    const play = played(ttl(10))
    const ask = (identity: number, now: number): Answer => {
      const answer = play.send({ identity }, now)
      return answer === 'calls the authorizer' ? play.authorizerSays(ALLOW, now + 100) && answer : answer
    }
    expect([ask(0, 0), ask(0, 200), ask(1, 300), ask(0, 10_099), ask(0, 10_100), ask(1, 10_200)]).toEqual([
      'calls the authorizer',
      PASSES,
      'calls the authorizer',
      PASSES,
      'calls the authorizer',
      PASSES,
    ])
    expect({ ...play.runtime.counters }).toEqual({ authorizerCalls: 3, authorizerHits: 3, cacheMisses: 0 })
  })

  it('is called by each request that comes while the first call is under way', () => {
    const play = played(WITH_TOKENS)
    const answers = [0, 1, 2].map((now) => play.send({ identity: 3 }, now))
    expect(answers).toEqual(['calls the authorizer', 'calls the authorizer', 'calls the authorizer'])
  })

  it('is called each time with a time to live of 0', () => {
    const play = played(ttl(0))
    for (const now of [0, 0, 1, 2]) {
      expect(play.send({ identity: 0 }, now)).toBe('calls the authorizer')
      expect(play.authorizerSays(ALLOW, now)).toBe(PASSES)
    }
    expect(play.runtime.counters.authorizerHits).toBe(0)
  })

  it('keeps a Deny, and no error', () => {
    const play = played(WITH_TOKENS)
    const calls: Answer[] = []
    for (const effect of [FAILED, REFUSED, DENY] as const) {
      calls.push(play.send({ identity: 0 }, 0))
      play.authorizerSays(effect, 0)
    }
    expect(calls).toEqual(['calls the authorizer', 'calls the authorizer', 'calls the authorizer'])
    expect([play.send({ identity: 0 }, 1), play.runtime.counters.authorizerCalls]).toEqual([EXPLICIT, 3])
  })

  it('leaves an older result in place when a later call fails', () => {
    const play = played(WITH_TOKENS)
    play.send({ identity: 0 }, 0)
    const slow = play.last!
    play.send({ identity: 0 }, 0)
    play.authorizerSays(ALLOW, 10)
    play.last = slow
    expect(play.authorizerSays(FAILED, 20)).toBe('AUTHORIZER_CONFIGURATION_ERROR')
    expect(play.send({ identity: 0 }, 30)).toBe(PASSES)
  })

  it('whose policy names single methods is judged for each request by the kept policy', () => {
    const play = played(WITH_TOKENS)
    play.send({ identity: 0 }, 0)
    expect(play.authorizerSays(EVALUATE, 5)).toBe(PASSES)
    play.facts.stored = DENY
    expect(play.send({ identity: 0 }, 10)).toBe(EXPLICIT)
    play.facts.stored = SILENT
    expect(play.send({ identity: 0 }, 15)).toBe(IMPLICIT)
    // Each of the three requests asks once, and its trace once more.
    expect([play.facts.storedAsked, play.runtime.counters.authorizerCalls]).toEqual([6, 1])
  })

  it('keeps nothing for a request without a slot', () => {
    const play = played(WITH_TOKENS)
    expect(play.send({}, 0)).toBe('calls the authorizer')
    expect(play.authorizerSays(ALLOW, 1)).toBe(PASSES)
    expect(play.send({}, 2)).toBe('calls the authorizer')
  })

  it('goes on with the steps after it at the time of its answer', () => {
    const play = played({ ...WITH_TOKENS, account: { rateLimit: 1, burstLimit: 1 } })
    play.send({ identity: 0 }, 0)
    expect(play.authorizerSays(ALLOW, 500)).toBe(PASSES)
    expect(play.runtime.accountBucket.level(0, 1000)).toBe(0.5)
    play.send({ identity: 1 }, 600)
    expect(play.authorizerSays(ALLOW, 1600)).toBe(PASSES)
  })
})

describe('a request validator', () => {
  it('refuses parameters and bodies apart, after the throttles', () => {
    const play = played({
      routes: { 'GET /things': { requestValidatorId: 'all' } },
      validators: { all: { validateRequestBody: true, validateRequestParameters: true } },
      account: { rateLimit: 1, burstLimit: 3 },
    })
    const answers = [0, 1, 2, 1].map((said) => {
      play.facts.said = said as 0 | 1 | 2
      return play.serve({}, 0)
    })
    expect(answers).toEqual(['INTEGRATED', 'BAD_REQUEST_PARAMETERS', 'BAD_REQUEST_BODY', 'THROTTLED_ACCOUNT'])
  })
})
