import { describe, expect, it } from 'vitest'
import { built } from '../testing/built'
import { everyFeature } from '../testing/every-feature'

const { resource, said, template } = built(everyFeature())

describe('a stage', () => {
  it('has all of its settings in the words of CloudFormation', () => {
    const stage = resource('AWS::ApiGateway::Stage')
    const { DeploymentId: _, CanarySetting: __, ...properties } = stage?.Properties ?? {}
    expect([stage?.DependsOn, properties]).toEqual([
      ['ApiGatewayAccount'],
      {
        RestApiId: { Ref: 'OrdersApi' },
        StageName: { Ref: 'OrdersApiProdStageName' },
        Variables: { host: 'orders.internal' },
        MethodSettings: [
          {
            ResourcePath: '/*',
            HttpMethod: '*',
            ThrottlingRateLimit: 5,
            ThrottlingBurstLimit: 5,
            LoggingLevel: 'INFO',
            MetricsEnabled: true,
          },
          { ResourcePath: '/~1orders~1{id}~1lines', HttpMethod: 'GET', CachingEnabled: true },
        ],
        CacheClusterEnabled: true,
        CacheClusterSize: '0.5',
        AccessLogSetting: {
          DestinationArn: {
            'Fn::If': [
              'MakesLogGroups',
              {
                'Fn::Sub':
                  'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${ShopOrdersAccessLogs}:*',
              },
              { Ref: 'ShopOrdersAccessLogArn' },
            ],
          },
          Format: '$context.requestId',
        },
        ClientCertificateId: { Ref: 'OrdersApiCert01ClientCertificate' },
        Tags: [{ Key: 'team', Value: 'shop' }],
      },
    ])
  })

  it('has a canary with a deployment of its own, after every method', () => {
    const canary = resource('AWS::ApiGateway::Stage')?.Properties?.CanarySetting
    const deployments = Object.entries(template.Resources).filter(([, { Type }]) =>
      Type.endsWith('Gateway::Deployment'),
    )
    const [first, second] = deployments
    expect(canary).toEqual({
      DeploymentId: { Ref: second?.[0] },
      PercentTraffic: 10,
      StageVariableOverrides: { host: 'canary.internal' },
    })
    expect(deployments.map(([, { DependsOn }]) => DependsOn)).toEqual([first?.[1].DependsOn, first?.[1].DependsOn])
    expect(said).toContain('warning /apis/0/stages/prod/canarySettings')
  })

  it('stands behind its web ACL', () => {
    expect(resource('AWS::WAFv2::WebACLAssociation')?.Properties).toEqual({
      ResourceArn: {
        'Fn::Sub':
          'arn:${AWS::Partition}:apigateway:${AWS::Region}::/restapis/${OrdersApi}/stages/${OrdersApiProdStage}',
      },
      WebACLArn: { Ref: 'OfficeOnlyWebAclArn' },
    })
  })

  it('says which settings no template can hold, and which are made anew', () => {
    expect(said.filter((line) => line.includes('/stages/'))).toEqual([
      'error /apis/0/stages/prod/methodSettings/~1orders~1{id}~1lines~1GET/requireAuthorizationForCacheControl',
      'warning /apis/0/stages/prod/canarySettings',
      'info /apis/0/stages/prod/clientCertificateId',
      'info /apis/0/stages/prod',
    ])
  })
})
