import { describe, expect, it } from 'vitest'
import type { IntegrationResponse } from '@shared/design/integration'
import { mapMethodResponse, type IntegrationResult } from './map-method-response'
import { clientRequest, TEST_CODEC, testTools } from './testing/mapping-tools'

const OVERRIDES = { requestOverride: { path: {}, querystring: {}, header: {} }, responseOverride: { header: {} } }

interface Given {
  readonly responses?: readonly IntegrationResponse[]
  readonly result?: Partial<IntegrationResult>
  readonly text?: string
  readonly request?: ReturnType<typeof clientRequest>
  readonly overrides?: Parameters<typeof mapMethodResponse>[3]
  readonly tools?: ReturnType<typeof testTools>
}

function map({ responses, result, text = '', request, overrides, tools = testTools() }: Given) {
  const method = {
    methodResponses: [{ statusCode: '200' }, { statusCode: '404' }, { statusCode: '999' }],
    integrationResponses: responses ?? [{ statusCode: '200' }],
    binaryMediaTypes: ['image/png'],
  }
  const whole = { selectionText: '200', headers: [], body: TEST_CODEC.bytesOf(text), ...result }
  const answer = mapMethodResponse(method, whole, request ?? clientRequest(), overrides ?? OVERRIDES, tools)
  return answer.kind === 'failure' ? answer.problem : { ...answer, body: TEST_CODEC.textOf(answer.body) }
}

/** An answer of 200 with no header of its own. */
function plain(body: string, more: object = {}) {
  return { kind: 'answer', status: 200, headers: [['Content-Type', 'application/json']], body, ...more }
}

const json = (source: string) => ({ responseTemplates: { 'application/json': source } })

describe('the payload', () => {
  it('passes as it is where there is no template, whatever the backend said of it', () => {
    expect(map({ text: 'héllo', result: { headers: [['Content-Type', 'text/plain']] } })).toEqual(plain('héllo'))
  })

  it("is what the template writes of the backend's body and the client's parameters", () => {
    const responses = [{ statusCode: '200', ...json(`$input.path('$.a')|$input.params('id')|$context.stage`) }]
    expect(map({ responses, text: '{"a": 1}' })).toEqual(plain('1|a%2Fb|prod'))
  })

  it('is an empty one without a payload behind it', () => {
    const responses = [{ statusCode: '200', ...json('[$input.body]') }]
    expect([map({ result: { body: null } }), map({ responses, result: { body: null } })]).toEqual([
      plain(''),
      plain('[{}]'),
    ])
  })

  it('that is binary is none for a template', () => {
    const responses = [{ statusCode: '200', ...json('$input.body') }]
    const request = clientRequest({ headers: [['Accept', 'image/png']] })
    const result = { headers: [['Content-Type', 'image/png']] as const }
    expect([
      map({ responses, request, result, text: 'abc' }),
      map({ responses: [{ ...responses[0]!, contentHandling: 'CONVERT_TO_TEXT' }], request, result, text: 'abc' }),
      map({ request, text: 'no base64!' }),
    ]).toEqual([
      'the response template of 200 cannot read a binary body; set its contentHandling to CONVERT_TO_TEXT',
      plain('YWJj'),
      "the backend's response must be base64 to become binary",
    ])
  })
})

describe('the status', () => {
  it('is that of the response that is selected, not the one of the backend', () => {
    const responses = [{ statusCode: '200' }, { statusCode: '404', selectionPattern: '5..' }]
    expect(map({ responses, result: { selectionText: '503' } })).toEqual(plain('', { status: 404 }))
  })

  it.each([
    ['= 202', 202],
    ['= 599', 599],
    ['= 600', 200],
    ['= 100', 200],
    ['= "404"', 200],
    ['= 404.5', 200],
    ['= {}', 200],
  ])('overridden with %s is %s', (assigned, status) => {
    const responses = [{ statusCode: '200', ...json(`#set($context.responseOverride.status ${assigned})`) }]
    expect(map({ responses })).toEqual(plain('', { status }))
  })

  it('may come from the request template, which the response template sees', () => {
    const overrides = {
      requestOverride: { path: { made: 'up' }, querystring: {}, header: {} },
      responseOverride: { header: { 'X-A': 'early' }, status: 404, own: 'member' },
    }
    const template = '$context.responseOverride.status $context.requestOverride.path.made $context.responseOverride.own'
    const headers = [
      ['Content-Type', 'application/json'],
      ['X-A', 'early'],
    ]
    expect([
      map({ overrides, responses: [{ statusCode: '200', ...json(template) }] }),
      map({ overrides, text: 'as it is' }),
    ]).toEqual([plain('404 up member', { status: 404, headers }), plain('as it is', { status: 404, headers })])
  })

  it.each([
    [{ statusCode: '201' }, 'output mapping refers to an invalid method response: 201'],
    [{ statusCode: '999' }, 'the status 999 cannot be answered'],
    [{ statusCode: '200', selectionPattern: 'x' }, 'no integration response fits "200", and none is the default'],
  ])('of %j is a configuration error', (response, problem) => {
    expect(map({ responses: [response] })).toBe(problem)
  })

  it('of an error without a message needs a default response', () => {
    const responses = [{ statusCode: '200', selectionPattern: 'x' }]
    expect(map({ responses, result: { selectionText: '' } })).toBe('no integration response is the default')
  })
})

describe('headers', () => {
  function headersOf(responseParameters: Readonly<Record<string, string>>, given: Given = {}) {
    const parameters = Object.entries(responseParameters).map(([name, value]) => [
      `method.response.header.${name}`,
      value,
    ])
    const response = { statusCode: '200', responseParameters: Object.fromEntries(parameters) as Record<string, string> }
    const answer = map({ ...given, responses: [{ ...response, ...given.responses?.[0] }] })
    return typeof answer === 'string' ? answer : answer.headers
  }

  it('are only those that are mapped', () => {
    const mapped = {
      'X-One': 'integration.response.header.x-two',
      'X-All': 'integration.response.multivalueheader.X-Two',
      'X-Body': 'integration.response.body.a.b',
      'X-Whole': 'integration.response.body',
      'X-None': 'integration.response.header.none',
      'X-Missing': 'integration.response.body.missing',
      'Content-Type': "'text/plain'",
      'X-Stage': 'context.stage',
      'X-Env': 'stageVariables.env',
    }
    const result = {
      headers: [
        ['X-Two', '1'],
        ['X-Two', '2'],
        ['Server', 'theirs'],
      ] as const,
    }
    expect(headersOf(mapped, { result, text: '{"a": {"b": "deep"}}' })).toEqual([
      ['X-One', '2'],
      ['X-All', '1,2'],
      ['X-Body', 'deep'],
      ['X-Whole', '{"a": {"b": "deep"}}'],
      ['Content-Type', 'text/plain'],
      ['X-Stage', 'prod'],
      ['X-Env', 'blue'],
    ])
  })

  it('are overridden by the template, a list giving several', () => {
    const template = [
      '#set($context.responseOverride.header.x-a = "over")',
      '#set($context.responseOverride.header["Set-Cookie"] = ["a=1", "b=2"])',
      '#set($context.responseOverride.header["X-Gone"] = "")',
    ].join('')
    expect(
      headersOf({ 'X-A': "'mapped'", 'X-Gone': "'x'" }, { responses: [{ statusCode: '200', ...json(template) }] }),
    ).toEqual([
      ['Content-Type', 'application/json'],
      ['x-a', 'over'],
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=2'],
    ])
  })

  it('that the gateway sends itself come back under another name', () => {
    expect(headersOf({ Server: "'mine'", 'Transfer-Encoding': "'chunked'", Via: "'me'" })).toEqual([
      ['Content-Type', 'application/json'],
      ['x-amzn-Remapped-Server', 'mine'],
      ['Via', 'me'],
    ])
  })

  it("read the JSON in a function's error message", () => {
    const mapped = {
      'X-Kind': 'integration.response.body.errorMessage.kind',
      'X-Type': 'integration.response.body.errorType',
    }
    const error = (errorMessage: string) => JSON.stringify({ errorType: 'Error', errorMessage })
    const result = { isFunctionError: true }
    expect([
      headersOf(mapped, { result, text: error('{"kind":"conflict"}') }),
      headersOf(mapped, { result, text: error('plain') }),
      headersOf(mapped, { text: error('{"kind":"conflict"}') }),
    ]).toEqual([
      [
        ['Content-Type', 'application/json'],
        ['X-Kind', 'conflict'],
        ['X-Type', 'Error'],
      ],
      [
        ['Content-Type', 'application/json'],
        ['X-Type', 'Error'],
      ],
      [
        ['Content-Type', 'application/json'],
        ['X-Type', 'Error'],
      ],
    ])
  })

  it.each([
    ['method.request.header.A', '', 'invalid mapping expression: method.request.header.A'],
    ['integration.response.body.a[', '{}', 'invalid mapping expression: integration.response.body.a['],
    [
      'integration.response.body.a',
      '{',
      'the response body is no JSON, but the mapping integration.response.body.a reads from it',
    ],
  ])('of %s over %j are a configuration error', (expression, text, problem) => {
    expect(headersOf({ 'X-A': expression }, { text })).toBe(problem)
  })
})

describe('a response template', () => {
  it('that fails says which it is and where', () => {
    const responses = [{ statusCode: '200', selectionPattern: '2..', ...json('a\n#set($l = [1])$l.get(5)') }]
    const tools = testTools()
    expect(map({ responses, tools })).toMatch(/^response template application\/json of 200, line 2, column \d+: /)
    expect(tools.runs).toMatchObject([{ phase: 'response', statusCode: '200', selectionPattern: '2..', bytesOut: 2 }])
  })
})
