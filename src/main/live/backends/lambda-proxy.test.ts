import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Method } from '@shared/design/method'
import { builtHandlerProcess } from '../testing/built-handler-process'
import { API, lambdaMethod, sampleDesign, type SampleParts } from '../testing/sample-design'
import { serveSample, type Received, type Sent, type ServedSample } from '../testing/served-sample'
import { testClock } from '../testing/test-clock'

let handlerProcessUrl: URL
beforeAll(async () => {
  handlerProcessUrl = await builtHandlerProcess()
})
let sample: ServedSample | null = null
afterEach(async () => {
  await sample?.close()
  sample = null
})

const echo = 'export const handler = async (event) => ({ body: JSON.stringify(event) })'

async function serve(
  method: Method,
  file: string,
  parts: Partial<SampleParts> = {},
  path = '/{proxy+}',
): Promise<ServedSample> {
  const design = sampleDesign({ resources: { [path]: { methods: { ANY: method } } }, ...parts })
  sample = await serveSample({ design, files: { 'f.mjs': file }, handlerProcessUrl, clock: testClock() })
  return sample
}

/** The event that a function gets for a request. */
async function eventOf(path: string, sent: Sent = {}, parts: Partial<SampleParts> = {}) {
  const { send } = await serve(lambdaMethod('./f.mjs'), echo, parts)
  return JSON.parse((await send(path, sent)).text)
}

/** What a client gets for a result that a function returns. */
async function resultOf(result: string, sent: Sent = {}, parts: Partial<SampleParts> = {}): Promise<Received> {
  const { send } = await serve(lambdaMethod('./f.mjs'), `export const handler = async () => (${result})`, parts)
  return send('/x', sent)
}

describe('the event of AWS_PROXY', () => {
  test('is that of payload version 1.0, member by member', async () => {
    const headers = {
      'X-Mixed-Case': 'aValUE',
      authorization: 'word',
      'user-agent': 'test/1.0',
      'X-Forwarded-For': '203.0.113.9',
    }
    const event = await eventOf(
      '/a//b/?q=1&q=a+b%2B&e',
      { method: 'POST', headers, body: 'text' },
      { stage: { variables: { env: 'blue' } } },
    )
    const { requestId, extendedRequestId, resourceId, ...requestContext } = event.requestContext
    const traceId = event.headers['X-Amzn-Trace-Id']
    const shown = {
      'X-Mixed-Case': 'aValUE',
      Authorization: 'word',
      'User-Agent': 'test/1.0',
      Host: `${API}.execute-api.us-east-1.amazonaws.com`,
      'X-Amzn-Trace-Id': traceId,
      'X-Forwarded-For': '203.0.113.9, 127.0.0.1',
      'X-Forwarded-Port': '443',
      'X-Forwarded-Proto': 'https',
    }
    expect({ ...event, requestContext }).toEqual({
      resource: '/{proxy+}',
      path: '/a//b/',
      httpMethod: 'POST',
      headers: shown,
      multiValueHeaders: Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, [value]])),
      queryStringParameters: { q: 'a b+', e: '' },
      multiValueQueryStringParameters: { q: ['1', 'a b+'], e: [''] },
      pathParameters: { proxy: 'a//b' },
      stageVariables: { env: 'blue' },
      requestContext: {
        resourcePath: '/{proxy+}',
        httpMethod: 'POST',
        requestTime: '01/Jan/2026:00:00:00 +0000',
        path: '/prod/a//b/',
        accountId: '123456789012',
        protocol: 'HTTP/1.1',
        stage: 'prod',
        domainPrefix: API,
        requestTimeEpoch: 1_767_225_600_000,
        identity: {
          cognitoIdentityPoolId: null,
          accountId: null,
          cognitoIdentityId: null,
          caller: null,
          sourceIp: '127.0.0.1',
          principalOrgId: null,
          accessKey: null,
          cognitoAuthenticationType: null,
          cognitoAuthenticationProvider: null,
          userArn: null,
          userAgent: 'test/1.0',
          user: null,
        },
        domainName: `${API}.execute-api.us-east-1.amazonaws.com`,
        deploymentId: 'dep001',
        apiId: API,
      },
      body: 'text',
      isBase64Encoded: false,
    })
    expect(traceId).toMatch(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/)
    expect([requestId.length, extendedRequestId.length, resourceId.length]).toEqual([36, 16, 6])
  })

  test('has null for what is empty, and the last of several values', async () => {
    const event = await eventOf('//x', { headers: { 'X-Two': ['1', '2'] } })
    const { queryStringParameters, multiValueQueryStringParameters, stageVariables, body, path, requestContext } = event
    expect([queryStringParameters, multiValueQueryStringParameters, stageVariables, body]).toEqual([
      null,
      null,
      null,
      null,
    ])
    expect([event.headers['X-Two'], event.multiValueHeaders['X-Two']]).toEqual(['2', ['1', '2']])
    expect([path, requestContext.path]).toEqual(['/x', '/prod//x'])
  })

  test('keeps paths as they were sent', async () => {
    const event = await eventOf('/api/test%2Balias@gmail.com/plus+/%00/../x;y=1')
    const path = '/api/test%2Balias@gmail.com/plus+/%00/../x;y=1'
    expect([event.path, event.pathParameters]).toEqual([path, { proxy: path.slice(1) }])
  })

  test('has no header of the connection, and no stranger in its maps', async () => {
    const headers = { Connection: 'close', TE: 'trailers', 'Max-Forwards': '2' }
    const event = await eventOf('/x?__proto__=1&constructor=2', { headers })
    expect(Object.keys(event.headers).filter((name) => /^(connection|te|max-forwards)$/i.test(name))).toEqual([])
    expect(Object.entries(event.queryStringParameters)).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
    ])
  })

  test('has the body as base64 when its type is binary', async () => {
    const body = Buffer.from([0xff, 0x00, 0xfe])
    const sent = { method: 'POST', headers: { 'Content-Type': 'image/png' }, body }
    const binary = await eventOf('/x', sent, { api: { binaryMediaTypes: ['image/*'] } })
    await sample!.close()
    const text = await eventOf('/x', sent)
    expect([binary.body, binary.isBase64Encoded, text.body, text.isBase64Encoded]).toEqual([
      '/wD+',
      true,
      '\ufffd\u0000\ufffd',
      false,
    ])
  })

  test('continues a trace that the client began', async () => {
    const root = '1-5759e988-bd862e3fe1be46a994272793'
    const event = await eventOf('/x', { headers: { 'X-Amzn-Trace-Id': `Root=${root};Sampled=1` } })
    expect(event.headers['X-Amzn-Trace-Id']).toMatch(new RegExp(`^Root=${root};Parent=[0-9a-f]{16};Sampled=1$`))
  })
})

describe('the result of AWS_PROXY', () => {
  test('may leave out every member', async () => {
    const { status, headers, text } = await resultOf('{}')
    expect([status, headers['content-type'], text]).toEqual([200, 'application/json', ''])
    expect(headers['x-amzn-trace-id']).toMatch(/^Root=1-/)
  })

  test('may give the status as text, and header values that are no text', async () => {
    const result = `{ statusCode: '201', headers: { a: true, b: 7, c: null, 'Content-Type': 'text/plain' }, body: 'x' }`
    const { status, headers, text } = await resultOf(result)
    expect([status, headers['a'], headers['b'], headers['c'], headers['content-type'], text]).toEqual([
      201,
      'true',
      '7',
      undefined,
      'text/plain',
      'x',
    ])
  })

  test('puts several values before the single one, spelled as with several', async () => {
    const { rawHeaders } = await resultOf(
      `{ multiValueHeaders: { 'tesT-Multi': ['1', '2'] }, headers: { 'test-multi': '3' } }`,
    )
    const at = rawHeaders.flatMap((name, index) =>
      name.toLowerCase() === 'test-multi' ? [name, rawHeaders[index + 1]] : [],
    )
    expect(at).toEqual(['tesT-Multi', '1', 'tesT-Multi', '2', 'tesT-Multi', '3'])
  })

  test.each([
    [`'text'`, 'it is not an object'],
    ['null', 'it is not an object'],
    ['[]', 'it is not an object'],
    ['{ cookies: [] }', 'the service does not know its member "cookies"'],
    [`{ statusCode: 'abc' }`, 'statusCode is no HTTP status'],
    ['{ statusCode: 99 }', 'statusCode is no HTTP status'],
    ['{ body: { a: 1 } }', 'body is not text'],
    ['{ headers: { a: {} } }', 'headers.a is not text'],
    [`{ headers: 'a' }`, 'headers is not an object'],
    [`{ multiValueHeaders: { a: '1' } }`, 'multiValueHeaders.a is not a list'],
  ])('%s is malformed', async (result, why) => {
    const { status, headers, text } = await resultOf(result)
    expect([status, headers['x-amzn-errortype'], headers['x-amzn-trace-id'], text]).toEqual([
      502,
      'InternalServerErrorException',
      undefined,
      '{"message":"Internal server error"}',
    ])
    expect(sample!.lines).toEqual([`ANY /{proxy+} of "Sample", stage prod: malformed Lambda proxy response: ${why}`])
  })

  test('keeps headers of the connection apart, and nothing in a value ends its line', async () => {
    const { headers, rawHeaders, status } = await resultOf(
      `{ headers: { Date: 'mine', Server: 's', 'Transfer-Encoding': 'chunked', 'X-Evil': 'a\\r\\nX-Injected: 1', 'bad name': 'x', 'X-Name': 'Zo\u00eb \u2713' } }`,
    )
    expect([status, headers['x-amzn-remapped-date'], headers['x-amzn-remapped-server'], headers['x-evil']]).toEqual([
      200,
      'mine',
      's',
      'aX-Injected: 1',
    ])
    expect(rawHeaders).not.toContain('X-Injected')
    expect(Buffer.from(String(headers['x-name']), 'latin1').toString('utf8')).toBe('Zo\u00eb \u2713')
  })

  const encoded = `{ body: Buffer.from('\\u0000raw').toString('base64'), isBase64Encoded: true }`
  test.each([
    [['image/png'], 'image/png,*/*', true],
    [['image/png'], '*/*', false],
    [['image/*'], 'image/webp', true],
    [['*/png'], 'image/png', false],
    [['image/png'], undefined, false],
    [['*/*'], undefined, true],
    [undefined, 'image/png', false],
  ])('with binary types %s and Accept %s decodes base64: %s', async (binaryMediaTypes, accept, isDecoded) => {
    const headers: Record<string, string> = accept === undefined ? {} : { Accept: accept }
    const { text } = await resultOf(encoded, { headers }, { api: { ...(binaryMediaTypes && { binaryMediaTypes }) } })
    expect(text).toBe(isDecoded ? '\u0000raw' : Buffer.from('\u0000raw').toString('base64'))
  })

  test('that is marked as base64 but is none cannot be decoded', async () => {
    const result = `{ body: 'not base64!', isBase64Encoded: true }`
    expect((await resultOf(result, {}, { api: { binaryMediaTypes: ['*/*'] } })).status).toBe(500)
  })
})

describe('the function of AWS_PROXY', () => {
  test('is found by the name in its ARN, and has its own environment, time and memory', async () => {
    const uri =
      'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/' +
      'arn:aws:lambda:us-east-1:123456789012:function:orders:${stageVariables.alias}/invocations'
    const file = `export const create = (event, context) => ({
      body: JSON.stringify({ env: process.env, context, left: context.getRemainingTimeInMillis() > 1000 }),
    })`
    const functions = {
      orders: { handler: './f.mjs#create', timeout: 2, memorySize: 256, environment: { TABLE: 'orders' } },
    }
    const method = lambdaMethod('', {}, { uri })
    delete (method.integration as { handler?: string }).handler
    const { send } = await serve(method, file, { design: { functions }, stage: { variables: { alias: 'live' } } })
    const { env, context, left } = JSON.parse((await send('/x')).text)
    expect([env.TABLE, env.AWS_LAMBDA_FUNCTION_NAME, env.AWS_REGION, left]).toEqual([
      'orders',
      'orders',
      'us-east-1',
      true,
    ])
    expect(Object.keys(env).filter((name) => /VITEST|HOME|NODE_/.test(name))).toEqual([])
    expect(context).toMatchObject({
      functionName: 'orders',
      functionVersion: '$LATEST',
      memoryLimitInMB: '256',
      invokedFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:orders',
    })
  })

  test.each([
    ['throws', 'throw new TypeError("boom")', 'TypeError: boom'],
    ['throws text', 'throw "boom"', 'string: boom'],
    ['rejects', 'return Promise.reject(new Error("late"))', 'Error: late'],
  ])('that %s is a function error', async (_how, code, shown) => {
    const { send, lines } = await serve(lambdaMethod('./f.mjs'), `export const handler = async () => { ${code} }`)
    expect(await send('/x')).toMatchObject({ status: 502, text: '{"message":"Internal server error"}' })
    expect(lines).toEqual([`ANY /{proxy+} of "Sample", stage prod: the function failed: ${shown}`])
  })

  test('that outlasts its integration is ended and answered for with 504, and the next call works', async () => {
    const file = `export const handler = ({ path }) => { if (path === '/stuck') for (;;); return { body: 'well' } }`
    const { send, lines } = await serve(lambdaMethod('./f.mjs', {}, { timeoutInMillis: 1500 }), file)
    expect(await send('/stuck')).toMatchObject({ status: 504, text: '{"message":"Endpoint request timed out"}' })
    expect((await send('/well')).text).toBe('well')
    expect(lines).toEqual(['ANY /{proxy+} of "Sample", stage prod: no answer within 1500 ms'])
  })

  test('must be called with POST', async () => {
    const { send, lines } = await serve(lambdaMethod('./f.mjs', {}, { httpMethod: 'GET' }), echo)
    expect((await send('/x')).status).toBe(500)
    expect(lines).toEqual([
      'ANY /{proxy+} of "Sample", stage prod: the httpMethod of an AWS_PROXY integration must be POST',
    ])
  })

  test('cannot be reached with a mapping that the service refuses', async () => {
    const requestParameters = { 'integration.request.header.Authorization': "'x'" }
    const { send } = await serve(lambdaMethod('./f.mjs', {}, { requestParameters }), echo)
    expect((await send('/x')).status).toBe(500)
  })

  test.each([
    ['throttled', 500],
    ['no-permission', 500],
    ['error', 502],
    ['timeout', 504],
  ] as const)('plays the fault %s as %s', async (fault, status) => {
    const { send } = await serve(lambdaMethod('./f.mjs', {}, { fault, timeoutInMillis: 50 }), echo)
    const { text, ...answer } = await send('/x')
    expect([answer.status, text]).toEqual([
      status,
      `{"message":"${status === 504 ? 'Endpoint request timed out' : 'Internal server error'}"}`,
    ])
  })
})
