import { createServer, type Server } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { TryBody, TryRequest } from '@shared/contract/try'
import { userPoolArn, type UserPool } from '@shared/design/identity'
import type { PolicyDocument } from '@shared/design/policy-document'
import { createLocalIdentityProvider } from '../identity/local-identity-provider'
import { memoryKeyStore } from '../identity/pool-key-store'
import { builtHandlerProcess } from '../testing/built-handler-process'
import { API, lambdaMethod, mockAnswering, sampleDesign } from '../testing/sample-design'
import { serveSample, type ServedSample, type ServedSampleOptions } from '../testing/served-sample'
import { TICKET_HEADER } from './caller-tickets'
import { composeRequest } from './compose-request'
import { mintTryToken } from './mint-try-token'
import { sendRequest } from './send-request'

let handlerProcessUrl: URL
beforeAll(async () => {
  handlerProcessUrl = await builtHandlerProcess()
})
let sample: ServedSample | null = null
let server: Server | null = null
afterEach(async () => {
  await sample?.close()
  server?.close()
  sample = null
  server = null
})
async function serve(options: ServedSampleOptions): Promise<ServedSample> {
  sample = await serveSample({ handlerProcessUrl, ...options })
  return sample
}

const REQUEST: TryRequest = {
  apiId: API,
  stage: 'prod',
  method: 'GET',
  path: '/echo',
  headers: [],
  body: null,
  apiKeyId: null,
  token: null,
  iamUser: null,
  caller: {},
  isTestInvoke: false,
}
const KEY = { id: 'key001', name: 'web', value: 'abcdefghijklmnopqrstuvwxyz', enabled: true }
const POOL: UserPool = {
  id: 'us-east-1_Local0001',
  name: 'Shop',
  clients: [{ clientId: 'client1', name: 'web', scopes: [] }],
  users: [{ username: 'ada', sub: '11111111-2222-4333-8444-555555555555', groups: [], attributes: {} }],
}

/** A function that answers with the event that it got. */
const ECHO = 'export const echo = async (event) => ({ body: JSON.stringify(event) })'

function echoDesign(more: Partial<Parameters<typeof sampleDesign>[0]> = {}) {
  const resources = { '/{proxy+}': { methods: { ANY: lambdaMethod('./echo.mjs#echo') } } }
  return sampleDesign({ resources, ...more })
}
const echo = (more: Parameters<typeof echoDesign>[0] = {}) => ({
  design: echoDesign(more),
  files: { 'echo.mjs': ECHO },
})

/** The event that an echo answered with. */
function eventOf({ body }: { readonly body: TryBody }) {
  return JSON.parse(body.kind === 'text' ? body.text : '{}') as {
    readonly path: string
    readonly headers: Readonly<Record<string, string>>
    readonly multiValueHeaders: Readonly<Record<string, readonly string[]>>
    readonly queryStringParameters: Readonly<Record<string, string>>
    readonly body: string
    readonly requestContext: { readonly identity: Readonly<Record<string, string | null>> }
  }
}

describe('a request of the window', () => {
  test('is sent as it is written, with order and repeats of headers, and what was sent is told', async () => {
    const { gateway, state } = await serve(echo())
    const answer = await gateway.send({
      ...REQUEST,
      method: 'POST',
      path: '/a%2Fb//c é?x=1&x=2#y',
      headers: [
        ['X-B', '1'],
        ['X-A', 'größe'],
        ['X-B', '2'],
        ['Content-Length', '999'],
      ],
      body: 'ä',
    })
    expect(answer.sent).toEqual({
      url: `http://127.0.0.1:${state.port}/${API}/prod/a%2Fb//c%20%C3%A9?x=1&x=2%23y`,
      method: 'POST',
      headers: [
        ['Host', `127.0.0.1:${state.port}`],
        ['X-B', '1'],
        ['X-A', 'größe'],
        ['X-B', '2'],
        ['Content-Length', '2'],
        ['Connection', 'close'],
      ],
      body: 'ä',
    })
    const event = eventOf(answer)
    expect([answer.status, event.path, event.body, event.queryStringParameters['x']]).toEqual([
      200,
      '/a%2Fb//c%20%C3%A9',
      'ä',
      '2#y',
    ])
    expect(event.multiValueHeaders['X-B']).toEqual(['1', '2'])
    expect(answer.traced).toMatchObject({ routeKey: 'ANY /{proxy+}', status: 200 })
  })

  test('comes from whom it says, for functions, forwarding and resource policies', async () => {
    const policy: PolicyDocument = {
      Statement: {
        Effect: 'Allow',
        Principal: '*',
        Action: 'execute-api:Invoke',
        Resource: '*',
        Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
      },
    }
    const { gateway } = await serve(echo({ api: { policy } }))
    const caller = { sourceIp: '203.0.113.7' }
    const inside = await gateway.send({ ...REQUEST, headers: [[TICKET_HEADER, 'typed in']], caller })
    const outside = await gateway.send(REQUEST)
    const event = eventOf(inside)
    expect([inside.status, outside.status]).toEqual([200, 403])
    expect([event.requestContext.identity['sourceIp'], event.headers['X-Forwarded-For']]).toEqual([
      '203.0.113.7',
      '203.0.113.7',
    ])
    expect(Object.keys(event.headers).map((name) => name.toLowerCase())).not.toContain(TICKET_HEADER)
  })

  test('comes through a VPC endpoint when it says so', async () => {
    const policy: PolicyDocument = {
      Statement: {
        Effect: 'Allow',
        Principal: '*',
        Action: 'execute-api:Invoke',
        Resource: '*',
        Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } },
      },
    }
    const { gateway } = await serve(echo({ api: { policy } }))
    const sent = await Promise.all(
      ['vpce-1', 'vpce-2'].map((vpcEndpointId) => gateway.send({ ...REQUEST, caller: { vpcEndpointId } })),
    )
    expect(sent.map(({ status }) => status)).toEqual([200, 403])
    expect(eventOf(sent[0]!).requestContext.identity['vpceId']).toBe('vpce-1')
  })

  test('cannot be forged by anybody else: a ticket that was not given, or was used, says nothing', async () => {
    const { gateway, send } = await serve(echo())
    await gateway.send({ ...REQUEST, caller: { sourceIp: '203.0.113.7' } })
    const forged = await send('/echo', { headers: { [TICKET_HEADER]: 'x'.repeat(43) } })
    const event = JSON.parse(forged.text) as ReturnType<typeof eventOf>
    expect(event.requestContext.identity['sourceIp']).toBe('127.0.0.1')
    expect(Object.keys(event.headers).map((name) => name.toLowerCase())).not.toContain(TICKET_HEADER)
  })

  test('carries the value of the chosen key in place of one that was typed in', async () => {
    const usagePlans = [{ id: 'plan01', name: 'Basic', apiStages: [{ apiId: API, stage: 'prod' }], keyIds: [KEY.id] }]
    const method = mockAnswering('ok', { apiKeyRequired: true })
    const design = sampleDesign({
      resources: { '/echo': { methods: { GET: method } } },
      design: { apiKeys: [KEY], usagePlans },
    })
    const { gateway } = await serve({ design })
    const headers = [['X-API-Key', 'typed']] as const
    const chosen = await gateway.send({ ...REQUEST, headers, apiKeyId: KEY.id })
    const typed = await gateway.send({ ...REQUEST, headers })
    expect([chosen.status, typed.status, chosen.traced?.apiKeyName]).toEqual([200, 403, 'web'])
    expect(chosen.sent.headers).toContainEqual(['x-api-key', KEY.value])
    expect(chosen.sent.headers.filter(([name]) => name.toLowerCase() === 'x-api-key')).toHaveLength(1)
  })

  test('carries a token of a local user pool in its header', async () => {
    const { gateway } = await serve(echo({ design: { identity: { userPools: [POOL], iamUsers: [] } } }))
    const token = {
      userPoolId: POOL.id,
      username: 'ada',
      clientId: 'client1',
      use: 'id',
      scopes: [],
      header: 'Authorization',
    } as const
    const claims = async (state: 'valid' | 'expired' | 'wrong-audience', header = 'Authorization') => {
      const { headers } = eventOf(await gateway.send({ ...REQUEST, token: { ...token, state, header } }))
      const [, value = ''] = /^(?:Bearer )?(.+)$/.exec(headers[header]!) ?? []
      return JSON.parse(Buffer.from(value.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>
    }
    const valid = await claims('valid', 'X-Token')
    const expired = await claims('expired')
    expect([valid['cognito:username'], valid['aud'], (await claims('wrong-audience'))['aud']]).toEqual([
      'ada',
      'client1',
      'another-client',
    ])
    expect(Number(valid['exp']) - Number(valid['iat'])).toBe(3600)
    expect(Number(expired['exp']) < Date.now() / 1000).toBe(true)
  })

  test('carries the signature of a chosen IAM user over everything that is sent', async () => {
    const user = { name: 'ada', accessKeyId: 'AKIAEXAMPLE000000001', secretAccessKey: 'secret', policies: [] }
    const { gateway } = await serve(echo({ design: { identity: { userPools: [], iamUsers: [user] } } }))
    const { sent } = await gateway.send({ ...REQUEST, headers: [['X-A', '1']], iamUser: 'ada' })
    const authorization = sent.headers.find(([name]) => name === 'Authorization')![1]
    expect(authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE000000001\/\d{8}\/us-east-1\/execute-api\/aws4_request, SignedHeaders=host;x-a;x-amz-date, Signature=[0-9a-f]{64}$/,
    )
  })

  test('is not sent when it names what is not there, or cannot be written', async () => {
    const { gateway, traced } = await serve(echo({ design: { identity: { userPools: [POOL], iamUsers: [] } } }))
    const token = { userPoolId: 'us-east-1_None', username: 'bob', clientId: 'c', use: 'id', scopes: [] } as const
    const requests: Partial<TryRequest>[] = [
      { apiKeyId: 'nokey' },
      { iamUser: 'nobody' },
      { caller: { sourceIp: 'here' } },
      { headers: [['a b', '1']] },
      { headers: [['X-A', 'a\r\nX-B: 2']] },
      { token: { ...token, state: 'valid', header: 'Authorization' } },
      { token: { ...token, userPoolId: POOL.id, state: 'valid', header: 'Authorization' } },
    ]
    const messages = await Promise.all(
      requests.map((request) =>
        gateway.send({ ...REQUEST, ...request }).then(
          () => 'sent',
          (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
        ),
      ),
    )
    expect(messages).toEqual([
      'live/cannot-send: The request was not sent: the project has no API key with the id "nokey". Choose another key, or send none.',
      'live/cannot-send: The request was not sent: the project has no IAM user "nobody". Choose another user, or do not sign the request.',
      'live/cannot-send: The request was not sent: the caller\'s source IP "here" is no address. Write one like 203.0.113.7 or 2001:db8::7.',
      'live/cannot-send: The request was not sent: "a b" is no header name. Use letters, digits and hyphens.',
      'live/cannot-send: The request was not sent: the header X-A holds a line break or another control character. Take it out.',
      'live/cannot-send: The request was not sent: the project has no user pool with the id "us-east-1_None". Choose another pool, or send no token.',
      'live/cannot-send: The request was not sent: the user pool "Shop" has no user "bob". Choose another user, or add this one.',
    ])
    expect(traced).toEqual([])
  })

  test('is refused as any other: no stage, no route', async () => {
    const { gateway } = await serve({
      design: sampleDesign({ resources: { '/a': { methods: { GET: mockAnswering('') } } } }),
    })
    const noStage = await gateway.send({ ...REQUEST, stage: 'dev' })
    const noRoute = await gateway.send(REQUEST)
    expect([noStage.status, noStage.traced, noStage.executionLog]).toEqual([403, null, []])
    expect([noRoute.status, noRoute.traced?.routeKey, noRoute.executionLog]).toEqual([403, '', []])
  })

  test('shows a body that is no text as bytes, and one that was compressed as what it was', async () => {
    const files = {
      'echo.mjs': `export const echo = async () => ({ body: 'AP8=', isBase64Encoded: true })
        export const long = async () => ({ body: 'x'.repeat(5000) })`,
    }
    const resources = {
      '/echo': { methods: { GET: lambdaMethod('./echo.mjs#echo') } },
      '/long': { methods: { GET: lambdaMethod('./echo.mjs#long') } },
    }
    const api = { binaryMediaTypes: ['*/*'], minimumCompressionSize: 100 }
    const { gateway } = await serve({ design: sampleDesign({ resources, api }), files })
    const accept = [['Accept', 'image/png']] as const
    const binary = await gateway.send({ ...REQUEST, headers: accept })
    const long = await gateway.send({ ...REQUEST, path: '/long', headers: [['Accept-Encoding', 'gzip']] })
    expect(binary.body).toEqual({ kind: 'binary', base64: 'AP8=', bytes: 2 })
    expect(long.body).toMatchObject({ kind: 'text', text: 'x'.repeat(5000) })
    expect(long.body.bytes < 5000).toBe(true)
  })
})

test('a stopped gateway says that it is stopped, whatever is asked of it', async () => {
  const { gateway } = await serve(echo())
  await gateway.stop()
  await expect(gateway.send(REQUEST)).rejects.toMatchObject({
    code: 'live/not-running',
    message: 'The request was not sent: the gateway is stopped. Start it, then try again.',
  })
  expect(() => gateway.caches()).toThrow('stopped')
  expect(() => gateway.flush('response')).toThrow('stopped')
})

test('a token says when its keys cannot be kept', async () => {
  const identity = createLocalIdentityProvider({
    store: { ...memoryKeyStore(), add: () => Promise.reject(new Error('the disk is full')) },
  })
  const design = sampleDesign({ resources: {}, design: { identity: { userPools: [POOL], iamUsers: [] } } })
  const token = {
    userPoolId: POOL.id,
    username: 'ada',
    clientId: 'client1',
    use: 'id',
    scopes: [],
    header: 'Authorization',
    state: 'valid',
  } as const
  await expect(mintTryToken(identity, design, token, 0)).rejects.toMatchObject({
    code: 'live/cannot-send',
    message:
      'The request was not sent: the keys of the user pool "Shop" cannot be kept: the disk is full. See that its folder can be written.',
  })
})

test('a token with a wrong signature is another token', async () => {
  const identity = createLocalIdentityProvider({ store: memoryKeyStore(), randomId: () => 'same' })
  const design = sampleDesign({ resources: {}, design: { identity: { userPools: [POOL], iamUsers: [] } } })
  const base = {
    userPoolId: POOL.id,
    username: 'ada',
    clientId: 'client1',
    use: 'id',
    scopes: [],
    header: 'Authorization',
  } as const
  const [right, wrong] = await Promise.all(
    (['valid', 'wrong-signature'] as const).map((state) => mintTryToken(identity, design, { ...base, state }, 0)),
  )
  const parts = [right!, wrong!].map((token) => token.split('.'))
  expect([parts[0]!.slice(0, 2), parts[0]![2] === parts[1]![2]]).toEqual([parts[1]!.slice(0, 2), false])
})

describe('sendRequest', () => {
  const composed = composeRequest({
    ...REQUEST,
    address: '127.0.0.1:1',
    apiKey: null,
    token: null,
    iamUser: null,
    region: 'us-east-1',
    now: 0,
  })
  async function answering(bytes: string): Promise<{ host: string; port: number }> {
    server = createServer((socket) => socket.on('error', () => undefined).end(bytes))
    await new Promise<void>((listening) => server!.listen(0, '127.0.0.1', listening))
    return { host: '127.0.0.1', port: (server.address() as AddressInfo).port }
  }

  test('gives up on an answer that is too large, broken off or none', async () => {
    const codes: string[] = []
    for (const bytes of [
      'HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n',
      'HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nabc',
      'nonsense',
    ]) {
      const sent = sendRequest(await answering(bytes), composed, { milliseconds: 60_000, bytes: 1000 })
      codes.push(
        await sent.then(
          () => 'answered',
          (error: { code: string }) => error.code,
        ),
      )
      server!.close()
    }
    expect(codes).toEqual(['live/no-answer', 'live/no-answer', 'live/no-answer'])
  })

  test('does not follow where an answer leads', async () => {
    const address = await answering('HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n')
    const { status, headers } = await sendRequest(address, composed)
    expect([status, headers]).toEqual([
      302,
      [
        ['Location', 'http://127.0.0.1:1/'],
        ['Content-Length', '0'],
      ],
    ])
  })
})

test('a signature and a token of the chosen callers are good at the gateway itself, and broken tokens are not', async () => {
  const Statement = { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' } as const
  const user = {
    name: 'ada',
    accessKeyId: 'AKIAEXAMPLE000000001',
    secretAccessKey: 'secret',
    policies: [{ Version: '2012-10-17', Statement }],
  }
  const pool = {
    type: 'COGNITO_USER_POOLS' as const,
    providerARNs: [userPoolArn('us-east-1', '123456789012', POOL.id)],
  }
  const signed = mockAnswering('signed', { authorizationType: 'AWS_IAM' })
  const tokened = mockAnswering('tokened', { authorizationType: 'COGNITO_USER_POOLS', authorizerId: 'pool' })
  const { gateway } = await serve({
    design: sampleDesign({
      resources: { '/signed': { methods: { GET: signed } }, '/tokened': { methods: { GET: tokened } } },
      api: { authorizers: { pool } },
      design: { identity: { userPools: [POOL], iamUsers: [user] } },
    }),
  })
  const token = {
    userPoolId: POOL.id,
    username: 'ada',
    clientId: 'client1',
    use: 'id',
    scopes: [],
    header: 'Authorization',
  } as const
  const statusOf = async (request: Partial<TryRequest>) => (await gateway.send({ ...REQUEST, ...request })).status
  expect([
    await statusOf({ path: '/signed?b=2&a=%20', iamUser: 'ada' }),
    await statusOf({ path: '/signed' }),
    await statusOf({ path: '/tokened', token: { ...token, state: 'valid' } }),
    await statusOf({ path: '/tokened', token: { ...token, state: 'expired' } }),
    await statusOf({ path: '/tokened', token: { ...token, state: 'wrong-signature' } }),
  ]).toEqual([200, 403, 200, 401, 401])
})
