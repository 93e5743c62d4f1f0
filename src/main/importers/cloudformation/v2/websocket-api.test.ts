import { describe, expect, it } from 'vitest'
import type { WebSocketApi } from '@shared/design/websocket-api'
import { importDocument } from '../../import-document'
import { physicalIdOf } from '../../template/physical-id'

const idOf = (type: string, logicalId: string): string =>
  physicalIdOf({ type: `AWS::ApiGatewayV2::${type}`, logicalId, properties: {} })

function read(resources: string): { api: WebSocketApi | undefined; said: readonly string[] } {
  const { design, diagnostics } = importDocument(new TextEncoder().encode(`Resources:\n${resources}`), 'template.yaml')
  const api = design?.apis[0]
  return {
    api: api?.protocolType === 'WEBSOCKET' ? api : undefined,
    said: diagnostics.map(({ severity, code, range, message }) => `${severity} ${code} ${range?.line}: ${message}`),
  }
}

const CHAT = `  Chat:
    Type: AWS::ApiGatewayV2::Api
    Properties: {Name: Chat, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.type, ApiKeySelectionExpression: $request.header.x-api-key}
  Prod:
    Type: AWS::ApiGatewayV2::Stage
    DependsOn: [Send]
    Properties: {ApiId: !Ref Chat, StageName: prod, DeploymentId: !Ref Deployed}
  Deployed: {Type: AWS::ApiGatewayV2::Deployment, DependsOn: [Send], Properties: {ApiId: !Ref Chat}}
`

describe('a WebSocket API of a template', () => {
  it('is read with every kind of resource', () => {
    const { api, said } = read(`${CHAT}  Connect:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Chat
      RouteKey: $connect
      AuthorizationType: CUSTOM
      AuthorizerId: !Ref Login
      ApiKeyRequired: true
      RequestParameters: {route.request.querystring.token: {Required: true}}
  Send:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Chat
      RouteKey: send
      Target: !Sub integrations/\${Answer}
      ModelSelectionExpression: $request.body.type
      RequestModels: {send: Message}
      RouteResponseSelectionExpression: $default
  Reply: {Type: AWS::ApiGatewayV2::RouteResponse, Properties: {ApiId: !Ref Chat, RouteId: !Ref Send, RouteResponseKey: $default}}
  Message: {Type: AWS::ApiGatewayV2::Model, Properties: {ApiId: !Ref Chat, Name: Message, ContentType: application/json, Schema: {type: object}}}
  Answer:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Chat
      IntegrationType: MOCK
      RequestTemplates: {'200': '{"statusCode": 200}'}
      TemplateSelectionExpression: '200'
      PassthroughBehavior: NEVER
      TimeoutInMillis: 100
  Answered:
    Type: AWS::ApiGatewayV2::IntegrationResponse
    Properties: {ApiId: !Ref Chat, IntegrationId: !Ref Answer, IntegrationResponseKey: $default, ResponseTemplates: {'200': ok}, TemplateSelectionExpression: '200'}
  Login:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties: {ApiId: !Ref Chat, Name: login, AuthorizerType: REQUEST, IdentitySource: [route.request.querystring.token], AuthorizerUri: 'arn:x'}
`)
    expect(api).toEqual({
      protocolType: 'WEBSOCKET',
      id: idOf('Api', 'Chat'),
      name: 'Chat',
      routeSelectionExpression: '$request.body.type',
      apiKeySelectionExpression: '$request.header.x-api-key',
      routes: {
        $connect: {
          authorizationType: 'CUSTOM',
          authorizerId: 'login',
          apiKeyRequired: true,
          requestParameters: { 'route.request.querystring.token': { required: true } },
        },
        send: {
          target: idOf('Integration', 'Answer'),
          modelSelectionExpression: '$request.body.type',
          requestModels: { send: 'Message' },
          routeResponseSelectionExpression: '$default',
          routeResponses: { $default: {} },
        },
      },
      integrations: {
        [idOf('Integration', 'Answer')]: {
          integrationType: 'MOCK',
          requestTemplates: { '200': '{"statusCode": 200}' },
          templateSelectionExpression: '200',
          passthroughBehavior: 'NEVER',
          timeoutInMillis: 100,
          integrationResponses: {
            $default: { responseTemplates: { '200': 'ok' }, templateSelectionExpression: '200' },
          },
        },
      },
      authorizers: {
        login: {
          authorizerType: 'REQUEST',
          identitySource: ['route.request.querystring.token'],
          authorizerUri: 'arn:x',
        },
      },
      models: { Message: { contentType: 'application/json', schema: { type: 'object' } } },
      stages: { prod: { autoDeploy: false } },
    })
    expect(said).toEqual([
      'info import/not-carried 8: "DeploymentId" of stage Prod is left out: a design holds these APIs as they stand, not their deployments.',
    ])
  })

  it('gets the expression that AWS demands, and the names of its models', () => {
    const { api, said } =
      read(`  Chat: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: Chat, ProtocolType: WEBSOCKET}}
  Prod: {Type: AWS::ApiGatewayV2::Stage, Properties: {ApiId: !Ref Chat, StageName: prod, AutoDeploy: true}}
  M: {Type: AWS::ApiGatewayV2::Model, Properties: {ApiId: !Ref Chat, Name: Message, Schema: '{"type": "object"}'}}
  R: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Chat, RouteKey: send, RequestModels: {$default: !Ref M}}}
`)
    expect([api?.routeSelectionExpression, api?.models, api?.routes['send']?.requestModels, said]).toEqual([
      '$request.body.action',
      { Message: { contentType: 'application/json', schema: { type: 'object' } } },
      { $default: 'Message' },
      [
        'error import/value-assumed 2: API Chat has no "RouteSelectionExpression", which AWS demands of a WebSocket API. It is read as $request.body.action.',
        'warning import/value-assumed 5: "RequestModels" of route R has the id of the model Message, where AWS wants its name. It is read as Message.',
      ],
    ])
  })

  it('reports parts that belong to nothing', () => {
    const { said } =
      read(`${CHAT}  Send: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Chat, RouteKey: send}}
  Reply: {Type: AWS::ApiGatewayV2::RouteResponse, Properties: {ApiId: !Ref Chat, RouteId: gone, RouteResponseKey: $default}}
  Answered: {Type: AWS::ApiGatewayV2::IntegrationResponse, Properties: {ApiId: !Ref Chat, IntegrationId: gone, IntegrationResponseKey: $default}}
`)
    expect(said.filter((line) => !line.startsWith('info'))).toEqual([
      'error import/property-missing 11: Route response Reply is left out: its "RouteId" names no route of the API.',
      'error import/property-missing 12: Integration response Answered is left out: its "IntegrationId" names no integration of the API.',
    ])
  })
})
