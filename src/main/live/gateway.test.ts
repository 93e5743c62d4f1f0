import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { newRestApi } from '@shared/design/new-design'
import { mockMethod } from '@shared/design/mock-method'
import { createGateway } from './gateway'
import type { HttpApi } from '@shared/design/http-api'
import type { RestApi } from '@shared/design/rest-api'
import type { WebSocketApi } from '@shared/design/websocket-api'
import { testClock } from './testing/test-clock'
import { API, mockAnswering, sampleDesign } from './testing/sample-design'
import { exchange, serveSample, type ServedSample, type ServedSampleOptions } from './testing/served-sample'

let sample: ServedSample | null = null
afterEach(async () => {
  await sample?.close()
  sample = null
})
async function serve(options: ServedSampleOptions): Promise<ServedSample> {
  sample = await serveSample(options)
  return sample
}

const hello = { '/hello': { methods: { GET: mockAnswering('{"hello":"world"}') } } }

describe('the gateway', () => {
  test('answers below the URL that it says, with the ids of the request', async () => {
    const { send, state } = await serve({ design: sampleDesign({ resources: hello }) })
    const { status, headers, text } = await send('/hello')
    expect([status, headers['content-type'], text]).toEqual([200, 'application/json', '{"hello":"world"}'])
    expect(headers['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers['x-amz-apigw-id']).toMatch(/^[A-Za-z0-9+/]{15}=$/)
    expect([headers['x-amzn-trace-id'], headers['x-amzn-errortype']]).toEqual([undefined, undefined])
    expect(state.apis).toEqual([
      { name: 'Sample', protocolType: 'REST', stage: 'prod', url: `http://127.0.0.1:${state.port}/${API}/prod` },
    ])
  })

  test('lets a client choose the request id, if it is a UUID', async () => {
    const { send } = await serve({ design: sampleDesign({ resources: hello }) })
    const id = '8f0e7a3c-1a2b-4c3d-9e4f-5a6b7c8d9e0f'
    const chosen = await send('/hello', { headers: { 'x-amzn-requestid': id } })
    const other = await send('/hello', { headers: { 'x-amzn-requestid': 'mine' } })
    expect([chosen.headers['x-amzn-requestid'], other.headers['x-amzn-requestid'] === 'mine']).toEqual([id, false])
  })

  test('tells watchers of every decision about a request', async () => {
    const { send, traced } = await serve({ design: sampleDesign({ resources: hello }) })
    await send('/hello?a=1')
    expect(traced).toHaveLength(1)
    const { trace, durationMs, receivedAt, requestId, integrationMs, templateEvent, templateRuns, ...rest } = traced[0]!
    expect(rest).toEqual({
      method: 'GET',
      path: '/hello',
      routeKey: 'GET /hello',
      apiName: 'Sample',
      stage: 'prod',
      status: 200,
      apiKeyName: null,
    })
    expect(trace.map(({ step, verdict }) => [step, verdict])).toEqual([
      ['account-throttle', 'passed'],
      ['integration', 'called'],
      ['integration', 'answered'],
    ])
    expect([durationMs >= integrationMs!, receivedAt > 1.7e12, requestId.length]).toEqual([true, true, 36])
    expect([templateEvent!.params!.querystring, templateRuns!.map(({ phase }) => phase)]).toEqual([
      { a: '1' },
      ['request', 'response'],
    ])
  })

  test('answers an unknown path and an undefined verb like a missing token', async () => {
    const { send } = await serve({ design: sampleDesign({ resources: hello }) })
    for (const [path, method] of [
      ['/nope', 'GET'],
      ['/hello', 'DELETE'],
      ['/hello', 'TRACE'],
    ] as const) {
      const { status, headers, text } = await send(path, { method })
      expect([status, headers['x-amzn-errortype'], text]).toEqual([
        403,
        'MissingAuthenticationTokenException',
        '{"message":"Missing Authentication Token"}',
      ])
    }
  })

  test('reads an Authorization header on an unknown path as a signature', async () => {
    const { send } = await serve({ design: sampleDesign({ resources: hello }) })
    const bearer = await send('/nope', { headers: { Authorization: 'Bearer abc' } })
    expect([bearer.status, bearer.headers['x-amzn-errortype'], JSON.parse(bearer.text)]).toEqual([
      403,
      'IncompleteSignatureException',
      { message: "'abc' not a valid key=value pair (missing equal-sign) in Authorization header: 'Bearer abc'." },
    ])
    const word = await send('/nope', { headers: { Authorization: 'abc' } })
    expect(JSON.parse(word.text)).toEqual({
      message:
        "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. " +
        "Authorization header requires 'SignedHeaders' parameter. Authorization header requires existence of either a " +
        "'X-Amz-Date' or a 'Date' header. Authorization=abc",
    })
  })

  test('answers 403 Forbidden for a stage that is not served', async () => {
    const { state } = await serve({ design: sampleDesign({ resources: hello }) })
    const { status, headers, text } = await exchange(state.port, `/${API}/nope/hello`)
    expect([status, headers['x-amzn-errortype'], text]).toEqual([403, 'ForbiddenException', '{"message":"Forbidden"}'])
  })

  test('serves what is deployed, not what was edited since', async () => {
    const deployed = sampleDesign({ resources: hello })
    const [api] = deployed.apis
    const edited = { ...deployed, apis: [{ ...api!, resources: { '/new': { methods: { GET: mockMethod() } } } }] }
    const { send } = await serve({ design: edited as typeof deployed })
    expect([(await send('/hello')).status, (await send('/new')).status]).toEqual([200, 403])
  })

  test('serves an API without stages as if it were deployed', async () => {
    const api = { ...newRestApi('Fresh'), id: 'fresh00001', stages: {}, deployments: [] }
    const design = { ...sampleDesign({ resources: hello }), apis: [api] }
    const { send, state } = await serve({ design })
    expect([state.apis[0]!.stage, (await send('/')).status]).toEqual(['prod', 200])
  })

  test('says which stages it leaves out, and why', async () => {
    const design = sampleDesign({ resources: hello })
    const rest = design.apis[0]! as ReturnType<typeof newRestApi>
    const twoStages = { ...rest, stages: { ...rest.stages, dev: { methodSettings: {} } } }
    const { lines, state } = await serve({ design: { ...design, apis: [twoStages] } })
    expect(state.apis).toHaveLength(1)
    expect(lines).toEqual([
      'Stage "dev" of "Sample" is not served: nothing is deployed to it. Deploy the API to this stage first.',
    ])
  })

  test('says where APIs of each type are found', async () => {
    const design = sampleDesign({ resources: hello })
    const kept = { routes: {}, integrations: {}, authorizers: {}, stages: {} }
    const http: HttpApi = { protocolType: 'HTTP', id: 'http000001', name: 'Items', ...kept }
    const web: WebSocketApi = {
      protocolType: 'WEBSOCKET',
      id: 'web0000001',
      name: 'Chat',
      routeSelectionExpression: '$request.body.action',
      ...kept,
    }
    const dev: HttpApi = { ...http, id: 'http000002', stages: { dev: { autoDeploy: true } } }
    const { state } = await serve({ design: { ...design, apis: [http, dev, web] } })
    const address = `127.0.0.1:${state.port}`
    expect(state.apis).toEqual([
      { name: 'Items', protocolType: 'HTTP', stage: '$default', url: `http://${address}/http000001` },
      { name: 'Items', protocolType: 'HTTP', stage: 'dev', url: `http://${address}/http000002/dev` },
      {
        name: 'Chat',
        protocolType: 'WEBSOCKET',
        stage: 'prod',
        url: `ws://${address}/web0000001/prod`,
        managementUrl: `http://${address}/web0000001/prod`,
      },
    ])
  })

  test('refuses to start with nothing to serve', async () => {
    const gateway = createGateway({ handlerProcessUrl: new URL('file:///nowhere') })
    const design = { ...sampleDesign({ resources: hello }), apis: [] }
    await expect(gateway.start(design, { host: '127.0.0.1', port: 0, folder: '/' })).rejects.toMatchObject({
      code: 'live/nothing-to-serve',
      message: '"sample" has nothing that can be served. It has no API.',
    })
  })

  test('says that a port is taken, and what to do', async () => {
    const other = createServer()
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening))
    const { port } = other.address() as AddressInfo
    const gateway = createGateway({ handlerProcessUrl: new URL('file:///nowhere') })
    await expect(
      gateway.start(sampleDesign({ resources: hello }), { host: '127.0.0.1', port, folder: '/' }),
    ).rejects.toMatchObject({
      code: 'live/port-in-use',
      message: `Port ${port} of 127.0.0.1 is in use by another program. Stop it, or choose another port; 0 picks a free one.`,
      details: { port },
    })
    other.close()
  })

  test('takes a changed design without a restart', async () => {
    const { gateway, send, state } = await serve({ design: sampleDesign({ resources: hello }) })
    gateway.update(sampleDesign({ resources: { '/bye': { methods: { GET: mockAnswering('{"bye":1}') } } } }))
    expect([(await send('/hello')).status, (await send('/bye')).text]).toEqual([403, '{"bye":1}'])
    expect(state.port).toBeGreaterThan(0)
  })

  test('keeps its state while nothing that it serves has changed', async () => {
    const stage = { methodSettings: { '/hello/GET': { throttlingRateLimit: 1, throttlingBurstLimit: 1 } } }
    const clock = testClock()
    const design = sampleDesign({ resources: hello, stage })
    const { gateway, send } = await serve({ design, clock })
    const statuses = [(await send('/hello')).status, (await send('/hello')).status]
    const api = design.apis[0] as RestApi
    gateway.update({ ...design, name: 'renamed', apis: [{ ...api, resources: {} }] })
    statuses.push((await send('/hello')).status)
    gateway.update({ ...design, account: { throttleSettings: { rateLimit: 5, burstLimit: 5 } } })
    statuses.push((await send('/hello')).status)
    expect(statuses).toEqual([200, 429, 429, 200])
  })

  test('keeps serving what it had when a changed design cannot be compiled', async () => {
    const design = sampleDesign({ resources: hello })
    const { gateway, send, lines } = await serve({ design })
    gateway.update({ ...design, usagePlans: undefined as never })
    expect([(await send('/hello')).status, lines.length]).toEqual([200, 1])
    expect(lines[0]).toMatch(/^The changed design cannot be served; the one before it still is\. /)
  })

  test('is not ended by a watcher that throws', async () => {
    const { gateway, send, lines } = await serve({ design: sampleDesign({ resources: hello }) })
    gateway.onRequest(() => {
      throw new Error('watcher')
    })
    expect([(await send('/hello')).status, (await send('/hello')).status]).toEqual([200, 200])
    expect(lines.every((line) => line.includes('watcher'))).toBe(true)
  })

  test('answers on a custom domain at the mapped base path', async () => {
    const domainNames = [
      {
        domainName: 'api.example.com',
        basePathMappings: [
          { basePath: 'v1', apiId: API, stage: 'prod' },
          { basePath: 'any', apiId: API },
        ],
      },
    ]
    const { sendRaw } = await serve({ design: sampleDesign({ resources: hello, design: { domainNames } }) })
    const get = (path: string) => sendRaw(`GET ${path} HTTP/1.1\r\nHost: api.example.com\r\nConnection: close\r\n\r\n`)
    expect(await get('/v1/hello')).toMatch(/^HTTP\/1.1 200 /)
    expect(await get('/any/prod/hello')).toMatch(/^HTTP\/1.1 200 /)
    expect(await get('/v2/hello')).toMatch(/^HTTP\/1.1 403 /)
  })

  test('answers nothing at the default endpoint when that is switched off', async () => {
    const { send } = await serve({
      design: sampleDesign({ resources: hello, api: { disableExecuteApiEndpoint: true } }),
    })
    expect(await send('/hello')).toMatchObject({ status: 403, text: '{"message":"Forbidden"}' })
  })

  test('never serves what it cannot run, and says what is missing', async () => {
    const resources = {
      '/other': { methods: { GET: mockAnswering('{}', { authorizationType: 'CUSTOM', authorizerId: 'pool' }) } },
      '/pool': { methods: { GET: mockAnswering('{}', { authorizationType: 'COGNITO_USER_POOLS' }) } },
      '/aws': {
        methods: {
          GET: { ...mockMethod(), integration: { ...mockMethod().integration!, type: 'AWS' as const } },
        },
      },
      '/none': { methods: { GET: { ...mockMethod(), integration: undefined } } },
    }
    const api = { authorizers: { pool: { type: 'COGNITO_USER_POOLS' } } } as const
    const { send, lines } = await serve({ design: sampleDesign({ resources: resources as never, api }) })
    for (const path of ['/other', '/pool', '/aws', '/none']) {
      expect(await send(path)).toMatchObject({ status: 500, text: '{"message":"Internal server error"}' })
    }
    expect(lines).toEqual([
      'GET /other of "Sample", stage prod answers 500: its authorizer "pool" is of the type COGNITO_USER_POOLS, which CUSTOM does not take.',
      'GET /pool of "Sample", stage prod answers 500: its authorizer "" does not exist.',
      'GET /aws of "Sample", stage prod: the integration has no uri; give it the ARN of its target',
      'GET /none of "Sample", stage prod answers 500: it has no integration.',
    ])
  })
})
