import { describe, expect, it } from 'vitest'
import type { Design } from '@shared/design/design'
import { deploy } from '@shared/design/edits/deploy'
import { updateMethod } from '@shared/design/edits/update-method'
import { updateStage } from '@shared/design/edits/update-stage'
import type { CanarySettings } from '@shared/design/stage'
import {
  API_ID,
  AUTHORIZED,
  Play,
  PROD,
  smallDesign,
  TOKENS,
  type SmallGateway,
} from '../pipeline/small-gateway.fixture'
import { routeIndex, type CompileOptions } from './compile'
import { stageViews } from './stage-view'

const createdDate = '2026-01-01T00:00:00Z'

/** GET /things deployed twice, the second time for the canary and with a key. */
function twice(canarySettings: CanarySettings, parts: SmallGateway = {}): Design {
  const first = deploy(smallDesign({ plan: {}, ...parts }), API_ID, 'prod', { id: 'dep001', createdDate })
  const edited = updateMethod(first, API_ID, '/things', 'GET', { apiKeyRequired: true })
  const canary = updateStage(edited, API_ID, 'prod', { canarySettings })
  return deploy(canary, API_ID, 'prod', { id: 'dep002', createdDate })
}

const DEPLOYED: Partial<CompileOptions> = { definition: 'DEPLOYED' }

describe('stageViews', () => {
  it('has the stage with its deployment, and its canary with its own deployment and variables', () => {
    const design = updateStage(
      twice({ percentTraffic: 10, stageVariableOverrides: { host: 'new', extra: 'yes' } }),
      API_ID,
      'prod',
      { variables: { host: 'old', kept: 'yes' } },
    )
    const views = stageViews(design, PROD, 'DEPLOYED')
    expect(
      views.map(({ isCanary, settings, definition }) => [
        isCanary,
        settings.deploymentId,
        settings.variables,
        definition.resources['/things']?.methods.GET?.apiKeyRequired,
      ]),
    ).toEqual([
      [false, 'dep001', { host: 'old', kept: 'yes' }, false],
      [true, 'dep002', { host: 'new', kept: 'yes', extra: 'yes' }, true],
    ])
  })

  it('gives the canary the API as it stands where it is as if deployed now', () => {
    const edited = updateMethod(twice({ percentTraffic: 10 }), API_ID, '/things', 'GET', { operationName: 'List' })
    const names = stageViews(edited, PROD, 'CURRENT').map(
      ({ definition }) => definition.resources['/things']?.methods.GET?.operationName,
    )
    expect(names).toEqual([undefined, 'List'])
  })

  it('has one view of a stage without a canary, and none of one that serves nothing', () => {
    const [view, ...others] = stageViews(smallDesign({}), PROD, 'CURRENT')
    expect([view?.isCanary, others, stageViews(smallDesign({}), PROD, 'DEPLOYED')]).toEqual([undefined, [], []])
  })

  it('lets a canary without a deployment of its own answer with that of the stage', () => {
    const design = updateStage(twice({ percentTraffic: 10 }), API_ID, 'prod', { canarySettings: { percentTraffic: 5 } })
    expect(stageViews(design, PROD, 'DEPLOYED').map(({ settings }) => settings.deploymentId)).toEqual([
      'dep001',
      'dep001',
    ])
  })
})

describe('a compiled canary', () => {
  it('has routes of its own, after those of its stage', () => {
    const { runtime } = new Play(twice({ percentTraffic: 10 }), DEPLOYED)
    expect(runtime.names.stages).toEqual([
      { ...PROD, isCanary: false },
      { ...PROD, isCanary: true },
    ])
    expect(runtime.names.routes.map(({ routeKey, isCanary }) => [routeKey, isCanary])).toEqual([
      ['GET /things', false],
      ['GET /things', true],
    ])
    expect(routeIndex(runtime, PROD, 'GET /things')).toBe(0)
  })

  it('takes from the buckets of its stage and of the plans that cover it', () => {
    const limits = { throttle: { '/things/GET': { rateLimit: 1, burstLimit: 3 } } }
    const { runtime } = new Play(
      twice(
        { percentTraffic: 10 },
        {
          settings: { '/things/GET': { throttlingRateLimit: 1, throttlingBurstLimit: 2 } },
          plan: { apiStages: [{ ...PROD, ...limits }] },
        },
      ),
      DEPLOYED,
    )
    expect({
      methodBuckets: [[...runtime.methodBucketOf], runtime.methodBuckets.count],
      planMethods: [[...runtime.planMethodOf], runtime.planMethodBuckets.count],
      planKeys: [...runtime.planKeyOf],
    }).toEqual({
      methodBuckets: [[0, 0], 1],
      planMethods: [[0, 0], 2],
      planKeys: [0, 0, 1, 1],
    })
  })

  it('shares the results of an authorizer that both deployments have', () => {
    const parts: SmallGateway = { authorizers: TOKENS, routes: { 'GET /things': AUTHORIZED } }
    const { runtime } = new Play(twice({ percentTraffic: 10 }, parts), DEPLOYED)
    expect([runtime.names.authorizers, [...runtime.authorizerOf]]).toEqual([
      [{ ...PROD, authorizerId: 'tokens' }],
      [0, 0],
    ])
  })

  it.each([
    { useStageCache: true, second: 'CACHED' },
    { useStageCache: false, second: 'INTEGRATED' },
  ])(
    'keeps the responses of a slot in its own cache unless told otherwise: $useStageCache',
    ({ useStageCache, second }) => {
      const play = new Play(
        twice(
          { percentTraffic: 10, useStageCache },
          { settings: { '*/*': { cachingEnabled: true } }, stage: { cacheClusterEnabled: true } },
        ),
        DEPLOYED,
      )
      const request = { cacheSlot: 3, apiKey: 'first' }
      expect([play.serve(request, 0), play.serve({ ...request, isCanary: true }, 1)]).toEqual(['INTEGRATED', second])
      expect([play.serve({ ...request, isCanary: true }, 2), play.serve(request, 3)]).toEqual(['CACHED', 'CACHED'])
    },
  )
})
