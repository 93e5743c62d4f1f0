import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import type { ServedSampleOptions } from '../testing/served-sample'
import { serveWebSocket, type ServedWebSocket } from './testing/served-web-socket'
import { CHAT, twoWay, webSocketDesign, type WebSocketParts } from './testing/web-socket-sample'

const started: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of started.splice(0)) await one.close()
})

async function serve(parts: WebSocketParts, options: Partial<ServedSampleOptions> = {}): Promise<ServedWebSocket> {
  const sample = await serveWebSocket(parts, options)
  started.push(sample)
  return sample
}

interface Asked {
  readonly method: string | undefined
  readonly url: string | undefined
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** A backend that answers the same to everybody, and remembers what it was asked. */
async function backend(status: number, body: string, headers: Record<string, string> = {}) {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.setEncoding('utf8').on('data', (part: string) => (text += part))
    request.on('end', () => {
      asked.push({ method: request.method, url: request.url, headers: request.headers, body: text })
      response.writeHead(status, headers).end(body)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  started.push({ close: async () => void server.close() })
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

const ERROR = /^\{"message": "Internal server error", "connectionId":"[\w-]{15}=", "requestId":"[\w-]{15}="\}$/

describe('HTTP_PROXY', () => {
  test('posts the message with what is mapped, and replies with the body', async () => {
    const { asked, url } = await backend(404, 'not here')
    const proxy = {
      integrationType: 'HTTP_PROXY',
      integrationMethod: 'POST',
      integrationUri: `${url}/rooms/{room}`,
      requestParameters: {
        'integration.request.path.room': 'route.request.body.room.id',
        'integration.request.header.Connection-Id': 'context.connectionId',
        'integration.request.querystring.stage': 'context.stage',
        'integration.request.header.At': 'context.connectedAt',
      },
    } as const
    const { connect } = await serve({ integrations: { proxy }, routes: { $default: twoWay('proxy') } })
    const client = await connect()
    const message = '{"room":{"id":7}}'
    expect(await client.ask(message)).toBe('not here')
    expect(asked).toEqual([
      {
        method: 'POST',
        url: '/rooms/7?stage=prod',
        body: message,
        headers: expect.objectContaining({
          'connection-id': expect.stringMatching(/^[\w-]{15}=$/),
          at: expect.stringMatching(/^\d{13}$/),
          'content-type': 'application/json',
          'user-agent': `AmazonAPIGateway_${CHAT}`,
          'x-amzn-apigateway-api-id': CHAT,
        }),
      },
    ])
  })

  test('passes a handshake on, and refuses it as the backend does', async () => {
    const { asked, url } = await backend(418, 'short and stout', { 'X-Tea': 'yes' })
    const proxy = {
      integrationType: 'HTTP_PROXY',
      integrationMethod: 'GET',
      integrationUri: url,
      requestParameters: { 'integration.request.header.Sec-WebSocket-Version': "'0'" },
    } as const
    const { handshake } = await serve({ integrations: { proxy }, routes: { $connect: { target: 'proxy' } } })
    const result = await handshake({ query: 'room=1', headers: { 'X-Room': 'r1' } })
    expect([result.status, 'body' in result && result.body, result.headers['x-tea']]).toEqual([
      418,
      'short and stout',
      'yes',
    ])
    expect(asked[0]).toMatchObject({
      method: 'GET',
      url: '/?room=1',
      headers: { 'x-room': 'r1', 'sec-websocket-version': '0', 'sec-websocket-key': expect.any(String) },
    })
  })

  test('that keeps a client waiting does not keep the gateway from stopping', async () => {
    let tell: () => void = () => undefined
    const asked = new Promise<void>((resolve) => (tell = resolve))
    const server = createServer(() => tell())
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    started.push({ close: async () => server.closeAllConnections() })
    const integrationUri = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const proxy = { integrationType: 'HTTP_PROXY', integrationMethod: 'GET', integrationUri } as const
    const sample = await serve({ integrations: { proxy }, routes: { $connect: { target: 'proxy' } } })
    const waiting = sample.handshake().catch((error: unknown) => String(error))
    await asked
    await sample.gateway.stop()
    server.close()
    expect(await waiting).toContain('socket hang up')
  })

  test('tells the client that a backend does not answer', async () => {
    const { close, url } = await gone()
    await close()
    const proxy = { integrationType: 'HTTP_PROXY', integrationMethod: 'POST', integrationUri: url } as const
    const { connect, lines } = await serve({ integrations: { proxy }, routes: { $default: { target: 'proxy' } } })
    const client = await connect()
    expect(await client.ask('x')).toMatch(ERROR)
    expect(lines[0]).toContain('$default of "Chat", stage prod: no answer from http://127.0.0.1:')
  })

  test('that leads back to the gateway is refused', async () => {
    const proxy = (uri: string) =>
      ({ integrationType: 'HTTP_PROXY', integrationMethod: 'POST', integrationUri: uri }) as const
    const sample = await serve({ integrations: {}, routes: {} })
    const loop = proxy(`http://127.0.0.1:${sample.state.port}/${CHAT}/prod/@connections/x`)
    sample.gateway.update(webSocketDesign({ integrations: { loop }, routes: { $default: { target: 'loop' } } }))
    const client = await sample.connect()
    expect(await client.ask('x')).toMatch(ERROR)
  })
})

describe('HTTP', () => {
  test('sends what the template writes, and replies with the template for the status', async () => {
    const { asked, url } = await backend(201, '{"id":5}', { 'X-Kind': 'new' })
    const http = {
      integrationType: 'HTTP',
      integrationMethod: 'PUT',
      integrationUri: url,
      templateSelectionExpression: '${request.body.kind}',
      requestTemplates: { order: '{"item":$input.json("$.item")}', $default: '{}' },
      integrationResponses: {
        '/2\\d\\d/': {
          templateSelectionExpression: '${integration.response.header.X-Kind}',
          responseTemplates: { new: 'order $input.path("$.id")', $default: 'other' },
        },
        $default: {},
      },
    } as const
    const { connect } = await serve({ integrations: { http }, routes: { $default: twoWay('http') } })
    const client = await connect()
    expect(await client.ask('{"kind":"order","item":"tea"}')).toBe('order 5')
    expect(asked[0]).toMatchObject({ method: 'PUT', body: '{"item":"tea"}' })
  })

  test('refuses what no template is for, where nothing is passed through', async () => {
    const http = {
      integrationType: 'HTTP',
      integrationMethod: 'PUT',
      integrationUri: 'http://127.0.0.1:9',
      passthroughBehavior: 'NEVER',
      integrationResponses: { $default: {} },
    } as const
    const { connect } = await serve({ integrations: { http }, routes: { $default: twoWay('http') } })
    const client = await connect()
    expect(await client.ask('x')).toMatch(/^\{"message": "Unsupported Media Type", "connectionId":/)
  })

  test('sends bytes for base64, and base64 for bytes', async () => {
    const { asked, url } = await backend(200, 'ab')
    const http = {
      integrationType: 'HTTP',
      integrationMethod: 'POST',
      integrationUri: url,
      contentHandlingStrategy: 'CONVERT_TO_BINARY',
      integrationResponses: { $default: { contentHandlingStrategy: 'CONVERT_TO_TEXT' } },
    } as const
    const { connect } = await serve({ integrations: { http }, routes: { $default: twoWay('http') } })
    const client = await connect()
    expect([await client.ask('aGk='), asked[0]!.body]).toEqual(['YWI=', 'hi'])
    expect(await client.ask('no base64!')).toMatch(ERROR)
  })
})

describe('AWS', () => {
  test('calls a stand-in of the service, and replies with what it answered', async () => {
    const sqs = {
      integrationType: 'AWS',
      integrationMethod: 'POST',
      integrationUri: 'arn:aws:apigateway:us-east-1:sqs:path/123456789012/orders',
      requestParameters: { 'integration.request.header.Content-Type': "'application/x-www-form-urlencoded'" },
      requestTemplates: { $default: 'Action=SendMessage&MessageBody=$util.urlEncode($input.body)' },
      integrationResponses: { $default: { responseTemplates: { $default: 'queued' } } },
    } as const
    const { connect, gateway } = await serve({ integrations: { sqs }, routes: { $default: twoWay('sqs') } })
    const client = await connect()
    expect(await client.ask('{"a":1}')).toBe('queued')
    expect(gateway.records(false)).toMatchObject([{ service: 'sqs', resource: 'orders', action: 'SendMessage' }])
  })
})

describe('MOCK behind $connect', () => {
  test.each([
    ['{"statusCode": 200}', {}, 101],
    ['{"statusCode": 403}', {}, 403],
    ['{"statusCode": 200}', { 'route.response.header.Sec-WebSocket-Protocol': "'chat'" }, 101],
    ['nothing', {}, 500],
  ])('with the template %s and the parameters %j is answered %i', async (template, responseParameters, status) => {
    const mock = {
      integrationType: 'MOCK',
      requestTemplates: { $default: template },
      integrationResponses: { $default: { responseParameters } },
    } as const
    const { handshake } = await serve({ integrations: { mock }, routes: { $connect: { target: 'mock' } } })
    const result = await handshake({ subprotocols: ['chat'] }).catch(() => NO_SUBPROTOCOL)
    const chosen = Object.keys(responseParameters).length > 0 ? 'chat' : undefined
    expect([result.status, result.headers['sec-websocket-protocol']]).toEqual([status, chosen])
  })

  test('needs the parameters that the route asks for', async () => {
    const required = { required: true }
    const { handshake } = await serve({
      routes: {
        $connect: {
          target: 'ok',
          requestParameters: { 'route.request.querystring.token': required, 'route.request.header.X-Room': required },
        },
      },
    })
    const without = await handshake({ query: 'token=' })
    const whole = await handshake({ query: 'token=1', headers: { 'X-Room': 'a' } })
    expect([without.status, 'body' in without && without.body, whole.status]).toEqual([
      400,
      '{"message":"Missing required request parameters: [token, X-Room]"}',
      101,
    ])
  })
})

/** A client that asked for a subprotocol, and is connected without one, fails. */
const NO_SUBPROTOCOL = { status: 101, headers: { 'sec-websocket-protocol': undefined } }

/** An address at which nothing listens any more. */
async function gone() {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, close: () => new Promise((closed) => server.close(closed)) }
}
