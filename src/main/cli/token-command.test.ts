import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Design } from '@shared/design/design'
import { emptyDesign, newRestApi } from '@shared/design/new-design'
import type { RestApi } from '@shared/design/rest-api'
import { compileCognitoAuthorizer } from '../engine/authorizers/jwt/decide-cognito'
import { authorizeCognito } from '../live/identity/authorize-cognito'
import { createPoolKeys } from '../live/identity/issuer-keys'
import { nodeJwtVerifier } from '../live/identity/jwt-verifier'
import { createLocalIdentityProvider } from '../live/identity/local-identity-provider'
import { writeProject } from '../project-format/write-project'
import { createPoolKeyFiles } from '../storage/pool-key-files'
import { temporaryFolder } from '../storage/testing/temporary-folder'
import { runMain, type MainRun } from './testing/run-main'

const ARN = 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Shop'
const STAFF_ARN = 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Staff'
const SHOP = {
  id: 'us-east-1_Shop',
  name: 'shop',
  clients: [
    { clientId: 'web1', name: 'web', scopes: ['orders/read', 'orders/write'] },
    { clientId: 'till1', name: 'till', scopes: [] },
  ],
  users: [
    {
      username: 'ada',
      sub: 'a0000000-0000-4000-8000-000000000000',
      groups: ['admin'],
      attributes: { email: 'ada@example.com' },
    },
  ],
}

let dataFolder = ''
beforeEach(() => {
  dataFolder = temporaryFolder()
  vi.stubEnv('GATEWRIGHT_DATA', dataFolder)
})
afterEach(() => {
  vi.unstubAllEnvs()
})

function designFile(userPools: NonNullable<Design['identity']>['userPools'], ...providerARNs: string[]): string {
  const pool = {
    type: 'COGNITO_USER_POOLS',
    identitySource: 'method.request.header.Authorization',
    providerARNs,
  } as const
  const authorizers: RestApi['authorizers'] = providerARNs.length > 0 ? { pool } : {}
  const api = { ...newRestApi('Shop'), authorizers }
  const design = { ...emptyDesign('shop'), apis: [api], identity: { userPools, iamUsers: [] } }
  const path = join(temporaryFolder(), 'shop.gatewright.yaml')
  writeFileSync(path, writeProject(design))
  return path
}

function token(...args: string[]): Promise<MainRun> {
  return runMain(['token', ...args], '9.8.7')
}

async function claimsOf(...args: string[]): Promise<Record<string, unknown>> {
  const { code, out, err } = await token(...args, '--json')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return (JSON.parse(out) as { claims: Record<string, unknown> }).claims
}

describe('token', () => {
  it('prints a token that a gateway with the same data folder takes', async () => {
    const { code, out, err } = await token(designFile([SHOP], ARN), '--pool', 'shop', '--user', 'ada')
    const provider = createLocalIdentityProvider({ store: createPoolKeyFiles(dataFolder) })
    const ports = { keys: createPoolKeys(provider), verifier: nodeJwtVerifier(), wall: () => Date.now() }
    const decision = await authorizeCognito(out, compileCognitoAuthorizer([ARN], 'web1'), [], ports)
    expect([code, err, decision]).toMatchObject([
      0,
      '',
      { kind: 'allowed', claims: { 'cognito:username': 'ada', 'cognito:groups': 'admin', email: 'ada@example.com' } },
    ])
  })

  it('prints its claims with --json, as they are in the token', async () => {
    const { out } = await token(designFile([SHOP]), '--user', 'ada', '--expires', '60', '--json')
    const printed = JSON.parse(out) as { token: string; claims: { exp: number; iat: number } }
    const payload = Buffer.from(printed.token.split('.')[1] ?? '', 'base64url').toString('utf8')
    expect([Object.keys(printed), printed.claims.exp - printed.claims.iat]).toEqual([['token', 'claims'], 60])
    expect(printed.claims).toEqual(JSON.parse(payload))
  })

  it.each([
    [[], { token_use: 'id', aud: 'web1' }],
    [['--client', 'till'], { token_use: 'id', aud: 'till1' }],
    [['--client', 'wrong'], { token_use: 'id', aud: 'wrong' }],
    [['--use', 'access'], { token_use: 'access', client_id: 'web1', scope: 'orders/read orders/write' }],
    [['--use', 'access', '--client', 'till1'], { client_id: 'till1', scope: 'aws.cognito.signin.user.admin' }],
    [['--scope', 'a', '--scope', 'b c'], { token_use: 'access', scope: 'a b c' }],
    [['--issuer', 'http://127.0.0.1:4000/shop'], { iss: 'http://127.0.0.1:4000/shop' }],
  ])('makes out of %j %j', async (args, claims) => {
    expect(await claimsOf(designFile([SHOP]), '--pool', SHOP.id, '--user', 'ada', ...args)).toMatchObject(claims)
  })

  it('makes one that has expired', async () => {
    const { exp } = await claimsOf(designFile([SHOP]), '--user', 'ada', '--expires=-60')
    expect(Number(exp) * 1000).toBeLessThan(Date.now())
  })

  it('knows anybody in a pool that only an authorizer names', async () => {
    const path = designFile([SHOP], STAFF_ARN)
    const claims = await claimsOf(path, '--pool', 'us-east-1_Staff', '--user', 'eve')
    expect(claims).toMatchObject({
      iss: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Staff',
      'cognito:username': 'eve',
      aud: 'local',
    })
  })

  it.each([
    [['--user', 'ada'], 'Name a user pool with --pool: the design has us-east-1_Shop ("shop"), us-east-1_Staff.'],
    [
      ['--pool', 'x', '--user', 'ada'],
      'No user pool is named "x": the design has us-east-1_Shop ("shop"), us-east-1_Staff.',
    ],
    [['--pool', 'shop'], 'Name a user of the pool us-east-1_Shop with --user: it has ada.'],
    [['--pool', 'shop', '--user', 'eve'], 'The pool us-east-1_Shop has no user "eve": it has ada.'],
    [['--pool', 'us-east-1_Staff'], 'Name a user of the pool us-east-1_Staff with --user: any name will do.'],
    [['--use', 'refresh'], '--use is id or access, not refresh.'],
    [['--use', 'id', '--scope', 'a'], 'An ID token has no scopes: leave out --scope or --use id.'],
    [['--expires', 'soon'], '--expires takes a whole number from -315360000 to 315360000, not soon.'],
  ])('refuses %j', async (args, message) => {
    const { code, out, err } = await token(designFile([SHOP], STAFF_ARN), ...args)
    expect([code, out, err.split('\n')[0]]).toEqual([2, '', message])
  })

  it('says when there is no pool, and when two have the name', async () => {
    const none = await token(designFile([]), '--user', 'ada')
    const two = await token(designFile([SHOP, { ...SHOP, id: 'us-east-1_Old' }]), '--pool', 'shop', '--user', 'ada')
    expect([none.err, two.err].map((text) => text.split('\n')[0])).toEqual([
      'The design has no user pool, and no authorizer of it names one.',
      'Several user pools are named "shop": give the id, one of us-east-1_Shop ("shop"), us-east-1_Old ("shop").',
    ])
  })

  it('says when keys cannot be kept, and what to do', async () => {
    const file = join(dataFolder, 'file')
    writeFileSync(file, '')
    vi.stubEnv('GATEWRIGHT_DATA', join(file, 'data'))
    const { code, out, err } = await token(designFile([SHOP]), '--user', 'ada')
    expect([code, out]).toEqual([2, ''])
    expect(err).toBe(
      `The keys of the user pool us-east-1_Shop cannot be kept in ${join(file, 'data')}: a part of its path is no folder ` +
        '(ENOTDIR). Set GATEWRIGHT_DATA to a folder that can be written.',
    )
  })
})
