import { describe, expect, it } from 'vitest'
import type { Integration } from '@shared/design/integration'
import { mapIntegrationRequest } from './map-integration-request'
import { clientRequest, TEST_CODEC, testTools } from './testing/mapping-tools'

function map(integration: Partial<Integration>, request = clientRequest(), binaryMediaTypes?: readonly string[]) {
  const whole: Integration = { type: 'HTTP', integrationResponses: [], ...integration }
  return mapIntegrationRequest(whole, binaryMediaTypes, request, testTools())
}

const json = (source: string) => ({ requestTemplates: { 'application/json': source } })
const text = (value: string) => ({ kind: 'text', text: value })
const NOTHING = {
  kind: 'mapped',
  body: text(''),
  headers: [],
  query: [],
  path: new Map(),
  isPassedThrough: true,
  overrides: { requestOverride: { path: {}, querystring: {}, header: {} }, responseOverride: { header: {} } },
}

describe('the payload', () => {
  it('passes as it is where there is no template', () => {
    expect(map({}, clientRequest({ text: 'héllo' }))).toEqual({ ...NOTHING, body: text('héllo') })
  })

  it('is what the template writes, of body, parameters, context and stage variables', () => {
    const template = `$input.path('$.a')|$input.params('id')|$input.params('q')|$context.stage|$stageVariables.env`
    expect(map(json(template), clientRequest({ text: '{"a": 1}' }))).toEqual({
      ...NOTHING,
      body: text('1|a%2Fb|2|prod|blue'),
      isPassedThrough: false,
    })
  })

  it('is an empty object for a template that writes nothing', () => {
    expect(map(json('#set($a = 1)'))).toEqual({ ...NOTHING, body: text('{}'), isPassedThrough: false })
  })

  it('is refused with 415 where nothing may pass', () => {
    const request = clientRequest({ headers: [['content-type', 'text/plain']] })
    expect(map({ ...json('a'), passthroughBehavior: 'NEVER' }, request)).toEqual({
      kind: 'failure',
      type: 'UNSUPPORTED_MEDIA_TYPE',
      problem: 'no request template for the content type text/plain, and bodies are not passed through',
    })
  })

  it('that is binary passes as bytes, and is none for a template unless it becomes text first', () => {
    const request = clientRequest({ text: 'abc', headers: [['Content-Type', 'image/png']] })
    const template = { requestTemplates: { 'image/png': '$input.body' } }
    expect([
      map({}, request, ['image/png']),
      map(template, request, ['image/png']),
      map({ ...template, contentHandling: 'CONVERT_TO_TEXT' }, request, ['image/png']),
    ]).toEqual([
      { ...NOTHING, body: { kind: 'binary', bytes: TEST_CODEC.bytesOf('abc') } },
      {
        kind: 'failure',
        type: 'API_CONFIGURATION_ERROR',
        problem: 'a request template cannot read a binary body; set contentHandling to CONVERT_TO_TEXT',
      },
      { ...NOTHING, body: text('YWJj'), isPassedThrough: false },
    ])
  })

  it('that cannot become binary is a configuration error', () => {
    expect(map({ contentHandling: 'CONVERT_TO_BINARY' }, clientRequest({ text: 'no base64!' }))).toEqual({
      kind: 'failure',
      type: 'API_CONFIGURATION_ERROR',
      problem: 'CONVERT_TO_BINARY needs a request body in base64',
    })
  })
})

describe('parameters', () => {
  const requestParameters = {
    'integration.request.header.X-A': "'mapped'",
    'integration.request.header.X-None': 'method.request.header.absent',
    'integration.request.header.Via': "'left out'",
    'integration.request.querystring.all': 'method.request.multivaluequerystring.q',
    'integration.request.path.order': 'method.request.path.id',
  }

  it('are mapped to headers, query string and path', () => {
    expect(map({ requestParameters })).toEqual({
      ...NOTHING,
      headers: [['X-A', 'mapped']],
      query: [
        ['all', '1'],
        ['all', '2'],
      ],
      path: new Map([['order', 'a%2Fb']]),
    })
  })

  it('give way to what the template overrides', () => {
    const template = [
      '#set($context.requestOverride.header.x-a = "over")',
      '#set($context.requestOverride.header["X-List"] = ["1", "2"])',
      '#set($ignored = $context.requestOverride.querystring.put("all", 3))',
      '#set($context.requestOverride.path.order = "o")',
      '#set($context.requestOverride.made.up = "x")',
      '#set($context.responseOverride.status = 202)body',
    ].join('\n')
    const mapped = map({ ...json(template), requestParameters })
    expect(mapped).toMatchObject({
      headers: [
        ['x-a', 'over'],
        ['X-List', '1'],
        ['X-List', '2'],
      ],
      query: [['all', '3']],
      path: new Map([['order', 'o']]),
      overrides: { responseOverride: { header: {}, status: 202 } },
    })
  })

  it('cannot be headers that the service writes', () => {
    const illegal = { 'integration.request.header.content-length': "'1'" }
    const template = '#set($context.requestOverride.header["X-Amzn-Trace-Id"] = "mine")'
    expect([map({ requestParameters: illegal }), map(json(template))]).toEqual([
      {
        kind: 'failure',
        type: 'API_CONFIGURATION_ERROR',
        problem: "the header content-length cannot be a mapping's target",
      },
      { kind: 'failure', type: 'API_CONFIGURATION_ERROR', problem: 'the header X-Amzn-Trace-Id cannot be overridden' },
    ])
  })
})

describe('a template that fails', () => {
  it('is a configuration error that says where', () => {
    expect(map(json('a\n  #foreach($x)'))).toMatchObject({
      type: 'API_CONFIGURATION_ERROR',
      problem: expect.stringMatching(/^request template application\/json, line 2, column \d+: /) as string,
    })
  })

  it('because the body is broken JSON is 400 Could not process payload', () => {
    const failed = map(json('x\n$input.path("$.a")'), clientRequest({ text: '{"a' }))
    expect(failed).toEqual({
      kind: 'failure',
      type: 'BAD_REQUEST_BODY',
      message: 'Could not process payload',
      problem: expect.stringMatching(
        /^request template application\/json, line 2, column \d+: \$input cannot read the request body/,
      ) as string,
    })
  })

  it('is recorded with what it read and wrote', () => {
    const tools = testTools()
    const integration: Integration = { type: 'MOCK', integrationResponses: [], ...json('né$input.path("$.a").get(0)') }
    mapIntegrationRequest(integration, undefined, clientRequest({ text: '{"a": []}' }), tools)
    expect(tools.runs).toEqual([
      {
        phase: 'request',
        contentType: 'application/json',
        body: '{"a": []}',
        bytesIn: 9,
        bytesOut: 3,
        durationMs: 0,
        error: expect.objectContaining({ code: 'template/java-exception', severity: 'error' }) as object,
        warnings: [],
      },
    ])
  })
})
