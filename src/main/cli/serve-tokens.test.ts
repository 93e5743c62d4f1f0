import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  createRemoteJWKSet,
  exportJWK,
  generateKeyPair,
  jwtVerify,
  SignJWT,
  type CryptoKey,
  type KeyObject,
} from 'jose'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { HttpAuthorizer } from '@shared/design/http-api'
import { userPoolArn, type UserPool } from '@shared/design/identity'
import type { Method } from '@shared/design/method'
import { httpDesign, httpProxy } from '../live/http-api/testing/http-sample'
import { readPoolKeys } from '../live/identity/pool-keys'
import { mockAnswering, sampleDesign } from '../live/testing/sample-design'
import { exchange } from '../live/testing/served-sample'
import { writeProject } from '../project-format/write-project'
import { createPoolKeyFiles } from '../storage/pool-key-files'
import { temporaryFolder } from '../storage/testing/temporary-folder'
import { main } from './main'

const POOL = 'us-east-1_Shop00001'
const ISSUER = `https://cognito-idp.us-east-1.amazonaws.com/${POOL}`
const CLIENT = 'webclient00000000000000001'
const pool: UserPool = {
  id: POOL,
  name: 'Shoppers',
  clients: [{ clientId: CLIENT, name: 'web', scopes: ['orders/read'] }],
  users: [{ username: 'ada', sub: '5b0c7d3e-1111-4222-8333-444455556666', groups: [], attributes: {} }],
}

/** A backend, and an issuer that is no user pool. */
let server: Server
let address = ''
let foreign: Awaited<ReturnType<typeof generateKeyPair>>
beforeAll(async () => {
  foreign = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(foreign.publicKey)), kid: 'f1', use: 'sig', alg: 'RS256' }
  server = createServer(({ url = '' }, response) => {
    const documents = new Map([
      ['/issuer/.well-known/openid-configuration', { issuer: `${address}/issuer`, jwks_uri: `${address}/issuer/keys` }],
      ['/issuer/keys', { keys: [jwk] }],
    ])
    response.end(JSON.stringify(documents.get(url) ?? 'backend'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

let dataFolder = ''
beforeEach(() => {
  dataFolder = temporaryFolder()
  vi.stubEnv('GATEWRIGHT_DATA', dataFolder)
})
afterEach(() => {
  vi.unstubAllEnvs()
})

function designFile(): string {
  const pooled: Partial<Method> = { authorizationType: 'COGNITO_USER_POOLS', authorizerId: 'pool' }
  const rest = sampleDesign({
    resources: {
      '/id': { methods: { GET: mockAnswering('ok', pooled) } },
      '/scoped': { methods: { GET: mockAnswering('ok', { ...pooled, authorizationScopes: ['orders/read'] }) } },
    },
    api: {
      authorizers: {
        pool: {
          type: 'COGNITO_USER_POOLS',
          identitySource: 'method.request.header.Authorization',
          providerARNs: [userPoolArn('us-east-1', '123456789012', POOL)],
        },
      },
    },
  })
  const jwt = (issuer: string): HttpAuthorizer => ({
    authorizerType: 'JWT',
    identitySource: ['$request.header.Authorization'],
    jwtConfiguration: { issuer, audience: [CLIENT] },
  })
  const route = (authorizerId: string) =>
    ({ integration: httpProxy(address), authorizationType: 'JWT', authorizerId }) as const
  const http = httpDesign({
    routes: { 'GET /pool': route('pool'), 'GET /foreign': route('foreign') },
    api: { authorizers: { pool: jwt(ISSUER), foreign: jwt(`${address}/issuer`) } },
  })
  const design = { ...rest, apis: [...rest.apis, ...http.apis], identity: { userPools: [pool], iamUsers: [] } }
  const path = join(temporaryFolder(), 'shop.gatewright.yaml')
  writeFileSync(path, writeProject(design))
  return path
}

interface Listening {
  readonly port: number
  readonly apis: readonly { readonly url: string }[]
  readonly userPools: readonly { readonly issuer: string; readonly url: string }[]
}

/** Run `serve` while `during` calls it. */
async function whileServing(path: string, during: (listening: Listening) => Promise<void>): Promise<void> {
  const ending = new AbortController()
  let serving: Promise<number> | undefined
  const listening = await new Promise<Listening>((resolve) => {
    const out = (line: string): void => resolve(JSON.parse(line) as Listening)
    const io = { out, err: () => undefined, isTerminal: false, signal: ending.signal }
    serving = main(['serve', path, '--port', '0', '--json'], '9.8.7', io)
  })
  try {
    await during(listening)
  } finally {
    ending.abort()
    await serving
  }
}

async function printedToken(path: string, ...args: string[]): Promise<string> {
  const lines: string[] = []
  const io = { out: (line: string) => lines.push(line), err: () => undefined, isTerminal: false }
  await main(['token', path, '--user', 'ada', ...args], '9.8.7', { ...io, signal: new AbortController().signal })
  return lines.join('')
}

/** The key of the pool that signs, as it is kept in the data folder. */
async function poolKey(): Promise<{ readonly kid: string; readonly key: KeyObject }> {
  const [signing] = readPoolKeys(await createPoolKeyFiles(dataFolder).read(POOL))!
  return { kid: signing.publicKey.kid!, key: signing.privateKey }
}

type Claims = Readonly<Record<string, unknown>>
const ID: Claims = { token_use: 'id', aud: CLIENT, sub: 'u1' }
const ACCESS: Claims = { token_use: 'access', client_id: CLIENT, scope: 'orders/read', sub: 'u1' }

function minted(claims: Claims, kid: string, key: CryptoKey | KeyObject, issuer = ISSUER): Promise<string> {
  const token = new SignJWT({ ...claims }).setProtectedHeader({ alg: 'RS256', kid }).setIssuer(issuer)
  return token.setIssuedAt().setExpirationTime('1h').sign(key)
}

describe('tokens of real clients', () => {
  test('of a user pool are verified by jose against the keys that are published', async () => {
    const path = designFile()
    await whileServing(path, async ({ userPools: [served] }) => {
      const keys = createRemoteJWKSet(new URL(`${served!.url}/.well-known/jwks.json`))
      const id = await jwtVerify(await printedToken(path), keys, { issuer: served!.issuer, audience: CLIENT })
      const access = await jwtVerify(await printedToken(path, '--use', 'access', '--scope', 'orders/read'), keys)
      expect([id.payload['token_use'], id.payload['cognito:username'], access.payload['scope']]).toEqual([
        'id',
        'ada',
        'orders/read',
      ])
    })
  })

  test('that jose has signed with the key of a pool pass COGNITO_USER_POOLS and JWT, others do not', async () => {
    const path = designFile()
    await printedToken(path)
    const { kid, key } = await poolKey()
    await whileServing(path, async ({ port, apis }) => {
      const [rest, http] = apis.map(({ url }) => new URL(url).pathname)
      const call = async (target: string, token: string): Promise<number> =>
        (await exchange(port, target, { headers: { Authorization: token } })).status
      const id = await minted(ID, kid, key)
      const access = await minted(ACCESS, kid, key)
      const forged = await minted(ID, kid, foreign.privateKey)
      const ofOther = await minted(ID, 'f1', foreign.privateKey, `${address}/issuer`)
      expect({
        cognito: [
          await call(`${rest}/id`, id),
          await call(`${rest}/id`, `Bearer ${id}`),
          await call(`${rest}/scoped`, access),
        ],
        cognitoRefused: [
          await call(`${rest}/id`, access),
          await call(`${rest}/scoped`, id),
          await call(`${rest}/id`, forged),
        ],
        jwt: [
          await call(`${http}/pool`, id),
          await call(`${http}/pool`, `Bearer ${access}`),
          await call(`${http}/foreign`, ofOther),
        ],
        jwtRefused: [
          await call(`${http}/pool`, forged),
          await call(`${http}/pool`, ofOther),
          await call(`${http}/foreign`, id),
        ],
      }).toEqual({
        cognito: [200, 200, 200],
        cognitoRefused: [401, 401, 401],
        jwt: [200, 200, 200],
        jwtRefused: [401, 401, 401],
      })
    })
  })
})
