import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { deploy } from '@shared/design/edits/deploy'
import { userPoolArn } from '@shared/design/identity'
import type { Method } from '@shared/design/method'
import { mockMethod } from '@shared/design/mock-method'
import { emptyDesign, newRestApi } from '@shared/design/new-design'
import type { RestApi } from '@shared/design/rest-api'
import { signRequest } from '../engine/authorizers/sigv4/sign-request'
import { NODE_SIGV4_CRYPTO } from '../live/identity/sigv4-crypto'
import { exchange } from '../live/testing/served-sample'
import { writeProject } from '../project-format/write-project'
import { temporaryFolder } from '../storage/testing/temporary-folder'
import { main } from './main'

const POOL = 'us-east-1_Shop'
const ROOT = { accessKeyId: 'AKIDROOT', secretAccessKey: 'secret of the account' }

beforeEach(() => {
  vi.stubEnv('GATEWRIGHT_DATA', temporaryFolder())
  vi.stubEnv('GATEWRIGHT_ACCESS_KEY_ID', ROOT.accessKeyId)
  vi.stubEnv('GATEWRIGHT_SECRET_ACCESS_KEY', ROOT.secretAccessKey)
})
afterEach(() => {
  vi.unstubAllEnvs()
})

function designFile(): string {
  const method = (more: Partial<Method>): Method => ({ ...mockMethod(), ...more })
  const api: RestApi = {
    ...newRestApi('Shop'),
    id: 'shopshop01',
    authorizers: {
      pool: {
        type: 'COGNITO_USER_POOLS',
        identitySource: 'method.request.header.Authorization',
        providerARNs: [userPoolArn('us-east-1', '123456789012', POOL)],
      },
    },
    resources: {
      '/pooled': { methods: { GET: method({ authorizationType: 'COGNITO_USER_POOLS', authorizerId: 'pool' }) } },
      '/signed': { methods: { GET: method({ authorizationType: 'AWS_IAM' }) } },
    },
    stages: { prod: { methodSettings: {} } },
    deployments: [],
  }
  const design = { ...emptyDesign('shop'), apis: [api] }
  const path = join(temporaryFolder(), 'shop.gatewright.yaml')
  writeFileSync(
    path,
    writeProject(deploy(design, api.id, 'prod', { id: 'dep001', createdDate: '2026-01-01T00:00:00Z' })),
  )
  return path
}

interface Listening {
  readonly port: number
  readonly apis: readonly { readonly url: string }[]
  readonly userPools: readonly { readonly id: string; readonly url: string }[]
}

/** Run a command; `onLine` is told of each line it prints. */
function gatewright(args: readonly string[], signal: AbortSignal, onLine: (line: string) => void): Promise<number> {
  return main([...args], '9.8.7', { out: onLine, err: onLine, isTerminal: false, signal })
}

async function tokenFor(path: string): Promise<string> {
  const lines: string[] = []
  await gatewright(['token', path, '--user', 'ada'], new AbortController().signal, (line) => lines.push(line))
  return lines.join('')
}

test('serve takes tokens of the token command and the key of the account, and says where keys are published', async () => {
  const path = designFile()
  const ending = new AbortController()
  let serving: Promise<number> | undefined
  const listening = await new Promise<Listening>((resolve) => {
    serving = gatewright(['serve', path, '--port', '0', '--json'], ending.signal, (line) => resolve(JSON.parse(line)))
  })
  const { host, pathname } = new URL(listening.apis[0]!.url)
  const get = async (target: string, headers: Record<string, string> = {}) =>
    (await exchange(listening.port, pathname + target, { headers })).status
  const unsigned = { method: 'GET', path: `${pathname}/signed`, rawQuery: '', headers: [['Host', host]] as const }
  const { request } = signRequest(
    { ...unsigned, body: new Uint8Array() },
    { credentials: ROOT, region: 'us-east-1', service: 'execute-api', at: Date.now(), form: 'header' },
    NODE_SIGV4_CRYPTO,
  )
  const keys = await fetch(`${listening.userPools[0]!.url}/.well-known/jwks.json`)
  expect([
    await get('/pooled', { Authorization: await tokenFor(path) }),
    await get('/pooled'),
    await get('/signed', Object.fromEntries(request.headers)),
    await get('/signed'),
    [listening.userPools[0]!.id, keys.status],
  ]).toEqual([200, 401, 200, 403, [POOL, 200]])
  ending.abort()
  await serving
})
