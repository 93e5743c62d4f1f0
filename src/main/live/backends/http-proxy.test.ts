import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Integration } from '@shared/design/integration'
import { headerListOf } from '../../engine/mapping/header-list'
import { API, httpMethod, sampleDesign, type SampleParts } from '../testing/sample-design'
import { serveSample, type Received, type Sent, type ServedSample } from '../testing/served-sample'

interface Seen {
  readonly method: string
  readonly url: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
}

let sample: ServedSample | null = null
let backend: Server
let seen: Seen[] = []
let answerWith: { status: number; headers: Record<string, string | string[]>; body: string | Buffer } | 'nothing'

beforeEach(async () => {
  seen = []
  answerWith = { status: 200, headers: { 'Content-Type': 'text/plain' }, body: 'hi' }
  backend = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { method, url, rawHeaders } = request
      seen.push({ method: method!, url: url!, headers: headerListOf(rawHeaders), body })
      if (answerWith === 'nothing') return
      response.writeHead(answerWith.status, answerWith.headers).end(answerWith.body)
    })
  })
  await new Promise<void>((listening) => backend.listen(0, '127.0.0.1', listening))
})
afterEach(async () => {
  await sample?.close()
  sample = null
  backend.closeAllConnections()
  backend.close()
})

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

const port = (): number => (backend.address() as AddressInfo).port
const origin = (): string => `http://127.0.0.1:${port()}`

async function serve(
  uri: string,
  integration: Partial<Integration> = {},
  parts: Partial<SampleParts> = {},
): Promise<ServedSample> {
  const resources = { '/p/{id}': { methods: { ANY: httpMethod(uri, integration) } } }
  sample = await serveSample({ design: sampleDesign({ resources, ...parts }) })
  return sample
}

/** What the client gets of an answer of the backend. */
async function received(answer: Partial<Exclude<typeof answerWith, 'nothing'>>, sent: Sent = {}): Promise<Received> {
  answerWith = { status: 200, headers: {}, body: '', ...answer }
  const { send } = await serve(origin())
  return send('/p/1', sent)
}

describe('the request of HTTP_PROXY', () => {
  test('goes on with its verb, query string, body and headers, without those of the connection', async () => {
    const { send } = await serve(`${origin()}/base`)
    const headers = {
      'X-Mixed': 'One',
      'X-Two': ['1', '2'],
      Accept: 'text/html',
      Via: 'proxy',
      'Content-Type': 'application/json',
      'Max-Forwards': '3',
      Authorization: 'Bearer a',
    }
    const { status, text } = await send('/p/1?a=1&a=%202', { method: 'PUT', headers, body: '{"a":1}' })
    const traceId = seen[0]!.headers.find(([name]) => name === 'X-Amzn-Trace-Id')![1]
    expect([status, text, seen]).toEqual([
      200,
      'hi',
      [
        {
          method: 'PUT',
          url: '/base?a=1&a=%202',
          headers: [
            ['Host', `127.0.0.1:${port()}`],
            ['X-Mixed', 'One'],
            ['X-Two', '1'],
            ['X-Two', '2'],
            ['Accept', 'text/html'],
            ['Content-Type', 'application/json'],
            ['Authorization', 'Bearer a'],
            ['X-Amzn-Apigateway-Api-Id', API],
            ['X-Amzn-Trace-Id', traceId],
            ['Content-Length', '7'],
            ['Connection', 'close'],
          ],
          body: '{"a":1}',
        },
      ],
    ])
  })

  test('has its path filled from mappings only, and mapped query values behind those that are there', async () => {
    const requestParameters = {
      'integration.request.path.order': 'method.request.path.id',
      'integration.request.querystring.extra': 'method.request.header.x-extra',
      'integration.request.querystring.none': 'method.request.header.absent',
      'integration.request.header.X-Mixed': "'mapped'",
      'integration.request.header.TE': "'gzip'",
      'integration.request.header.Trailer': "'Expires'",
    }
    const { send } = await serve(
      `${origin()}/\${stageVariables.base}/{order}/{id}?fixed=1`,
      { requestParameters },
      {
        stage: { variables: { base: 'v2' } },
      },
    )
    await send('/p/a%2Fb?q=1', { headers: { 'x-extra': 'a&b', 'X-Mixed': 'sent' } })
    expect([seen[0]!.url, seen[0]!.headers.filter(([name]) => /^x-mixed$|^te$|^trailer$/i.test(name))]).toEqual([
      '/v2/a%2Fb/{id}?fixed=1&q=1&extra=a%26b',
      [['X-Mixed', 'mapped']],
    ])
  })

  test('has the verb of the integration, and no body with GET', async () => {
    const { send } = await serve(origin(), { httpMethod: 'GET' })
    await send('/p/1', { method: 'POST', body: 'ignored' })
    expect([seen[0]!.method, seen[0]!.body, seen[0]!.headers.some(([name]) => name === 'Content-Length')]).toEqual([
      'GET',
      '',
      false,
    ])
  })

  test('goes to a local backend that plays the remote one', async () => {
    const integration = { backend: origin(), connectionType: 'VPC_LINK', connectionId: 'link' } as const
    const { send } = await serve('https://internal.example.com/orders', integration)
    expect([(await send('/p/1')).status, seen[0]!.url]).toEqual([200, '/orders'])
  })

  test.each(['Content-Length', 'Transfer-Encoding', 'X-Amzn-Trace-Id'])('cannot have a mapped %s', async (name) => {
    const { send } = await serve(origin(), { requestParameters: { [`integration.request.header.${name}`]: "'0'" } })
    expect(await send('/p/1')).toMatchObject({ status: 500, text: '{"message":"Internal server error"}' })
    expect(seen).toEqual([])
  })

  test('cannot have a header line of its own in a mapped value', async () => {
    const requestParameters = { 'integration.request.header.X-Mapped': 'method.request.querystring.v' }
    const { send } = await serve(origin(), { requestParameters })
    await send('/p/1?v=a%0d%0aX-Injected:%201')
    expect(seen[0]!.headers.filter(([name]) => /^x-(mapped|injected)$/i.test(name))).toEqual([
      ['X-Mapped', 'aX-Injected: 1'],
    ])
  })
})

describe('the response of HTTP_PROXY', () => {
  test('passes with its status, headers and body; what the gateway sends itself comes back under another name', async () => {
    const { status, headers, text } = await received({
      status: 418,
      headers: { 'X-Own': '1', Server: 'teapot', 'x-amzn-RequestId': 'theirs', Via: 'x', 'Set-Cookie': ['a=1', 'b=2'] },
      body: 'short and stout',
    })
    expect([status, text, headers['content-type'], headers['x-own'], headers['set-cookie']]).toEqual([
      418,
      'short and stout',
      'application/json',
      '1',
      ['a=1', 'b=2'],
    ])
    expect([headers['x-amzn-remapped-server'], headers['x-amzn-remapped-x-amzn-requestid'], headers['via']]).toEqual([
      'teapot',
      'theirs',
      undefined,
    ])
    expect([headers['server'], headers['x-amzn-trace-id'], headers['x-amzn-remapped-content-length']]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(headers['x-amzn-remapped-date']).toMatch(/GMT$/)
  })

  test('is unpacked', async () => {
    const { headers, text } = await received({ headers: { 'Content-Encoding': 'gzip' }, body: gzipSync('plain') })
    expect([headers['content-encoding'], text]).toEqual([undefined, 'plain'])
  })

  test('cannot grow without end when it is unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024))
    expect((await received({ headers: { 'Content-Encoding': 'gzip' }, body: bomb })).status).toBe(500)
  })

  test('that redirects is passed on, not followed', async () => {
    const { status, headers } = await received({ status: 302, headers: { Location: '/elsewhere' } })
    expect([status, headers['location'], seen.length]).toEqual([302, '/elsewhere', 1])
  })

  test('that is over the payload limit is not passed on', async () => {
    expect((await received({ body: Buffer.alloc(10 * 1024 * 1024 + 1) })).status).toBe(500)
  })
})

describe('a target of HTTP_PROXY', () => {
  test('that takes too long is answered for with 504', async () => {
    answerWith = 'nothing'
    const { send, traced } = await serve(origin(), { timeoutInMillis: 60 })
    const { status, headers, text } = await send('/p/1')
    expect([status, headers['x-amzn-errortype'], text]).toEqual([
      504,
      'InternalServerErrorException',
      '{"message":"Endpoint request timed out"}',
    ])
    expect(traced[0]!.integrationMs).toBe(60)
  })

  test('that is not there is a network error', async () => {
    const uri = origin()
    backend.close()
    const { send, lines } = await serve(uri)
    expect(await send('/p/1')).toMatchObject({
      status: 504,
      text: '{"message":"Network error communicating with endpoint"}',
    })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^ANY \/p\/\{id\} of "Sample", stage prod: no answer from http:\/\/127\.0\.0\.1:\d+: /)
  })

  test.each([
    ['http://169.254.169.254/latest/meta-data', 'link-local'],
    ['http://2852039166/', 'link-local'],
    ['http://[::ffff:169.254.169.254]/', 'link-local'],
    ['http://[fe80::1]/', 'link-local'],
    ['file:///etc/passwd', 'neither http nor https'],
    ['gopher://127.0.0.1/', 'neither http nor https'],
    ['http://127.0.0.1:22/', 'port 22'],
    ['http://user:pass@127.0.0.1:9000/', 'invalid endpoint address'],
    ['not a url', 'invalid endpoint address'],
    ['${stageVariables.missing}/path', 'invalid endpoint address'],
  ])('%s is refused', async (uri, why) => {
    const { send, lines } = await serve(uri)
    const { status, text } = await send('/p/1')
    expect([status, text]).toEqual([500, '{"message":"Internal server error"}'])
    expect(lines[0]).toContain(why)
  })

  test('is refused when a request could choose its host', async () => {
    const requestParameters = { 'integration.request.path.host': 'method.request.querystring.host' }
    const { send } = await serve(`http://{host}:${port()}/`, { requestParameters })
    expect((await send('/p/1?host=127.0.0.1')).status).toBe(200)
    expect((await send('/p/1?host=evil%40169.254.169.254%2f')).status).toBe(500)
  })

  test('may not be the gateway itself, under any name', async () => {
    const resources = Object.fromEntries(
      ['127.0.0.1', 'localhost', '127.1.2.3', '[::1]'].map((name, at) => [
        `/loop${at}`,
        { methods: { GET: httpMethod(`http://\${stageVariables.host${at}}:\${stageVariables.port}/`) } },
      ]),
    )
    const design = sampleDesign({ resources })
    sample = await serveSample({ design })
    const hosts = Object.fromEntries(
      ['127.0.0.1', 'localhost', '127.1.2.3', '[::1]'].map((name, at) => [`host${at}`, name]),
    )
    const variables = { port: String(sample.state.port), ...hosts }
    sample.gateway.update(sampleDesign({ resources, stage: { variables } }))
    for (const at of [0, 1, 2, 3]) expect((await sample.send(`/loop${at}`)).status).toBe(500)
    expect(sample.lines.every((line) => line.includes('would call the gateway itself'))).toBe(true)
  })

  test("may not be one of the program's other ports", async () => {
    const resources = { '/p': { methods: { GET: httpMethod(origin()) } } }
    sample = await serveSample({ design: sampleDesign({ resources }), ownPorts: () => [port()] })
    expect([(await sample.send('/p')).status, seen]).toEqual([500, []])
  })

  test('behind a VPC link has no way from here', async () => {
    const { send, lines } = await serve(origin(), { connectionType: 'VPC_LINK', connectionId: 'link' })
    expect((await send('/p/1')).status).toBe(500)
    expect(lines).toEqual([
      'ANY /p/{id} of "Sample", stage prod: a VPC link has no way to its target from here; set the backend of the integration to a local address that plays it, as in "http://127.0.0.1:9000"',
    ])
  })

  test.each([
    ['throttled', 429],
    ['no-permission', 403],
    ['error', 504],
  ] as const)('plays the fault %s as %s', async (fault, status) => {
    const { send } = await serve(origin(), { fault })
    expect([(await send('/p/1')).status, seen]).toEqual([status, []])
  })
})
