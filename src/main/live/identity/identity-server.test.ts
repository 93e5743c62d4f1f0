import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exchange, type Received } from '../testing/served-sample'
import { authorizeHttpJwt } from './authorize-http-jwt'
import { fetchDocument } from './fetch-document'
import { startIdentityServer, type IdentityServer } from './identity-server'
import { nodeJwtVerifier } from './jwt-verifier'
import { createLocalIdentityProvider } from './local-identity-provider'
import { memoryKeyStore } from './pool-key-store'
import { createRemoteKeys } from './remote-keys'

const ID = 'us-east-1_Shop'
const POOL = { id: ID, issuer: `https://cognito-idp.us-east-1.amazonaws.com/${ID}` }
const DISCOVERY = `/${ID}/.well-known/openid-configuration`
const KEYS = `/${ID}/.well-known/jwks.json`
const provider = createLocalIdentityProvider({ store: memoryKeyStore() })
const lines: string[] = []
let server: IdentityServer

beforeEach(async () => {
  server = await startIdentityServer({ port: 0, provider, pools: () => [POOL], log: (line) => lines.push(line) })
})
afterEach(() => server.close())

function seen({ status, headers, text }: Received): unknown {
  return [status, headers['content-type'], JSON.parse(text)]
}

describe('the local identity server', () => {
  test('serves the documents of a pool in the form of Cognito', async () => {
    const issuer = `http://127.0.0.1:${server.port}/${ID}`
    const { kid, n, e } = (await provider.publishedKeys(ID))[0]!
    expect([
      server.issuerOf(ID),
      seen(await exchange(server.port, DISCOVERY)),
      seen(await exchange(server.port, KEYS)),
    ]).toEqual([
      issuer,
      [
        200,
        'application/json',
        {
          id_token_signing_alg_values_supported: ['RS256'],
          issuer,
          jwks_uri: `${issuer}/.well-known/jwks.json`,
          response_types_supported: ['code', 'token'],
          scopes_supported: ['openid', 'email', 'phone', 'profile'],
          subject_types_supported: ['public'],
        },
      ],
      [200, 'application/json', { keys: [{ alg: 'RS256', e, kid, kty: 'RSA', n, use: 'sig' }] }],
    ])
  })

  test('is an issuer that a JWT authorizer can find', async () => {
    const issuer = server.issuerOf(ID)
    const user = { username: 'ada', sub: 'u', groups: [], attributes: {} }
    const request = { user, clientId: 'web', use: 'id', scopes: [], expiresInSeconds: 60, now: 0, issuer } as const
    const { token } = await provider.mintToken(POOL, request)
    const ports = {
      keys: createRemoteKeys({ fetchDocument, now: () => 0 }),
      verifier: nodeJwtVerifier(),
      wall: () => 0,
    }
    const decision = await authorizeHttpJwt(`Bearer ${token}`, { issuer, audience: ['web'] }, [], ports)
    expect(decision).toMatchObject({ kind: 'allowed', claims: { iss: issuer, sub: 'u' } })
  })

  test.each([
    ['an unknown pool', `/us-east-1_Staff/.well-known/jwks.json`, {}, 404, 'Not Found'],
    ['another path', `${KEYS}/x`, {}, 404, 'Not Found'],
    ['a path around', `/x/../${ID}/.well-known/jwks.json`, {}, 404, 'Not Found'],
    ['another method', KEYS, { method: 'POST', body: '{}' }, 405, 'Method Not Allowed'],
    ['another name', KEYS, { headers: { Host: 'evil.example' } }, 403, 'Forbidden'],
    ['a name that only looks right', KEYS, { headers: { Host: '127.0.0.1.evil.example' } }, 403, 'Forbidden'],
  ])('refuses %s', async (_what, path, sent, status, message) => {
    expect(seen(await exchange(server.port, path, sent))).toEqual([status, 'application/json', { message }])
  })

  test('says nothing that lets a page of another site read it', async () => {
    const { headers } = await exchange(server.port, KEYS, { headers: { Origin: 'https://evil.example' } })
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
  })

  test('answers 500 and tells its owner when the keys cannot be had', async () => {
    const broken = { ...provider, publishedKeys: () => Promise.reject(new Error('the disk is full')) }
    const failing = await startIdentityServer({
      port: 0,
      provider: broken,
      pools: () => [POOL],
      log: (line) => lines.push(line),
    })
    const answer = seen(await exchange(failing.port, KEYS))
    await failing.close()
    expect([answer, lines]).toEqual([
      [500, 'application/json', { message: 'Internal server error' }],
      ['The local identity provider answers 500: Error: the disk is full'],
    ])
  })
})
