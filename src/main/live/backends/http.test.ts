import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Integration } from '@shared/design/integration'
import type { Method } from '@shared/design/method'
import { mockMethod } from '@shared/design/mock-method'
import { headerListOf, type HeaderList } from '../../engine/mapping/header-list'
import { API, sampleDesign, type SampleParts } from '../testing/sample-design'
import { serveSample, type ServedSample } from '../testing/served-sample'

interface Seen {
  readonly method: string
  readonly url: string
  readonly headers: HeaderList
  readonly body: string
}

let sample: ServedSample | null = null
let backend: Server
let seen: Seen[] = []
let answerWith: { status: number; headers: Record<string, string | string[]>; body: string | Buffer }

beforeEach(async () => {
  seen = []
  answerWith = { status: 200, headers: { 'Content-Type': 'text/plain', 'X-Own': 'kept back' }, body: '{"b": 2}' }
  backend = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { method, url, rawHeaders } = request
      seen.push({ method: method!, url: url!, headers: headerListOf(rawHeaders), body })
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

const host = (): string => `127.0.0.1:${(backend.address() as AddressInfo).port}`

async function serve(integration: Partial<Integration>, parts: Partial<SampleParts> = {}): Promise<ServedSample> {
  const method: Method = {
    ...mockMethod(),
    methodResponses: ['200', '404', '503'].map((statusCode) => ({ statusCode })),
    integration: {
      type: 'HTTP',
      httpMethod: 'ANY',
      uri: `http://${host()}/base`,
      integrationResponses: [{ statusCode: '200' }],
      ...integration,
    },
  }
  sample = await serveSample({
    design: sampleDesign({ resources: { '/p/{id}': { methods: { ANY: method } } }, ...parts }),
  })
  return sample
}

const json = (source: string) => ({ 'application/json': source })
const ownHeaders = (): HeaderList => [
  ['X-Amzn-Apigateway-Api-Id', API],
  ['X-Amzn-Trace-Id', seen[0]!.headers.find(([name]) => name === 'X-Amzn-Trace-Id')![1]],
]

describe('the request of HTTP', () => {
  test('has nothing of the client but its body and the type of that', async () => {
    const { send } = await serve({})
    const headers = {
      'X-Mine': '1',
      Accept: 'text/html',
      Authorization: 'Bearer a',
      'Content-Type': 'application/json',
    }
    await send('/p/1?q=1', { method: 'PUT', headers, body: '{"a":1}' })
    expect(seen).toEqual([
      {
        method: 'PUT',
        url: '/base',
        headers: [
          ['Host', host()],
          ['Accept', 'application/json'],
          ['User-Agent', `AmazonAPIGateway_${API}`],
          ['Content-Type', 'application/json'],
          ...ownHeaders(),
          ['Content-Length', '7'],
          ['Connection', 'close'],
        ],
        body: '{"a":1}',
      },
    ])
  })

  test('has what is mapped, and over that what the template sets', async () => {
    const template = [
      '#set($context.requestOverride.querystring.page = "9")',
      '#set($context.requestOverride.path.order = "a/b")',
      '#set($context.requestOverride.header.Accept = "text/csv")',
      '{"from": $input.json("$.a")}',
    ].join('')
    const { send } = await serve(
      {
        httpMethod: 'POST',
        uri: `http://\${stageVariables.host}/v1/{order}/{id}?fixed=1`,
        requestTemplates: json(template),
        requestParameters: {
          'integration.request.path.order': 'method.request.path.id',
          'integration.request.querystring.page': "'1'",
          'integration.request.querystring.all': 'method.request.multivaluequerystring.q',
          'integration.request.header.X-Who': 'context.identity.sourceIp',
        },
      },
      { stage: { variables: { host: host() } } },
    )
    await send('/p/1?q=1&q=x%20y', { method: 'PATCH', body: '{"a": [1]}' })
    expect(seen).toEqual([
      {
        method: 'POST',
        url: '/v1/a/b/{id}?fixed=1&all=1&all=x%20y&page=9',
        headers: [
          ['Host', host()],
          ['User-Agent', `AmazonAPIGateway_${API}`],
          ['Content-Type', 'application/json'],
          ['X-Who', '127.0.0.1'],
          ['Accept', 'text/csv'],
          ...ownHeaders(),
          ['Content-Length', '13'],
          ['Connection', 'close'],
        ],
        body: '{"from": [1]}',
      },
    ])
  })

  test('has no body with GET, and no type without a body', async () => {
    const { send } = await serve({ requestTemplates: json('{"a": 1}') })
    await send('/p/1')
    await send('/p/1', { method: 'POST', headers: { 'Content-Type': 'text/plain' } })
    const shown = seen.map(({ body, headers }) => [body, headers.filter(([name]) => name.startsWith('Content-'))])
    expect(shown).toEqual([
      ['', []],
      ['', [['Content-Length', '0']]],
    ])
  })

  test('goes to the local backend that plays the remote one', async () => {
    const { send } = await serve({ uri: 'https://orders.example.com/v1', backend: `http://${host()}` })
    expect([(await send('/p/1')).status, seen[0]!.url]).toEqual([200, '/v1'])
  })

  test.each([
    ['http://169.254.169.254/latest/meta-data', 'link-local'],
    ['${stageVariables.missing}/path', 'invalid endpoint address'],
    ['http://127.0.0.1:22/', 'port 22'],
  ])('to %s is refused', async (uri, why) => {
    const { send, lines } = await serve({ uri })
    expect(await send('/p/1')).toMatchObject({ status: 500, text: '{"message":"Internal server error"}' })
    expect(lines[0]).toContain(why)
  })

  test('cannot carry a header line of its own, wherever it comes from', async () => {
    const template = '#set($context.requestOverride.header["X-Over"] = $input.params("v")){}'
    const { send } = await serve({ requestTemplates: json(template) })
    await send('/p/1?v=a%0d%0aX-Injected:%201')
    expect(seen[0]!.headers.filter(([name]) => /^x-(over|injected)$/i.test(name))).toEqual([
      ['X-Over', 'aX-Injected: 1'],
    ])
  })

  test('is refused with 400 when a mapping reads a body that is broken JSON', async () => {
    const { send } = await serve({ requestParameters: { 'integration.request.header.X-A': 'method.request.body.a' } })
    expect(await send('/p/1', { method: 'POST', body: '{"a' })).toMatchObject({
      status: 400,
      text: '{"message":"Invalid JSON in request body"}',
    })
    expect(seen).toEqual([])
  })
})

describe('the response of HTTP', () => {
  const integrationResponses = [
    { statusCode: '200' },
    {
      statusCode: '404',
      selectionPattern: '4\\d\\d',
      responseParameters: { 'method.response.header.Location': 'integration.response.header.x-where' },
      responseTemplates: json('{"was": $input.path("$.b"), "id": "$input.params("id")"}'),
    },
  ]

  test('passes with its body alone where nothing is mapped', async () => {
    const { send } = await serve({ integrationResponses })
    answerWith.status = 503
    const { status, text, headers } = await send('/p/1')
    expect([status, text, headers['content-type'], headers['x-own']]).toEqual([
      200,
      '{"b": 2}',
      'application/json',
      undefined,
    ])
    expect(headers['x-amzn-trace-id']).toMatch(/^Root=1-/)
  })

  test('goes through the response that its status selects', async () => {
    const { send } = await serve({ integrationResponses })
    answerWith = { status: 409, headers: { 'X-Where': '/there' }, body: '{"b": 2}' }
    const { status, text, headers } = await send('/p/1')
    expect([status, text, headers['location']]).toEqual([404, '{"was": 2, "id": "1"}', '/there'])
  })

  test('is unpacked before a template reads it', async () => {
    const { send } = await serve({
      integrationResponses: [{ statusCode: '200', responseTemplates: json('$input.path("$.b")') }],
    })
    answerWith = { status: 200, headers: { 'Content-Encoding': 'gzip' }, body: gzipSync('{"b": 3}') }
    expect((await send('/p/1')).text).toBe('3')
  })

  test.each([
    ['throttled', 404, '{"was": , "id": "1"}'],
    ['no-permission', 404, '{"was": , "id": "1"}'],
    ['error', 504, '{"message":"Network error communicating with endpoint"}'],
  ] as const)('plays the fault %s as %s', async (fault, status, text) => {
    const { send } = await serve({ fault, integrationResponses })
    expect(await send('/p/1')).toMatchObject({ status, text })
    expect(seen).toEqual([])
  })
})
