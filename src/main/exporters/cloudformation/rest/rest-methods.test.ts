import { describe, expect, it } from 'vitest'
import { mockMethod } from '@shared/design/mock-method'
import { emptyDesign, newRestApi } from '@shared/design/new-design'
import { orderDesign } from '@shared/design/order-design.fixture'
import { built } from '../testing/built'
import { everyFeature } from '../testing/every-feature'

describe('a method', () => {
  it('refers to its resource, authorizer, validator and models', () => {
    const { resource } = built(orderDesign())
    expect(resource('AWS::ApiGateway::Method', 'PostMethod')?.Properties).toEqual({
      RestApiId: { Ref: 'OrdersApi' },
      ResourceId: { Ref: 'OrdersApiOrdersResource' },
      HttpMethod: 'POST',
      AuthorizationType: 'CUSTOM',
      AuthorizerId: { Ref: 'OrdersApiSessionAuthorizer' },
      ApiKeyRequired: true,
      RequestValidatorId: { Ref: 'OrdersApiBodyValidator' },
      RequestModels: { 'application/json': { Ref: 'OrdersApiCreateOrderModel' } },
      MethodResponses: [{ StatusCode: '200', ResponseModels: { 'application/json': 'Empty' } }],
      Integration: {
        Type: 'AWS_PROXY',
        IntegrationHttpMethod: 'POST',
        Uri: {
          'Fn::Sub':
            'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${CreateOrderFunctionArn}/invocations',
        },
      },
    })
  })

  it('calls with a role and through a VPC link that are parameters', () => {
    const { resource, template } = built(everyFeature())
    expect([
      resource('AWS::ApiGateway::Method', 'AnyMethod')?.Properties?.Integration,
      resource('AWS::ApiGateway::Method', 'PostMethod')?.Properties?.Integration,
      template.Parameters?.SendRoleArn?.Default,
      template.Parameters?.Link01VpcLinkId?.Default,
    ]).toEqual([
      {
        Type: 'AWS',
        IntegrationHttpMethod: 'POST',
        Uri: { 'Fn::Sub': 'arn:${AWS::Partition}:apigateway:${AWS::Region}:sqs:path/${AWS::AccountId}/lines' },
        Credentials: { Ref: 'SendRoleArn' },
        IntegrationResponses: [{ StatusCode: '200' }],
      },
      {
        Type: 'HTTP',
        IntegrationHttpMethod: 'POST',
        Uri: 'https://${stageVariables.host}/orders',
        ConnectionType: 'VPC_LINK',
        ConnectionId: { Ref: 'Link01VpcLinkId' },
      },
      'arn:aws:iam::123456789012:role/queue/send',
      'link01',
    ])
  })

  it('without an integration is told of once, with how many more there are', () => {
    const { integration: _, ...method } = mockMethod()
    const resources = { '/a': { methods: { GET: method, POST: method } }, '/b': { methods: { GET: method } } }
    const design = { ...emptyDesign('shop'), apis: [{ ...newRestApi('Orders'), resources }] }
    expect(built(design).said.filter((line) => line.includes('/methods/'))).toEqual([
      'error /apis/0/resources/~1a/methods/GET',
    ])
  })

  it('leaves TLS settings and descriptions behind, and says so', () => {
    const { said } = built(everyFeature())
    expect(said.filter((line) => line.includes('/methods/'))).toEqual([
      'info /apis/0/resources/~1orders/methods/GET/description',
      'error /apis/0/resources/~1orders/methods/POST/integration/tlsConfig',
    ])
  })
})
