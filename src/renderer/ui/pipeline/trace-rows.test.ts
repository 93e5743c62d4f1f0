import { expect, it } from 'vitest'
import type { Trace } from '@shared/trace'
import { familyOfTrace, rowsOfTrace } from './trace-rows'

const throttled: Trace = [
  { step: 'authorizer', verdict: 'called', atMs: 1000, details: { authorizer: 'shop-token-auth' } },
  { step: 'authorizer', verdict: 'passed', atMs: 1012.5, details: { effect: 'Allow' } },
  {
    step: 'usage-plan-throttle',
    verdict: 'passed',
    atMs: 1012.5,
    details: { level: 'plan', tokens: 4, burstLimit: 5 },
  },
  {
    step: 'method-throttle',
    verdict: 'stopped',
    atMs: 1012.5,
    details: { level: 'method', tokens: 0.2, burstLimit: 5 },
  },
]

it('groups decisions into rows, marks where the request ended and what it never reached', () => {
  expect(
    rowsOfTrace(throttled).map(({ step, verdict, isEnd, elapsedMs }) => [step, verdict, isEnd, elapsedMs]),
  ).toEqual([
    ['waf', 'skipped', false, null],
    ['resource-policy', 'skipped', false, null],
    ['authorizer', 'passed', false, 12.5],
    ['api-key', 'skipped', false, null],
    ['throttle', 'stopped', true, 0],
    ['validation', 'not-reached', false, null],
    ['cache', 'not-reached', false, null],
    ['integration', 'not-reached', false, null],
  ])
})

it('shows the rows of the API type in the order that the request went through them', () => {
  const entry = (step: Trace[number]['step']): Trace[number] => ({ step, verdict: 'passed', atMs: 0, details: {} })
  const rows = (type: 'HTTP' | 'WEBSOCKET', ...steps: Trace[number]['step'][]): string[] =>
    rowsOfTrace(steps.map(entry), type).map(({ step }) => step)
  expect(rows('HTTP', 'authorizer', 'method-throttle')).toEqual(['authorizer', 'throttle', 'integration'])
  expect(rows('WEBSOCKET', 'connection-rate', 'api-key', 'integration')).toEqual([
    'throttle',
    'authorizer',
    'api-key',
    'validation',
    'integration',
  ])
})

it('keeps every decision of a row, in order', () => {
  expect(rowsOfTrace(throttled).find((row) => row.step === 'throttle')?.found).toEqual([
    'Plan, per key: 4 of 5 tokens left',
    'Method: 0.2 of 5 tokens',
  ])
})

it('tells a refusal by the authorizer and an answer from the cache apart by what they found', () => {
  const ends = [
    { step: 'authorizer', verdict: 'answered', atMs: 0, details: { effect: 'Deny' } },
    { step: 'cache-lookup', verdict: 'stopped', atMs: 0, details: { result: 'hit' } },
    { step: 'integration', verdict: 'answered', atMs: 0, details: { outcome: 'INTEGRATION_TIMEOUT' } },
  ] as const
  expect(ends.map((end) => rowsOfTrace([end]).find((row) => row.isEnd)?.verdict)).toEqual([
    'stopped',
    'passed',
    'stopped',
  ])
})

it('colours an answer by what became of the request', () => {
  const ending = (step: Trace[number]['step'], verdict: Trace[number]['verdict'], outcome?: string): Trace => [
    { step, verdict, atMs: 0, details: outcome === undefined ? {} : { outcome } },
  ]
  expect([
    familyOfTrace(throttled),
    familyOfTrace(ending('authorizer', 'stopped')),
    familyOfTrace(ending('request-validator', 'stopped')),
    familyOfTrace([{ step: 'cache-lookup', verdict: 'stopped', atMs: 0, details: { result: 'hit' } }]),
    familyOfTrace([{ step: 'authorizer', verdict: 'answered', atMs: 0, details: { effect: 'error' } }]),
    familyOfTrace(ending('integration', 'answered')),
    familyOfTrace(ending('integration', 'answered', 'INTEGRATION_SERVER_ERROR')),
    familyOfTrace([]),
  ]).toEqual(['throttled', 'denied', 'rejected', 'cacheHit', 'error', 'served', 'error', 'error'])
})
