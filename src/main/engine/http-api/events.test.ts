import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import type { ByteCodec } from '../mapping/byte-codec'
import { authorizerEvent1, authorizerEvent2, routeArn } from './authorizer-event'
import { canonicalHeaderName } from './http-event-headers'
import { httpRequest } from './http-request.fixture'
import type { HttpCaller, HttpRequestFacts } from './http-request-facts'
import { proxyEvent1 } from './proxy-event-1'
import { proxyEvent2 } from './proxy-event-2'
import { isTextPayload } from './text-payload'

const codec: ByteCodec = {
  textOf: (bytes) => Buffer.from(bytes).toString('utf8'),
  bytesOf: (text) => Buffer.from(text, 'utf8'),
  lengthOf: (text) => Buffer.byteLength(text),
  base64Of: (bytes) => Buffer.from(bytes).toString('base64'),
  bytesOfBase64: (text) => Buffer.from(text, 'base64'),
}
const iam: HttpCaller = {
  kind: 'iam',
  caller: {
    accountId: '123456789012',
    arn: 'arn:aws:iam::123456789012:user/ada',
    userId: 'AIDAX',
    userName: 'ada',
    accessKeyId: 'AKIDEXAMPLE',
    policies: [],
  },
}

function bodyOf(body: string, ...headers: HttpRequestFacts['headers']) {
  const { body: sent, isBase64Encoded } = proxyEvent2(httpRequest({ body: Buffer.from(body), headers }), null, codec)
  return [sent, isBase64Encoded]
}

describe('an event of format 2.0', () => {
  it('is the request with what the gateway adds, and nothing that has no value', () => {
    expect(proxyEvent2(httpRequest({ rawQuery: '', pathParameters: {}, stageVariables: {} }), null, codec)).toEqual({
      version: '2.0',
      routeKey: 'POST /pets/{id}',
      rawPath: '/dev/pets/6 ',
      rawQueryString: '',
      headers: {
        'x-one': '1,2',
        'user-agent': 'me',
        'content-length': '0',
        host: 'api0000001.execute-api.us-east-1.amazonaws.com',
        'x-amzn-trace-id': 'Root=1-00000000-000000000000000000000000',
        'x-forwarded-for': '203.0.113.9',
        'x-forwarded-port': '443',
        'x-forwarded-proto': 'https',
      },
      requestContext: {
        accountId: '123456789012',
        apiId: 'api0000001',
        domainName: 'api0000001.execute-api.us-east-1.amazonaws.com',
        domainPrefix: 'api0000001',
        http: {
          method: 'POST',
          path: '/dev/pets/6 ',
          protocol: 'HTTP/1.1',
          sourceIp: '203.0.113.9',
          userAgent: 'me',
        },
        requestId: 'abc=',
        routeKey: 'POST /pets/{id}',
        stage: 'dev',
        time: '01/Jan/2026:00:00:00 +0000',
        timeEpoch: 1_767_225_600_000,
      },
      isBase64Encoded: false,
    })
  })

  it('takes cookies out of their header, and appends the caller to those who forwarded', () => {
    const headers = [
      ['Cookie', 'a=1; b=2'],
      ['cookie', 'c=3'],
      ['X-Forwarded-For', '10.0.0.1'],
      ['X-Forwarded-Proto', 'http'],
      ['Connection', 'close'],
    ] as const
    const event = proxyEvent2(httpRequest({ headers }), null, codec)
    expect([event.cookies, event.headers['cookie'], event.headers['connection']]).toEqual([
      ['a=1', 'b=2', 'c=3'],
      undefined,
      undefined,
    ])
    expect([event.headers['x-forwarded-for'], event.headers['x-forwarded-proto']]).toEqual([
      '10.0.0.1, 203.0.113.9',
      'https',
    ])
  })

  it('says who calls in a block of its own', () => {
    const authorizerOf = (caller: HttpCaller) => proxyEvent2(httpRequest(), caller, codec).requestContext.authorizer
    expect(authorizerOf({ kind: 'jwt', claims: { sub: 'u' }, scopes: null })).toEqual({
      jwt: { claims: { sub: 'u' }, scopes: null },
    })
    expect(authorizerOf({ kind: 'lambda', principalId: 'u', context: { a: [1] } })).toEqual({ lambda: { a: [1] } })
    expect(authorizerOf({ kind: 'lambda', principalId: null, context: null })).toEqual({ lambda: null })
    expect(authorizerOf(iam)).toEqual({
      iam: {
        accessKey: 'AKIDEXAMPLE',
        accountId: '123456789012',
        callerId: 'AIDAX',
        cognitoIdentity: null,
        principalOrgId: null,
        userArn: 'arn:aws:iam::123456789012:user/ada',
        userId: 'AIDAX',
      },
    })
  })

  it('has bodies as text only where their type says that they are', () => {
    expect([
      bodyOf('a=b', ['Content-Type', 'text/plain']),
      bodyOf('{}', ['content-type', 'Application/JSON; charset=utf-8']),
      bodyOf('{}', ['content-type', 'application/vnd.api+json']),
      bodyOf('a=b', ['content-type', 'application/x-www-form-urlencoded']),
      bodyOf('a=b'),
      bodyOf('{}', ['content-type', 'application/json'], ['content-encoding', 'gzip']),
      bodyOf('{}', ['content-type', 'application/json'], ['content-encoding', 'identity']),
      bodyOf(''),
    ]).toEqual([
      ['a=b', false],
      ['{}', false],
      ['{}', false],
      ['YT1i', true],
      ['YT1i', true],
      ['e30=', true],
      ['{}', false],
      [undefined, false],
    ])
  })

  it('keeps names such as __proto__ as data', () => {
    const pathParameters = Object.fromEntries([['__proto__', 'x']]) as Record<string, string>
    const event = proxyEvent2(httpRequest({ headers: [['__proto__', 'h']], pathParameters }), null, codec)
    expect([Object.entries(event.headers)[0], Object.entries(event.pathParameters!)]).toEqual([
      ['__proto__', 'h'],
      [['__proto__', 'x']],
    ])
  })

  it('has the path that a mapping put in', () => {
    const { rawPath, requestContext } = proxyEvent2(httpRequest({ mappedPath: '/v2' }), null, codec)
    expect([rawPath, requestContext.http.path]).toEqual(['/v2', '/v2'])
  })
})

describe('an event of format 1.0', () => {
  it('has null for what is not there, several values in lists and the last of them alone', () => {
    const event = proxyEvent1(httpRequest(), iam, codec)
    expect(event).toMatchObject({
      version: '1.0',
      resource: '/pets/{id}',
      path: '/dev/pets/6%20',
      httpMethod: 'POST',
      headers: { 'X-One': '2', 'User-Agent': 'me', 'Content-Length': '0' },
      multiValueHeaders: { 'X-One': ['1', '2'] },
      queryStringParameters: { a: '2', b: 'x y' },
      multiValueQueryStringParameters: { a: ['1', '2'], b: ['x y'] },
      pathParameters: { id: '6 ' },
      stageVariables: { color: 'red' },
      body: null,
      isBase64Encoded: false,
      requestContext: {
        path: '/dev/pets/6 ',
        resourceId: 'POST /pets/{id}',
        resourcePath: '/pets/{id}',
        extendedRequestId: 'abc=',
        authorizer: { claims: null, scopes: null },
        identity: { accountId: '123456789012', user: 'AIDAX', userArn: 'arn:aws:iam::123456789012:user/ada' },
      },
    })
    const empty = proxyEvent1(httpRequest({ rawQuery: '', pathParameters: {}, stageVariables: {} }), null, codec)
    expect([
      empty.queryStringParameters,
      empty.multiValueQueryStringParameters,
      empty.pathParameters,
      empty.stageVariables,
    ]).toEqual([null, null, null, null])
  })

  it('calls the default route by its name', () => {
    const { resource, requestContext } = proxyEvent1(httpRequest({ routeKey: '$default' }), null, codec)
    expect([resource, requestContext.resourcePath, requestContext.resourceId]).toEqual([
      '$default',
      '$default',
      '$default',
    ])
  })
})

describe('the event of a Lambda authorizer', () => {
  it('names the route by the path that routing looked at', () => {
    expect(routeArn(httpRequest({ routePath: '/a%2Fb/c/' }))).toBe(
      'arn:aws:execute-api:us-east-1:123456789012:api0000001/dev/POST/a/b/c',
    )
  })

  it('has the values of its sources, and never a body', () => {
    const facts = httpRequest({ body: Buffer.from('secret') })
    const two = authorizerEvent2(facts, ['a', 'b'])
    const one = authorizerEvent1(facts, ['a', 'b'])
    expect([two.identitySource, one.identitySource, one.authorizationToken, 'body' in two, 'body' in one]).toEqual([
      ['a', 'b'],
      'a,b',
      'a,b',
      false,
      false,
    ])
    expect(Object.keys(one.requestContext)).toEqual([
      'path',
      'accountId',
      'resourceId',
      'stage',
      'requestId',
      'identity',
      'resourcePath',
      'httpMethod',
      'apiId',
    ])
  })
})

it('canonicalHeaderName writes each word with a capital', () => {
  expect(['x-custom-HEADER', 'etag', 'x--y', 'Content-MD5'].map(canonicalHeaderName)).toEqual([
    'X-Custom-Header',
    'Etag',
    'X--Y',
    'Content-Md5',
  ])
})

it('isTextPayload takes a missing type for binary', () => {
  expect([
    isTextPayload(undefined, undefined),
    isTextPayload('application/xml', ''),
    isTextPayload('image/svg+xml', undefined),
  ]).toEqual([false, true, true])
})
