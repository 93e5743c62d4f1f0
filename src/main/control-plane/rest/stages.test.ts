import { describe, expect, it } from 'vitest'
import { deployed, World } from '../testing/world'

describe('deployments and stages', () => {
  it('makes a stage with a deployment, and moves it with the next one', () => {
    const world = new World('apigateway')
    const { restApiId, deploymentId } = deployed(world)
    const next = world.done('CreateDeployment', {
      restApiId,
      stageName: 'dev',
      description: 'second',
      variables: { env: 'dev' },
      cacheClusterEnabled: true,
      cacheClusterSize: '0.5',
    })
    expect(next).toEqual({ id: next['id'], description: 'second', createdDate: '2026-01-02T03:04:05Z' })
    expect(world.done('GetStage', { restApiId, stageName: 'dev' })).toEqual({
      deploymentId: next['id'],
      stageName: 'dev',
      cacheClusterEnabled: true,
      cacheClusterSize: '0.5',
      cacheClusterStatus: 'AVAILABLE',
      tracingEnabled: false,
      methodSettings: {},
      variables: { env: 'dev' },
      createdDate: '2026-01-02T03:04:05Z',
      lastUpdatedDate: '2026-01-02T03:04:05Z',
    })
    expect(world.done('GetDeployment', { restApiId, deploymentId, embed: ['apisummary'] })['apiSummary']).toEqual({
      '/': {},
      '/test': { GET: { authorizationType: 'NONE', apiKeyRequired: false } },
    })
    expect(world.refused('DeleteDeployment', { restApiId, deploymentId: next['id'] })).toEqual([
      400,
      'Active stages pointing to this deployment must be moved or deleted',
    ])
    world.done('DeleteDeployment', { restApiId, deploymentId })
    expect((world.done('GetDeployments', { restApiId })['item'] as unknown[]).length).toBe(1)
  })

  it('deploys nothing that has no methods, or methods without integrations, and says which', () => {
    const world = new World('apigateway')
    const { id: restApiId, rootResourceId: resourceId } = world.done('CreateRestApi', { name: 'empty' })
    const deploy = { restApiId, stageName: 'dev' }
    expect(world.refused('CreateDeployment', deploy)).toEqual([400, "The REST API doesn't contain any methods"])
    world.done('PutMethod', { restApiId, resourceId, httpMethod: 'GET', authorizationType: 'NONE' })
    expect([world.refused('CreateDeployment', deploy), world.hint('CreateDeployment', deploy)]).toEqual([
      [400, 'No integration defined for method'],
      'GET / has none: add put-integration.',
    ])
  })

  it('puts a canary beside a stage, which later deployments move', () => {
    const world = new World('apigateway')
    const { restApiId, deploymentId } = deployed(world)
    const canarySettings = { percentTraffic: 20, stageVariableOverrides: { a: 'b' } }
    const refused = (stageName?: string) => world.refused('CreateDeployment', { restApiId, stageName, canarySettings })
    expect([refused(), refused('none')]).toEqual([
      [
        400,
        'Invalid deployment content specified.Non null and non empty stageName must be provided for canary deployment. Provided value is null',
      ],
      [
        400,
        'Invalid deployment content specified.Stage none must already be created before making a canary release deployment',
      ],
    ])
    const { id } = world.done('CreateDeployment', { restApiId, stageName: 'dev', canarySettings })
    expect(world.done('GetStage', { restApiId, stageName: 'dev' })).toMatchObject({
      deploymentId,
      canarySettings: {
        deploymentId: id,
        percentTraffic: 20,
        useStageCache: false,
        stageVariableOverrides: { a: 'b' },
      },
    })
  })

  it('patches a stage: its members, its variables, settings of methods', () => {
    const world = new World('apigateway')
    const { restApiId } = deployed(world)
    const patch = (...entries: (readonly [string, string, string?])[]) => ({
      restApiId,
      stageName: 'dev',
      patchOperations: entries.map(([op, path, value]) => ({ op, path, ...(value !== undefined && { value }) })),
    })
    world.done(
      'UpdateStage',
      patch(
        ['replace', '/description', 'first'],
        ['replace', '/variables/env', 'prod'],
        ['replace', '/tracingEnabled', 'true'],
        ['replace', '/accessLogSettings/destinationArn', 'arn:aws:logs:us-east-1:123456789012:log-group:a'],
        ['replace', '/accessLogSettings/format', '$context.requestId'],
        ['replace', '/~1test/GET/throttling/rateLimit', '5'],
        ['replace', '/~1test/GET/caching/enabled', 'true'],
      ),
    )
    expect(world.notes).toEqual([
      {
        severity: 'warning',
        text: 'The stage dev has methods with caching, and cacheClusterEnabled is false: nothing will be cached. Add op=replace,path=/cacheClusterEnabled,value=true.',
      },
    ])
    const [api] = world.state.design.apis
    expect(api?.protocolType === 'REST' && api.stages['dev']).toMatchObject({
      description: 'first',
      variables: { env: 'prod' },
      tracingEnabled: true,
      accessLogSettings: {
        destinationArn: 'arn:aws:logs:us-east-1:123456789012:log-group:a',
        format: '$context.requestId',
      },
      methodSettings: { '/test/GET': { throttlingRateLimit: 5, cachingEnabled: true } },
    })
    const refused = (...entry: readonly [string, string, string?]) => world.refused('UpdateStage', patch(entry))[1]
    expect([
      refused('remove', '/*/*'),
      refused('replace', '/~1test/GET/caching/unauthorizedCacheControlHeaderStrategy', 'REPLACE_WITH_403'),
      refused('replace', '/cacheClusterSize', '3'),
      refused('replace', '/deploymentId', 'nothing'),
      refused('replace', '/tracingEnabled', 'perhaps'),
      refused('replace', '/*/*/throttling/rateLimit', 'many'),
      String(refused('replace', '/cacheCluster', 'true')).slice(0, 48),
    ]).toEqual([
      'Cannot remove method setting */* because there is no method setting for this method ',
      "1 validation error detected: Value 'REPLACE_WITH_403' at 'unauthorizedCacheControlHeaderStrategy' failed to satisfy constraint: Member must satisfy enum value set: [FAIL_WITH_403, SUCCEED_WITH_RESPONSE_HEADER, SUCCEED_WITHOUT_RESPONSE_HEADER]",
      "1 validation error detected: Value '3' at 'cacheClusterSize' failed to satisfy constraint: Member must satisfy enum value set: [0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118, 237]",
      'Invalid Deployment identifier specified',
      'Invalid patch value perhaps specified for /tracingEnabled. Must be one of: [true, false]',
      'Invalid patch value many specified for /*/*/throttling/rateLimit. Must be a number',
      'Invalid method setting path: /cacheCluster. Must',
    ])
  })

  it('makes further stages of a deployment, with tags, and deletes them', () => {
    const world = new World('apigateway')
    const { restApiId, deploymentId } = deployed(world)
    world.done('CreateStage', {
      restApiId,
      stageName: 'prod',
      deploymentId,
      tags: { team: 'a' },
      documentationVersion: '1',
    })
    const arn = `arn:aws:apigateway:us-east-1::/restapis/${restApiId}/stages/prod`
    world.done('TagResource', { resourceArn: arn, tags: { cost: 'b' } })
    world.done('UntagResource', { resourceArn: arn, tagKeys: ['team'] })
    expect(world.done('GetStage', { restApiId, stageName: 'prod' })).toMatchObject({
      tags: { cost: 'b' },
      documentationVersion: '1',
    })
    expect(world.refused('CreateStage', { restApiId, stageName: 'prod', deploymentId })).toEqual([
      409,
      'Stage already exists',
    ])
    expect(world.refused('CreateStage', { restApiId, stageName: 'a b', deploymentId })[0]).toBe(400)
    world.done('FlushStageCache', { restApiId, stageName: 'prod' })
    world.done('DeleteStage', { restApiId, stageName: 'prod' })
    expect([
      world.refused('GetStage', { restApiId, stageName: 'prod' }),
      world.hint('GetStage', { restApiId, stageName: 'prod' }),
    ]).toEqual([[404, 'Invalid stage identifier specified'], '"orders" has the stage dev.'])
  })
})
