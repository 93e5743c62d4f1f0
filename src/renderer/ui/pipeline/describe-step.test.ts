import { describe, expect, it } from 'vitest'
import type { TraceEntry } from '@shared/trace'
import { describeStep } from './describe-step'

function said(step: TraceEntry['step'], verdict: TraceEntry['verdict'], details: TraceEntry['details']): string {
  return describeStep({ step, verdict, atMs: 0, details })
}

describe('what a throttle found', () => {
  const bucket = { level: 'method', label: 'POST /orders', rateLimit: 100, burstLimit: 50 }

  it('tells how many tokens are left after a request that passed', () => {
    expect(said('method-throttle', 'passed', { ...bucket, tokens: 12.44, nextTokenInMs: 0 })).toBe(
      'Method (POST /orders): 12.4 of 50 tokens left, 100 requests/s',
    )
  })

  it('tells when the next token is due after a refusal', () => {
    expect(said('method-throttle', 'stopped', { ...bucket, tokens: 0.41, nextTokenInMs: 5.9 })).toBe(
      'Method (POST /orders): 0.41 of 50 tokens, next in 5.9 ms, 100 requests/s',
    )
  })

  it('never rounds an empty bucket up to one token', () => {
    expect(said('account-throttle', 'stopped', { level: 'account', tokens: 0.9999, burstLimit: 5000 })).toBe(
      'Account: 0.99 of 5,000 tokens',
    )
  })
})

describe('what a quota found', () => {
  const quota = { used: 18_204, limit: 1_000_000, period: 'MONTH', plan: 'Premium', resetsInMs: 529_200_000 }

  it('tells what is used', () => {
    expect(said('quota', 'passed', quota)).toBe('Quota of Premium: 18,204 of 1,000,000 used this month')
  })

  it('tells when it starts again once it is used up', () => {
    expect(said('quota', 'stopped', { ...quota, used: 1_000_000 })).toBe(
      'Quota of Premium: 1,000,000 of 1,000,000 used this month, starts again in 6 d 3 h',
    )
  })
})

it('counts a request in its quota, and says nothing where there is none', () => {
  const quota = { plan: 'Premium', used: 5, limit: 10, period: 'DAY', resetsInMs: 1000 }
  expect([said('count-quota', 'passed', quota), said('quota', 'passed', { plan: 'Premium', limit: null })]).toEqual([
    'Counted: 5 of 10 today',
    '',
  ])
})

it('says that a plan has no throttle', () => {
  const details = { level: 'plan', label: 'acme-web on Premium', reason: 'the plan has no throttle' }
  expect(said('usage-plan-throttle', 'passed', details)).toBe(
    'Plan, per key (acme-web on Premium): the plan has no throttle',
  )
})

describe('what the API key check found', () => {
  it('names the key and its plan', () => {
    expect(said('api-key', 'passed', { apiKey: 'acme-web', plan: 'Premium' })).toBe('acme-web on Premium')
  })

  it('tells why a key was refused, with its name when it has one', () => {
    expect([
      said('api-key', 'stopped', { reason: 'no API key was sent' }),
      said('api-key', 'stopped', { apiKey: 'acme-web', reason: 'the key is disabled' }),
    ]).toEqual(['no API key was sent', 'acme-web, the key is disabled'])
  })
})

describe('what the authorizer found', () => {
  it('tells the age of a stored result', () => {
    const details = { authorizer: 'shop-token-auth', source: 'cache', ageMs: 41_300, ttlMs: 300_000, effect: 'Allow' }
    expect(said('authorizer', 'passed', details)).toBe('shop-token-auth: Allow, from cache, age 41 s of 300 s')
  })

  it('tells of the call and of its answer apart', () => {
    const authorizer = 'shop-token-auth'
    expect([
      said('authorizer', 'called', { authorizer, source: 'called', ttlMs: 300_000 }),
      said('authorizer', 'answered', { authorizer, source: 'called', effect: 'Deny' }),
    ]).toEqual(['shop-token-auth: function called, result kept 300 s', 'Deny'])
  })

  it('tells why nobody was asked', () => {
    expect(said('authorizer', 'stopped', { authorizer: 'a', reason: 'the identity source is missing' })).toBe(
      'a: the identity source is missing',
    )
  })

  it('says that nothing is kept with a time to live of 0', () => {
    expect(said('authorizer', 'passed', { source: 'called', ttlMs: 0, effect: 'Allow' })).toBe(
      'Allow, function called, result not kept',
    )
  })
})

describe('what the cache found', () => {
  it('tells the age of a stored answer and its key', () => {
    expect(said('cache-lookup', 'answered', { result: 'hit', ageMs: 212_000, ttlMs: 300_000, key: 'id=1' })).toBe(
      'Stored answer, age 212 s of 300 s, key id=1',
    )
  })

  it('tells how long the answer to a miss is kept', () => {
    expect(said('cache-lookup', 'passed', { result: 'miss', ttlMs: 300_000 })).toBe(
      'No stored answer, an answer is kept 300 s',
    )
  })

  it('has words for a bypass, with its reason, and for a refused one', () => {
    expect([
      said('cache-lookup', 'passed', { result: 'bypass', reason: 'only GET is cached' }),
      said('cache-lookup', 'stopped', { result: 'refused' }),
    ]).toEqual(['Cache passed by, only GET is cached', 'Cache-Control: max-age=0 is not allowed for this caller'])
  })
})

describe('what the other steps found', () => {
  it('gives the reason of a validator, and says so when there is none', () => {
    expect([
      said('request-validator', 'stopped', { reason: 'Missing required request parameters: [id]' }),
      said('request-validator', 'stopped', { reason: 'BAD_REQUEST_BODY' }),
      said('request-validator', 'passed', { reason: 'valid' }),
    ]).toEqual([
      'Missing required request parameters: [id]',
      'The body does not match its model',
      'The request is valid',
    ])
  })

  it('names the rule of a web ACL that decided, how fast the caller is, and what was counted', () => {
    const flood = { webAcl: 'front', action: 'BLOCK', rule: 'flood', requests: 2001, limit: 2000, windowMs: 300_000 }
    expect([
      said('waf', 'stopped', flood),
      said('waf', 'passed', { webAcl: 'front', action: 'ALLOW', rule: null, counted: 'seen, odd' }),
      said('waf', 'passed', { webAcl: 'front', action: 'ALLOW', rule: 'office' }),
    ]).toEqual([
      'Blocked by rule flood of front, 2,001 requests in 300 s, limit 2,000',
      'Allowed by default of front, counted by seen, odd',
      'Allowed by rule office of front',
    ])
  })

  it('names the statement of a resource policy that decided', () => {
    expect(said('resource-policy', 'stopped', { effect: 'Deny', statement: 'DenyOffice' })).toBe(
      'Deny, statement DenyOffice',
    )
  })

  it('tells how long the integration took and what its limit is', () => {
    const details = { outcome: 'INTEGRATION_TIMEOUT', latencyMs: 29_000, timeoutMs: 29_000 }
    expect(said('integration', 'stopped', details)).toBe('Integration timeout, 29.00 s, time limit 29,000 ms')
  })
})

it('shows members it has no words for as name and value', () => {
  expect(
    said('resource-policy', 'passed', { effect: 'Allow', statement: null, sourceIp: '203.0.113.9', pass: 2 }),
  ).toBe('Allow; sourceIp: 203.0.113.9; pass: 2')
})

it('tells a failure without the route, which stands above', () => {
  const problem = 'GET /items of "Items", stage $default: the function failed: Error: boom'
  const details = { outcome: 'INTEGRATION_SERVER_ERROR', problem }
  expect(describeStep({ step: 'integration', verdict: 'stopped', atMs: 0, details })).toBe(
    'Integration server error, the function failed: Error: boom',
  )
})
