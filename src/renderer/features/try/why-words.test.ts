import { expect, test } from 'vitest'
import type { TracedRequest } from '@shared/contract/gateway'
import type { StepName } from '@shared/step-name'
import type { TraceEntry } from '@shared/trace'
import { stepWords, whyOfCall } from './why-words'

function call(
  step: StepName,
  details: TraceEntry['details'],
  verdict: TraceEntry['verdict'] = 'stopped',
): TracedRequest {
  return {
    requestId: 'r1',
    receivedAt: 0,
    method: 'GET',
    path: '/orders',
    routeKey: 'GET /orders',
    apiName: 'Orders',
    stage: 'prod',
    status: 403,
    durationMs: 1,
    integrationMs: null,
    apiKeyName: null,
    trace: [{ step, verdict, atMs: 0, details }],
  }
}

test('a throttled call names the bucket, when the next token is due and what to do', () => {
  const details = { level: 'method', tokens: 0.416, burstLimit: 50, rateLimit: 100, nextTokenInMs: 5.84 }
  expect(whyOfCall(call('method-throttle', details))).toEqual({
    step: 'throttle',
    found:
      'The limit of the method had 0.41 of 50 tokens left; the next is due in 5.8 ms. It refills with 100 a second.',
    advice: 'Raise rate or burst, or send more slowly. Refill the buckets to go on at once.',
  })
})

test.each<[StepName, TraceEntry['details'], string]>([
  [
    'waf',
    { webAcl: 'front', rule: null },
    'No rule of the web ACL front allows this caller, and its default action is to block.',
  ],
  [
    'waf',
    { webAcl: 'front', rule: 'flood', requests: 101, limit: 100 },
    'The rule flood of the web ACL front blocks this caller after 101 requests, more than 100.',
  ],
  ['resource-policy', { effect: 'Deny' }, 'A statement of the resource policy denies this caller.'],
  ['resource-policy', { effect: 'no statement matched' }, 'No statement of the resource policy allows this caller.'],
  [
    'authorizer',
    { authorizer: 'session', reason: 'the identity source is missing or does not match' },
    'session was not asked: the identity source is missing or does not match.',
  ],
  ['authorizer', { authorizer: 'session', effect: 'Deny' }, 'session denies this method to the caller.'],
  [
    'authorizer',
    { authorizer: 'session', effect: 'no statement matched' },
    'The policy of session does not allow this method.',
  ],
  ['authorizer', { authorizer: 'session', effect: 'error' }, 'session failed, so nobody knows who calls.'],
  [
    'authorizer',
    { authorizer: 'pool', effect: 'Unauthorized', reason: 'the token is expired' },
    'pool does not accept the caller: the token is expired.',
  ],
  ['api-key', { reason: 'no API key was sent' }, 'The method requires an API key, and the request has none.'],
  ['api-key', { reason: 'no API key has this value' }, 'No API key has the value that was sent.'],
  ['api-key', { apiKey: 'acme', reason: 'the key is disabled' }, 'The key acme is disabled.'],
  [
    'api-key',
    { apiKey: 'acme', reason: 'the key is in no usage plan of this stage' },
    'The key acme is in no usage plan of this stage.',
  ],
  ['quota', { limit: 1000, period: 'MONTH' }, 'The quota of 1,000 requests a month is used up.'],
  ['request-validator', { reason: 'BAD_REQUEST_BODY' }, 'The body does not match the model of the method.'],
  ['request-validator', { reason: 'BAD_REQUEST_PARAMETERS' }, 'A parameter that the method requires is missing.'],
  [
    'integration',
    { outcome: 'INTEGRATION_TIMEOUT' },
    'The backend did not answer within the time limit of the integration.',
  ],
])('a call stopped at %s with %j is explained', (step, details, found) => {
  expect(whyOfCall(call(step, details))?.found).toBe(found)
})

test('a kept denial says how to ask again', () => {
  const kept = { authorizer: 'session', effect: 'Deny', source: 'cache' }
  expect(whyOfCall(call('authorizer', kept))?.advice).toContain('flush the authorizer results')
})

test('a call that was served needs no reason, one without a route has none', () => {
  const served = call('integration', { outcome: 'INTEGRATED' }, 'answered')
  const fromCache = call('cache-lookup', { result: 'hit' })
  expect([served, fromCache, { ...served, trace: [] }].map(whyOfCall)).toEqual([null, null, null])
})

test('steps have plain names', () => {
  expect([stepWords('cache-lookup'), stepWords('something-new')]).toEqual(['cache', 'something-new'])
})

test.each<[StepName, TraceEntry['details'], string]>([
  ['method-throttle', { level: 'method', tokens: 0, burstLimit: 5, rateLimit: 1 }, 'The limit of the route had'],
  [
    'authorizer',
    { authorizer: 'shop', effect: 'Deny', reason: 'the token is too old' },
    'shop denies the caller: the token',
  ],
  ['integration', { outcome: 'INTEGRATION_TIMEOUT' }, 'The integration did not answer within its time limit'],
  ['integration', { outcome: 'INTEGRATION_SERVER_ERROR' }, 'The backend answered with an error.'],
  [
    'integration',
    {
      outcome: 'INTEGRATION_SERVER_ERROR',
      problem: 'GET /items of "Items", stage $default: the function failed: Error: boom',
    },
    'The integration failed: the function failed: Error: boom.',
  ],
])('of an HTTP API %s %j is told in its own words, without an execution log', (step, details, found) => {
  const why = whyOfCall({ ...call(step, details), protocolType: 'HTTP' })
  expect([why?.found.startsWith(found), why?.advice.includes('See the execution log')]).toEqual([true, false])
})
