import { afterEach, describe, expect, test } from 'vitest'
import type { Design } from '@shared/design/design'
import { deploy } from '@shared/design/edits/deploy'
import { updateStage } from '@shared/design/edits/update-stage'
import { updateRestApi } from '@shared/design/edits/update-rest-api'
import type { CanarySettings } from '@shared/design/stage'
import { API, mockAnswering, sampleDesign } from './testing/sample-design'
import { serveSample, type ServedSample } from './testing/served-sample'
import { testClock } from './testing/test-clock'

let sample: ServedSample | null = null
afterEach(async () => {
  await sample?.close()
  sample = null
})

const SEEN = '"canary":"$context.isCanaryRequest","deployment":"$context.deploymentId","host":"$stageVariables.host"'

/** GET /who says who answers; the canary has GET /new as well. */
function withCanary(settings: CanarySettings, stage: Parameters<typeof updateStage>[3] = {}): Design {
  const who = { methods: { GET: mockAnswering(`{"version":1,${SEEN}}`) } }
  const first = sampleDesign({ resources: { '/who': who }, stage: { variables: { host: 'old' }, ...stage } })
  const resources = {
    '/who': { methods: { GET: mockAnswering(`{"version":2,${SEEN}}`) } },
    '/new': { methods: { GET: mockAnswering('{}') } },
  }
  const edited = updateRestApi(first, API, { resources })
  const canary = updateStage(edited, API, 'prod', { canarySettings: settings })
  return deploy(canary, API, 'prod', { id: 'dep002', createdDate: '2026-01-02T00:00:00Z' })
}

/** Serve with these draws, one for each request. */
async function serve(design: Design, ...draws: number[]): Promise<ServedSample> {
  let next = 0
  sample = await serveSample({ design, clock: testClock(), random: () => draws[next++]! })
  return sample
}

describe('a stage with a canary', () => {
  test('sends the requests there whose draw is below its share, with its deployment and variables', async () => {
    const settings = { percentTraffic: 25, stageVariableOverrides: { host: 'new' } }
    const { send, traced } = await serve(withCanary(settings), 0.2499, 0.25)
    expect([JSON.parse((await send('/who')).text), JSON.parse((await send('/who')).text)]).toEqual([
      { version: 2, canary: 'true', deployment: 'dep002', host: 'new' },
      { version: 1, canary: 'false', deployment: 'dep001', host: 'old' },
    ])
    expect(traced.map(({ isCanary }) => isCanary)).toEqual([true, false])
  })

  test('knows the routes of the deployment that answers', async () => {
    const { send } = await serve(withCanary({ percentTraffic: 50 }), 0, 0.9)
    expect([(await send('/new')).status, (await send('/new')).status]).toEqual([200, 403])
  })

  test('counts requests to both against one limit', async () => {
    const methodSettings = { '/who/GET': { throttlingRateLimit: 1, throttlingBurstLimit: 2 } }
    const { send } = await serve(withCanary({ percentTraffic: 50 }, { methodSettings }), 0, 0.9, 0, 0.9)
    const statuses: number[] = []
    for (let at = 0; at < 4; at++) statuses.push((await send('/who')).status)
    expect(statuses).toEqual([200, 200, 429, 429])
  })

  test.each([
    { useStageCache: false, deployment: 'its own', seen: ['false', 'true', 'true', 'false'] },
    { useStageCache: true, deployment: 'its own', seen: ['false', 'true', 'true', 'false'] },
    { useStageCache: false, deployment: 'the same', seen: ['false', 'true', 'true', 'false'] },
    { useStageCache: true, deployment: 'the same', seen: ['false', 'false', 'false', 'false'] },
  ])(
    'answers from the cache with $deployment deployment, useStageCache $useStageCache',
    async ({ useStageCache, deployment, seen }) => {
      const cached = { cacheClusterEnabled: true, methodSettings: { '*/*': { cachingEnabled: true } } }
      const design = withCanary({ percentTraffic: 50, useStageCache }, cached)
      const same = updateStage(design, API, 'prod', { canarySettings: { percentTraffic: 50, useStageCache } })
      const { send } = await serve(deployment === 'the same' ? same : design, 0.9, 0, 0, 0.9)
      const answers: string[] = []
      for (let at = 0; at < 4; at++) answers.push((JSON.parse((await send('/who')).text) as { canary: string }).canary)
      expect(answers).toEqual(seen)
    },
  )

  test('says so in gateway responses too', async () => {
    const template = '{"canary":"$context.isCanaryRequest"}'
    const gatewayResponses = {
      MISSING_AUTHENTICATION_TOKEN: { responseTemplates: { 'application/json': template } },
    }
    const design = deploy(updateRestApi(withCanary({ percentTraffic: 50 }), API, { gatewayResponses }), API, 'prod', {
      id: 'dep003',
      createdDate: '2026-01-03T00:00:00Z',
    })
    const { send } = await serve(design, 0)
    expect((await send('/nowhere')).text).toBe('{"canary":"true"}')
  })
})

test('a stage without a canary says nothing of one, and draws nothing', async () => {
  const design = sampleDesign({ resources: { '/who': { methods: { GET: mockAnswering(`{${SEEN}}`) } } } })
  const { send, traced } = await serve(design)
  expect(JSON.parse((await send('/who')).text)).toEqual({ canary: '', deployment: 'dep001', host: '' })
  expect(traced[0]).not.toHaveProperty('isCanary')
})
