import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Authorizer } from '@shared/design/authorizer'
import { builtHandlerProcess } from '../testing/built-handler-process'
import { mockAnswering, sampleDesign } from '../testing/sample-design'
import { serveSample, type ServedSample } from '../testing/served-sample'
import { testClock } from '../testing/test-clock'

let handlerProcessUrl: URL
beforeAll(async () => {
  handlerProcessUrl = await builtHandlerProcess()
})
let sample: ServedSample | null = null
afterEach(async () => {
  await sample?.close()
  sample = null
})

const FILES = {
  'auth.mjs': `export const auth = async ({ authorizationToken: token }) => ({
    principalId: token.slice(0, 2),
    policyDocument: { Statement: { Action: '*', Effect: token.startsWith('no') ? 'Deny' : 'Allow', Resource: '*' } },
  })`,
}

async function serve() {
  const authorizers: Record<string, Authorizer> = {
    tokens: { type: 'TOKEN', handler: './auth.mjs#auth', authorizerResultTtlInSeconds: 60 },
  }
  const guarded = mockAnswering('', { authorizationType: 'CUSTOM', authorizerId: 'tokens' })
  const plain = mockAnswering('$context.requestId')
  const cacheKeyParameters = ['method.request.querystring.page', 'method.request.header.Authorization']
  const cached = { ...plain, integration: { ...plain.integration!, cacheKeyParameters } }
  const design = sampleDesign({
    resources: { '/guarded': { methods: { GET: guarded } }, '/cached': { methods: { GET: cached } } },
    api: { authorizers },
    stage: {
      cacheClusterEnabled: true,
      cacheClusterSize: '0.5',
      methodSettings: {
        '/cached/GET': { cachingEnabled: true, cacheTtlInSeconds: 10 },
        '/guarded/GET': { throttlingRateLimit: 1, throttlingBurstLimit: 2 },
      },
    },
  })
  const clock = testClock()
  sample = await serveSample({ design, handlerProcessUrl, files: FILES, clock })
  return { ...sample, clock }
}

describe('what a gateway keeps', () => {
  test('is listed with age and time to live, the oldest first, and never with a whole secret', async () => {
    const { gateway, send, clock } = await serve()
    await send('/guarded', { headers: { Authorization: 'yes-a-long-secret' } })
    await send('/cached?page=2', { headers: { Authorization: 'Bearer abcdefgh' } })
    clock.pass(1500)
    await send('/guarded', { headers: { Authorization: 'no-secret' } })
    await send('/cached')
    const place = { apiName: 'Sample', stage: 'prod' }
    const kept = { ...place, owner: 'tokens', ttlSeconds: 60 }
    const response = { ...place, owner: 'GET /cached', ttlSeconds: 10, summary: '200, 36 bytes' }
    expect(gateway.caches()).toEqual({
      authorizer: [
        { ...kept, key: 'Authorization: yes-…et', ageSeconds: 1.5, summary: 'Allow, principal ye' },
        { ...kept, key: 'Authorization: no…', ageSeconds: 0, summary: 'Deny, principal no' },
      ],
      response: [
        { ...response, key: 'querystring.page: 2, header.Authorization: Bear…gh', ageSeconds: 1.5 },
        { ...response, key: 'querystring.page: not sent, header.Authorization: not sent', ageSeconds: 0 },
      ],
    })
  })

  test('leaves out what is out of date', async () => {
    const { gateway, send, clock } = await serve()
    await send('/cached')
    clock.pass(10_000)
    expect(gateway.caches()).toEqual({ authorizer: [], response: [] })
  })

  test('is forgotten on a flush of just that', async () => {
    const { gateway, send } = await serve()
    const headers = { Authorization: 'yes' }
    const first = await send('/cached')
    await send('/guarded', { headers })
    gateway.flush('response')
    const { authorizer, response } = gateway.caches()
    const again = await send('/cached')
    const kept = await send('/cached')
    gateway.flush('authorizer')
    expect([authorizer.length, response.length, gateway.caches().authorizer.length]).toEqual([1, 0, 0])
    expect([again.text === first.text, kept.text === again.text]).toEqual([false, true])
  })

  test('lets requests pass again once the buckets are refilled', async () => {
    const { gateway, send } = await serve()
    const headers = { Authorization: 'yes' }
    const statuses = []
    for (let k = 0; k < 3; k++) statuses.push((await send('/guarded', { headers })).status)
    gateway.flush('buckets')
    statuses.push((await send('/guarded', { headers })).status)
    expect(statuses).toEqual([200, 200, 429, 200])
  })
})
