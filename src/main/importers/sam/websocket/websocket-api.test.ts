import { describe, expect, it } from 'vitest'
import type { JsonRecord } from '../../json-place'
import { expandResources } from '../testing/expand-document'

const ARN = 'arn:aws:lambda:us-east-1:123456789012:function:chat'

function chat(properties: JsonRecord) {
  return expandResources({
    Chat: {
      Type: 'AWS::Serverless::WebSocketApi',
      Properties: { RouteSelectionExpression: '$request.body.action', ...properties },
    },
  })
}

describe('AWS::Serverless::WebSocketApi', () => {
  it('becomes an API, its routes with their integrations, and a stage', () => {
    const made = chat({
      Description: 'Talks',
      DisableSchemaValidation: true,
      StageVariables: { a: '1' },
      RouteSettings: { onMessage: { ThrottlingRateLimit: 5 } },
      Tags: { team: 'chat' },
      Routes: {
        $connect: { FunctionArn: ARN, ApiKeyRequired: true, RequestParameters: { 'route.request.querystring.a': {} } },
        onMessage: { FunctionArn: ARN, IntegrationTimeout: 500, OperationName: 'message' },
      },
    })
    expect(made.said).toEqual([])
    expect(made.properties('Chat')).toEqual({
      Name: 'Chat',
      ProtocolType: 'WEBSOCKET',
      Description: 'Talks',
      DisableSchemaValidation: true,
      RouteSelectionExpression: '$request.body.action',
      Tags: { team: 'chat', 'websocketapi:createdBy': 'SAM' },
    })
    expect(made.properties('ChatConnectRoute')).toEqual({
      ApiId: { Ref: 'Chat' },
      RouteKey: '$connect',
      ApiKeyRequired: true,
      RequestParameters: { 'route.request.querystring.a': {} },
      Target: { 'Fn::Join': ['/', ['integrations', { Ref: 'ChatConnectIntegration' }]] },
    })
    expect(made.properties('ChatOnmessageIntegration')).toEqual({
      ApiId: { Ref: 'Chat' },
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: {
        'Fn::Sub': [
          'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${__FunctionArn__}/invocations',
          { __FunctionArn__: ARN },
        ],
      },
      TimeoutInMillis: 500,
    })
    expect(made.properties('ChatDefaultStage')).toEqual({
      ApiId: { Ref: 'Chat' },
      StageName: 'default',
      StageVariables: { a: '1' },
      RouteSettings: { onMessage: { ThrottlingRateLimit: 5 } },
      AutoDeploy: true,
    })
    expect(made.resource('ChatDefaultStage').dependsOn).toEqual(['ChatConnectRoute', 'ChatOnmessageRoute'])
  })

  it('authorizes $connect', () => {
    const routes = { Routes: { $connect: { FunctionArn: ARN } } }
    const custom = chat({
      ...routes,
      Auth: { AuthType: 'CUSTOM', AuthArn: ARN, IdentitySource: ['route.request.header.A'] },
    })
    expect(custom.properties('ChatConnectRoute')).toMatchObject({
      AuthorizationType: 'CUSTOM',
      AuthorizerId: { Ref: 'ChatConnectAuthorizer' },
    })
    expect(custom.properties('ChatConnectAuthorizer')).toMatchObject({
      AuthorizerType: 'REQUEST',
      IdentitySource: ['route.request.header.A'],
      Name: 'ChatConnectAuthorizer',
    })
    expect(custom.ids).toContain('ChatAuthorizerPermission')
    const iam = chat({ ...routes, Auth: { AuthType: 'AWS_IAM' } })
    expect(iam.properties('ChatConnectRoute')['AuthorizationType']).toBe('AWS_IAM')
  })

  it('has a stage of its name and a domain', () => {
    const made = chat({
      StageName: 'prod',
      Routes: { $default: { FunctionArn: ARN } },
      Domain: { DomainName: 'chat.example.com', CertificateArn: 'arn:cert' },
    })
    expect(made.properties('ChatApiMapping')['Stage']).toEqual({ Ref: 'ChatprodStage' })
  })

  it.each([
    [{}, '', 'has no routes'],
    [{ Routes: { $default: {} } }, '/Properties/Routes/$default', 'needs a FunctionArn'],
    [{ Routes: { 'a b': { FunctionArn: ARN } } }, '/Properties/Routes/a b', 'letters and digits only'],
    [
      { Routes: { a: { FunctionArn: ARN, RequestParameters: {} } } },
      '/Properties/Routes/a/RequestParameters',
      'for $connect only',
    ],
    [{ Routes: { a: { FunctionArn: ARN } }, Auth: { AuthType: 'AWS_IAM' } }, '/Properties/Auth', 'there is none'],
    [{ Routes: { $connect: { FunctionArn: ARN } }, Auth: { AuthType: 'X' } }, '/Properties/Auth', 'needs an AuthType'],
    [
      { Routes: { $connect: { FunctionArn: ARN } }, Auth: { AuthType: 'CUSTOM' } },
      '/Properties/Auth',
      'needs an AuthArn',
    ],
    [
      { Routes: { $connect: { FunctionArn: ARN } }, Auth: { AuthType: 'NONE', Name: 'x' } },
      '/Properties/Auth',
      'takes nothing beside AuthType',
    ],
    [
      { Routes: { send: { FunctionArn: ARN }, Send: { FunctionArn: ARN } } },
      '/Properties/Routes/Send',
      'not by capitals',
    ],
    [{ StageName: '$default', Routes: { a: { FunctionArn: ARN } } }, '/Properties/StageName', 'is called $default'],
  ])('is refused: %j', (properties, pointer, words) => {
    const made = chat(properties)
    expect(made.said).toEqual([expect.stringContaining(`error import/sam-refused /Resources/Chat${pointer}: `)])
    expect(made.said[0]).toContain(words)
  })
})
