import { describe, expect, it } from 'vitest'
import type { SuiteFolder } from '../conformance-suite'
import { HTTP_SUITE } from './http'
import { conditionOf } from './http/vector-condition'

/** A folder with these vectors, named by their ids. */
function folderOf(vectors: Readonly<Record<string, object>>): SuiteFolder {
  const text = (file: string): string =>
    JSON.stringify({ id: file.replace(/\.json$/, ''), ...vectors[file.slice(0, -5)] })
  return {
    files: [...Object.keys(vectors).map((name) => `${name}.json`), 'README.md'],
    text,
    json: (file) => JSON.parse(text(file)) as unknown,
  }
}

/** What became of each vector. */
async function outcomes(vectors: Readonly<Record<string, object>>): Promise<Record<string, string>> {
  const results = await HTTP_SUITE.play(folderOf(vectors))
  return Object.fromEntries(
    results.map(({ id, outcome, message }) => [id, message === undefined ? outcome : `${outcome}: ${message}`]),
  )
}

const lambda = { integration: { type: 'AWS_PROXY', payloadFormatVersion: '2.0' } }

describe('HTTP_SUITE', () => {
  it('plays requests against a gateway, and knows a false expectation of every member', async () => {
    const routed = { routes: ['GET /a/{id}'], request: { method: 'GET', path: '/a/7' } }
    const mapped = { requestParameters: { 'append:header.x': '$context.requestId' }, context: { requestId: 'abc=' } }
    const cors = { cors: { allowOrigins: ['*'] }, request: { method: 'GET', headers: [['origin', 'https://a']] } }
    expect(
      await outcomes({
        route: { given: routed, expect: { routeKey: 'GET /a/{id}', pathParameters: { id: '7' }, stage: '$default' } },
        'wrong-route': { given: routed, expect: { routeKey: '$default' } },
        'wrong-parameters': { given: routed, expect: { pathParameters: {} } },
        'wrong-raw-path': { given: routed, expect: { rawPath: '/a/8' } },
        event: {
          given: {
            ...lambda,
            request: {
              headers: [
                ['x', '1'],
                ['x', '2'],
              ],
            },
          },
          expect: { lambdaEventSubset: { headers: { x: '1, 2' } }, absent: ['body'], patterns: { version: '^2' } },
        },
        'wrong-event': { given: lambda, expect: { lambdaEventSubset: { version: '1.0' } } },
        'wrong-absent': { given: lambda, expect: { absent: ['version'] } },
        'wrong-absent-or-null': { given: lambda, expect: { absentOrNull: ['requestContext.stage'] } },
        'wrong-pattern': { given: lambda, expect: { patterns: { 'requestContext.requestId': '^x$' } } },
        'wrong-shape': { given: lambda, expect: { shape: { version: 1 } } },
        answer: {
          given: { ...lambda, lambdaReturn: { statusCode: 201, headers: { a: '1' }, body: 'b' } },
          expect: { status: 201, headers: { a: '1' }, headerPresent: ['date'], headersAbsent: ['b'], body: 'b' },
        },
        'wrong-status': { given: lambda, expect: { status: 201 } },
        'wrong-body': { given: lambda, expect: { body: 'x' } },
        'wrong-header': { given: lambda, expect: { headers: { 'content-type': 'x' } } },
        'wrong-present': { given: lambda, expect: { headerPresent: ['x'] } },
        'wrong-headers-absent': { given: cors, expect: { headersAbsent: ['access-control-allow-origin'] } },
        mapping: { given: mapped, expect: { backendHeaders: { x: 'abc=' }, backendHeadersAbsent: ['y'] } },
        'wrong-mapping': { given: mapped, expect: { backendHeaders: { x: 'abd=' } } },
        'wrong-backend-absent': { given: mapped, expect: { backendHeadersAbsent: ['x'] } },
      }),
    ).toEqual({
      route: 'passed',
      'wrong-route': 'failed: routeKey: expected "$default", found "GET /a/{id}"',
      'wrong-parameters': 'failed: pathParameters: expected {}, found {"id":"7"}',
      'wrong-raw-path': 'failed: rawPath: expected "/a/8", found "/a/7"',
      event: 'passed',
      'wrong-event': 'failed: event.version: expected "1.0", found "2.0"',
      'wrong-absent': 'failed: event.version is there',
      'wrong-absent-or-null': 'failed: event.requestContext.stage has a value',
      'wrong-pattern': expect.stringMatching(
        /^failed: event\.requestContext\.requestId: ".{16}" does not match \^x\$$/,
      ),
      'wrong-shape': expect.stringMatching(/^failed: event: expected \["version"\], found \["headers"/),
      answer: 'passed',
      'wrong-status': 'failed: status: expected 201, found 200',
      'wrong-body': 'failed: body: expected "x", found "ok"',
      'wrong-header': 'failed: header content-type: expected ["x"], found ["text/plain; charset=utf-8"]',
      'wrong-present': 'failed: header x is missing',
      'wrong-headers-absent': 'failed: header access-control-allow-origin is there',
      mapping: 'passed',
      'wrong-mapping': expect.stringMatching(/^failed: backend header x: expected "abd=", found ".{16}"$/),
      'wrong-backend-absent': 'failed: the backend got the header x',
    })
  })

  it('plays tokens, authorizers, signatures, domains and conditions', async () => {
    const authorizer = { payload: '2.0', simple: true, authorizerReturn: { isAuthorized: true } }
    const requests = ['GET /a t=x', 'GET /b t=x', 'GET /a t=y']
    const cached = { ...authorizer, ttl: 60, identitySource: ['$request.querystring.t'], requests }
    const mappings = [
      { key: '(none)', api: 'one' },
      { key: 'a', api: 'two' },
    ]
    const domain = { domain: 'api.example.com', mappings, request: { path: '/a/b' } }
    expect(
      await outcomes({
        token: {
          given: { tokenPayload: { n: 1 }, routeAuthorizationScopes: undefined },
          expect: { status: 200, authorizer: { jwt: { claims: { n: '1' }, scopes: null } } },
        },
        'wrong-token': { given: { tokenPayload: { n: 1 } }, expect: { authorizer: { jwt: { claims: { n: '2' } } } } },
        scope: { given: { routeAuthorizationScopes: ['a'], tokenPayload: { scope: 'b' } }, expect: { status: 403 } },
        cached: { given: cached, expect: { status: 200, authorizerInvocations: 2 } },
        'wrong-calls': { given: cached, expect: { authorizerInvocations: 1 } },
        refused: { given: { payload: '1.0', authorizerThrows: 'Unauthorized' }, expect: { status: 401 } },
        signed: { given: { authorizationType: 'AWS_IAM', request: { signed: true } }, expect: { status: 200 } },
        unsigned: { given: { authorizationType: 'AWS_IAM', request: { signed: false } }, expect: { status: 403 } },
        domain: { given: domain, expect: { api: 'two' } },
        'wrong-api': { given: domain, expect: { api: 'one' } },
        late: { given: { condition: 'Lambda does not answer' }, expect: { status: 503 } },
        large: { given: { condition: 'a body over 10 MB' }, expect: { status: 413 } },
        'large-response': { given: { condition: 'the response of Lambda is over 6 MB' }, expect: { status: 500 } },
      }),
    ).toEqual({
      token: 'passed',
      'wrong-token': 'failed: authorizer.jwt.claims.n: expected "2", found "1"',
      scope: 'passed',
      cached: 'passed',
      'wrong-calls': 'failed: calls of the authorizer: expected 1, found 2',
      refused: 'passed',
      signed: 'passed',
      unsigned: 'passed',
      domain: 'passed',
      'wrong-api': 'failed: api: expected "one", found "two"',
      late: 'passed',
      large: 'passed',
      'large-response': 'passed',
    })
  })

  it('plays what needs no request, and skips what it does not know', async () => {
    const refused = { operation: 'CreateApi', corsConfiguration: { allowOrigins: ['*'], allowCredentials: true } }
    const reserved = { operation: 'CreateIntegration', requestParameters: { 'append:header.via': 'x' } }
    expect(
      await outcomes({
        raw: { given: { ...lambda, lambdaRawPayload: '{"a": ' }, expect: { status: 200, body: '{"a": ' } },
        'wrong-raw': { given: { ...lambda, lambdaRawPayload: '{"a": 1}' }, expect: { body: '{"a":1}' } },
        cors: { given: refused, expect: { status: 400, errorType: 'BadRequestException' } },
        'wrong-cors': { given: refused, expect: { status: 200 } },
        reserved: { given: reserved, expect: { status: 400 } },
        weather: { given: { weather: 'fine' }, expect: { status: 200, mood: 'good' } },
        odd: { given: { condition: 'the moon is full' }, expect: { status: 500 } },
        nothing: { given: {}, expect: {} },
        broken: {},
      }),
    ).toEqual({
      raw: 'passed',
      'wrong-raw': 'failed: body: expected "{\\"a\\":1}", found "{\\"a\\": 1}"',
      cors: 'passed',
      'wrong-cors': 'failed: status: expected 200, found 400',
      reserved: 'passed',
      weather: 'skipped: "given.weather", "expect.mood" cannot be played yet',
      odd: 'skipped: the condition "the moon is full" is not understood',
      nothing: 'skipped: nothing is expected',
      broken: 'failed: it has no "given" or no "expect"',
    })
  })
})

it('conditionOf tells a function from a backend', () => {
  expect([
    conditionOf('HTTP backend does not answer')?.integration?.integrationType,
    conditionOf('Lambda times out')?.integration,
    conditionOf('Lambda throttled (429 from Lambda)')?.integration,
    conditionOf('backend unreachable')?.integration?.integrationType,
    conditionOf('Lambda function raises')?.integration?.handler,
  ]).toEqual([
    'HTTP_PROXY',
    { fault: 'timeout', timeoutInMillis: 50 },
    { fault: 'throttled' },
    'HTTP_PROXY',
    './vectors.mjs#fail',
  ])
})
