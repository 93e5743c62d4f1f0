import { createRequire } from 'node:module'
import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GetConnectionCommand,
  GoneException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { builtHandlerProcess } from '../testing/built-handler-process'
import { exchange, type ServedSampleOptions } from '../testing/served-sample'
import { sendSigned } from '../testing/signed-request'
import { testClock } from '../testing/test-clock'
import { serveWebSocket, type ServedWebSocket } from './testing/served-web-socket'
import { CHAT, lambdaIntegration, twoWay, type WebSocketParts } from './testing/web-socket-sample'

let handlerProcessUrl: URL
beforeAll(async () => {
  handlerProcessUrl = await builtHandlerProcess()
})

const started: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of started.splice(0)) await one.close()
})

async function serve(parts: WebSocketParts, options: Partial<ServedSampleOptions> = {}): Promise<ServedWebSocket> {
  const sample = await serveWebSocket(parts, { handlerProcessUrl, ...options })
  started.push(sample)
  return sample
}

/** An SDK's client, as a program beside the gateway makes it. */
function sdk({ state }: ServedWebSocket): ApiGatewayManagementApiClient {
  const client = new ApiGatewayManagementApiClient({
    endpoint: state.apis[0]!.managementUrl!,
    region: 'us-east-1',
    credentials: { accessKeyId: 'ANY', secretAccessKey: 'thing' },
  })
  started.push({ close: async () => client.destroy() })
  return client
}

const only = ({ gateway }: ServedWebSocket): string => gateway.webSockets.list()[0]!.connectionId

describe("the AWS SDK's client of @connections", () => {
  test('posts to a connection, asks about it, and ends it', async () => {
    const sample = await serve({ routes: {} })
    const client = await sample.connect({ headers: { 'User-Agent': 'test' } })
    const [management, ConnectionId] = [sdk(sample), only(sample)]
    await management.send(new PostToConnectionCommand({ ConnectionId, Data: 'hello' }))
    expect(await client.next()).toBe('hello')
    const found = await management.send(new GetConnectionCommand({ ConnectionId }))
    expect([found.ConnectedAt, found.LastActiveAt, found.Identity]).toEqual([
      expect.any(Date),
      expect.any(Date),
      { SourceIp: '127.0.0.1', UserAgent: 'test' },
    ])
    await management.send(new DeleteConnectionCommand({ ConnectionId }))
    expect(await client.closed()).toEqual({ code: 1000, reason: 'Connection Closed Normally' })
    const gone = management.send(new PostToConnectionCommand({ ConnectionId, Data: 'late' }))
    await expect(gone).rejects.toBeInstanceOf(GoneException)
  })

  test('sends what is over 32 KB in several frames, and refuses what is over 128 KB', async () => {
    const sample = await serve({ routes: {} })
    const client = await sample.connect()
    const [management, ConnectionId] = [sdk(sample), only(sample)]
    const text = 'é'.repeat(60_000)
    await management.send(new PostToConnectionCommand({ ConnectionId, Data: text }))
    expect(await client.next()).toBe(text)
    const tooLarge = management.send(new PostToConnectionCommand({ ConnectionId, Data: 'x'.repeat(131_073) }))
    await expect(tooLarge).rejects.toMatchObject({
      name: 'PayloadTooLargeException',
      $metadata: { httpStatusCode: 413 },
    })
  })

  test('finds no connection under another stage, nor during its own handshake', async () => {
    const post = `import { ApiGatewayManagementApiClient, PostToConnectionCommand } from ${JSON.stringify(SDK)}
export async function handler({ requestContext: { connectionId, domainName, stage } }) {
  const client = new ApiGatewayManagementApiClient({ endpoint: \`https://\${domainName}/\${stage}\` })
  const status = await client.send(new PostToConnectionCommand({ ConnectionId: connectionId, Data: 'x' })).then(
    () => 200,
    (error) => error.$metadata.httpStatusCode,
  )
  return { statusCode: status === 410 ? 200 : 500 }
}
`
    const sample = await serve(
      {
        integrations: { c: lambdaIntegration('./c.mjs#handler') },
        routes: { $connect: { target: 'c' } },
        api: { stages: { prod: {}, dev: {} } },
      },
      { files: { 'c.mjs': post } },
    )
    await sample.connect()
    const dev = new ApiGatewayManagementApiClient({
      endpoint: sample.state.apis[1]!.managementUrl!,
      region: 'us-east-1',
      credentials: { accessKeyId: 'ANY', secretAccessKey: 'thing' },
    })
    started.push({ close: async () => dev.destroy() })
    const other = dev.send(new GetConnectionCommand({ ConnectionId: only(sample) }))
    await expect(other).rejects.toBeInstanceOf(GoneException)
  })
})

const SDK = createRequire(import.meta.url).resolve('@aws-sdk/client-apigatewaymanagementapi')

/** Ways in which handlers find the endpoint. */
const HANDLERS: Readonly<Record<string, string>> = {
  'from the event, as on AWS': `
import { ApiGatewayManagementApi } from ${JSON.stringify(SDK)}
export async function handler({ body, requestContext: { connectionId, domainName, stage } }) {
  const api = new ApiGatewayManagementApi({ endpoint: \`https://\${domainName}/\${stage}\` })
  await api.postToConnection({ ConnectionId: connectionId, Data: 'got ' + body })
  return { statusCode: 200 }
}`,
  'from nowhere': `
import { ApiGatewayManagementApi } from ${JSON.stringify(SDK)}
export async function handler({ body, requestContext: { connectionId } }) {
  await new ApiGatewayManagementApi({}).postToConnection({ ConnectionId: connectionId, Data: 'got ' + body })
  return { statusCode: 200 }
}`,
  'with fetch': `
export async function handler({ body, requestContext: { connectionId, domainName, stage } }) {
  const headers = {
    Authorization: 'AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/execute-api/aws4_request, SignedHeaders=host, Signature=0',
    'X-Amz-Date': '20260101T000000Z',
  }
  const url = \`https://\${domainName}/\${stage}/@connections/\${encodeURIComponent(connectionId)}\`
  const { status } = await fetch(url, { method: 'POST', body: 'got ' + body, headers })
  return { statusCode: status }
}`,
  'with node:https': `
import { request } from 'node:https'
export async function handler({ body, requestContext: { connectionId, domainName, stage } }) {
  const headers = {
    Authorization: 'AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/execute-api/aws4_request, SignedHeaders=host, Signature=0',
    'X-Amz-Date': '20260101T000000Z',
  }
  const url = new URL(\`https://\${domainName}/\${stage}/@connections/\${connectionId}\`)
  await new Promise((done, fail) => {
    const sent = request(url, { method: 'POST', headers }, (answer) => answer.resume().on('end', done))
    sent.on('error', fail)
    sent.end('got ' + body)
  })
  return { statusCode: 200 }
}`,
}

describe('a handler that posts to the connection', () => {
  for (const [how, source] of Object.entries(HANDLERS)) {
    test(`finds the endpoint ${how}`, async () => {
      const sample = await serve(
        { integrations: { m: lambdaIntegration('./m.mjs#handler') }, routes: { $default: { target: 'm' } } },
        { files: { 'm.mjs': source } },
      )
      const client = await sample.connect()
      expect(await client.ask('hi')).toBe('got hi')
    })
  }

  test('reaches other hosts as it always did', async () => {
    const source = `export async function handler() {
  const { status } = await fetch(process.env.OTHER)
  return { statusCode: 200, body: String(status) }
}`
    const sample = await serve(
      {
        integrations: {
          m: { integrationType: 'AWS_PROXY', integrationUri: 'arn:aws:lambda:us-east-1:123456789012:function:m' },
        },
        routes: { $default: twoWay('m') },
        design: { functions: { m: { handler: './m.mjs#handler', environment: { OTHER: 'data:text/plain,hello' } } } },
      },
      { files: { 'm.mjs': source } },
    )
    const client = await sample.connect()
    expect(await client.ask('hi')).toBe('200')
  })
})

describe('a call of @connections', () => {
  const clock = testClock()
  const user = (name: string, accessKeyId: string, Effect: 'Allow' | 'Deny') => ({
    name,
    accessKeyId,
    secretAccessKey: 'secret',
    policies: [
      {
        Version: '2012-10-17',
        Statement: [{ Effect, Action: 'execute-api:ManageConnections', Resource: '*/prod/POST/@connections/*' }],
      },
    ],
  })
  const iamUsers = [user('ada', 'AKIAADA0000000000000', 'Allow'), user('bob', 'AKIABOB0000000000000', 'Deny')]

  test('that is signed with a key of the project must be right, and its user may post', async () => {
    const design = { identity: { iamUsers, userPools: [] } }
    const sample = await serve({ routes: {}, design }, { clock })
    const client = await sample.connect()
    const path = `/@connections/${encodeURIComponent(only(sample))}`
    const sent = (accessKeyId: string, method = 'POST', secretAccessKey = 'secret') =>
      sendSigned(sample, {
        method,
        path,
        body: method === 'POST' ? 'x' : '',
        signing: { credentials: { accessKeyId, secretAccessKey } },
      })
    const answers = [
      await sent('AKIAADA0000000000000'),
      await sent('AKIAADA0000000000000', 'GET'),
      await sent('AKIAADA0000000000000', 'POST', 'wrong'),
      await sent('AKIABOB0000000000000'),
      await sent('AKIANOBODY0000000000', 'POST', 'any'),
    ]
    expect(answers.map(({ status, headers }) => [status, headers['x-amzn-errortype']])).toEqual([
      [200, undefined],
      [403, 'ForbiddenException'],
      [403, 'InvalidSignatureException'],
      [403, 'ForbiddenException'],
      [200, undefined],
    ])
    expect([await client.next(), await client.next()]).toEqual(['x', 'x'])
  })

  test('that is not signed is refused', async () => {
    const sample = await serve({ routes: {} })
    await sample.connect()
    const { status, text } = await exchange(sample.state.port, `/${CHAT}/prod/@connections/${only(sample)}`)
    expect([status, text]).toEqual([403, '{"message":"Missing Authentication Token"}'])
  })
})
