import { describe, expect, it } from 'vitest'
import { compileCognitoAuthorizer } from '../../engine/authorizers/jwt/decide-cognito'
import { authorizeCognito } from './authorize-cognito'
import { authorizeHttpJwt, type JwtPorts } from './authorize-http-jwt'
import type { TokenRequest } from './cognito-token'
import { createIssuerKeys, createPoolKeys } from './issuer-keys'
import { nodeJwtVerifier } from './jwt-verifier'
import { createLocalIdentityProvider, type LocalIdentityProvider } from './local-identity-provider'
import { memoryKeyStore, type PoolKeyStore } from './pool-key-store'
import type { IssuerKeys } from './remote-keys'

const NOW = 1_767_225_600_000
const ID = 'us-east-1_Shop'
const POOL = { id: ID, issuer: `https://cognito-idp.us-east-1.amazonaws.com/${ID}` }
const ARN = `arn:aws:cognito-idp:us-east-1:123456789012:userpool/${ID}`
const REQUEST: TokenRequest = {
  user: { username: 'ada', sub: 'a0000000-0000-4000-8000-000000000000', groups: [], attributes: {} },
  clientId: 'web',
  use: 'id',
  scopes: [],
  expiresInSeconds: 600,
  now: NOW,
}
const NOBODY: IssuerKeys = { find: () => Promise.resolve({ kind: 'unavailable', problem: 'nobody publishes keys' }) }

function ports(keys: IssuerKeys): JwtPorts {
  return { keys, verifier: nodeJwtVerifier(), wall: () => NOW }
}

/** What a REST API says to a token that was made by the same provider or by another. */
async function judged(token: string, provider: LocalIdentityProvider, scopes: readonly string[] = []): Promise<string> {
  const decision = await authorizeCognito(
    token,
    compileCognitoAuthorizer([ARN]),
    scopes,
    ports(createPoolKeys(provider)),
  )
  return decision.kind === 'allowed' ? 'allowed' : decision.reason
}

describe('a minted token', () => {
  it('is good for a REST API of the pool, the ID token without scopes and the access token with them', async () => {
    const provider = createLocalIdentityProvider({ store: memoryKeyStore() })
    const id = await provider.mintToken(POOL, REQUEST)
    const access = await provider.mintToken(POOL, { ...REQUEST, use: 'access', scopes: ['orders/read'] })
    expect([
      await judged(id.token, provider),
      await judged(`Bearer ${access.token}`, provider, ['orders/read']),
      await judged(access.token, provider),
    ]).toEqual(['allowed', 'allowed', 'a method without scopes takes ID tokens, and token_use is "access"'])
  })

  it('is good for an HTTP API whose issuer is the pool, and asks nobody else for keys', async () => {
    const provider = createLocalIdentityProvider({ store: memoryKeyStore() })
    const { token } = await provider.mintToken(POOL, REQUEST)
    const decide = (issuer: string) =>
      authorizeHttpJwt(
        token,
        { issuer, audience: ['web'] },
        [],
        ports(createIssuerKeys(() => [POOL], provider, NOBODY)),
      )
    expect([await decide(POOL.issuer), await decide('https://login.example')]).toMatchObject([
      { kind: 'allowed', claims: { 'cognito:username': 'ada', aud: 'web' } },
      { status: 401, reason: 'nobody publishes keys' },
    ])
  })

  it('of another pool, or of another provider, is not good', async () => {
    const provider = createLocalIdentityProvider({ store: memoryKeyStore() })
    const stranger = createLocalIdentityProvider({ store: memoryKeyStore() })
    const others = [
      await provider.mintToken({ ...POOL, id: 'us-east-1_Staff' }, REQUEST),
      await stranger.mintToken(POOL, REQUEST),
    ]
    const verdicts = await Promise.all(others.map(({ token }) => judged(token, provider)))
    expect(verdicts.map((verdict) => verdict.startsWith('the token names the key '))).toEqual([true, true])
  })

  it('carries the claims that came with it', async () => {
    const provider = createLocalIdentityProvider({ store: memoryKeyStore() })
    const { token, claims } = await provider.mintToken(POOL, { ...REQUEST, issuer: 'http://127.0.0.1:4000/pool' })
    const [header = '', payload = ''] = token.split('.')
    const { kid } = (await provider.publishedKeys(ID))[0]!
    expect([read(header), read(payload), claims['iss']]).toEqual([
      { alg: 'RS256', kid },
      claims,
      'http://127.0.0.1:4000/pool',
    ])
  })
})

function read(part: string): unknown {
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
}

describe('keys', () => {
  it('are made once, however many ask at the same time, and are there again with the same store', async () => {
    const store = memoryKeyStore()
    const first = createLocalIdentityProvider({ store })
    const [one, two] = await Promise.all([first.publishedKeys(ID), first.publishedKeys(ID)])
    const again = await createLocalIdentityProvider({ store }).publishedKeys(ID)
    expect([two, again]).toEqual([one, one])
    expect(one).toEqual([{ kid: expect.stringMatching(/^[\w+/]{43}=$/) as unknown, n: one[0]!.n, e: 'AQAB' }])
  })

  it('are agreed on by providers that make them at the same time', async () => {
    const store = memoryKeyStore()
    const [one, two] = [createLocalIdentityProvider({ store }), createLocalIdentityProvider({ store })]
    const [minted] = await Promise.all([one.mintToken(POOL, REQUEST), two.mintToken(POOL, REQUEST)])
    expect(await judged(minted.token, two)).toBe('allowed')
  })

  it('that another process has rotated are found by what tokens name', async () => {
    const store = memoryKeyStore()
    const [gateway, commandLine] = [createLocalIdentityProvider({ store }), createLocalIdentityProvider({ store })]
    await gateway.publishedKeys(ID)
    await commandLine.rotate(ID)
    const { token } = await commandLine.mintToken(POOL, REQUEST)
    expect(await judged(token, gateway)).toBe('allowed')
  })

  it('outlive one rotation, not two', async () => {
    const provider = createLocalIdentityProvider({ store: memoryKeyStore() })
    const { token } = await provider.mintToken(POOL, REQUEST)
    await provider.rotate(ID)
    const after = [
      await judged(token, provider),
      await judged((await provider.mintToken(POOL, REQUEST)).token, provider),
    ]
    await provider.rotate(ID)
    expect([...after, (await provider.publishedKeys(ID)).length]).toEqual(['allowed', 'allowed', 2])
    expect(await judged(token, provider)).toMatch(/^the token names the key /)
  })

  it.each([null, 'text', {}, { keys: [] }, { keys: [{ kty: 'RSA' }] }, { keys: 'x' }])(
    'are made anew when the store holds %j',
    async (damaged) => {
      const store = memoryKeyStore()
      await store.replace(ID, damaged as object)
      const provider = createLocalIdentityProvider({ store })
      const { token } = await provider.mintToken(POOL, REQUEST)
      expect(await judged(token, createLocalIdentityProvider({ store }))).toBe('allowed')
    },
  )

  it('that cannot be kept are a reason, and are tried again', async () => {
    const memory = memoryKeyStore()
    let isFull = true
    const store: PoolKeyStore = {
      ...memory,
      add: (id, keys) => (isFull ? Promise.reject(new Error('the disk is full')) : memory.add(id, keys)),
    }
    const provider = createLocalIdentityProvider({ store })
    const failed = await provider.find(ID, 'a')
    isFull = false
    const { kind } = await provider.find(ID, 'a')
    expect([failed, kind]).toEqual([
      {
        kind: 'unavailable',
        problem: `the keys of the user pool ${ID} cannot be read or kept: Error: the disk is full`,
      },
      'keys',
    ])
  })
})
