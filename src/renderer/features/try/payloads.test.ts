import { expect, test } from 'vitest'
import type { TemplateRun, TracedRequest } from '@shared/contract/gateway'
import type { TryAnswer } from '@shared/contract/try'
import { deploy } from '@shared/design/edits/deploy'
import { updateIntegration } from '@shared/design/edits/update-integration'
import { orderDesign, ORDERS } from '@shared/design/order-design.fixture'
import { findRestApi } from '@shared/design/route-key'
import { answeringApi, payloadsOf } from './payloads'

const design = updateIntegration(orderDesign(), ORDERS, '/orders/{id}', 'GET', {
  requestTemplates: { 'application/json': '{"a": $input.json("$.a")}' },
  integrationResponses: [{ statusCode: '200', responseTemplates: { 'application/json': 'out' } }],
})
const api = findRestApi(design, ORDERS)!
const base = { bytesIn: 7, bytesOut: 9, durationMs: 1, error: null, warnings: [], contentType: 'application/json' }
const requestRun: TemplateRun = { ...base, phase: 'request', body: '{"a":1}' }
const responseRun: TemplateRun = { ...base, phase: 'response', body: '{"b":2}', statusCode: '200' }
const event = { body: '{"a":1}', params: {}, context: { stage: 'prod' }, stageVariables: {} }
const call: TracedRequest = {
  requestId: 'r1',
  receivedAt: 0,
  method: 'GET',
  path: '/orders/7',
  routeKey: 'GET /orders/{id}',
  apiName: 'Orders',
  stage: 'prod',
  status: 200,
  durationMs: 9,
  integrationMs: 3,
  apiKeyName: null,
  trace: [{ step: 'integration', verdict: 'answered', atMs: 0, details: {} }],
  templateEvent: event,
  templateRuns: [requestRun, responseRun],
}
const answer: TryAnswer = {
  status: 200,
  headers: [],
  body: { kind: 'text', text: 'out', bytes: 3 },
  durationMs: 9,
  sent: { url: '', method: 'GET', headers: [], body: '{"a":1}' },
  curl: '',
  traced: call,
  executionLog: [
    { at: 0, text: '(r1) Endpoint request body after transformations: {"type":"TOKEN"}' },
    { at: 0, text: '(r1) Starting execution for request: r1' },
    { at: 0, text: '(r1) Endpoint request body after transformations: {"a": 1}' },
    { at: 0, text: `(r1) Endpoint response body before transformations: ${'x'.repeat(9)} [TRUNCATED]` },
  ],
  skippedSteps: [],
}

const textsOf = (source: Parameters<typeof payloadsOf>[0]) => payloadsOf(source).map(({ id, text }) => [id, text])

test('a call of this window has all four', () => {
  expect(textsOf({ call, answer, design, api })).toEqual([
    ['received', '{"a":1}'],
    ['to-backend', '{"a": 1}'],
    ['from-backend', '{"b":2}'],
    ['answered', 'out'],
  ])
})

test('what a template wrote for a call from outside is rendered again, and can be opened', () => {
  const [, toBackend, , answered] = payloadsOf({ call, answer: null, design, api })
  const render = { profile: 'apigw', record: false, compare: false }
  const slot = { apiId: ORDERS, path: '/orders/{id}', verb: 'GET', contentType: 'application/json' }
  expect(toBackend).toEqual({
    id: 'to-backend',
    title: 'After request mapping',
    text: null,
    bytes: 9,
    note: '',
    render: { ...render, template: '{"a": $input.json("$.a")}', event },
    template: { slot, event },
  })
  expect(answered).toMatchObject({
    text: null,
    render: { ...render, template: 'out', event: { ...event, body: '{"b":2}' } },
    template: { slot: { ...slot, statusCode: '200' }, event: { ...event, body: '{"b":2}' } },
  })
})

test('without templates the log tells, as far as it goes', () => {
  const { templateRuns: _, ...proxied } = call
  const payloads = payloadsOf({ call: proxied, answer, design, api })
  expect(payloads.map(({ text, note }) => [text, note])).toEqual([
    ['{"a":1}', ''],
    ['{"a": 1}', 'No template ran.'],
    ['xxxxxxxxx', 'The first part: the execution log has no more than 1,024 bytes a line.'],
    ['out', 'No template ran.'],
  ])
})

test('what was not kept says why', () => {
  const { templateRuns: _runs, templateEvent: _event, ...refused } = call
  const payloads = payloadsOf({ call: { ...refused, trace: [] }, answer: null, design, api })
  expect(payloads.map(({ note }) => note)).toEqual([
    'Not kept: no route matched.',
    'Not reached.',
    'Not reached.',
    'Not kept for calls from outside.',
  ])
  const large = { ...call, templateRuns: [{ ...requestRun, body: null }], templateEvent: { ...event, body: null } }
  expect(payloadsOf({ call: large, answer: null, design, api })[1]).toMatchObject({
    render: null,
    template: null,
    note: 'Not kept, and its template is gone.',
  })
})

test('a call met the deployment, a test invoke the API as it stands', () => {
  const deployed = deploy(design, ORDERS, 'prod', { id: 'new001', createdDate: '2026-11-20T00:00:00Z' })
  const later = updateIntegration(deployed, ORDERS, '/orders/{id}', 'GET', { requestTemplates: {} })
  const now = findRestApi(later, ORDERS)!
  const templatesOf = (isTest: boolean) =>
    answeringApi(now, 'prod', isTest).resources['/orders/{id}']?.methods.GET?.integration?.requestTemplates
  expect([templatesOf(false), templatesOf(true)]).toEqual([{ 'application/json': '{"a": $input.json("$.a")}' }, {}])
})
