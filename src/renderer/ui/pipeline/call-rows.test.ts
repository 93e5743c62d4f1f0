import { expect, test } from 'vitest'
import type { TemplateRun, TracedRequest } from '@shared/contract/gateway'
import { decidedRows, rowsOfCall, timesOfCall } from './call-rows'

const run: TemplateRun = {
  phase: 'request',
  contentType: 'application/json',
  body: '{}',
  bytesIn: 312,
  bytesOut: 1229,
  durationMs: 0.8,
  error: null,
  warnings: [],
}
const call: TracedRequest = {
  requestId: 'r1',
  receivedAt: 0,
  method: 'POST',
  path: '/orders',
  routeKey: 'POST /orders',
  apiName: 'Orders',
  stage: 'prod',
  status: 201,
  durationMs: 118,
  integrationMs: 87,
  apiKeyName: 'acme-web',
  trace: [
    { step: 'api-key', verdict: 'passed', atMs: 10, details: { apiKey: 'acme-web', plan: 'Premium' } },
    {
      step: 'method-throttle',
      verdict: 'passed',
      atMs: 10,
      details: { level: 'method', label: 'POST /orders', tokens: 12.4, rateLimit: 100, burstLimit: 50 },
    },
    { step: 'integration', verdict: 'called', atMs: 10.5, details: {} },
    { step: 'integration', verdict: 'answered', atMs: 97.5, details: { outcome: 'INTEGRATED' } },
  ],
  templateRuns: [run],
}

function summaryOf(changed: Partial<TracedRequest>) {
  return rowsOfCall({ ...call, ...changed }, '201 Created').map(({ step, verdict, found, elapsedMs }) => [
    step,
    verdict,
    found.join(' | '),
    elapsedMs,
  ])
}

test('the client, every row and both mappings are told, with what each took', () => {
  expect(summaryOf({}).filter(([, verdict]) => verdict !== 'skipped')).toEqual([
    ['client', 'passed', '201 Created, key acme-web', 118],
    ['api-key', 'passed', 'acme-web on Premium', 0],
    ['throttle', 'passed', 'Method (POST /orders): 12.4 of 50 tokens left, 100 requests/s', 0],
    ['request-mapping', 'passed', 'application/json: 312 B to 1.2 KB', 0.8],
    ['integration', 'passed', 'Answered', 87.5],
  ])
})

test('the buckets are there to be drawn', () => {
  expect(rowsOfCall(call, '').find(({ step }) => step === 'throttle')?.buckets).toEqual([
    { level: 'method', label: 'Method', tokens: 12.4, rateLimit: 100, burstLimit: 50 },
  ])
})

test('a template that failed stopped its row', () => {
  const range = { start: 0, end: 1, line: 4, column: 2, endLine: 4, endColumn: 3 }
  const error = { code: 'template/broken', severity: 'error', message: 'An #end is missing', range } as const
  const failed = { ...run, phase: 'response', statusCode: '200', error } as const
  expect(summaryOf({ templateRuns: [failed] }).at(-1)).toEqual([
    'response-mapping',
    'stopped',
    '200, application/json: line 4, column 2: An #end is missing',
    0.8,
  ])
})

test('mappings that were never reached say so', () => {
  const refused = { trace: call.trace.slice(0, 1), templateRuns: [] }
  expect(summaryOf(refused).filter(([step]) => String(step).endsWith('mapping'))).toEqual([
    ['request-mapping', 'not-reached', '', null],
    ['response-mapping', 'not-reached', '', null],
  ])
})

test('the time is split between the steps and the integration', () => {
  expect([timesOfCall(call), timesOfCall({ ...call, integrationMs: null, durationMs: 2 })]).toEqual([
    'Steps 31 ms, integration 87 ms',
    'Steps 2 ms',
  ])
})

test('a call of an HTTP API selects its route first, and maps parameters', () => {
  const http: TracedRequest = {
    ...call,
    protocolType: 'HTTP',
    apiKeyName: null,
    templateRuns: [],
    trace: call.trace.filter(({ step }) => step !== 'api-key'),
  }
  const mappings = { request: ['append:header.x-user'], response: [] }
  expect(
    rowsOfCall(http, '201 Created', mappings).map(({ step, verdict, found }) => [step, verdict, found[0]]),
  ).toEqual([
    ['client', 'passed', '201 Created'],
    ['route', 'passed', 'POST /orders'],
    ['throttle', 'passed', 'Route (POST /orders): 12.4 of 50 tokens left, 100 requests/s'],
    ['authorizer', 'skipped', undefined],
    ['request-mapping', 'passed', 'append:header.x-user'],
    ['integration', 'passed', 'Answered'],
    ['response-mapping', 'skipped', undefined],
  ])
  expect(decidedRows(http).map(({ step }) => step)).toEqual(['route', 'throttle', 'authorizer', 'integration'])
})
