import { describe, expect, it } from 'vitest'
import { compareDesigns } from '@shared/design/compare/compare-designs'
import { routeKeysOf } from '@shared/design/route-key'
import type { ImportReport } from '@shared/contract/import-report'
import { importDocument } from '../import-document'
import type { ImportOptions } from '../import-options'

function imported(text: string, options: ImportOptions = {}): ImportReport {
  return importDocument(new TextEncoder().encode(text), 'template.yaml', options)
}

const SAM = `
Transform: AWS::Serverless-2016-10-31
Globals:
  Api: { OpenApiVersion: 3.0.1, TracingEnabled: true }
Parameters:
  Limit: { Type: Number, Default: 5 }
Resources:
  Shop:
    Type: AWS::Serverless::Api
    Properties:
      StageName: live
      Name: shop
      MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', ThrottlingRateLimit: !Ref Limit }]
      Auth: { DefaultAuthorizer: AWS_IAM, InvokeRole: NONE }
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      FunctionName: orders
      CodeUri: ./src
      Handler: index.handler
      Runtime: nodejs20.x
      Events:
        Get: { Type: Api, Properties: { Path: '/orders/{id}', Method: GET, RestApiId: !Ref Shop } }
`

const CLOUDFORMATION = `
Resources:
  Shop:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: shop
      Body:
        openapi: 3.0.1
        info: { title: any }
        components:
          securitySchemes:
            AWS_IAM: { type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4 }
        paths:
          /orders/{id}:
            get:
              security: [{ AWS_IAM: [] }]
              x-amazon-apigateway-integration:
                type: aws_proxy
                httpMethod: POST
                uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Orders.Arn}/invocations
  ShopDeployment:
    Type: AWS::ApiGateway::Deployment
    Properties: { RestApiId: !Ref Shop, Description: "RestApi deployment id: 0123456789012345678901234567890123456789" }
  ShopliveStage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: !Ref Shop
      DeploymentId: !Ref ShopDeployment
      StageName: live
      TracingEnabled: true
      MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', ThrottlingRateLimit: 5 }]
  Orders:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: orders, Code: ./src, Handler: index.handler, Runtime: nodejs20.x }
  Permission:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Orders
      Action: lambda:InvokeFunction
      Principal: apigateway.amazonaws.com
      SourceArn: !Sub arn:aws:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${Shop}/*/GET/orders/*
`

describe('a SAM template', () => {
  it('is the design of the CloudFormation that its transform makes', () => {
    const [written, made] = [imported(SAM).design, imported(CLOUDFORMATION).design]
    expect(written && made && compareDesigns(made, written)).toEqual([])
    expect(written?.apis.map(({ name }) => name)).toEqual(['shop'])
  })

  it('is the same design in another order, though its APIs have one name', () => {
    const api = (path: string) => ({
      Type: 'AWS::Serverless::Api',
      Properties: {
        StageName: 'live',
        Auth: {
          Authorizers: { [path]: { UserPoolArn: `arn:aws:cognito-idp:us-east-1:123456789012:userpool/${path}` } },
        },
      },
    })
    const design = (Resources: object) => imported(JSON.stringify({ Resources })).design
    const [one, other] = [design({ A: api('a'), B: api('b') }), design({ B: api('b'), A: api('a') })]
    expect(one && other && compareDesigns(one, other)).toEqual([])
  })

  it('takes values for its parameters', () => {
    const design = imported(SAM, { parameters: { Limit: '7' } }).design
    const api = design?.apis[0]
    expect(api?.protocolType === 'REST' && api.stages['live']?.methodSettings).toEqual({
      '*/*': { throttlingRateLimit: 7 },
    })
  })

  it('says at the event what is wrong with the route that it makes', () => {
    const text = SAM.replace("'/orders/{id}'", "'/orders/{id'")
    const problem = imported(text).diagnostics.find(({ code }) => code === 'import/path-part-invalid')
    expect(problem?.pointer).toBe('/Resources/Orders/Properties/Events/Get')
    expect(problem?.range?.line).toBe(text.split('\n').findIndex((line) => line.includes('Get: {')) + 1)
  })

  it('has nothing said about what only the transform makes', () => {
    const text = SAM.replace(
      'Name: shop',
      'Name: shop\n      Cors: "\'*\'"\n      Tags: { team: shop }\n      PropagateTags: true',
    )
    const words = imported(text)
      .diagnostics.filter(({ code }) => code !== 'import/function-without-code')
      .map(({ message }) => message)
    expect(words).toEqual([])
  })

  it('has media types with their slash', () => {
    const api = imported(SAM.replace('Name: shop', "Name: shop\n      BinaryMediaTypes: ['image~1png']")).design
      ?.apis[0]
    expect(api?.protocolType === 'REST' && api.binaryMediaTypes).toEqual(['image/png'])
  })

  it('reads the definition and the functions that lie beside it', () => {
    const FILES: ReadonlyMap<string, string> = new Map([
      ['api/rest.yaml', `{ openapi: 3.0.1, info: { title: x }, paths: { /a: { get: {} } } }`],
      ['api/http.yaml', `{ openapi: 3.0.1, info: { title: x }, paths: { /b: { get: {} } } }`],
      ['api/part.yaml', `{ openapi: 3.0.1, info: { title: x }, paths: { /c: { get: {} } } }`],
      ['src/orders.mjs', ''],
    ])
    const files = {
      has: (name: string) => FILES.has(name),
      read: (name: string) => (FILES.has(name) ? new TextEncoder().encode(FILES.get(name)) : null),
    }
    const text = `
Transform: AWS::Serverless-2016-10-31
Resources:
  Rest: { Type: AWS::Serverless::Api, Properties: { StageName: live, DefinitionUri: ./api/rest.yaml } }
  Http: { Type: AWS::Serverless::HttpApi, Properties: { DefinitionUri: api/http.yaml } }
  Part:
    Type: AWS::Serverless::Api
    Properties:
      StageName: live
      Auth: { ApiKeyRequired: true }
      DefinitionBody: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: api/part.yaml } } }
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: orders.run
      Runtime: nodejs20.x
      Events: { Get: { Type: Api, Properties: { Path: /d, Method: get } } }
`
    const { design, diagnostics } = imported(text, { files })
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(design?.apis.map((api) => routeKeysOf(api))).toEqual([['GET /a'], ['GET /c'], ['GET /d'], ['GET /b']])
    expect(design?.functions).toEqual({ Orders: expect.objectContaining({ handler: './src/orders.mjs#run' }) })
  })
})
