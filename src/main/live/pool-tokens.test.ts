import { createPublicKey, verify } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Authorizer } from '@shared/design/authorizer'
import { userPoolArn, type Identity, type PoolUser } from '@shared/design/identity'
import type { Method } from '@shared/design/method'
import type { PolicyDocument } from '@shared/design/policy-document'
import type { TokenRequest } from './identity/cognito-token'
import { createLocalIdentityProvider, type LocalIdentityProvider } from './identity/local-identity-provider'
import { localPool } from './identity/local-pool'
import { memoryKeyStore, type PoolKeyStore } from './identity/pool-key-store'
import { builtHandlerProcess } from './testing/built-handler-process'
import { lambdaMethod, mockAnswering, sampleDesign, type SampleParts } from './testing/sample-design'
import { serveSample, type Received, type ServedSample, type ServedSampleOptions } from './testing/served-sample'
import { STARTED_AT } from './testing/signed-request'
import { testClock } from './testing/test-clock'

// Rows of the security checklist about tokens, and where each is held:
//   B1, B2, B4 identity server      identity-server.test.ts; here "may not be called by integrations"
//   B6  secrets in logs             "was changed, in its claims or its signature, or brings its own key"
//   B17 headers from claims         "cannot add a header"
//   C1  jwt/matrix.json             the conformance suite jwt, on the code that decides here; here the kinds that REST APIs tell apart
//   C2  jwk, jku, x5u in a header   decode-jwt.test.ts; here "... or brings its own key"
//   C3  flood of unknown keys       jwks-cache.test.ts, remote-keys.test.ts; without `fetchPoolKeys` nothing is ever fetched
//   C7  authorizer cache            a user pool has none: "are judged for each method by itself"
//   C9, C10 keys, function results  access.test.ts
//   C13 files of keys               pool-key-files.test.ts
//   D5  __proto__ as a claim        "may have any name"
//   E11 catastrophic expressions    "are matched by an expression that backtracks without holding anybody up"

const POOL = 'us-east-1_Members01'
const OTHER = 'us-east-1_Others002'
const CLIENT = 'client0000000000000000000a'
const ana: PoolUser = {
  username: 'ana',
  sub: '5b0c7d3e-1111-4222-8333-444455556666',
  groups: ['admin', 'users'],
  attributes: { email: 'ana@example.com', 'custom:team': 'green' },
}
const poolOf = (id: string, name: string) => ({
  id,
  name,
  clients: [{ clientId: CLIENT, name: 'web', scopes: ['orders/read'] }],
  users: [ana],
})
const identity: Identity = { userPools: [poolOf(POOL, 'Members'), poolOf(OTHER, 'Others')], iamUsers: [] }
const [members, others] = identity.userPools.map((pool) => localPool(pool, 'us-east-1')) as [
  ReturnType<typeof localPool>,
  ReturnType<typeof localPool>,
]

const pooled: Partial<Method> = { authorizationType: 'COGNITO_USER_POOLS', authorizerId: 'members' }
const WHO = '"$context.authorizer.claims.email $context.authorizer.claims.token_use"'
const resources = {
  '/orders': { methods: { GET: mockAnswering(WHO, pooled) } },
  '/scoped': {
    methods: { GET: mockAnswering(WHO, { ...pooled, authorizationScopes: ['orders/read', 'orders/write'] }) },
  },
}
const authorizer: Authorizer = {
  type: 'COGNITO_USER_POOLS',
  identitySource: 'method.request.header.Authorization',
  providerARNs: [userPoolArn('us-east-1', '123456789012', POOL)],
}

let store: PoolKeyStore
let provider: LocalIdentityProvider
let sample: ServedSample | null = null
beforeAll(() => {
  store = memoryKeyStore()
  provider = createLocalIdentityProvider({ store })
})
afterEach(async () => {
  await sample?.close()
  sample = null
})

async function serve(
  parts: Partial<SampleParts> = {},
  settings: Partial<Authorizer> = {},
  more: Partial<ServedSampleOptions> = {},
): Promise<ServedSample> {
  const api = { authorizers: { members: { ...authorizer, ...settings } }, ...parts.api }
  const design = sampleDesign({ resources, ...parts, api, design: { identity, ...parts.design } })
  sample = await serveSample({ design, clock: testClock(), identity: provider, ...more })
  return sample
}

async function tokenOf(more: Partial<TokenRequest> = {}, pool = members, of = provider): Promise<string> {
  const request = {
    user: ana,
    clientId: CLIENT,
    use: 'id',
    scopes: [],
    expiresInSeconds: 3600,
    now: STARTED_AT,
  } as const
  return (await of.mintToken(pool, { ...request, ...more })).token
}

const as = (token: string) => ({ headers: { Authorization: token } })
/** Status, `x-amzn-ErrorType` and body. */
const told = ({ status, headers, text }: Received) => [status, headers['x-amzn-errortype'], JSON.parse(text)]
const UNAUTHORIZED = [401, 'UnauthorizedException', { message: 'Unauthorized' }]
const EXPIRED = [401, 'UnauthorizedException', { message: 'The incoming token has expired' }]
const ACCEPTED = [200, undefined, 'ana@example.com id']
const says = (reason: string, route = 'GET /orders') =>
  `${route} of "Sample", stage prod: authorizer "members" answers 401: ${reason}`

/** One part of a token, as JSON. */
function part(token: string, at: number): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[at]!, 'base64url').toString())
}

/** The token with another part instead. */
function withPart(token: string, at: number, value: object): string {
  const encoded = Buffer.from(JSON.stringify(value)).toString('base64url')
  return token
    .split('.')
    .map((old, index) => (index === at ? encoded : old))
    .join('.')
}

describe('an ID token', () => {
  test('is accepted with and without "Bearer ", and templates see its claims', async () => {
    const { send, lines } = await serve()
    const token = await tokenOf()
    expect([told(await send('/orders', as(token))), told(await send('/orders', as(`Bearer ${token}`)))]).toEqual([
      ACCEPTED,
      ACCEPTED,
    ])
    expect(lines).toEqual([])
  })

  test('of another process with the same keys is accepted, a new key as well', async () => {
    const { send } = await serve()
    const elsewhere = createLocalIdentityProvider({ store })
    const before = await tokenOf({}, members, elsewhere)
    await elsewhere.rotate(POOL)
    const after = await tokenOf({}, members, elsewhere)
    expect([told(await send('/orders', as(before))), told(await send('/orders', as(after)))]).toEqual([
      ACCEPTED,
      ACCEPTED,
    ])
  })

  test('is good until the second rotation of its key', async () => {
    const { send } = await serve()
    const token = await tokenOf()
    await provider.rotate(POOL)
    expect(told(await send('/orders', as(token)))).toEqual(ACCEPTED)
    await provider.rotate(POOL)
    expect(told(await send('/orders', as(token)))).toEqual(UNAUTHORIZED)
    expect(told(await send('/orders', as(await tokenOf())))).toEqual(ACCEPTED)
  })

  test('of the window is accepted in the states in which it should be', async () => {
    const { gateway } = await serve()
    const states = ['valid', 'expired', 'wrong-audience', 'wrong-signature'] as const
    const statuses: number[] = []
    for (const state of states) {
      const token = { userPoolId: POOL, username: 'ana', clientId: CLIENT, use: 'id', scopes: [], state } as const
      const { status } = await gateway.send({
        apiId: 'sample0001',
        stage: 'prod',
        method: 'GET',
        path: '/orders',
        headers: [],
        body: null,
        apiKeyId: null,
        token: { ...token, header: 'Authorization' },
        iamUser: null,
        caller: {},
        isTestInvoke: false,
      })
      statuses.push(status)
    }
    // Without a validation expression nobody looks at the audience.
    expect(statuses).toEqual([200, 401, 200, 401])
  })

  test('is looked for where the authorizer says', async () => {
    const { send } = await serve({}, { identitySource: 'method.request.header.X-Token' })
    const token = await tokenOf()
    expect([
      told(await send('/orders', { headers: { 'x-token': token } })),
      told(await send('/orders', as(token))),
    ]).toEqual([ACCEPTED, UNAUTHORIZED])
  })

  test('must be made out to a client that the validation expression matches as a whole', async () => {
    const { send } = await serve({}, { identityValidationExpression: 'client0+a' })
    expect([
      told(await send('/orders', as(await tokenOf()))),
      told(await send('/orders', as(await tokenOf({ clientId: `${CLIENT}b` })))),
    ]).toEqual([ACCEPTED, UNAUTHORIZED])
  })
})

describe('a token that is refused', () => {
  test('is told that it has expired, and no more', async () => {
    const { send, lines, traced } = await serve()
    expect(told(await send('/orders', as(await tokenOf({ expiresInSeconds: -60 }))))).toEqual(EXPIRED)
    expect([lines, traced[0]!.trace.at(-1)?.details]).toEqual([
      [],
      { authorizer: 'members', effect: 'Unauthorized', reason: 'the token has expired 60 s ago' },
    ])
  })

  test('expires while the gateway runs', async () => {
    const clock = testClock()
    const { send } = await serve({}, {}, { clock })
    const token = await tokenOf({ expiresInSeconds: 60 })
    const before = told(await send('/orders', as(token)))
    clock.pass(60_000)
    expect([before, told(await send('/orders', as(token)))]).toEqual([ACCEPTED, EXPIRED])
  })

  test('is missing, and nothing is logged', async () => {
    const { send, lines } = await serve()
    expect([told(await send('/orders')), told(await send('/orders', as(' ')))]).toEqual([UNAUTHORIZED, UNAUTHORIZED])
    expect(lines).toEqual([])
  })

  test('is one of another pool, and the log says which', async () => {
    const { send, lines } = await serve()
    expect(told(await send('/orders', as(await tokenOf({}, others))))).toEqual(UNAUTHORIZED)
    const issuer = (id: string) => `"https://cognito-idp.us-east-1.amazonaws.com/${id}"`
    expect(lines).toEqual([says(`iss is ${issuer(OTHER)}, and the authorizer's user pools are ${issuer(POOL)}`)])
  })

  test('is one of the real pool of that name, and the log says that its key is none of here', async () => {
    const { send, lines } = await serve()
    const real = createLocalIdentityProvider({ store: memoryKeyStore() })
    expect(told(await send('/orders', as(await tokenOf({}, members, real))))).toEqual(UNAUTHORIZED)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(says('the token names the key "'))
  })

  test('was changed, in its claims or its signature, or brings its own key', async () => {
    const { send, lines } = await serve()
    const token = await tokenOf()
    const [head = '', claims = '', signature = ''] = token.split('.')
    const turned = Buffer.from(signature, 'base64url')
    turned[10]! ^= 1
    const strangers = createLocalIdentityProvider({ store: memoryKeyStore() })
    const [foreign] = await strangers.publishedKeys(POOL)
    const changed = [
      withPart(token, 1, { ...part(token, 1), email: 'eve@example.com' }),
      `${head}.${claims}.${turned.toString('base64url')}`,
      `${head}.${claims}.`,
      withPart(await tokenOf({}, members, strangers), 0, { ...part(token, 0), jwk: { kty: 'RSA', ...foreign } }),
      withPart(token, 0, { alg: 'none' }),
      withPart(token, 0, { ...part(token, 0), alg: 'HS256' }),
      'garbage',
    ]
    for (const one of changed) expect([one, told(await send('/orders', as(one)))]).toEqual([one, UNAUTHORIZED])
    expect(lines).toHaveLength(changed.length)
    // No line of the log holds a token.
    expect(lines.some((line) => line.includes(claims) || line.includes(signature))).toBe(false)
  })

  test('is answered by the gateway response UNAUTHORIZED', async () => {
    const gatewayResponses = {
      UNAUTHORIZED: {
        statusCode: '499',
        responseParameters: { 'gatewayresponse.header.WWW-Authenticate': "'Bearer'" },
        responseTemplates: { 'application/json': '{"why":$context.error.messageString}' },
      },
    }
    const { send } = await serve({ api: { gatewayResponses } })
    const answer = await send('/orders', as(await tokenOf({ expiresInSeconds: -1 })))
    expect([answer.headers['www-authenticate'], ...told(answer)]).toEqual([
      'Bearer',
      499,
      'UnauthorizedException',
      { why: 'The incoming token has expired' },
    ])
  })
})

describe('scopes', () => {
  test('ask for an access token that has one of them', async () => {
    const { send, lines } = await serve()
    const scoped = async (more: Partial<TokenRequest>) => told(await send('/scoped', as(await tokenOf(more))))
    expect([
      await scoped({ use: 'access', scopes: ['orders/write', 'other/read'] }),
      await scoped({ use: 'access', scopes: ['other/read'] }),
      await scoped({ use: 'access' }),
      await scoped({ use: 'id' }),
    ]).toEqual([[200, undefined, ' access'], UNAUTHORIZED, UNAUTHORIZED, UNAUTHORIZED])
    expect(lines[0]).toBe(
      says(
        'the method needs one of the scopes "orders/read", "orders/write", and the token has "other/read"',
        'GET /scoped',
      ),
    )
  })

  test('that a method does not have ask for an ID token', async () => {
    const { send } = await serve()
    const access = await tokenOf({ use: 'access', scopes: ['orders/read'] })
    expect(told(await send('/orders', as(access)))).toEqual(UNAUTHORIZED)
  })

  test('and a validation expression turn every access token away', async () => {
    const { send } = await serve({}, { identityValidationExpression: '.*' })
    const access = await tokenOf({ use: 'access', scopes: ['orders/read'] })
    expect(told(await send('/scoped', as(access)))).toEqual(UNAUTHORIZED)
  })

  test('are judged for each method by itself', async () => {
    const { send } = await serve()
    const access = await tokenOf({ use: 'access', scopes: ['orders/read'] })
    const statuses = [await send('/scoped', as(access)), await send('/orders', as(access))]
    expect(statuses.map(({ status }) => status)).toEqual([200, 401])
  })
})

describe('a resource policy', () => {
  const policy = (Effect: 'Allow' | 'Deny', Resource: string): PolicyDocument => ({
    Version: '2012-10-17',
    Statement: [{ Effect, Principal: '*', Action: 'execute-api:Invoke', Resource }],
  })

  test('is looked at after the token, and has to allow by itself', async () => {
    const outcome = async (one: PolicyDocument) => {
      const served = await serve({ api: { policy: one } })
      const found = [told(await served.send('/orders')), told(await served.send('/orders', as(await tokenOf())))]
      await served.close()
      return found
    }
    const refused = (end: string) => [
      403,
      'AccessDeniedException',
      {
        Message:
          'User: anonymous is not authorized to perform: execute-api:Invoke on resource: ' +
          `arn:aws:execute-api:us-east-1:********9012:sample0001/prod/GET/orders${end}`,
      },
    ]
    expect([
      await outcome(policy('Allow', 'execute-api:/*')),
      await outcome(policy('Allow', 'execute-api:/prod/GET/else')),
      await outcome(policy('Deny', 'execute-api:/*')),
    ]).toEqual([
      [UNAUTHORIZED, ACCEPTED],
      [UNAUTHORIZED, refused('')],
      [UNAUTHORIZED, refused(' with an explicit deny')],
    ])
  })
})

describe('claims', () => {
  let handlerProcessUrl: URL
  beforeAll(async () => {
    handlerProcessUrl = await builtHandlerProcess()
  })

  test('reach a function as text, under "claims" and nowhere else', async () => {
    const files = {
      'echo.mjs': 'export const handler = async ({ requestContext }) => ({ body: JSON.stringify(requestContext) })',
    }
    const behind = { '/orders': { methods: { GET: lambdaMethod('./echo.mjs', pooled) } } }
    const { send } = await serve({ resources: behind }, {}, { files, handlerProcessUrl })
    const token = await tokenOf()
    const { jti, origin_jti, event_id } = part(token, 1)
    const { authorizer: seen, identity: who } = JSON.parse((await send('/orders', as(token))).text)
    expect(seen).toEqual({
      claims: {
        sub: ana.sub,
        email: 'ana@example.com',
        email_verified: 'true',
        'custom:team': 'green',
        'cognito:groups': 'admin,users',
        'cognito:username': 'ana',
        iss: `https://cognito-idp.us-east-1.amazonaws.com/${POOL}`,
        aud: CLIENT,
        token_use: 'id',
        auth_time: String(STARTED_AT / 1000),
        exp: 'Thu Jan 01 01:00:00 UTC 2026',
        iat: 'Thu Jan 01 00:00:00 UTC 2026',
        jti,
        origin_jti,
        event_id,
      },
    })
    expect([who.userArn, who.cognitoIdentityId]).toEqual([null, null])
  })

  test('may have any name', async () => {
    const attributes = JSON.parse('{"__proto__":"polluted","constructor":"x","email":"ana@example.com"}')
    const { send } = await serve()
    expect(told(await send('/orders', as(await tokenOf({ user: { ...ana, attributes } }))))).toEqual(ACCEPTED)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  test('cannot add a header', async () => {
    const template = '#set($context.responseOverride.header.X-Name = $context.authorizer.claims.email)"ok"'
    const { send } = await serve({ resources: { '/orders': { methods: { GET: mockAnswering(template, pooled) } } } })
    const attributes = { email: 'ana\r\nX-Admin: yes\r\n\r\n' }
    const { headers, text } = await send('/orders', as(await tokenOf({ user: { ...ana, attributes } })))
    expect([headers['x-name'], headers['x-admin'], text]).toEqual(['anaX-Admin: yes', undefined, '"ok"'])
  })

  test('are matched by an expression that backtracks without holding anybody up', async () => {
    const { send } = await serve({}, { identityValidationExpression: '^(a+)+$' })
    const clientId = `${'a'.repeat(3000)}!`
    expect(told(await send('/orders', as(await tokenOf({ clientId }))))).toEqual(UNAUTHORIZED)
  })
})

describe('the keys of user pools', () => {
  test('are published on this computer while the gateway runs, for any client to check tokens with', async () => {
    const { gateway, state } = await serve()
    const published = state.userPools!.find(({ id }) => id === POOL)!
    expect([published.name, published.issuer, new URL(published.url).hostname]).toEqual([
      'Members',
      `https://cognito-idp.us-east-1.amazonaws.com/${POOL}`,
      '127.0.0.1',
    ])
    const read = async (url: string) => JSON.parse(await (await fetch(url)).text())
    const discovery = await read(`${published.url}/.well-known/openid-configuration`)
    const { keys } = await read(discovery.jwks_uri)
    const token = await tokenOf()
    const [head, claims, signature] = token.split('.')
    const key = keys.find(({ kid }: { kid: string }) => kid === part(token, 0)['kid'])
    const publicKey = createPublicKey({ key, format: 'jwk' })
    const isGood = verify('sha256', Buffer.from(`${head}.${claims}`), publicKey, Buffer.from(signature!, 'base64url'))
    expect([discovery.issuer, isGood]).toEqual([published.url, true])
    await gateway.stop()
    await expect(fetch(discovery.jwks_uri)).rejects.toThrow()
  })

  test('may not be called by integrations', async () => {
    const { gateway, lines, state, send } = await serve()
    const { port } = new URL(state.userPools![0]!.url)
    const uri = `http://127.0.0.1:${port}/`
    const proxy = mockAnswering('')
    const method = {
      ...proxy,
      integration: { ...proxy.integration!, type: 'HTTP_PROXY', httpMethod: 'GET', uri } as const,
    }
    gateway.update(sampleDesign({ resources: { '/keys': { methods: { GET: method } } }, design: { identity } }))
    expect([(await send('/keys')).status, lines]).toEqual([
      500,
      [expect.stringContaining(`port ${port} is Gatewright's own`)],
    ])
  })

  test('are good as soon as a design has the pool', async () => {
    const open = { '/open': { methods: { GET: mockAnswering('"open"') } } }
    const served = await serveSample({
      design: sampleDesign({ resources: open }),
      clock: testClock(),
      identity: provider,
    })
    sample = served
    expect(served.state.userPools).toBeUndefined()
    served.gateway.update(sampleDesign({ resources, api: { authorizers: { members: authorizer } } }))
    expect(told(await served.send('/orders', as(await tokenOf())))).toEqual(ACCEPTED)
  })
})
