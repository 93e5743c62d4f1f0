import { describe, expect, test } from 'vitest'
import type { HttpApi } from '@shared/design/http-api'
import type { TryRequest } from '@shared/contract/try'
import { signRequest } from '../../engine/authorizers/sigv4/sign-request'
import { NODE_SIGV4_CRYPTO } from '../identity/sigv4-crypto'
import { testClock } from '../testing/test-clock'
import { exchange } from '../testing/served-sample'
import { HTTP_API, httpDesign, lambda } from './testing/http-sample'
import { servedHttp } from './testing/served-http'

const serve = servedHttp(`
export const who = async (event) => ({ routeKey: event.routeKey, rawPath: event.rawPath, pathParameters: event.pathParameters, iam: event.requestContext.authorizer?.iam })
export const open = async () => ({ statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*', 'access-control-max-age': '9' }, body: 'hi' })
`)

const who = { integration: lambda('./f.mjs#who') }
const NOT_FOUND = [404, '{"message":"Not Found"}']

describe('an HTTP API', () => {
  test('answers at its own address for $default, and below the names of its other stages', async () => {
    const stages = { $default: { autoDeploy: true }, dev: { autoDeploy: true } }
    const { state } = await serve({ routes: { 'GET /a': who }, api: { stages } })
    expect(state.apis.map(({ protocolType, stage, url }) => [protocolType, stage, url])).toEqual([
      ['HTTP', '$default', `http://127.0.0.1:${state.port}/${HTTP_API}`],
      ['HTTP', 'dev', `http://127.0.0.1:${state.port}/${HTTP_API}/dev`],
    ])
    const at = async (path: string) => JSON.parse((await exchange(state.port, `/${HTTP_API}${path}`)).text) as object
    expect([await at('/a'), await at('/dev/a'), await at('/dev/b'), await at('')]).toEqual([
      { routeKey: 'GET /a', rawPath: '/a' },
      { routeKey: 'GET /a', rawPath: '/dev/a' },
      { message: 'Not Found' },
      { message: 'Not Found' },
    ])
  })

  test('without stages is served at $default', async () => {
    const { send, state } = await serve({ routes: { 'GET /a': who }, api: { stages: {} } })
    expect([state.apis[0]!.stage, (await send('/a')).status]).toEqual(['$default', 200])
  })

  test('has its own headers on every answer, and none of REST APIs', async () => {
    const { send } = await serve({ routes: { 'GET /a': who } })
    for (const path of ['/a', '/none']) {
      const { headers, rawHeaders } = await send(path)
      expect(headers['apigw-requestid']).toMatch(/^[A-Za-z0-9_-]{15}=$/)
      expect([headers['x-amzn-requestid'], headers['x-amz-apigw-id'], headers['x-amzn-errortype']]).toEqual([
        undefined,
        undefined,
        undefined,
      ])
      expect([rawHeaders.includes('Apigw-Requestid'), headers['date'] !== undefined]).toEqual([true, true])
    }
  })

  test('tells watchers of every decision, also where no route was found', async () => {
    const { send, traced } = await serve({ routes: { 'GET /a': who } })
    const ok = await send('/a')
    await send('/b?x=1')
    const [first, second] = traced
    expect([first!.requestId, first!.routeKey, first!.apiName, first!.stage, first!.path, first!.status]).toEqual([
      ok.headers['apigw-requestid'],
      'GET /a',
      'Sample',
      '$default',
      '/a',
      200,
    ])
    expect(first!.trace.map(({ step, verdict }) => [step, verdict])).toEqual([
      ['account-throttle', 'passed'],
      ['integration', 'called'],
      ['integration', 'answered'],
    ])
    expect([second!.routeKey, second!.status, second!.trace]).toEqual(['', 404, []])
  })

  test('tells watchers of what was sent, so that it can be sent again: binary bodies left out', async () => {
    const { send, traced } = await serve({ routes: { 'POST /a/{id}': who } })
    const headers = { 'Content-Type': 'application/json', __proto__x: '1' }
    await send('/a/7?x=1&x=2&__proto__=3', { method: 'POST', headers, body: '{"a":1}' })
    await send('/a/7', { method: 'POST', body: Buffer.from([0xff, 0xfe]) })
    const [first, second] = traced.map(({ protocolType, templateEvent }) => ({ protocolType, ...templateEvent }))
    expect([
      first!.protocolType,
      first!.body,
      first!.params!.path,
      Object.entries(first!.params!.querystring!),
    ]).toEqual([
      'HTTP',
      '{"a":1}',
      { id: '7' },
      [
        ['x', '2'],
        ['__proto__', '3'],
      ],
    ])
    expect(first!.params!.header).toMatchObject({ 'Content-Type': 'application/json' })
    expect(second!.body).toBeNull()
  })

  test('throttles by route, stage and account, and shares the account with everything else', async () => {
    const clock = testClock()
    const stage = {
      autoDeploy: true,
      defaultRouteSettings: { throttlingRateLimit: 1, throttlingBurstLimit: 2 },
      routeSettings: { 'GET /b': { throttlingRateLimit: 0, throttlingBurstLimit: 0 } },
    }
    const { send } = await serve(
      { routes: { 'GET /a': who, 'GET /b': who }, api: { stages: { $default: stage } } },
      { clock },
    )
    const statuses = []
    for (const path of ['/a', '/a', '/a', '/b']) statuses.push((await send(path)).status)
    clock.pass(1_000)
    const again = await send('/a')
    expect([statuses, again.status, (await send('/b')).text]).toEqual([
      [200, 200, 429, 429],
      200,
      '{"message":"Too Many Requests"}',
    ])
  })

  test('answers preflights itself, and puts its CORS headers in place of the backend\u2019s on every answer', async () => {
    const origin = 'https://a.example'
    const corsConfiguration = {
      allowOrigins: [origin],
      allowMethods: ['*'],
      exposeHeaders: ['x'],
      allowCredentials: true,
    }
    const { send } = await serve({
      routes: {
        'GET /a': { integration: lambda('./f.mjs#open') },
        'GET /locked': { ...who, authorizationType: 'AWS_IAM' },
      },
      api: { corsConfiguration },
    })
    const cors = (answer: { headers: Readonly<Record<string, unknown>> }) =>
      Object.fromEntries(Object.entries(answer.headers).filter(([name]) => /^(access-control|vary)/.test(name)))
    const asked = { Origin: origin, 'Access-Control-Request-Method': 'GET' }
    const preflight = await send('/nowhere', { method: 'OPTIONS', headers: asked })
    expect([preflight.status, preflight.text, cors(preflight)]).toEqual([
      204,
      '',
      {
        'access-control-allow-origin': origin,
        'access-control-allow-methods': '*',
        'access-control-allow-credentials': 'true',
        vary: 'origin',
      },
    ])
    const named = {
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'x',
      vary: 'origin',
    }
    const headers = { Origin: origin }
    expect([
      cors(await send('/a', { headers })),
      cors(await send('/locked', { headers })),
      cors(await send('/none', { headers })),
    ]).toEqual([named, named, named])
    expect([cors(await send('/a')), cors(await send('/a', { headers: { Origin: 'https://b.example' } }))]).toEqual([
      {},
      {},
    ])
    expect((await send('/a', { method: 'OPTIONS', headers })).status).toBe(404)
  })

  test('lets through what a local user has signed and may call, and nobody else', async () => {
    const allow = (path: string) => ({
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow' as const,
        Action: 'execute-api:Invoke',
        Resource: `arn:aws:execute-api:us-east-1:123456789012:${HTTP_API}/$default/GET/${path}`,
      },
    })
    const user = { name: 'ada', accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', policies: [allow('a')] }
    const locked = { ...who, authorizationType: 'AWS_IAM' } as const
    const { send, state } = await serve({
      routes: { 'GET /a': locked, 'GET /b': locked },
      design: {
        identity: {
          userPools: [],
          iamUsers: [user, { ...user, name: 'eve', accountId: '999999999999', accessKeyId: 'AKIDOTHER' }],
        },
      },
    })
    const signed = async (path: string, credentials = { accessKeyId: user.accessKeyId, secretAccessKey: 'secret' }) => {
      const { request } = signRequest(
        {
          method: 'GET',
          path: `/${HTTP_API}${path}`,
          rawQuery: '',
          headers: [['Host', `127.0.0.1:${state.port}`]],
          body: Buffer.alloc(0),
        },
        { credentials, region: 'us-east-1', service: 'execute-api', at: Date.now(), form: 'header' },
        NODE_SIGV4_CRYPTO,
      )
      return send(path, { headers: Object.fromEntries(request.headers) })
    }
    const answer = JSON.parse((await signed('/a')).text) as { iam: { userId: string } }
    expect(answer.iam).toEqual({
      accessKey: 'AKIDEXAMPLE',
      accountId: '123456789012',
      callerId: answer.iam.userId,
      cognitoIdentity: null,
      principalOrgId: null,
      userArn: 'arn:aws:iam::123456789012:user/ada',
      userId: answer.iam.userId,
    })
    const refused = [
      await send('/a'),
      await signed('/b'),
      await signed('/a', { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wrong' }),
      await signed('/a', { accessKeyId: 'AKIDOTHER', secretAccessKey: 'secret' }),
      await signed('/a', { accessKeyId: 'AKIDNOBODY', secretAccessKey: 'secret' }),
    ]
    expect(refused.map(({ status, text }) => [status, text])).toEqual(
      refused.map(() => [403, '{"message":"Forbidden"}']),
    )
  })

  test('is found at custom domains by its longest mapping, and can be switched off at its own address', async () => {
    const second: HttpApi = { ...(httpDesign({ routes: { $default: who } }).apis[0] as HttpApi), id: 'http000002' }
    const first = httpDesign({ routes: { 'GET /{id}': who }, api: { disableExecuteApiEndpoint: true } }).apis[0]!
    const basePathMappings = [
      { basePath: 'v1', apiId: HTTP_API, stage: '$default' },
      { basePath: 'v1/items', apiId: second.id, stage: '$default' },
    ]
    const domainNames = [{ domainName: 'api.example.com', basePathMappings }]
    const { state } = await serve({ routes: {}, design: { apis: [first, second], domainNames } })
    const at = async (path: string, Host = 'api.example.com') => {
      const { status, text } = await exchange(state.port, path, { headers: { Host } })
      return [status, status === 200 ? JSON.parse(text) : text]
    }
    expect([await at('/v1/7'), await at('/v1/items/7'), await at('/v1/items'), await at('/v2/7')]).toEqual([
      [200, { routeKey: 'GET /{id}', rawPath: '/v1/7', pathParameters: { id: '7' } }],
      [200, { routeKey: '$default', rawPath: '/v1/items/7' }],
      [200, { routeKey: '$default', rawPath: '/v1/items' }],
      NOT_FOUND,
    ])
    expect(await at(`/${HTTP_API}/7`, `127.0.0.1:${state.port}`)).toEqual([403, '{"message":"Forbidden"}'])
  })

  test('acts at once on a changed stage and a changed route', async () => {
    const { send, gateway } = await serve({ routes: { 'GET /a': who } })
    expect((await send('/b')).status).toBe(404)
    gateway.update(httpDesign({ routes: { 'GET /b': who }, api: { stages: { $default: { autoDeploy: false } } } }))
    expect([(await send('/a')).status, (await send('/b')).status]).toEqual([404, 200])
  })

  test('can be called from the window', async () => {
    const { gateway, state } = await serve({ routes: { 'GET /a': who } })
    const request: TryRequest = {
      apiId: HTTP_API,
      stage: '$default',
      method: 'GET',
      path: '/a',
      headers: [],
      body: null,
      apiKeyId: null,
      token: null,
      iamUser: null,
      caller: { sourceIp: '203.0.113.9' },
      isTestInvoke: false,
    }
    const answer = await gateway.send(request)
    expect([answer.status, answer.sent.url, answer.traced?.routeKey]).toEqual([
      200,
      `http://127.0.0.1:${state.port}/${HTTP_API}/a`,
      'GET /a',
    ])
  })
})

describe('hostile requests', () => {
  test('get the limits of HTTP APIs', async () => {
    const { send, sendRaw, state } = await serve({ routes: { 'POST /a': who, 'GET /{proxy+}': who } })
    const large = await send('/a', { method: 'POST', headers: { 'Content-Length': String(11 * 1024 * 1024) } })
    expect([large.status, large.text]).toEqual([413, '{"message":"Request Entity Too Large"}'])
    expect([
      (await send(`/${'x'.repeat(10_300)}`)).status,
      (await send('/x', { headers: { 'X-Big': 'y'.repeat(11_000) } })).status,
    ]).toEqual([414, 431])
    const own = `127.0.0.1:${state.port}`
    const raw = async (head: string) =>
      /^HTTP\/1\.1 (\d+)/.exec(await sendRaw(`${head}\r\nConnection: close\r\n\r\n`))?.[1]
    expect([
      await raw(`GET /${HTTP_API}/x HTTP/1.1\r\nHost: evil.example`),
      await raw(`GET /${HTTP_API}/x HTTP/1.1\r\nHost: ${own}\r\nHost: ${own}`),
      await raw(`TRACE /${HTTP_API}/x HTTP/1.1\r\nHost: ${own}`),
      await raw(`GET /${HTTP_API}/%00%0d%0aX:1 HTTP/1.1\r\nHost: ${own}`),
      await raw(`GET /${HTTP_API}/a/../b/%2e%2e/c HTTP/1.1\r\nHost: ${own}`),
    ]).toEqual(['403', '403', '404', '200', '200'])
  })

  test('cannot pollute anything with the names that they use', async () => {
    const { send } = await serve({ routes: { 'GET /{__proto__}': who } })
    const { text } = await send('/x?__proto__=1&constructor=2', { headers: { __proto__: 'h' } })
    const event = JSON.parse(text) as { pathParameters: object }
    expect([Object.entries(event.pathParameters), ({} as Record<string, unknown>)['1']]).toEqual([
      [['__proto__', 'x']],
      undefined,
    ])
  })

  test('route on the one path that is authorized', async () => {
    const { send } = await serve({
      routes: { 'GET /open/{proxy+}': who, 'GET /locked': { ...who, authorizationType: 'AWS_IAM' } },
    })
    const statuses = []
    for (const path of ['/locked', '/%6cocked', '//locked', '/locked/', '/open/../locked', '/open/%2e%2e/locked']) {
      statuses.push((await send(path)).status)
    }
    expect(statuses).toEqual([403, 403, 403, 403, 200, 200])
  })
})
