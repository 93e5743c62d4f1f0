import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { HTTP_API, httpDesign, httpProxy } from './testing/http-sample'
import { recordingBackend, type RecordingBackend } from './testing/recording-backend'
import { servedHttp } from './testing/served-http'

const serve = servedHttp('')

let backend: RecordingBackend
afterEach(() => backend.close())

describe('HTTP_PROXY', () => {
  test('sends the request on with what the gateway says of itself', async () => {
    backend = await recordingBackend()
    const { send, state } = await serve({
      routes: { 'POST /a/{id}': { integration: httpProxy(`${backend.origin}/base/{id}?k=v`) } },
    })
    const { status, text } = await send('/a/6%20%3F7?q=a+b&q=%32', {
      method: 'POST',
      headers: { 'X-Own': 'x', Connection: 'keep-alive', Forwarded: 'for=10.0.0.1', Authorization: 'Bearer t' },
      body: 'hi',
    })
    const { headers, ...rest } = backend.requests[0]!
    expect([status, text, rest]).toEqual([
      200,
      'ok',
      { method: 'POST', url: '/base/6%20%3F7?k=v&q=a+b&q=%32', body: 'hi' },
    ])
    const { 'x-amzn-trace-id': trace, ...others } = headers
    expect(trace).toMatch(/^Self=1-[0-9a-f]{8}-[0-9a-f]{24};Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/)
    const domain = `${HTTP_API}.execute-api.us-east-1.amazonaws.com`
    expect(others).toEqual({
      authorization: 'Bearer t',
      connection: 'close',
      'content-length': '2',
      forwarded: `for=10.0.0.1, by=127.0.0.1;for=127.0.0.1;host=${domain};proto=https`,
      host: backend.origin.slice('http://'.length),
      via: 'HTTP/1.1 AmazonAPIGateway',
      'x-own': 'x',
    })
    expect(state.apis[0]!.protocolType).toBe('HTTP')
  })

  test('appends the whole path for $default only, without the stage', async () => {
    backend = await recordingBackend()
    const routes = {
      $default: { integration: httpProxy(`${backend.origin}/root/`) },
      'GET /fixed/{proxy+}': { integration: httpProxy(`${backend.origin}/\${stageVariables.where}/{proxy}`) },
    }
    const stages = { dev: { autoDeploy: true, stageVariables: { where: 'here' } } }
    const { send } = await serve({ routes, api: { stages } })
    await send('/x%20y/z?a=1', { method: 'PATCH' })
    await send('/fixed/a/b%20c')
    expect(backend.requests.map(({ method, url }) => [method, url])).toEqual([
      ['PATCH', '/root/x%20y/z?a=1'],
      ['GET', '/here/a/b%20c'],
    ])
  })

  test('gives the answer back as it is, its coding too, but for the connection', async () => {
    const packed = gzipSync('hello')
    backend = await recordingBackend((_request, response) => {
      const headers = { 'Content-Encoding': 'gzip', 'X-Own': ['1', '2'], Location: '/elsewhere', Connection: 'close' }
      response.writeHead(302, { ...headers, 'access-control-allow-origin': '*' })
      response.end(packed)
    })
    const { send } = await serve({ routes: { $default: { integration: httpProxy(backend.origin) } } })
    const { status, bytes, headers } = await send('/')
    expect([status, bytes.equals(packed)]).toEqual([302, true])
    expect([
      headers['x-own'],
      headers['location'],
      headers['access-control-allow-origin'],
      headers['content-encoding'],
    ]).toEqual(['1, 2', '/elsewhere', '*', 'gzip'])
    expect(backend.requests).toHaveLength(1)
  })

  test('answers 504 for a backend that is late, 503 for one that is not there, and plays faults', async () => {
    backend = await recordingBackend(() => undefined)
    const closed = createServer()
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
    const { port } = closed.address() as AddressInfo
    await new Promise<void>((resolve) => closed.close(() => resolve()))
    const { send, lines } = await serve({
      routes: {
        'GET /late': { integration: httpProxy(backend.origin, { timeoutInMillis: 100 }) },
        'GET /gone': { integration: httpProxy(`http://127.0.0.1:${port}`) },
        'GET /throttled': { integration: httpProxy(backend.origin, { fault: 'throttled' }) },
        'GET /error': { integration: httpProxy(backend.origin, { fault: 'error' }) },
        'GET /metadata': { integration: httpProxy('http://169.254.169.254/latest') },
        'GET /file': { integration: httpProxy('file:///etc/passwd') },
        'GET /link': { integration: httpProxy('arn:aws:x', { connectionType: 'VPC_LINK', connectionId: 'v' }) },
        'GET /empty': {},
      },
    })
    const answers = []
    for (const path of ['/late', '/gone', '/throttled', '/error', '/metadata', '/file', '/link', '/empty']) {
      const { status, text } = await send(path)
      answers.push([status, text])
    }
    const unavailable = [503, '{"message":"Service Unavailable"}']
    const broken = [500, '{"message":"Internal Server Error"}']
    expect(answers).toEqual([
      [504, '{"message":"Gateway Timeout"}'],
      unavailable,
      [429, ''],
      unavailable,
      broken,
      broken,
      unavailable,
      broken,
    ])
    expect(lines.some((line) => line.includes('169.254.169.254 is a link-local address'))).toBe(true)
  })

  test('does not call the gateway itself', async () => {
    backend = await recordingBackend()
    const { send, state, gateway } = await serve({ routes: { $default: { integration: httpProxy(backend.origin) } } })
    const integration = httpProxy(`http://127.0.0.1:${state.port}/${HTTP_API}`)
    gateway.update(httpDesign({ routes: { $default: { integration } } }))
    expect((await send('/loop')).status).toBe(500)
  })

  test('reaches a private integration by its local address, with the stage in the path unless a mapping takes it out', async () => {
    backend = await recordingBackend()
    const link = {
      connectionType: 'VPC_LINK',
      connectionId: 'link01',
      backend: backend.origin,
    } as const
    const listener = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/a/b/c'
    const { send } = await serve({
      routes: {
        'GET /a/{id}': { integration: httpProxy(listener, link) },
        'GET /b/{id}': {
          integration: httpProxy(listener, { ...link, requestParameters: { 'overwrite:path': '$request.path' } }),
        },
      },
      api: { stages: { test: { autoDeploy: true } } },
    })
    await send('/a/6%20?x=1')
    await send('/b/6%20')
    expect(backend.requests.map(({ url }) => url)).toEqual(['/test/a/6%20?x=1', '/b/6%20'])
  })

  test('maps the request and the answer', async () => {
    backend = await recordingBackend((_request, response) => {
      response.writeHead(500, { 'X-Err': 'e', 'Content-Type': 'application/json' })
      response.end('{"code":"broken"}')
    })
    const integration = httpProxy(`${backend.origin}/x`, {
      requestParameters: {
        'append:header.id': '$context.requestId',
        'overwrite:header.x-a': 'new\r\nX-Evil: 1',
        'remove:querystring.secret': "''",
        'overwrite:path': 'v2/${request.path.name}',
        'append:header.Authorization': 'stolen',
      },
      responseParameters: {
        '500': { 'overwrite:statuscode': '403', 'append:header.why': '$response.body.code', 'remove:header.x-err': '' },
        '403': { 'append:header.never': 'x' },
      },
    })
    const { send } = await serve({ routes: { 'GET /{name}': { integration } } })
    const { status, headers, text } = await send('/cat?secret=1&k=2', { headers: { 'X-A': 'old' } })
    expect([status, headers['why'], headers['x-err'], headers['never'], text]).toEqual([
      403,
      'broken',
      undefined,
      undefined,
      '{"code":"broken"}',
    ])
    const [{ url, headers: got }] = backend.requests as [(typeof backend.requests)[number]]
    expect([url, got['id'], got['x-a'], got['x-evil'], got['authorization']]).toEqual([
      '/v2/cat?k=2',
      headers['apigw-requestid'],
      'newX-Evil: 1',
      undefined,
      undefined,
    ])
  })
})
