import { describe, expect, test } from 'vitest'
import { whyNoPython } from '../functions/testing/why-no-python'
import { exchange, type Received } from '../testing/served-sample'
import { HTTP_API, lambda } from './testing/http-sample'
import { servedHttp } from './testing/served-http'

const HANDLERS = `
export const echo = async (event) => event
export const wrapped = async (event) => ({ statusCode: 200, body: JSON.stringify(event) })
export const bare = async () => ({ statusCode: 200 })
export const give = async (event) => JSON.parse(event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString() : event.body)
export const fail = async () => { throw new TypeError('no') }
export const slow = async () => new Promise((resolve) => setTimeout(resolve, 60000))
`

const serve = servedHttp(HANDLERS)
const noPython = await whyNoPython()

const echo = (version: '1.0' | '2.0') => ({ integration: lambda('./f.mjs#echo', { payloadFormatVersion: version }) })

/** The event that a function sent back. */
function eventOf(received: Received): Record<string, unknown> {
  return JSON.parse(received.text) as Record<string, unknown>
}

describe('an event of format 2.0', () => {
  test('has every member of the request, decoded and joined', async () => {
    const { send, state } = await serve({
      routes: { 'POST /pets/{id}/{rest+}': echo('2.0') },
      api: { stages: { dev: { autoDeploy: true, stageVariables: { color: 'red' } } } },
    })
    const event = eventOf(
      await send('/pets/6%20a/b%2Fc/d/?a=1&b=x+y&a=%32&e', {
        method: 'POST',
        headers: { Cookie: 'k=v; w=x', 'X-Twice': ['1', '2'], 'Content-Type': 'application/json', 'User-Agent': 'me' },
        body: '{"n":1}',
      }),
    )
    const { headers, requestContext, ...rest } = event as { headers: Record<string, string>; requestContext: object }
    expect(state.apis[0]!.url).toBe(`http://127.0.0.1:${state.port}/${HTTP_API}/dev`)
    expect(rest).toEqual({
      version: '2.0',
      routeKey: 'POST /pets/{id}/{rest+}',
      rawPath: '/dev/pets/6 a/b/c/d/',
      rawQueryString: 'a=1&b=x+y&a=%32&e',
      cookies: ['k=v', 'w=x'],
      queryStringParameters: { a: '1,2', b: 'x y', e: '' },
      pathParameters: { id: '6 a', rest: 'b/c/d' },
      stageVariables: { color: 'red' },
      body: '{"n":1}',
      isBase64Encoded: false,
    })
    const { 'x-amzn-trace-id': trace, ...named } = headers
    expect(trace).toMatch(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/)
    const host = `${HTTP_API}.execute-api.us-east-1.amazonaws.com`
    expect(named).toEqual({
      'content-length': '7',
      'content-type': 'application/json',
      host,
      'user-agent': 'me',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-port': '443',
      'x-forwarded-proto': 'https',
      'x-twice': '1,2',
    })
    const { requestId, time, timeEpoch, ...context } = requestContext as Record<string, unknown>
    expect(requestId).toMatch(/^[A-Za-z0-9_-]{15}=$/)
    expect([/^\d\d\/[A-Z][a-z]{2}\/\d{4}:[\d:]{8} \+0000$/.test(String(time)), Number(timeEpoch) > 1.7e12]).toEqual([
      true,
      true,
    ])
    expect(context).toEqual({
      accountId: '123456789012',
      apiId: HTTP_API,
      domainName: host,
      domainPrefix: HTTP_API,
      http: {
        method: 'POST',
        path: '/dev/pets/6 a/b/c/d/',
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: 'me',
      },
      routeKey: 'POST /pets/{id}/{rest+}',
      stage: 'dev',
    })
  })

  test('leaves out what a request has not', async () => {
    const { send } = await serve({ routes: { $default: echo('2.0') } })
    const event = eventOf(await send('/'))
    expect(Object.keys(event).sort()).toEqual([
      'headers',
      'isBase64Encoded',
      'rawPath',
      'rawQueryString',
      'requestContext',
      'routeKey',
      'version',
    ])
    expect([event['rawPath'], event['rawQueryString'], event['routeKey']]).toEqual(['/', '', '$default'])
  })
})

describe('an event of format 1.0', () => {
  test('keeps the path encoded, cookies in their header and the last of several values', async () => {
    const integration = lambda('./f.mjs#wrapped', { payloadFormatVersion: '1.0' })
    const { send } = await serve({ routes: { 'GET /a/{id}': { integration } } })
    const event = eventOf(await send('/a/%C3%A9?q=1&q=2', { headers: { 'x-own': ['a', 'b'], cookie: 'k=v' } }))
    const { headers, multiValueHeaders, requestContext, ...rest } = event as Record<string, Record<string, unknown>>
    expect(rest).toEqual({
      version: '1.0',
      resource: '/a/{id}',
      path: '/a/%C3%A9',
      httpMethod: 'GET',
      queryStringParameters: { q: '2' },
      multiValueQueryStringParameters: { q: ['1', '2'] },
      pathParameters: { id: '\u00e9' },
      stageVariables: null,
      body: null,
      isBase64Encoded: false,
    })
    expect([headers!['X-Own'], multiValueHeaders!['X-Own'], headers!['Cookie'], headers!['Content-Length']]).toEqual([
      'b',
      ['a', 'b'],
      'k=v',
      '0',
    ])
    const { path, resourceId, resourcePath, requestId, extendedRequestId, authorizer } = requestContext!
    expect([path, resourceId, resourcePath, requestId === extendedRequestId, authorizer]).toEqual([
      '/a/\u00e9',
      'GET /a/{id}',
      '/a/{id}',
      true,
      { claims: null, scopes: null },
    ])
  })
})

describe('what a function returns', () => {
  const routes = {
    'POST /two': { integration: lambda('./f.mjs#give') },
    'POST /one': { integration: lambda('./f.mjs#give', { payloadFormatVersion: '1.0' }) },
    'POST /bare': { integration: lambda('./f.mjs#bare') },
    'POST /fail': { integration: lambda('./f.mjs#fail') },
    'POST /slow': { integration: lambda('./f.mjs#slow', { timeoutInMillis: 300 }) },
    'POST /unbound': { integration: lambda('./f.mjs#nothing') },
    'POST /throttled': { integration: lambda('./f.mjs#give', { fault: 'throttled' }) },
  } as const

  let lines: readonly string[] = []
  async function answers(sent: readonly (readonly [path: string, body: unknown])[]) {
    const { send, ...sample } = await serve({ routes })
    lines = sample.lines
    const all: unknown[] = []
    for (const [path, body] of sent) {
      const { status, headers, text } = await send(path, { method: 'POST', body: JSON.stringify(body) })
      all.push([status, headers['content-type'], text])
    }
    return all
  }

  test('is inferred in format 2.0 when it has no statusCode', async () => {
    expect(
      await answers([
        ['/two', { body: 'hi' }],
        ['/two', 'test'],
        ['/two', [1, 'a']],
        ['/two', null],
        ['/one', { body: 'hi' }],
        ['/one', 'test'],
      ]),
    ).toEqual([
      [200, 'application/json', '{"body":"hi"}'],
      [200, 'application/json', 'test'],
      [200, 'application/json', '[1,"a"]'],
      [200, 'application/json', 'null'],
      [500, 'application/json', '{"message":"Internal Server Error"}'],
      [500, 'application/json', '{"message":"Internal Server Error"}'],
    ])
  })

  test('is text unless it says something else, and 500 when it cannot be read', async () => {
    expect(
      await answers([
        ['/two', { statusCode: 201, body: 'a' }],
        ['/two', { statusCode: 200, isBase64Encoded: true, body: 'aGk=', headers: { 'content-type': 'image/png' } }],
        ['/bare', null],
        ['/two', { statusCode: 0, body: 'a' }],
        ['/two', { statusCode: 200.5 }],
        ['/two', { statusCode: 200, body: { a: 1 } }],
        ['/two', { statusCode: 200, isBase64Encoded: true, body: '%%%' }],
      ]),
    ).toEqual([
      [201, 'text/plain; charset=utf-8', 'a'],
      [200, 'image/png', 'hi'],
      [200, 'text/plain; charset=utf-8', ''],
      ...[1, 2, 3, 4].map(() => [500, 'application/json', '{"message":"Internal Server Error"}']),
    ])
  })

  test('carries cookies and headers in the casing of HTTP/1.1', async () => {
    const { send } = await serve({ routes })
    const two = await send('/two', {
      method: 'POST',
      body: JSON.stringify({ statusCode: 200, cookies: ['a=1', 'b=2; Secure'], headers: { 'my-header': 'x,y' } }),
    })
    expect([two.headers['set-cookie'], two.rawHeaders.includes('My-Header'), two.headers['my-header']]).toEqual([
      ['a=1', 'b=2; Secure'],
      true,
      'x,y',
    ])
    const one = await send('/one', {
      method: 'POST',
      body: JSON.stringify({ statusCode: 200, headers: { A: '1' }, multiValueHeaders: { a: ['2', '3'] } }),
    })
    expect(one.rawHeaders.filter((_, at) => at % 2 === 1 && one.rawHeaders[at - 1] === 'A')).toEqual(['1', '2', '3'])
  })

  test('is 500 for an error, 503 for a throttled or late function', async () => {
    const error = [500, 'application/json', '{"message":"Internal Server Error"}']
    const late = [503, 'application/json', '{"message":"Service Unavailable"}']
    expect(
      await answers([
        ['/fail', {}],
        ['/unbound', {}],
        ['/throttled', {}],
        ['/slow', {}],
      ]),
    ).toEqual([error, error, late, late])
    expect(lines).toEqual([
      'POST /fail of "Sample", stage $default: the function failed: TypeError: no',
      expect.stringContaining('Runtime.HandlerNotFound'),
      'POST /throttled of "Sample", stage $default: plays the fault "throttled"',
      'POST /slow of "Sample", stage $default: no answer within 300 ms',
    ])
  })

  test('is refused before the call when the event is over 6 MB', async () => {
    const { state } = await serve({ routes })
    const body = Buffer.alloc(5 * 1024 * 1024)
    const { status, text } = await exchange(state.port, `/${HTTP_API}/two`, { method: 'POST', body })
    expect([status, text]).toEqual([413, '{"message":"Request Entity Too Large"}'])
  })

  test.skipIf(noPython !== null)('is passed on as a function in Python wrote it', async () => {
    const files = { 'f.py': 'def main(event, context):\n    return {"a": 1.0, "b": [1, 2]}' }
    const { send } = await serve({ routes: { $default: { integration: lambda('./f.py#main') } } }, { files })
    expect((await send('/')).text).toBe('{"a": 1.0, "b": [1, 2]}')
  })
})
