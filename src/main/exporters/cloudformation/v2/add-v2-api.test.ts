import { describe, expect, it } from 'vitest'
import { built } from '../testing/built'
import { everyFeature } from '../testing/every-feature'

const { resource, template } = built(everyFeature())
const V2 = 'AWS::ApiGatewayV2::'

describe('an HTTP API', () => {
  it('has its CORS and tags', () => {
    expect(resource(`${V2}Api`, 'HttpApi')?.Properties).toEqual({
      Name: 'shop-http',
      ProtocolType: 'HTTP',
      CorsConfiguration: { AllowOrigins: ['https://example.com'], MaxAge: 60 },
      Tags: { team: 'shop' },
    })
  })

  it('changes responses by lists of pairs', () => {
    expect(resource(`${V2}Integration`, 'AIntegration')?.Properties).toEqual({
      ApiId: { Ref: 'ShopHttpApi' },
      IntegrationType: 'HTTP_PROXY',
      IntegrationMethod: 'GET',
      IntegrationUri: 'https://example.com/items',
      PayloadFormatVersion: '1.0',
      ResponseParameters: {
        500: {
          ResponseParameters: [
            { Destination: 'overwrite:statuscode', Source: '403' },
            { Destination: 'append:header.x', Source: 'y' },
          ],
        },
      },
    })
  })

  it('joins a route to its integration', () => {
    expect(resource(`${V2}Route`, 'GetRoute')?.Properties).toEqual({
      ApiId: { Ref: 'ShopHttpApi' },
      RouteKey: 'GET /items',
      Target: { 'Fn::Join': ['/', ['integrations', { Ref: 'ShopHttpApiAIntegration' }]] },
      AuthorizationType: 'JWT',
      AuthorizerId: { Ref: 'ShopHttpApiUsersAuthorizer' },
      AuthorizationScopes: ['read'],
    })
  })

  it('makes a stage with settings of routes after those routes', () => {
    const stage = resource(`${V2}Stage`, 'DefaultStage')
    expect([stage?.DependsOn, stage?.Properties?.StageName, stage?.Properties?.RouteSettings]).toEqual([
      ['ShopHttpApiItemsGetRoute'],
      '$default',
      { 'GET /items': { ThrottlingRateLimit: 5, ThrottlingBurstLimit: 5 } },
    ])
  })

  it('deploys for the stages that do not deploy by themselves', () => {
    const stages = Object.values(template.Resources).filter(({ Type }) => Type === `${V2}Stage`)
    expect(stages.map(({ Properties = {} }) => [Properties.AutoDeploy, Properties.DeploymentId !== undefined])).toEqual(
      [
        [true, false],
        [false, true],
        [undefined, true],
      ],
    )
  })
})

describe('a WebSocket API', () => {
  it('has constraints of parameters and models by name, which come first', () => {
    expect([
      resource(`${V2}Route`, 'ConnectRoute')?.Properties?.RequestParameters,
      resource(`${V2}Route`, 'SayRoute'),
    ]).toEqual([
      { 'route.request.querystring.room': { Required: true } },
      {
        Type: `${V2}Route`,
        Properties: {
          ApiId: { Ref: 'ChatApi' },
          RouteKey: 'say',
          Target: { 'Fn::Join': ['/', ['integrations', { Ref: 'ChatApiSayIntegration' }]] },
          ModelSelectionExpression: '\\$default',
          RequestModels: { $default: 'Words' },
          RouteResponseSelectionExpression: '$default',
        },
        DependsOn: ['ChatApiWordsModel'],
      },
    ])
  })

  it('is deployed after its routes and all responses', () => {
    const deployment = Object.entries(template.Resources).find(
      ([id, { Type }]) => Type === `${V2}Deployment` && id.startsWith('ChatApi'),
    )
    expect(deployment?.[1].DependsOn).toEqual([
      'ChatApiConnectRoute',
      'ChatApiSayRoute',
      'ChatApiSayIntegrationDefaultResponse',
      'ChatApiSayRouteDefaultResponse',
    ])
  })

  it('waits for the log role when it logs', () => {
    expect(resource(`${V2}Stage`, 'LiveStage')?.DependsOn).toEqual(['ApiGatewayAccount'])
  })
})
