import type { TemplateDocument } from '../../cloudformation/template-document'

/** A small API with every kind of name and reference that code has to carry over. */
export const ORDERS: TemplateDocument = {
  AWSTemplateFormatVersion: '2010-09-09',
  Description: "The shop's orders",
  Parameters: {
    OrdersFunctionArn: { Type: 'String', Default: 'arn:aws:lambda:us-east-1:123456789012:function:orders' },
    Pools: { Type: 'CommaDelimitedList', Default: 'a,b' },
    Rate: { Type: 'Number', Default: 10 },
    StageName: { Type: 'String', Default: 'prod', Description: 'Name of the stage.' },
  },
  Conditions: {
    Stage: { 'Fn::Equals': [{ Ref: 'StageName' }, 'prod'] },
    IsOpen: { 'Fn::Not': [{ Condition: 'Stage' }] },
  },
  Resources: {
    OrdersApi: {
      Type: 'AWS::ApiGateway::RestApi',
      Properties: {
        Name: 'orders',
        Tags: [{ Key: 'team', Value: 'shop' }],
        Policy: { Statement: [{ Effect: 'Allow' }] },
      },
    },
    Guard: {
      Type: 'AWS::ApiGateway::Authorizer',
      Properties: {
        RestApiId: { Ref: 'OrdersApi' },
        Name: 'guard',
        Type: 'COGNITO_USER_POOLS',
        IdentitySource: 'method.request.header.Authorization',
        ProviderARNs: { Ref: 'Pools' },
      },
    },
    Default: {
      Type: 'AWS::ApiGateway::Resource',
      Properties: {
        RestApiId: { Ref: 'OrdersApi' },
        ParentId: { 'Fn::GetAtt': ['OrdersApi', 'RootResourceId'] },
        PathPart: 'orders',
      },
    },
    Delete: {
      Type: 'AWS::ApiGateway::Method',
      Properties: {
        RestApiId: { Ref: 'OrdersApi' },
        ResourceId: { Ref: 'Default' },
        HttpMethod: 'DELETE',
        AuthorizationType: 'NONE',
        RequestParameters: { 'method.request.header.X-Trace': true },
        Integration: {
          Type: 'AWS',
          IntegrationHttpMethod: 'POST',
          Uri: {
            'Fn::Sub':
              'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${OrdersFunctionArn}/invocations',
          },
          RequestTemplates: { 'application/json': '#set($id = $input.path("$.id"))\n{ "id": "$id" }' },
          IntegrationResponses: [{ StatusCode: '200', ResponseParameters: { 'method.response.header.X': "'*'" } }],
        },
      },
    },
    Deployment: {
      Type: 'AWS::ApiGateway::Deployment',
      DependsOn: ['Delete'],
      DeletionPolicy: 'Retain',
      Properties: { RestApiId: { Ref: 'OrdersApi' } },
    },
    Stage: {
      Type: 'AWS::ApiGateway::Stage',
      Properties: {
        RestApiId: { Ref: 'OrdersApi' },
        DeploymentId: { Ref: 'Deployment' },
        StageName: { Ref: 'StageName' },
        Variables: { Level: 'high' },
        MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', ThrottlingRateLimit: { Ref: 'Rate' } }],
      },
    },
    Plan: {
      Type: 'AWS::ApiGateway::UsagePlan',
      Properties: {
        UsagePlanName: {
          'Fn::If': ['IsOpen', 'gold', { 'Fn::Select': [0, { 'Fn::Split': ['-', { Ref: 'StageName' }] }] }],
        },
        ApiStages: [
          {
            ApiId: { Ref: 'OrdersApi' },
            Stage: { Ref: 'Stage' },
            Throttle: { '/orders/DELETE': { BurstLimit: 1, RateLimit: 2 } },
          },
        ],
      },
    },
    Permission: {
      Type: 'AWS::Lambda::Permission',
      Condition: 'IsOpen',
      Properties: {
        Action: 'lambda:InvokeFunction',
        FunctionName: { Ref: 'OrdersFunctionArn' },
        Principal: 'apigateway.amazonaws.com',
        SourceArn: { 'Fn::Sub': 'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${OrdersApi}/*' },
      },
    },
  },
  Outputs: {
    Stage: {
      Value: { 'Fn::Join': ['/', ['https:/', { Ref: 'OrdersApi' }, { Ref: 'Stage' }]] },
      Export: { Name: 'stage' },
    },
    Region: { Value: { Ref: 'AWS::Region' } },
  },
}
