import { afterEach, expect, test } from 'vitest'
import { userPoolArn } from '@shared/design/identity'
import { createLocalIdentityProvider } from '../identity/local-identity-provider'
import { localPool } from '../identity/local-pool'
import { memoryKeyStore } from '../identity/pool-key-store'
import { mockAnswering, sampleDesign } from '../testing/sample-design'
import { serveSample, type ServedSample } from '../testing/served-sample'
import { sendSigned, STARTED_AT } from '../testing/signed-request'
import { testClock } from '../testing/test-clock'

let sample: ServedSample | null = null
afterEach(async () => {
  await sample?.close()
  sample = null
})

const user = { username: 'ana', sub: '5b0c7d3e-1111-4222-8333-444455556666', groups: [], attributes: {} }
const pool = {
  id: 'us-east-1_Members01',
  name: 'Members',
  clients: [{ clientId: 'web', name: 'web', scopes: [] }],
  users: [user],
}
const ada = { name: 'ada', accessKeyId: 'AKIDADA', secretAccessKey: 'secret', policies: [] }
const provider = createLocalIdentityProvider({ store: memoryKeyStore() })

async function serve(): Promise<ServedSample> {
  const design = sampleDesign({
    resources: {
      '/pooled': {
        methods: { GET: mockAnswering('ok', { authorizationType: 'COGNITO_USER_POOLS', authorizerId: 'members' }) },
      },
      '/signed': { methods: { GET: mockAnswering('ok', { authorizationType: 'AWS_IAM' }) } },
    },
    api: {
      authorizers: {
        members: {
          type: 'COGNITO_USER_POOLS',
          identitySource: 'method.request.header.Authorization',
          providerARNs: [userPoolArn('us-east-1', '123456789012', pool.id)],
        },
      },
    },
    design: { identity: { userPools: [pool], iamUsers: [ada] } },
  })
  sample = await serveSample({ design, identity: provider, clock: testClock() })
  return sample
}

/** The first lines of the last request's log, without its id; the id itself is written as ID. */
function firstLines({ gateway, traced }: ServedSample, count: number): string[] {
  const { requestId } = traced.at(-1)!
  const lines = gateway.executionLog(requestId).map(({ text }) => text.replaceAll(`(${requestId}) `, ''))
  return lines.slice(1, 1 + count).map((line) => line.replaceAll(requestId, 'ID'))
}

test('the log of a user pool says that its authorizer started and how it ended, with the token masked', async () => {
  const served = await serve()
  const { token } = await provider.mintToken(localPool(pool, 'us-east-1'), {
    user,
    clientId: 'web',
    use: 'id',
    scopes: [],
    expiresInSeconds: 3600,
    now: STARTED_AT,
  })
  await served.send('/pooled', { headers: { Authorization: token } })
  const passed = firstLines(served, 3)
  await served.send('/pooled', { headers: { Authorization: 'no token at all' } })
  expect([passed[0], /^Incoming identity: \*+.{6}$/.test(passed[1]!), passed[2], firstLines(served, 9)]).toEqual([
    'Starting authorizer: members for request: ID',
    true,
    'Successfully completed authorizer execution',
    [
      'Starting authorizer: members for request: ID',
      'Incoming identity: *********at all',
      'Unauthorized request: ID',
      'Method completed with status: 401',
    ],
  ])
})

test('a request without a token starts no authorizer and is not logged', async () => {
  const served = await serve()
  await served.send('/pooled')
  expect(served.gateway.executionLog(served.traced[0]!.requestId)).toEqual([])
})

test('the log of a signature that is refused has what the caller is told, without what was signed', async () => {
  const served = await serve()
  const credentials = { accessKeyId: 'AKIDADA', secretAccessKey: 'wrong' }
  await sendSigned(served, { path: '/signed', signing: { credentials } })
  const [why, status] = firstLines(served, 9)
  expect([why?.startsWith('The request signature we calculated does not match'), why?.includes('\n'), status]).toEqual([
    true,
    false,
    'Method completed with status: 403',
  ])
})
