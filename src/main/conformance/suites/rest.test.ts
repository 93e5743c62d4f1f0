import { describe, expect, it } from 'vitest'
import type { SuiteFolder } from '../conformance-suite'
import { REST_SUITE } from './rest'

/** Outcome and message of each case of one kind. */
function play(kind: string, ...cases: object[]): (string | undefined)[][] {
  const folder: SuiteFolder = { files: ['made-up.json'], text: () => '', json: () => ({ kind, cases }) }
  return REST_SUITE.play(folder).map(({ outcome, message }) => (message === undefined ? [outcome] : [outcome, message]))
}

const PASSED = ['passed']
const failed = (message: string) => ['failed', message]

describe('REST_SUITE', () => {
  it('plays templates', () => {
    const given = { template: '$input.path("$.a")', body: '{"a": "b"}' }
    expect(
      play('vtl', { ...given, expect: { text: 'b' } }, { ...given, phase: 'response', expect: { text: 'c' } }),
    ).toEqual([PASSED, failed('text: expected "c", found "b"')])
  })

  it('plays templates inside of a request', () => {
    const names = '#foreach($k in $context.identity.keySet())$k #end'
    const keys = ['accessKey', 'accountId', 'caller', 'cognitoAuthenticationProvider', 'cognitoAuthenticationType']
    expect(
      play(
        'vtl-context',
        {
          template: '$context.path $context.httpMethod',
          method: 'PUT',
          resource: '/a',
          stage: 's',
          expect: { text: '/s/a PUT' },
        },
        { template: names, expect: { keys } },
      ).map(([outcome]) => outcome),
    ).toEqual(['passed', 'failed'])
  })

  it('plays a request template, an echo and a response template', () => {
    const given = { requestTemplate: '[$input.body]', responseTemplate: '$input.path("$[0]")' }
    expect(
      play(
        'vtl-roundtrip',
        { ...given, clientBody: '7', expect: { text: '7' } },
        { ...given, clientBody: '7', expect: { text: '8' } },
      ),
    ).toEqual([PASSED, failed('text: expected "8", found "7"')])
  })

  it('plays patches of canaries, and templates that a stage with a canary renders', () => {
    const share = ['replace', '/canarySettings/percentTraffic', '5']
    const made = { deploymentId: '<deployment>', percentTraffic: 5, useStageCache: false }
    const canarySettings = { percentTraffic: 100, stageVariableOverrides: { a: 'canary' } }
    const template = '$context.isCanaryRequest $stageVariables.a'
    const stage = { variables: { a: 'stage' }, canarySettings }
    const half = { ...stage, canarySettings: { ...canarySettings, percentTraffic: 50 } }
    expect(
      play(
        'stage',
        { patch: [share], expect: { canarySettings: made } },
        { patch: [share], expect: { canarySettings: { ...made, percentTraffic: 6 } } },
        { patch: [share, ['remove', '/canarySettings']], expect: { canarySettings: made } },
        { patch: [['copy', '/variables', '/canarySettings/stageVariableOverrides']], expect: { status: 400 } },
        { stage, template, expect: { text: 'true canary' } },
        { stage, template, expect: { text: 'false stage' } },
        { stage: half, template, expect: { text: 'false stage' } },
        { patch: [['replace', '/cacheClusterEnabled', 'true']], expect: { methodSettings: {} } },
        { patch: [['replace', '/cacheClusterEnabled', 'true']], expect: { cacheClusterEnabled: false } },
        { patch: [['replace', '/weather', 'fine']], expect: { methodSettings: {} } },
      ).map(([outcome, message]) => (outcome === 'failed' ? [outcome] : [outcome, message])),
    ).toEqual([
      ['passed', undefined],
      ['failed'],
      ['failed'],
      ['passed', undefined],
      ['passed', undefined],
      ['failed'],
      ['passed', undefined],
      ['passed', undefined],
      ['failed'],
      ['skipped', 'the expectation "methodSettings" cannot be judged'],
    ])
  })

  it('plays management calls that are refused, and knows those that are not or that it does not understand', () => {
    const refused = { status: 409, code: 'ConflictException', message: 'Model name already exists for this REST API' }
    expect(
      play(
        'control-error',
        { call: 'CreateModel twice', expect: refused },
        { call: 'CreateModel twice', expect: { ...refused, status: 400 } },
        { call: 'UpdateRestApi minimumCompressionSize=5', expect: { status: 400 } },
        { call: 'CreateWeather fine', expect: refused },
      ),
    ).toEqual([
      PASSED,
      failed('status: expected 400, found 409'),
      failed('status: expected 400, found 200'),
      ['skipped', 'the call "CreateWeather fine" cannot be played yet'],
    ])
  })

  it('plays MOCK methods', () => {
    const given = {
      resource: '/{id}',
      request: { path: '/9' },
      integration: { type: 'MOCK', requestTemplates: { 'application/json': '{"statusCode": 404}' } },
      integrationResponses: {
        404: { selectionPattern: '4..', responseTemplates: { 'application/json': '{"id": $input.params("id")}' } },
      },
    }
    const expected = { status: 404, json: { id: 9 }, headers: { 'content-type': 'application/json' } }
    expect(
      play('mock', { ...given, expect: expected }, { ...given, expect: { ...expected, headers: { 'X-No': 'x' } } }),
    ).toEqual([PASSED, failed('headers.X-No: expected "x", found undefined')])
  })

  it('plays the selection of integration responses', () => {
    const given = { integrationType: 'AWS-LAMBDA', patterns: { 200: '', 404: 'No.*' } }
    const error = { errorMessage: 'Nothing', errorType: 'E' }
    expect(
      play(
        'selection',
        { ...given, backend: { result: [1] }, expect: { status: 200, json: [1] } },
        { ...given, backend: { error }, expect: { status: 404 } },
        { ...given, integrationType: 'HTTP', backend: { status: 404 }, expect: { status: 404 } },
      ),
    ).toEqual([PASSED, PASSED, failed('status: expected 404, found 200')])
  })

  it('plays parameter mappings of functions, proxies and backends', () => {
    const request = { method: 'POST', path: '/', query: { q: ['1', '2'] }, headers: { 'X-A': 'a' } }
    const requestParameters = { 'integration.request.querystring.m': 'method.request.header.X-A' }
    const given = { requestParameters, request, uri: '{backend}/x?w=0' }
    expect(
      play(
        'mapping',
        {
          ...given,
          integrationType: 'AWS_PROXY',
          expect: { event: { queryStringParameters: { q: '2' }, headers: { 'X-A': 'a' } } },
        },
        { ...given, integrationType: 'HTTP_PROXY', expect: { backendQuery: { w: ['0'], q: ['1', '2'], m: ['a'] } } },
        { ...given, integrationType: 'HTTP', expect: { backendQuery: { w: ['0'], m: ['a'] }, backendPath: '/x' } },
        { ...given, integrationType: 'HTTP', uri: '${stageVariables.no}', expect: { status: 500 } },
        { ...given, integrationType: 'HTTP', expect: { backendQuery: { w: ['0'] } } },
      ),
    ).toEqual([PASSED, PASSED, PASSED, PASSED, failed('backendQuery.m: expected undefined, found ["a"]')])
  })

  it('plays payload conversions in both directions', () => {
    const request = { headers: { 'Content-Type': 'image/png', Accept: 'image/png' }, payloadBase64: 'Yf8=' }
    const given = { binaryMediaTypes: ['image/png'], contentHandling: null, request }
    const backend = { contentType: 'text/plain', bodyBase64: 'Yf8=' }
    expect([
      ...play(
        'content-handling-request',
        { ...given, expect: { backendBodyBase64: 'Yf8=' } },
        { ...given, contentHandling: 'CONVERT_TO_TEXT', expect: { backendBodyBase64: 'Yf8=' } },
      ),
      ...play(
        'content-handling-response',
        { ...given, backend, expect: { status: 500 } },
        { ...given, backend, contentHandling: 'CONVERT_TO_TEXT', expect: { status: 200, bodyBase64: 'Ye+/vQ==' } },
      ),
    ]).toEqual([PASSED, failed('backendBodyBase64: expected "Yf8=", found "WWY4PQ=="'), PASSED, PASSED])
  })

  it('plays which headers who gets to see', () => {
    const given = {
      integrationType: 'HTTP',
      clientHeaders: { 'X-A': 'a', TE: 'x' },
      requestParameters: { 'integration.request.header.X-B': 'method.request.header.X-A' },
      responseParameters: { 'method.response.header.Server': "'s'" },
    }
    const backendHeaders = {
      Accept: 'application/json',
      Host: '<host>',
      'User-Agent': 'AmazonAPIGateway_<id>',
      'X-B': 'a',
      'X-Amzn-Apigateway-Api-Id': '<id>',
      'X-Amzn-Trace-Id': '<trace>',
    }
    const proxy = { integrationType: 'AWS_PROXY', requestParameters: { 'integration.request.header.TE': "'x'" } }
    expect(
      play(
        'headers',
        { ...given, expect: { status: 200, backendHeaders, methodRequestValues: { 'X-A': 'a', TE: '' } } },
        { ...given, expect: { backendHeaders: { ...backendHeaders, TE: 'x' } } },
        { ...proxy, expect: { status: 500, absentHeaders: ['X-Amzn-Trace-Id'] } },
        { ...proxy, expect: { status: 200 } },
      ),
    ).toEqual([
      PASSED,
      failed('backendHeaders.TE: expected "x", found undefined'),
      PASSED,
      failed('status: expected 200, found 500'),
    ])
  })

  it('plays events, results and binary results of proxy functions', () => {
    const request = { method: 'GET', url: '/stage/a//b?x=1', headers: { 'X-A': 'b' } }
    const event = { path: '/a//b', 'requestContext.path': '/stage/a//b', body: null, headers: { 'X-A': 'b' } }
    const lambdaResult = { multiValueHeaders: { 'X-M': ['1', '2'] } }
    const binary = {
      binaryMediaTypes: ['image/png'],
      lambdaResult: { isBase64Encoded: true, bodyIsBase64Of: 'binary' },
    }
    expect([
      ...play('proxy-event', { request, expect: event }, { request, expect: { ...event, path: '/a' } }),
      ...play(
        'proxy-response',
        { lambdaResult, expect: { status: 200, headerValues: { 'X-M': ['1', '2'] } } },
        { lambdaError: { errorType: 'E', errorMessage: 'm' }, expect: { status: 502 } },
        { lambdaResult, integrationHttpMethod: 'GET', expect: { statusClass: '2xx' } },
      ),
      ...play(
        'binary-proxy',
        { ...binary, request: { headers: { Accept: 'image/png' } }, expect: { decoded: true } },
        { ...binary, request: {}, expect: { decoded: true } },
      ),
    ]).toEqual([
      PASSED,
      failed('path: expected "/a", found "/a//b"'),
      PASSED,
      PASSED,
      failed('statusClass: expected "2xx", found "5xx"'),
      PASSED,
      failed('decoded: expected true, found false'),
    ])
  })

  it('plays the tables of the guide that it knows, and skips the others', () => {
    const passthrough = { topic: 'passthrough', templates: ['text/css'], contentType: null }
    expect(
      play(
        'documented',
        { ...passthrough, passthroughBehavior: 'NEVER', expect: { status: 415 } },
        { ...passthrough, passthroughBehavior: 'WHEN_NO_MATCH', expect: { body: 'transformed' } },
        { topic: 'api-mapping', mappings: { '(none)': 'A', b: 'B' }, path: '/b/c', expect: { api: 'B' } },
        { topic: 'authorizer-context', context: { n: 1 }, template: '$context.authorizer.n', expect: { text: '1' } },
        { topic: 'vtl', body: '{"a": 1}', template: '$input.json("$")', expect: { json: { a: 1 } } },
        { topic: 'canary-cache', deployments: 'same', useStageCache: false, expect: { entries: 'separate' } },
        { topic: 'weather', expect: {} },
      ),
    ).toEqual([
      PASSED,
      failed('body: expected "transformed", found "unchanged"'),
      PASSED,
      PASSED,
      PASSED,
      PASSED,
      ['skipped', 'the topic "weather" cannot be played yet'],
    ])
  })

  it('plays imports, documents put into APIs, and exports', () => {
    const document = { swagger: '2.0', basePath: '/a/b', paths: ['/c'] }
    const put = { existing: ['image/gif'], imported: ['image/png'] }
    const exported = {
      importDocument: { swagger: '2.0', info: { title: 'T' }, paths: {} },
      stage: 's',
      exportType: 'swagger',
    }
    const body = {
      swagger: '2.0',
      info: { title: 'T', version: '1.0.0' },
      host: '<id>.execute-api.us-east-1.amazonaws.com',
      basePath: '/s',
      schemes: ['https'],
      paths: {},
    }
    expect(
      play(
        'openapi',
        { document, basepath: 'split', expect: { resources: ['/', '/b', '/b/c'] } },
        { document, basepath: 'ignore', expect: { resources: ['/', '/b', '/b/c'] } },
        { ...put, mode: 'merge', expect: { binaryMediaTypes: ['image/gif', 'image/png'] } },
        { ...put, mode: 'overwrite', expect: { binaryMediaTypes: ['image/gif', 'image/png'] } },
        { ...exported, expect: { body, contentType: 'application/octet-stream' } },
        { ...exported, expect: { body: { ...body, basePath: '/t' } } },
        { expect: {} },
      ).map(([outcome]) => outcome),
    ).toEqual(['passed', 'failed', 'passed', 'failed', 'passed', 'failed', 'skipped'])
  })

  it('fails a case whose request finds no method', () => {
    expect(play('mock', { resource: '/a', request: { path: '/b' }, expect: { status: 200 } })).toEqual([
      failed('playing it failed: Error: the case has no method for GET /b'),
    ])
  })
})
