import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { builtHandlerProcess } from '../testing/built-handler-process'
import type { ServedSampleOptions } from '../testing/served-sample'
import { recording, serveWebSocket, type ServedWebSocket } from './testing/served-web-socket'
import { CHAT, lambdaIntegration, twoWay, type WebSocketParts } from './testing/web-socket-sample'

let handlerProcessUrl: URL
beforeAll(async () => {
  handlerProcessUrl = await builtHandlerProcess()
})

const started: ServedWebSocket[] = []
afterEach(async () => {
  for (const sample of started.splice(0)) await sample.close()
})

async function serve(parts: WebSocketParts, options: Partial<ServedSampleOptions> = {}): Promise<ServedWebSocket> {
  const sample = await serveWebSocket(parts, { handlerProcessUrl, ...options })
  started.push(sample)
  return sample
}

const lambda = (name: string, more = {}) => lambdaIntegration(`./${name}.mjs#handler`, more)
const ERROR = /^\{"message": "Internal server error", "connectionId":"[\w-]{15}=", "requestId":"[\w-]{15}="\}$/

describe('functions behind routes', () => {
  test('get the events of a connection, from its handshake to its end', async () => {
    const sample = await serve(
      {
        integrations: { c: lambda('c'), m: lambda('m'), d: lambda('d') },
        routes: { $connect: { target: 'c' }, $default: twoWay('m'), $disconnect: { target: 'd' } },
        stage: { stageVariables: { colour: 'blue' } },
      },
      {
        files: {
          'c.mjs': recording('c', 'return { statusCode: 200 }'),
          'm.mjs': recording('m', 'return { statusCode: 200, body: event.body.toUpperCase() }'),
          'd.mjs': recording('d', ''),
        },
      },
    )
    const client = await sample.connect({ query: 'a=1&a=2', headers: { 'X-Room': 'r1', 'User-Agent': 'test' } })
    expect(await client.ask('hello')).toBe('HELLO')
    await client.close(4000, 'bye')
    await ended(sample)
    const [connect, message, disconnect] = ['c', 'm', 'd'].map((name) => sample.events(name)[0]!)
    const { requestContext: context, headers, multiValueHeaders: _all, ...rest } = connect as Record<string, never>
    expect(rest).toEqual({
      queryStringParameters: { a: '2' },
      multiValueQueryStringParameters: { a: ['1', '2'] },
      stageVariables: { colour: 'blue' },
      isBase64Encoded: false,
    })
    expect(headers).toEqual({
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': expect.any(String),
      'Sec-WebSocket-Extensions': expect.any(String),
      'X-Room': 'r1',
      'User-Agent': 'test',
      Host: `${CHAT}.execute-api.us-east-1.amazonaws.com`,
      'X-Amzn-Trace-Id': expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/),
      'X-Forwarded-For': '127.0.0.1',
      'X-Forwarded-Port': '443',
      'X-Forwarded-Proto': 'https',
    })
    const common = {
      stage: 'prod',
      messageDirection: 'IN',
      connectedAt: expect.any(Number),
      requestTimeEpoch: expect.any(Number),
      requestTime: expect.stringMatching(/^\d\d\/\w{3}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
      requestId: expect.stringMatching(/^[\w-]{15}=$/),
      extendedRequestId: expect.stringMatching(/^[\w-]{15}=$/),
      connectionId: expect.stringMatching(/^[\w-]{15}=$/),
      identity: { userAgent: 'test', sourceIp: '127.0.0.1' },
      domainName: `${CHAT}.execute-api.us-east-1.amazonaws.com`,
      apiId: CHAT,
    }
    expect(context).toEqual({ ...common, routeKey: '$connect', eventType: 'CONNECT' })
    expect(message).toEqual({
      requestContext: {
        ...common,
        routeKey: '$default',
        eventType: 'MESSAGE',
        messageId: expect.stringMatching(/^[\w-]{15}=$/),
      },
      stageVariables: { colour: 'blue' },
      body: 'hello',
      isBase64Encoded: false,
    })
    expect(disconnect).toEqual({
      headers: { Host: common.domainName, 'x-api-key': '', 'X-Forwarded-For': '', 'x-restapi': '' },
      multiValueHeaders: { Host: [common.domainName], 'x-api-key': [''], 'X-Forwarded-For': [''], 'x-restapi': [''] },
      requestContext: {
        ...common,
        routeKey: '$disconnect',
        eventType: 'DISCONNECT',
        disconnectStatusCode: 4000,
        disconnectReason: 'bye',
      },
      stageVariables: { colour: 'blue' },
      isBase64Encoded: false,
    })
  })

  test('that fail are told to the client on one-way routes too, and the connection stays open', async () => {
    const sample = await serve(
      { integrations: { m: lambda('m') }, routes: { $default: { target: 'm' } } },
      { files: { 'm.mjs': "export const handler = async () => { throw new Error('no') }" } },
    )
    const client = await sample.connect()
    expect(await client.ask('1')).toMatch(ERROR)
    expect(await client.ask('2')).toMatch(ERROR)
    expect(sample.lines).toContain('$default of "Chat", stage prod: the function failed: Error: no')
  })

  test('that take too long are given up after the time of the integration', async () => {
    const sample = await serve(
      { integrations: { m: lambda('m', { timeoutInMillis: 50 }) }, routes: { $default: { target: 'm' } } },
      { files: { 'm.mjs': 'export const handler = () => new Promise((done) => setTimeout(done, 60_000))' } },
    )
    const client = await sample.connect()
    expect(await client.ask('1')).toMatch(ERROR)
    expect(sample.lines).toEqual(['$default of "Chat", stage prod: no answer within 50 ms'])
  })

  test('choose the subprotocol', async () => {
    const sample = await serve(
      { integrations: { c: lambda('c') }, routes: { $connect: { target: 'c' } } },
      {
        files: {
          'c.mjs':
            "export const handler = async () => ({ statusCode: 200, headers: { 'Sec-WebSocket-Protocol': 'chat2' } })",
        },
      },
    )
    const result = await sample.handshake({ subprotocols: ['chat1', 'chat2'] })
    expect([result.status, result.headers['sec-websocket-protocol']]).toEqual([101, 'chat2'])
  })

  test('refuse a handshake with their status, headers and body', async () => {
    const sample = await serve(
      { integrations: { c: lambda('c') }, routes: { $connect: { target: 'c' } } },
      {
        files: {
          'c.mjs':
            "export const handler = async () => ({ statusCode: 402, headers: { 'X-Why': 'pay' }, body: 'pay first' })",
        },
      },
    )
    const result = await sample.handshake()
    expect([result.status, 'body' in result && result.body, result.headers['x-why']]).toEqual([402, 'pay first', 'pay'])
  })

  test('called without proxy get what the template writes, and are answered by what they failed with', async () => {
    const custom = {
      integrationType: 'AWS',
      handler: './m.mjs#handler',
      requestTemplates: { $default: '{"from":"$context.connectionId","text":$input.json("$.text")}' },
      integrationResponses: {
        $default: { responseTemplates: { $default: 'said $input.path("$.said")' } },
        '/.*too long.*/': { responseTemplates: { $default: 'shorter: $input.path("$.errorMessage")' } },
      },
    } as const
    const sample = await serve(
      { integrations: { m: custom }, routes: { $default: twoWay('m') } },
      {
        files: {
          'm.mjs': `export async function handler({ from, text }) {
  if (text.length > 5) throw new Error('it is too long')
  if (text === 'bad') throw new Error('other')
  return { said: text + from.length }
}`,
        },
      },
    )
    const client = await sample.connect()
    expect([await client.ask('{"text":"hi"}'), await client.ask('{"text":"longer"}')]).toEqual([
      'said hi16',
      'shorter: it is too long',
    ])
    expect(await client.ask('{"text":"bad"}')).toMatch(ERROR)
    expect(await client.ask('oops')).toMatch(
      /^\{"message": "Could not parse request body into json: Unrecognized token 'oops': .*", "connectionId":"/,
    )
  })
})

/** Until the connection of a sample has ended and its `$disconnect` function was called. */
async function ended(sample: ServedWebSocket): Promise<void> {
  for (;;) {
    try {
      if (sample.events('d').length > 0) return
    } catch {
      // Not called yet.
    }
    await new Promise((go) => setImmediate(go))
  }
}
