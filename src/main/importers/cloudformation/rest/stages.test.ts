import { describe, expect, it } from 'vitest'
import { physicalIdOf } from '../../template/physical-id'
import { ORDERS, restSample, type SampleResource } from './template-sample'

const deploymentId = (logicalId: string): string =>
  physicalIdOf({ type: 'AWS::ApiGateway::Deployment', logicalId, properties: {} })

/** The stages of the orders API with other resources, and what was said of them. */
function read(resources: Readonly<Record<string, SampleResource>>) {
  const { api, said } = restSample({ ...ORDERS, ...resources })
  return { stages: api.stages, deployments: api.deployments.map(({ id }) => id), said }
}

describe('a stage of a template', () => {
  it('has every setting', () => {
    const Prod = {
      ...ORDERS['Prod'],
      type: 'Stage',
      Description: 'Live.',
      Variables: { backend: 'live' },
      CacheClusterEnabled: true,
      CacheClusterSize: 0.5,
      AccessLogSetting: {
        DestinationArn: 'arn:aws:logs:us-east-1:123456789012:log-group:x',
        Format: '$context.requestId',
      },
      TracingEnabled: true,
      ClientCertificateId: 'abc123',
      DocumentationVersion: '1',
      Tags: [{ Key: 'team', Value: 'web' }],
      CanarySetting: {
        DeploymentId: '@Next',
        PercentTraffic: 10,
        StageVariableOverrides: { backend: 'next' },
        UseStageCache: true,
      },
    }
    const { said, ...read1 } = read({ Prod, Next: { type: 'Deployment', RestApiId: '@Orders' } })
    expect(read1).toEqual({
      stages: {
        prod: {
          deploymentId: deploymentId('Live'),
          description: 'Live.',
          variables: { backend: 'live' },
          methodSettings: {},
          cacheClusterEnabled: true,
          cacheClusterSize: '0.5',
          accessLogSettings: {
            destinationArn: 'arn:aws:logs:us-east-1:123456789012:log-group:x',
            format: '$context.requestId',
          },
          tracingEnabled: true,
          clientCertificateId: 'abc123',
          tags: { team: 'web' },
          canarySettings: {
            deploymentId: deploymentId('Next'),
            percentTraffic: 10,
            stageVariableOverrides: { backend: 'next' },
            useStageCache: true,
          },
        },
      },
      deployments: [deploymentId('Next'), deploymentId('Live')],
    })
    expect(said).toEqual([
      'info import/documentation-dropped /Resources/Prod/Properties/DocumentationVersion: "DocumentationVersion" in 1 place is left out: it is documentation without a place in a design.',
    ])
  })

  it('may be made by a deployment', () => {
    const Live = {
      type: 'Deployment',
      RestApiId: '@Orders',
      StageName: 'live',
      StageDescription: {
        Description: 'Made at once.',
        CachingEnabled: true,
        ThrottlingRateLimit: 10,
        MethodSettings: [{ ResourcePath: '/*', HttpMethod: '*', CachingEnabled: false }],
      },
    }
    const { Prod: _Prod, ...others } = ORDERS
    const { api, said } = restSample({ ...others, Live })
    expect([api.stages, said]).toEqual([
      {
        live: {
          deploymentId: deploymentId('Live'),
          description: 'Made at once.',
          methodSettings: { '*/*': { cachingEnabled: false, throttlingRateLimit: 10 } },
        },
      },
      [],
    ])
  })

  it('that a stage and a deployment make is that of the stage', () => {
    const Live = { type: 'Deployment', RestApiId: '@Orders', StageName: 'prod' }
    expect(read({ Live })).toEqual({
      stages: { prod: { deploymentId: deploymentId('Live'), methodSettings: {} } },
      deployments: [deploymentId('Live')],
      said: [
        'error import/resource-repeated /Resources/Live/Properties/StageName: "StageName" of deployment Live is left out: stage Prod makes the stage prod, and AWS refuses the second of the two. Remove "StageName".',
      ],
    })
  })

  it('keeps its deployment when another makes a canary of it', () => {
    const Next = {
      type: 'Deployment',
      RestApiId: '@Orders',
      StageName: 'prod',
      DeploymentCanarySettings: { PercentTraffic: 50, StageVariableOverrides: { alias: 'Dev' } },
    }
    expect(read({ Next })).toEqual({
      stages: {
        prod: {
          deploymentId: deploymentId('Live'),
          methodSettings: {},
          canarySettings: {
            percentTraffic: 50,
            stageVariableOverrides: { alias: 'Dev' },
            deploymentId: deploymentId('Next'),
          },
        },
      },
      deployments: [deploymentId('Next'), deploymentId('Live')],
      said: [],
    })
  })

  it('cannot begin as a canary', () => {
    const Next = {
      type: 'Deployment',
      RestApiId: '@Orders',
      StageName: 'next',
      DeploymentCanarySettings: { PercentTraffic: 50 },
    }
    const { stages, said } = read({ Next })
    expect(stages['next']).toEqual({ methodSettings: {}, deploymentId: deploymentId('Next') })
    expect(said).toEqual([
      'error import/property-missing /Resources/Next/Properties/DeploymentCanarySettings: "DeploymentCanarySettings" of deployment Next is left out: a canary needs a stage that is there before it. Write an AWS::ApiGateway::Stage named next with a deployment of its own.',
    ])
  })

  it('without a deployment is there and does not answer', () => {
    const Prod = { type: 'Stage', RestApiId: '@Orders', StageName: 'prod' }
    const { stages, said } = read({ Prod })
    expect(stages).toEqual({ prod: { methodSettings: {} } })
    expect(said).toEqual([
      'warning import/integration-incomplete /Resources/Prod/Properties: Stage Prod has no "DeploymentId", which AWS demands, so nothing answers there. Write DeploymentId: !Ref and a deployment.',
    ])
  })

  it('that points to a deployment made elsewhere serves the API as it stands', () => {
    const Prod = { ...ORDERS['Prod'], type: 'Stage', DeploymentId: 'zzz999' }
    const { stages, deployments, said } = read({ Prod })
    expect(deployments).toHaveLength(2)
    expect(deployments).toContain(stages['prod']?.deploymentId)
    expect(said).toEqual([
      'warning import/outside-template /Resources/Prod/Properties/DeploymentId: Stage Prod points to the deployment zzz999, which this template does not make. It serves the API as it stands here.',
    ])
  })

  it('of a name that is there already is left out', () => {
    const { stages, said } = read({ Second: { ...ORDERS['Prod'], type: 'Stage', Description: 'other' } })
    expect(stages['prod']?.description).toBeUndefined()
    expect(said).toEqual([
      'error import/resource-repeated /Resources/Second/Properties: Stage Second is left out: the API has the stage prod already, and AWS refuses a second. Rename one of the two.',
    ])
  })

  it('needs a format for its access log, and a deployment a name for what it says of a stage', () => {
    const { said } = read({
      Prod: { ...ORDERS['Prod'], type: 'Stage', AccessLogSetting: { DestinationArn: 'arn' } },
      Live: { type: 'Deployment', RestApiId: '@Orders', StageDescription: { TracingEnabled: true } },
    })
    expect(said).toEqual([
      'error import/property-missing /Resources/Live/Properties/StageDescription: "StageDescription" of deployment Live is left out: it is for the stage that "StageName" names, which is missing. Write it.',
      'error import/property-missing /Resources/Prod/Properties/AccessLogSetting: "AccessLogSetting" of stage Prod has no "Format" and is left out. Write one line of $context variables, as in $context.requestId.',
    ])
  })
})
