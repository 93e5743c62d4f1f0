import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, type GenerateKeyPairResult } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HttpAuthorizer } from '@shared/design/http-api'
import { createLocalIdentityProvider } from '../identity/local-identity-provider'
import { memoryKeyStore } from '../identity/pool-key-store'
import { httpDesign, lambda } from './testing/http-sample'
import { servedHttp } from './testing/served-http'

const serve = servedHttp('export const who = async (event) => event.requestContext.authorizer ?? null')

let keys: GenerateKeyPairResult
let server: Server
let issuer = ''
/** Paths that were asked for at the issuer. */
const fetched: string[] = []
beforeAll(async () => {
  keys = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', use: 'sig', alg: 'RS256' }
  server = createServer(({ url = '' }, response) => {
    fetched.push(url)
    response.end(JSON.stringify(url === '/keys' ? { keys: [jwk] } : { issuer, jwks_uri: `${issuer}/keys` }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

function mint(claims: Record<string, unknown>, kid = 'k1'): Promise<string> {
  return new SignJWT({ aud: 'api', scope: 'read write', ...claims })
    .setProtectedHeader({ alg: 'RS256', kid })
    .setIssuer(issuer)
    .setExpirationTime('1h')
    .sign(keys.privateKey)
}

const jwt = (more: Partial<HttpAuthorizer> = {}): HttpAuthorizer => ({
  authorizerType: 'JWT',
  identitySource: ['$request.header.Authorization'],
  jwtConfiguration: { issuer, audience: ['api'] },
  ...more,
})
const integration = lambda('./f.mjs#who')
const route = { integration, authorizationType: 'JWT', authorizerId: 'jwt' } as const

/** `requestContext.authorizer` of an event. */
interface JwtBlock {
  readonly jwt: { readonly claims: Record<string, string>; readonly scopes: string[] | null }
}

describe('a JWT authorizer', () => {
  test('lets a token pass and tells what it says; scopes only where the route asks for some', async () => {
    const routes = { 'GET /a': route, 'GET /b': { ...route, authorizationScopes: ['read', 'other'] } }
    const { send } = await serve({ routes, api: { authorizers: { jwt: jwt() } } })
    const headers = { Authorization: `Bearer ${await mint({ sub: 'u1', n: 1, groups: ['x', 'y'], on: true })}` }
    const blockOf = async (path: string) => JSON.parse((await send(path, { headers })).text) as JwtBlock
    const { claims, scopes } = (await blockOf('/a')).jwt
    expect([{ ...claims, exp: claims['exp']?.length }, scopes]).toEqual([
      { iss: issuer, aud: 'api', sub: 'u1', n: '1', groups: '[x y]', on: 'true', scope: 'read write', exp: 10 },
      null,
    ])
    expect((await blockOf('/b')).jwt.scopes).toEqual(['read', 'write'])
    expect(fetched).toEqual(['/.well-known/openid-configuration', '/keys'])
  })

  test('refuses with the header that says why, and asks an unknown key of the issuer once', async () => {
    const routes = { 'GET /a': { ...route, authorizationScopes: ['admin'] }, 'GET /c': route }
    const authorizers = { jwt: jwt() }
    const { send, traced } = await serve({ routes, api: { authorizers } })
    const before = fetched.length
    const said = async (path: string, authorization?: string) => {
      const answer = await send(path, authorization === undefined ? {} : { headers: { Authorization: authorization } })
      return [answer.status, answer.text, answer.headers['www-authenticate']]
    }
    const unauthorized = '{"message":"Unauthorized"}'
    const invalid = (scope: string, why: string) =>
      `Bearer scope="${scope}" error="invalid_token" error_description="${why}"`
    expect(await said('/c')).toEqual([401, unauthorized, 'Bearer'])
    expect(await said('/c', 'Bearer a.b.c')).toEqual([401, unauthorized, invalid('', 'the token is malformed')])
    expect(await said('/c', `Bearer ${await mint({ aud: 'x' })}`)).toEqual([
      401,
      unauthorized,
      invalid('', 'the token does not have a valid audience'),
    ])
    expect(await said('/a', await mint({}))).toEqual([
      403,
      '{"message":"Forbidden"}',
      'Bearer scope="admin" error="insufficient_scope"',
    ])
    for (let at = 0; at < 5; at++) expect((await said('/c', await mint({}, `other${at}`)))[0]).toBe(401)
    expect(fetched.length - before).toBeLessThanOrEqual(2)
    expect(traced[3]!.trace.at(-1)).toMatchObject({
      step: 'authorizer',
      verdict: 'answered',
      details: { reason: 'the route needs one of the scopes "admin", and the token has "read", "write"' },
    })
  })

  test('reads tokens from a query parameter', async () => {
    const authorizers = { jwt: jwt({ identitySource: ['$request.querystring.token'] }) }
    const { send } = await serve({ routes: { 'GET /a': route }, api: { authorizers } })
    expect([(await send(`/a?token=${await mint({})}`)).status, (await send('/a')).status]).toEqual([200, 401])
  })

  test('takes tokens of a local user pool, by either of its addresses', async () => {
    const provider = createLocalIdentityProvider({ store: memoryKeyStore() })
    const user = { username: 'ada', sub: '5f0c1f6e-8d3b-4a52-9a0e-6b7b3f1c2d4e', groups: [], attributes: {} }
    const pool = { id: 'us-east-1_AbCdEf123', name: 'Shop', clients: [], users: [user] }
    const awsIssuer = `https://cognito-idp.us-east-1.amazonaws.com/${pool.id}`
    const audience = ['web']
    const authorizers = { aws: jwt({ jwtConfiguration: { issuer: awsIssuer, audience } }) }
    const routes = { 'GET /aws': { ...route, authorizerId: 'aws' } }
    const parts = { routes, design: { identity: { userPools: [pool], iamUsers: [] } } }
    const { send, state, gateway } = await serve({ ...parts, api: { authorizers } }, { identity: provider })
    const localIssuer = state.userPools![0]!.url
    const request = { user, clientId: 'web', use: 'access', scopes: [], expiresInSeconds: 60, now: Date.now() } as const
    const { token } = await provider.mintToken({ id: pool.id, issuer: awsIssuer }, request)
    const { token: local } = await provider.mintToken(
      { id: pool.id, issuer: awsIssuer },
      { ...request, issuer: localIssuer },
    )
    const get = async (path: string, value: string): Promise<number> =>
      (await send(path, { headers: { Authorization: value } })).status
    expect([await get('/aws', token), await get('/aws', local), await get('/aws', `${token}x`)]).toEqual([
      200, 200, 401,
    ])

    const byUrl = { aws: jwt({ jwtConfiguration: { issuer: localIssuer, audience } }) }
    gateway.update(httpDesign({ ...parts, api: { authorizers: byUrl } }))
    expect([await get('/aws', token), await get('/aws', local), await get('/aws', await mint({}))]).toEqual([
      200, 200, 401,
    ])
  })

  test('that does not exist lets nobody in', async () => {
    const { send, lines } = await serve({
      routes: { 'GET /a': route, 'GET /b': { ...route, authorizationType: 'CUSTOM' } },
    })
    const answers = [await send('/a'), await send('/b')]
    expect(answers.map(({ status, text }) => [status, text])).toEqual(
      answers.map(() => [500, '{"message":"Internal Server Error"}']),
    )
    expect(lines[0]).toBe(
      'GET /a of "Sample", stage $default answers 500: its authorizer "jwt" does not exist, or is none that JWT takes.',
    )
  })
})
