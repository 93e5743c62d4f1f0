import { describe, expect, it } from 'vitest'
import type { HttpApi } from '@shared/design/http-api'
import { importDocument } from '../../import-document'
import type { ImportFiles } from '../../import-options'
import { physicalIdOf } from '../../template/physical-id'

const idOf = (type: string, logicalId: string): string =>
  physicalIdOf({ type: `AWS::ApiGatewayV2::${type}`, logicalId, properties: {} })

interface Read {
  readonly api: HttpApi | undefined
  readonly said: readonly string[]
}

function read(resources: string, files?: ImportFiles): Read {
  const bytes = new TextEncoder().encode(`Resources:\n${resources}`)
  const { design, diagnostics } = importDocument(bytes, 'template.yaml', files ? { files } : {})
  const api = design?.apis[0]
  return {
    api: api?.protocolType === 'HTTP' ? api : undefined,
    said: diagnostics.map(({ severity, code, range, message }) => `${severity} ${code} ${range?.line}: ${message}`),
  }
}

const API = '  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: Shop, ProtocolType: HTTP}}\n'
const STAGE =
  '  Stage: {Type: AWS::ApiGatewayV2::Stage, Properties: {ApiId: !Ref Api, StageName: $default, AutoDeploy: true}}\n'
const INTEGRATION =
  '  Backend: {Type: AWS::ApiGatewayV2::Integration, Properties: {ApiId: !Ref Api, IntegrationType: HTTP_PROXY, IntegrationMethod: GET, IntegrationUri: "https://example.com", PayloadFormatVersion: 1.0}}\n'

describe('an HTTP API of a template', () => {
  it('is read with every kind of resource', () => {
    const text = `  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: Shop
      Description: Sells things
      ProtocolType: HTTP
      DisableExecuteApiEndpoint: true
      CorsConfiguration: {AllowOrigins: ['https://shop.example'], AllowMethods: [GET], MaxAge: 60, AllowCredentials: true}
      Tags: {Team: shop}
  List:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Api
      RouteKey: GET /orders/{id}
      OperationName: getOrder
      AuthorizationType: JWT
      AuthorizerId: !Ref Login
      AuthorizationScopes: [orders.read]
      Target: !Join ['/', [integrations, !Ref Backend]]
  Login:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties:
      ApiId: !Ref Api
      Name: login
      AuthorizerType: JWT
      IdentitySource: [$request.header.Authorization]
      JwtConfiguration: {Issuer: 'https://issuer.example', Audience: [shop]}
  Check:
    Type: AWS::ApiGatewayV2::Authorizer
    Metadata: {x-gatewright-handler: ./auth.mjs#check}
    Properties:
      ApiId: !Ref Api
      Name: check
      AuthorizerType: REQUEST
      IdentitySource: [$request.header.X, $request.querystring.y]
      AuthorizerPayloadFormatVersion: 2.0
      AuthorizerResultTtlInSeconds: 0
      EnableSimpleResponses: true
      AuthorizerUri: arn:aws:lambda:us-east-1:123456789012:function:check
  Backend:
    Type: AWS::ApiGatewayV2::Integration
    Metadata: {x-gatewright-backend: 'http://127.0.0.1:9000'}
    Properties:
      ApiId: !Ref Api
      IntegrationType: HTTP_PROXY
      IntegrationMethod: GET
      IntegrationUri: https://backend.example/{proxy}
      ConnectionType: VPC_LINK
      ConnectionId: !Ref Link
      PayloadFormatVersion: '1.0'
      TimeoutInMillis: 5000
      RequestParameters: {'append:header.x': $context.requestId}
      ResponseParameters:
        '500': {ResponseParameters: [{Destination: 'overwrite:statuscode', Source: '503'}]}
  Link: {Type: AWS::ApiGatewayV2::VpcLink, Properties: {Name: link, SubnetIds: [a]}}
  Prod:
    Type: AWS::ApiGatewayV2::Stage
    Properties:
      ApiId: !Ref Api
      StageName: prod
      AutoDeploy: true
      StageVariables: {color: red}
      DefaultRouteSettings: {ThrottlingRateLimit: 10, ThrottlingBurstLimit: 5, DetailedMetricsEnabled: true}
      RouteSettings: {'GET /orders/{id}': {ThrottlingRateLimit: 1}}
      AccessLogSettings: {DestinationArn: 'arn:aws:logs:us-east-1:123456789012:log-group:x', Format: $context.requestId}
`
    const { api, said } = read(text)
    expect(api).toEqual({
      protocolType: 'HTTP',
      id: idOf('Api', 'Api'),
      name: 'Shop',
      description: 'Sells things',
      disableExecuteApiEndpoint: true,
      corsConfiguration: {
        allowOrigins: ['https://shop.example'],
        allowMethods: ['GET'],
        maxAge: 60,
        allowCredentials: true,
      },
      tags: { Team: 'shop' },
      routes: {
        'GET /orders/{id}': {
          operationName: 'getOrder',
          target: idOf('Integration', 'Backend'),
          authorizationType: 'JWT',
          authorizerId: 'login',
          authorizationScopes: ['orders.read'],
        },
      },
      integrations: {
        [idOf('Integration', 'Backend')]: {
          integrationType: 'HTTP_PROXY',
          integrationMethod: 'GET',
          integrationUri: 'https://backend.example/{proxy}',
          connectionType: 'VPC_LINK',
          connectionId: idOf('VpcLink', 'Link'),
          payloadFormatVersion: '1.0',
          timeoutInMillis: 5000,
          requestParameters: { 'append:header.x': '$context.requestId' },
          responseParameters: { '500': { 'overwrite:statuscode': '503' } },
          backend: 'http://127.0.0.1:9000',
        },
      },
      authorizers: {
        login: {
          authorizerType: 'JWT',
          identitySource: ['$request.header.Authorization'],
          jwtConfiguration: { issuer: 'https://issuer.example', audience: ['shop'] },
        },
        check: {
          authorizerType: 'REQUEST',
          identitySource: ['$request.header.X', '$request.querystring.y'],
          authorizerPayloadFormatVersion: '2.0',
          authorizerResultTtlInSeconds: 0,
          enableSimpleResponses: true,
          authorizerUri: 'arn:aws:lambda:us-east-1:123456789012:function:check',
          handler: './auth.mjs#check',
        },
      },
      stages: {
        prod: {
          autoDeploy: true,
          stageVariables: { color: 'red' },
          defaultRouteSettings: { throttlingRateLimit: 10, throttlingBurstLimit: 5, detailedMetricsEnabled: true },
          routeSettings: { 'GET /orders/{id}': { throttlingRateLimit: 1 } },
          accessLogSettings: {
            destinationArn: 'arn:aws:logs:us-east-1:123456789012:log-group:x',
            format: '$context.requestId',
          },
        },
      },
    })
    expect(said).toEqual([
      'info import/kept-not-simulated 56: VPC link Link is kept by its id, as "connectionId" of the integrations that use it; its subnets are left out. Name a backend in those integrations to have them answered here.',
    ])
  })

  it('is made whole by a target', () => {
    const { api, said } = read(
      '  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: Shop, ProtocolType: HTTP, Target: "https://example.com", RouteKey: GET /x}}\n',
    )
    const [id = ''] = Object.keys(api?.integrations ?? {})
    expect([api?.routes, api?.integrations, api?.stages, said]).toEqual([
      { 'GET /x': { target: id, authorizationType: 'NONE' } },
      {
        [id]: {
          integrationType: 'HTTP_PROXY',
          integrationMethod: 'ANY',
          integrationUri: 'https://example.com',
          payloadFormatVersion: '1.0',
        },
      },
      { $default: { autoDeploy: true } },
      [],
    ])
  })

  const BODY = {
    openapi: '3.0.1',
    info: { title: 'From the body' },
    paths: {
      '/a': { get: { 'x-amazon-apigateway-integration': { type: 'http_proxy', httpMethod: 'GET', uri: 'https://a' } } },
    },
  }

  it('has the routes of its document, and those of resources beside it', () => {
    const api = `  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Body: ${JSON.stringify(BODY)}}}\n`
    const route =
      '  More: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: GET /b, Target: !Sub "integrations/${Backend}"}}\n'
    const found = read(api + STAGE + INTEGRATION + route)
    expect([found.api?.name, Object.keys(found.api?.routes ?? {}), found.said]).toEqual([
      'From the body',
      ['GET /a', 'GET /b'],
      [],
    ])
  })

  it('has the routes of a file beside the template, and says when there is none', () => {
    const api =
      '  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: Shop, BodyS3Location: {Bucket: b, Key: apis/shop.json}}}\n'
    const files: ImportFiles = {
      has: (name) => name === 'shop.json',
      read: (name) => (name === 'shop.json' ? new TextEncoder().encode(JSON.stringify(BODY)) : null),
    }
    expect(Object.keys(read(api + STAGE, files).api?.routes ?? {})).toEqual(['GET /a'])
    expect(read(api + STAGE, { has: () => false, read: () => null }).said).toEqual([
      'error import/not-carried 2: "BodyS3Location" of API Api is left out, so that the routes in it are missing. The file "s3://b/apis/shop.json" is not read. Put "shop.json" beside the template.',
    ])
  })

  it.each([
    [
      'Login: {Type: AWS::ApiGatewayV2::Authorizer, Properties: {ApiId: !Ref Api, AuthorizerType: JWT, IdentitySource: [$request.header.A], JwtConfiguration: {Issuer: "https://i", Audience: [a]}}}',
      'error import/value-assumed 5: Authorizer Login has no "Name", which AWS demands. It is read as Login; write Name: Login.',
    ],
    [
      'A: {Type: AWS::ApiGatewayV2::Authorizer, Properties: {ApiId: !Ref Api, Name: a, AuthorizerType: REQUEST, AuthorizerUri: x}}\n  B: {Type: AWS::ApiGatewayV2::Authorizer, Properties: {ApiId: !Ref Api, Name: a, AuthorizerType: REQUEST, AuthorizerUri: y}}',
      'error import/resource-repeated 6: Authorizer B is left out: the API has an authorizer named a already. Give it another name.',
    ],
    [
      'R: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: GET /a, Target: !Ref Backend}}',
      'error import/value-assumed 5: "Target" of route R is the bare id of an integration, which AWS refuses. Write "integrations/" before it.',
    ],
    [
      'R: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: GET /a, Target: integrations/abc}}',
      'error import/outside-template 5: "Target" of route R leads to integrations/abc, which is no integration of the API that was read; the route has none. Write "integrations/${Integration}" with the logical id of one.',
    ],
    [
      'R: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, Target: !Sub "integrations/${Backend}"}}',
      'error import/property-missing 5: Route R is left out: it has no "RouteKey", which AWS demands.',
    ],
    [
      'R: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: Api, RouteKey: GET /a}}',
      'error import/value-assumed 5: Route R has the logical id of an API as its "ApiId", where AWS wants the id of the API. It is read as a part of Api. Write ApiId: !Ref Api.',
    ],
    [
      'R: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: GET /a, ApiKeyRequired: true}}',
      'warning import/not-carried 5: "ApiKeyRequired" of route R is left out: only WebSocket APIs have it.',
    ],
    [
      'I: {Type: AWS::ApiGatewayV2::Integration, Properties: {ApiId: !Ref Api, IntegrationType: MOCK}}',
      'error import/integration-incomplete 5: Integration I is of the type MOCK, which HTTP APIs do not have; it is left out. Use AWS_PROXY or HTTP_PROXY.',
    ],
    [
      'O: {Type: AWS::ApiGatewayV2::ApiGatewayManagedOverrides, Properties: {ApiId: !Ref Api}}',
      'warning import/not-carried 5: Managed overrides O is left out: it changes the route, integration and stage that AWS makes for a "Target". Set the same in the design.',
    ],
    [
      'S: {Type: AWS::ApiGatewayV2::Stage, Properties: {ApiId: !Ref Api, StageName: $default}}',
      'error import/resource-repeated 5: Stage S is left out: the API has a stage $default already, and AWS refuses a second. Remove one of the two.',
    ],
    [
      'S: {Type: AWS::ApiGatewayV2::Stage, Properties: {ApiId: !Ref Api, StageName: late}}',
      'warning import/value-assumed 5: The stage late has neither AutoDeploy: true nor a "DeploymentId": on AWS nothing answers there until somebody deploys. Here the API answers as it stands.',
    ],
  ])('%s is answered with the right form', (resource, said) => {
    expect(read(`${API}${STAGE}${INTEGRATION}  ${resource}\n`).said).toEqual([said])
  })

  it('of another template is drawn from its routes', () => {
    const found = read('  R: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: a1b2c3d4e5, RouteKey: GET /a}}\n')
    expect([found.api?.id, Object.keys(found.api?.routes ?? {}), found.said]).toEqual([
      'a1b2c3d4e5',
      ['GET /a'],
      [
        'warning import/outside-template 2: The template adds 1 part to the API a1b2c3d4e5, which it does not define. They are drawn as an API of their own, "a1b2c3d4e5".',
      ],
    ])
  })
})
