import { expect, it } from 'vitest'
import type { TracedRequest } from '@shared/contract/gateway'
import type { Trace } from '@shared/trace'
import { endOfCall, matchesCall } from './call-end'

function call(trace: Trace, more: Partial<TracedRequest> = {}): TracedRequest {
  return {
    requestId: 'r1',
    receivedAt: 0,
    method: 'POST',
    path: '/orders',
    routeKey: 'POST /orders',
    apiName: 'OrderAPI',
    stage: 'prod',
    status: 429,
    durationMs: 9,
    integrationMs: null,
    apiKeyName: 'partner-batch',
    trace,
    ...more,
  }
}

it('names the step at which a call ended', () => {
  const ends = [
    call([{ step: 'method-throttle', verdict: 'stopped', atMs: 0, details: {} }]),
    call([{ step: 'cache-lookup', verdict: 'stopped', atMs: 0, details: { result: 'hit' } }]),
    call([{ step: 'integration', verdict: 'answered', atMs: 0, details: {} }]),
    call([], { routeKey: '' }),
  ].map(endOfCall)
  expect(ends).toEqual([
    { text: 'Throttle', step: 'throttle', family: 'throttled' },
    { text: 'Cache hit', step: 'cache', family: 'cacheHit' },
    { text: 'Completed', step: 'integration', family: 'served' },
    { text: 'No route', step: null, family: 'denied' },
  ])
})

it('finds calls by all words of a filter', () => {
  const throttled = call([{ step: 'method-throttle', verdict: 'stopped', atMs: 0, details: {} }])
  expect(['', '429 partner', 'throttle /orders', '200'].map((filter) => matchesCall(throttled, filter))).toEqual([
    true,
    true,
    true,
    false,
  ])
})
