import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Integration } from '@shared/design/integration'
import { verifySigV4 } from '../../engine/authorizers/sigv4/verify-sigv4'
import { headerListOf, headerValue, type HeaderList } from '../../engine/mapping/header-list'
import { NODE_SIGV4_CRYPTO } from '../identity/sigv4-crypto'
import { literalHeaders, NOW, serveServices, serviceMethod } from './testing/service-sample'

interface Seen {
  readonly method: string
  readonly url: string
  readonly headers: HeaderList
  readonly body: Buffer
}

type Sample = Awaited<ReturnType<typeof serveServices>>
let sample: Sample | null = null
let endpoint: Server
let seen: Seen[] = []

beforeEach(async () => {
  seen = []
  endpoint = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { method, url, rawHeaders } = request
      seen.push({ method: method!, url: url!, headers: headerListOf(rawHeaders), body })
      response.writeHead(400, { 'Content-Type': 'application/x-amz-json-1.0' }).end('{"__type":"own#Refusal"}')
    })
  })
  await new Promise<void>((listening) => endpoint.listen(0, '127.0.0.1', listening))
})
afterEach(async () => {
  await sample?.close()
  sample = null
  endpoint.closeAllConnections()
  endpoint.close()
})

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const port = (): number => (endpoint.address() as AddressInfo).port

const FORM = literalHeaders({ 'Content-Type': 'application/x-www-form-urlencoded' })
const SEND = 'Action=SendMessage&MessageBody=x'

async function serve(
  uri: string,
  integration: Partial<Integration> = {},
  parts: Parameters<typeof serveServices>[1] = {},
  options: Parameters<typeof serveServices>[2] = {},
): Promise<Sample> {
  sample = await serveServices({ '/x': serviceMethod(uri, integration) }, parts, options)
  return sample
}

const post = (body: string) => sample!.send('/x', { method: 'POST', body, headers: { 'Content-Type': 'text/plain' } })

describe('a service behind AWS', () => {
  test('answers through the integration response that its status selects', async () => {
    await serve('dynamodb:action/GetItem', {
      integrationResponses: [
        { statusCode: '200' },
        {
          statusCode: '400',
          selectionPattern: '400',
          responseTemplates: { 'application/json': '{"error": "$input.path(\'$.message\')"}' },
          responseParameters: { 'method.response.header.X-Type': 'integration.response.header.Content-Type' },
        },
      ],
    })
    const { status, text, headers } = await post('{"TableName": "Orders"}')
    expect([status, text, headers['x-type']]).toEqual([
      400,
      '{"error": "1 validation error detected: Value null at \'key\' failed to satisfy constraint: Member must not be null"}',
      'application/x-amz-json-1.0',
    ])
    expect(headers).toHaveProperty('x-amzn-trace-id')
  })

  test('is found by stage variables in the URI', async () => {
    const variables = { account: '123456789012', queue: 'blue', action: 'PutItem' }
    const { gateway } = await serve('sqs:path/${stageVariables.account}/${stageVariables.queue}', FORM, { variables })
    expect((await post(SEND)).status).toBe(200)
    expect(gateway.records(false)).toMatchObject([{ resource: 'blue' }])
  })

  test.each([
    [
      'sqs:action/${stageVariables.none}',
      'Invalid endpoint address: arn:aws:apigateway:us-east-1:sqs:action/ names no action',
    ],
    ['sqs:orders', 'AWS ARN for integration must contain path or action: arn:aws:apigateway:us-east-1:sqs:orders'],
    [
      'ssm:action/GetParameter',
      'the service "ssm" has no stand-in here, as appconfig, dynamodb, events, kinesis, s3, sns, sqs, states have; set the backend of the ' +
        'integration to an endpoint of your own, as in "http://127.0.0.1:4566"',
    ],
  ])('that cannot be called is 500 and a line for the log: %s', async (uri, problem) => {
    const { lines } = await serve(uri)
    expect(await post('{}')).toMatchObject({ status: 500, text: '{"message":"Internal server error"}' })
    expect(lines).toEqual([`ANY /x of "Sample", stage prod: ${problem}`])
  })

  test('is recorded with the id of the request', async () => {
    const { gateway, traced } = await serve('sqs:path/123456789012/orders', FORM)
    await post(SEND)
    await post('Action=Nothing')
    expect(gateway.records(false).map(({ requestId }) => requestId)).toEqual(
      traced.map(({ requestId }) => requestId).toReversed(),
    )
    expect(gateway.records(false)[0]).toEqual({
      service: 'sqs',
      resource: 'orders',
      action: 'Nothing',
      at: NOW,
      requestId: traced[1]!.requestId,
      summary: 'InvalidAction: The action Nothing is not valid for this endpoint.',
      body: 'Action=Nothing',
    })
  })
})

describe('a fault', () => {
  const json = (fault: Integration['fault']) => ({
    ...(fault && { fault }),
    credentials: 'arn:aws:iam::123456789012:role/${stageVariables.role}',
  })
  const variables = { role: 'api' }
  const denied =
    'User: arn:aws:iam::123456789012:role/api is not authorized to perform this action of dynamodb because no identity-based policy allows it'

  test.each([
    ['throttled', 400, 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException', 'Rate exceeded'],
    ['no-permission', 400, 'com.amazon.coral.service#AccessDeniedException', denied],
    [
      'error',
      500,
      'com.amazonaws.dynamodb.v20120810#InternalServerError',
      'The request processing has failed because of an unknown error.',
    ],
  ] as const)('"%s" is answered in the words of DynamoDB', async (fault, status, __type, message) => {
    const { lines } = await serve('dynamodb:action/PutItem', json(fault), { variables })
    const answer = await post('{"TableName": "Orders", "Item": {"a": {"S": "x"}}}')
    expect([answer.status, JSON.parse(answer.text)]).toEqual([status, { __type, message }])
    expect(lines[0]).toContain(`plays the fault "${fault}"`)
  })

  test('is answered in the words of SQS and of S3', async () => {
    await serve('sqs:path/123456789012/orders', { ...FORM, fault: 'throttled' })
    expect(JSON.parse((await post(SEND)).text)).toMatchObject({
      Error: { Code: 'RequestThrottled', Message: 'Rate exceeded' },
    })
    await sample!.close()
    await serve('s3:path/archive/a', { fault: 'throttled', httpMethod: 'GET' })
    const { status, text } = await sample!.send('/x')
    expect([status, /<Code>(.*)<\/Message>/.exec(text)![1]]).toEqual([
      500,
      'SlowDown</Code><Message>Please reduce your request rate.',
    ])
  })

  test('"timeout" ends with the time of the integration', async () => {
    const { lines } = await serve('dynamodb:action/PutItem', { fault: 'timeout', timeoutInMillis: 50 })
    expect(await post('{}')).toMatchObject({ status: 504, text: '{"message":"Endpoint request timed out"}' })
    expect(lines).toEqual(['ANY /x of "Sample", stage prod: no answer within 50 ms'])
  })
})

describe("an endpoint of one's own", () => {
  const own = (): Partial<Integration> => ({ backend: `http://127.0.0.1:${port()}/base` })

  test('gets the request that AWS would, and its answer counts', async () => {
    const { gateway, state } = await serve('dynamodb:action/PutItem', own())
    expect(await post('{"TableName": "Orders"}')).toMatchObject({ status: 400, text: '{"__type":"own#Refusal"}' })
    const [{ headers, ...request }] = seen as [Seen]
    expect(request).toEqual({
      method: 'POST',
      url: '/base/?Action=PutItem',
      body: Buffer.from('{"TableName": "Orders"}'),
    })
    expect(headers.filter(([name]) => !['X-Amzn-Trace-Id', 'Connection'].includes(name))).toEqual([
      ['Host', `127.0.0.1:${port()}`],
      ['Accept', 'application/json'],
      ['User-Agent', 'AmazonAPIGateway_sample0001'],
      ['Content-Type', 'text/plain'],
      ['X-Amz-Target', 'DynamoDB_20120810.PutItem'],
      ['Content-Length', '23'],
    ])
    expect(gateway.records(false)).toMatchObject([
      {
        service: 'dynamodb',
        resource: '',
        action: 'PutItem',
        summary: `400 from http://127.0.0.1:${port()}/base`,
        body: '{"TableName": "Orders"}',
      },
    ])
    expect(state.port).not.toBe(port())
  })

  test('plays services that have no stand-in here', async () => {
    await serve('ssm:path/a/{b}?c=d', { ...own(), httpMethod: 'GET' })
    await sample!.send('/x')
    expect(seen).toMatchObject([{ method: 'GET', url: '/base/a/{b}?c=d', body: Buffer.alloc(0) }])
  })

  test.each([
    ['dynamodb:action/PutItem', 'dynamodb'],
    ['s3:path/archive/a%20b', 's3'],
  ])('gets %s signed with the keys of the local IAM user that the role names', async (uri, service) => {
    const user = (name: string) => ({
      name,
      accessKeyId: `AKIA${name}`,
      secretAccessKey: `secret of ${name}`,
      policies: [],
    })
    const identity = { userPools: [], iamUsers: [user('ada'), user('api')] }
    await serve(uri, { ...own(), credentials: 'arn:aws:iam::123456789012:role/api' }, { design: { identity } })
    await post('{"a": "ü"}')
    const [{ method, url, headers, body }] = seen as [Seen]
    const [path, rawQuery = ''] = url.split('?') as [string, string?]
    expect(headerValue(headers, 'Authorization')).toContain(
      `Credential=AKIAapi/20260101/us-east-1/${service}/aws4_request`,
    )
    const findKey = (id: string) => identity.iamUsers.find(({ accessKeyId }) => accessKeyId === id) ?? null
    const verdict = verifySigV4(
      { method, path, rawQuery, headers, body },
      {
        region: 'us-east-1',
        service,
        now: NOW,
        normalizesPath: service !== 's3',
        findKey: (id) => ({ secretAccessKey: findKey(id)!.secretAccessKey, user: findKey(id)!.name }),
      },
      NODE_SIGV4_CRYPTO,
    )
    expect(verdict).toEqual({ ok: true, accessKeyId: 'AKIAapi', user: 'api' })
  })

  test('that does not answer is a failure of the integration', async () => {
    const address = own()
    endpoint.close()
    const { gateway } = await serve('dynamodb:action/PutItem', address)
    expect(await post('{}')).toMatchObject({
      status: 504,
      text: '{"message":"Network error communicating with endpoint"}',
    })
    expect(gateway.records(false)).toMatchObject([{ summary: `no answer from ${address.backend}` }])
  })

  test('is never the program itself', async () => {
    const { lines } = await serve('dynamodb:action/PutItem', own(), {}, { ownPorts: () => [port()] })
    expect((await post('{}')).status).toBe(500)
    expect(lines).toEqual([
      `ANY /x of "Sample", stage prod: port ${port()} is Gatewright's own: the integration would call the gateway itself`,
    ])
    expect(seen).toEqual([])
  })
})
