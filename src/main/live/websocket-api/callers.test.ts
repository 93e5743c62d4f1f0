import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { signRequest } from '../../engine/authorizers/sigv4/sign-request'
import { NODE_SIGV4_CRYPTO } from '../identity/sigv4-crypto'
import { builtHandlerProcess } from '../testing/built-handler-process'
import type { ServedSampleOptions } from '../testing/served-sample'
import { testClock } from '../testing/test-clock'
import { recording, serveWebSocket, type ServedWebSocket } from './testing/served-web-socket'
import type { Handshake } from './testing/socket-client'
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

const seen = (result: Handshake): unknown[] => [result.status, 'body' in result ? result.body : null]

const allow = (more = '') => `{
  principalId: 'ada',
  policyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' }] },
  ${more}
}`

function authorized(identitySource: readonly string[] = []): WebSocketParts {
  return {
    integrations: { m: lambdaIntegration('./m.mjs#handler') },
    routes: { $connect: { authorizationType: 'CUSTOM', authorizerId: 'auth' }, $default: twoWay('m') },
    api: { authorizers: { auth: { authorizerType: 'REQUEST', identitySource, handler: './auth.mjs#handler' } } },
  }
}

describe('a Lambda authorizer', () => {
  test('is asked once, and what it says stays with the connection, flat and as text', async () => {
    const files = {
      'auth.mjs': recording('auth', `return ${allow("context: { room: 'r1', level: 3, admin: true }")}`),
      'm.mjs':
        'export const handler = async ({ requestContext }) => ({ body: JSON.stringify(requestContext.authorizer) })',
    }
    const sample = await serve(authorized(['route.request.querystring.token']), { files })
    const client = await sample.connect({ query: 'token=t1' })
    const said = { principalId: 'ada', room: 'r1', level: '3', admin: 'true', integrationLatency: expect.any(Number) }
    expect([JSON.parse(await client.ask('1')), JSON.parse(await client.ask('2'))]).toEqual([said, said])
    const events = sample.events('auth')
    expect([events.length, events[0]]).toEqual([
      1,
      {
        type: 'REQUEST',
        methodArn: `arn:aws:execute-api:us-east-1:123456789012:${CHAT}/prod/$connect`,
        headers: expect.objectContaining({ Connection: 'upgrade', 'content-length': '0' }),
        multiValueHeaders: expect.any(Object),
        queryStringParameters: { token: 't1' },
        multiValueQueryStringParameters: { token: ['t1'] },
        stageVariables: {},
        requestContext: expect.objectContaining({ eventType: 'CONNECT', routeKey: '$connect' }),
      },
    ])
  })

  test('is not asked without its identity sources', async () => {
    const files = { 'auth.mjs': recording('auth', `return ${allow()}`) }
    const sources = ['route.request.header.Auth', 'stageVariables.room']
    const sample = await serve(authorized(sources), { files })
    const both = await sample.handshake({ headers: { auth: 'x' } })
    expect([seen(await sample.handshake()), seen(both)]).toEqual([
      [401, '{"message":"Unauthorized"}'],
      [401, '{"message":"Unauthorized"}'],
    ])
    expect(() => sample.events('auth')).toThrow('ENOENT')
  })

  test.each([
    ['the message Unauthorized', "throw new Error('Unauthorized')", 401, '{"message":"Unauthorized"}'],
    ['another error', "throw new Error('other')", 500, '{"message":"Internal server error"}'],
    ['no policy', 'return {}', 500, '{"message":"Internal server error"}'],
    ['a list in its context', `return ${allow('context: { list: [1] }')}`, 500, '{"message":"Internal server error"}'],
    ['over 8 KB', `return ${allow("context: { long: 'x'.repeat(9000) }")}`, 500, '{"message":"Internal server error"}'],
    ['a denial', `return ${allow().replace("'Allow'", "'Deny'")}`, 403, '{"message":"Forbidden"}'],
    ['another route', `return ${allow().replace("'*'", "'arn:*/other/$connect'")}`, 403, '{"message":"Forbidden"}'],
  ])('that ends with %s refuses the handshake', async (_how, what, status, body) => {
    const sample = await serve(authorized(), { files: { 'auth.mjs': recording('auth', what) } })
    expect(seen(await sample.handshake())).toEqual([status, body])
  })
})

describe('an API key', () => {
  const keys = {
    apiKeys: [{ id: 'k1', name: 'shop', enabled: true, value: 'abcdefghijklmnopqrst' }],
    usagePlans: [
      {
        id: 'p1',
        name: 'Plan',
        apiStages: [{ apiId: CHAT, stage: 'prod' }],
        keyIds: ['k1'],
        quota: { limit: 3, period: 'DAY' },
      },
    ],
  } as const
  const files = {
    'm.mjs': 'export const handler = async ({ requestContext }) => ({ body: JSON.stringify(requestContext.identity) })',
  }
  const integrations = { m: lambdaIntegration('./m.mjs#handler') }

  test('is needed where $connect says so, and counts what comes later', async () => {
    const routes = { $connect: { apiKeyRequired: true }, $default: twoWay('m') }
    const sample = await serve({ integrations, routes, design: keys }, { files })
    const headers = { 'x-api-key': keys.apiKeys[0].value }
    expect([
      seen(await sample.handshake()),
      seen(await sample.handshake({ headers: { 'x-api-key': 'other' } })),
    ]).toEqual([
      [403, '{"message":"Forbidden"}'],
      [403, '{"message":"Forbidden"}'],
    ])
    const client = await sample.connect({ headers })
    const identity = { sourceIp: '127.0.0.1', apiKey: keys.apiKeys[0].value, apiKeyId: 'k1' }
    expect([JSON.parse(await client.ask('1')), JSON.parse(await client.ask('2'))]).toEqual([identity, identity])
    expect(await client.ask('3')).toMatch(/^\{"message": "Limit Exceeded", "connectionId":/)
    expect(seen(await sample.handshake({ headers }))).toEqual([429, '{"message":"Limit Exceeded"}'])
    expect(sample.gateway.webSockets.list()[0]!.apiKeyName).toBe('shop')
  })

  test('may come from the authorizer', async () => {
    const parts = authorized()
    const sample = await serve(
      {
        ...parts,
        integrations,
        routes: { $connect: { ...parts.routes['$connect'], apiKeyRequired: true }, $default: twoWay('m') },
        api: { ...parts.api, apiKeySelectionExpression: '$context.authorizer.usageIdentifierKey' },
        design: keys,
      },
      {
        files: {
          ...files,
          'auth.mjs': recording('auth', `return ${allow("usageIdentifierKey: 'abcdefghijklmnopqrst'")}`),
        },
      },
    )
    const client = await sample.connect()
    expect(JSON.parse(await client.ask('1'))).toMatchObject({ apiKeyId: 'k1' })
  })
})

describe('IAM authorization', () => {
  const clock = testClock()
  const user = (name: string, Effect: 'Allow' | 'Deny') => ({
    name,
    accessKeyId: `AKIA${name.toUpperCase()}00000000000`.slice(0, 20),
    secretAccessKey: 'secret',
    policies: [{ Version: '2012-10-17', Statement: [{ Effect, Action: 'execute-api:Invoke', Resource: '*/prod/*' }] }],
  })
  const users = [user('ada', 'Allow'), user('bob', 'Deny')]
  const parts: WebSocketParts = {
    routes: { $connect: { authorizationType: 'AWS_IAM' }, $default: twoWay('who') },
    integrations: {
      who: {
        integrationType: 'MOCK',
        requestTemplates: { $default: '{"statusCode":200}' },
        integrationResponses: { $default: { responseTemplates: { $default: '$context.identity.userArn' } } },
      },
    },
    design: { identity: { iamUsers: users, userPools: [] } },
  }

  function signed({ url }: ServedWebSocket, name: string, form: 'header' | 'query') {
    const { host, pathname } = new URL(url)
    const { accessKeyId, secretAccessKey } = users.find((one) => one.name === name)!
    return signRequest(
      { method: 'GET', path: pathname, rawQuery: '', headers: [['Host', host]], body: new Uint8Array() },
      {
        credentials: { accessKeyId, secretAccessKey },
        region: 'us-east-1',
        service: 'execute-api',
        at: clock.wall(),
        form,
      },
      NODE_SIGV4_CRYPTO,
    ).request
  }

  test('takes a signature in headers or in the query', async () => {
    const sample = await serve(parts, { clock })
    const inHeader = await sample.connect({ headers: Object.fromEntries(signed(sample, 'ada', 'header').headers) })
    const inQuery = await sample.connect({ query: signed(sample, 'ada', 'query').rawQuery })
    const arn = 'arn:aws:iam::123456789012:user/ada'
    expect([await inHeader.ask('who'), await inQuery.ask('who')]).toEqual([arn, arn])
  })

  test('refuses who has not signed, and who may not', async () => {
    const sample = await serve(parts, { clock })
    const denied = await sample.handshake({ headers: Object.fromEntries(signed(sample, 'bob', 'header').headers) })
    const { rawQuery } = signed(sample, 'ada', 'query')
    const tampered = await sample.handshake({ query: rawQuery.replace(/.$/, (last) => (last === '0' ? '1' : '0')) })
    expect([seen(await sample.handshake()), seen(denied), tampered.status]).toEqual([
      [403, '{"message":"Missing Authentication Token"}'],
      [403, '{"message":"Forbidden"}'],
      403,
    ])
  })
})
