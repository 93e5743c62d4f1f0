import { definitionOf } from '@shared/design/definition-of'
import type { RestApi } from '@shared/design/rest-api'
import { describe, expect, it } from 'vitest'
import { physicalIdOf } from '../../template/physical-id'
import { restApisFromTemplate } from './rest-apis-from-template'
import { ORDERS, restSample, sampleContext, words, type SampleResource } from './template-sample'

const LAMBDA =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:'

const WHOLE: Readonly<Record<string, SampleResource>> = {
  Shop: {
    type: 'RestApi',
    Name: 'shop',
    Description: 'Sells things.',
    ApiKeySourceType: 'AUTHORIZER',
    BinaryMediaTypes: ['image/png'],
    MinimumCompressionSize: '1024',
    DisableExecuteApiEndpoint: true,
    EndpointConfiguration: { Types: ['PRIVATE'], VpcEndpointIds: ['vpce-1'] },
    Policy: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke' }] },
    Tags: [{ Key: 'team', Value: 'web' }],
  },
  Carts: { type: 'Resource', RestApiId: '@Shop', ParentId: '@Shop.root', PathPart: 'carts' },
  Cart: { type: 'Resource', RestApiId: '@Shop', ParentId: '@Carts', PathPart: '{id}' },
  CartModel: {
    type: 'Model',
    RestApiId: '@Shop',
    Name: 'Cart',
    ContentType: 'application/json',
    Description: 'A cart.',
    Schema: {
      type: 'object',
      properties: { lines: { $ref: 'https://apigateway.amazonaws.com/restapis/@Shop/models/Lines' } },
    },
  },
  Lines: { type: 'Model', RestApiId: '@Shop', ContentType: 'application/json', Schema: '{"type":"array"}' },
  Strict: { type: 'RequestValidator', RestApiId: '@Shop', Name: 'strict', ValidateRequestBody: true },
  Admins: {
    type: 'Authorizer',
    RestApiId: '@Shop',
    Name: 'admins',
    Type: 'TOKEN',
    AuthorizerUri: `${LAMBDA}admins/invocations`,
    AuthorizerCredentials: 'arn:aws:iam::123456789012:role/invoke',
    IdentitySource: 'method.request.header.Authorization',
    IdentityValidationExpression: '^Bearer .*$',
    AuthorizerResultTtlInSeconds: 60,
    metadata: { 'x-gatewright-handler': './admins.mjs#handler' },
  },
  Pool: {
    type: 'Authorizer',
    RestApiId: '@Shop',
    Name: 'pool',
    Type: 'COGNITO_USER_POOLS',
    IdentitySource: 'method.request.header.Authorization',
    ProviderARNs: ['arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_abc'],
  },
  PutCart: {
    type: 'Method',
    RestApiId: '@Shop',
    ResourceId: '@Cart',
    HttpMethod: 'PUT',
    OperationName: 'putCart',
    AuthorizationType: 'COGNITO_USER_POOLS',
    AuthorizerId: '@Pool',
    AuthorizationScopes: ['carts/write'],
    ApiKeyRequired: true,
    RequestValidatorId: '@Strict',
    RequestModels: { 'application/json': '@CartModel' },
    RequestParameters: { 'method.request.path.id': true, 'method.request.header.If-Match': 'false' },
    MethodResponses: [
      {
        StatusCode: 200,
        ResponseModels: { 'application/json': 'Empty' },
        ResponseParameters: { 'method.response.header.ETag': true },
      },
    ],
    Integration: {
      Type: 'HTTP',
      IntegrationHttpMethod: 'POST',
      Uri: 'https://carts.example.com/{id}',
      ConnectionType: 'VPC_LINK',
      ConnectionId: 'abc123',
      Credentials: 'arn:aws:iam::123456789012:role/carts',
      CacheKeyParameters: ['method.request.path.id'],
      CacheNamespace: 'carts',
      ContentHandling: 'CONVERT_TO_TEXT',
      PassthroughBehavior: 'NEVER',
      RequestParameters: { 'integration.request.path.id': 'method.request.path.id' },
      RequestTemplates: { 'application/json': '$input.body' },
      TimeoutInMillis: 5000,
      ResponseTransferMode: 'BUFFERED',
      IntegrationResponses: [
        {
          StatusCode: 404,
          SelectionPattern: '404',
          ResponseParameters: { 'method.response.header.ETag': "'none'" },
          ResponseTemplates: { 'application/json': '{}' },
          ContentHandling: 'CONVERT_TO_BINARY',
        },
        { StatusCode: '200', SelectionPattern: '' },
      ],
    },
    metadata: { 'x-gatewright-backend': 'http://127.0.0.1:9000', 'x-gatewright-fault': 'timeout' },
  },
  ListCarts: {
    type: 'Method',
    RestApiId: '@Shop',
    ResourceId: '@Carts',
    HttpMethod: 'ANY',
    AuthorizationType: 'CUSTOM',
    AuthorizerId: '@Admins',
    Integration: { Type: 'AWS_PROXY', IntegrationHttpMethod: 'POST', Uri: `${LAMBDA}carts/invocations` },
    metadata: { 'x-gatewright-handler': './carts.mjs#list' },
  },
  Throttled: {
    type: 'GatewayResponse',
    RestApiId: '@Shop',
    ResponseType: 'THROTTLED',
    StatusCode: 503,
    ResponseParameters: { 'gatewayresponse.header.Retry-After': "'1'" },
    ResponseTemplates: { 'application/json': '{}' },
  },
  CartDoc: {
    type: 'DocumentationPart',
    RestApiId: '@Shop',
    Location: { Type: 'METHOD', Method: 'PUT', Path: '/carts/{id}' },
    Properties: '{"description":"Replaces a cart."}',
  },
  Live: { type: 'Deployment', RestApiId: '@Shop', Description: 'first' },
  Prod: { type: 'Stage', RestApiId: '@Shop', DeploymentId: '@Live', StageName: 'prod' },
}

const DEFINITION = {
  apiKeySource: 'AUTHORIZER',
  binaryMediaTypes: ['image/png'],
  policy: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke' }] },
  resources: {
    '/carts': {
      methods: {
        ANY: {
          authorizationType: 'CUSTOM',
          authorizerId: 'admins',
          apiKeyRequired: false,
          methodResponses: [],
          integration: {
            type: 'AWS_PROXY',
            httpMethod: 'POST',
            uri: `${LAMBDA}carts/invocations`,
            integrationResponses: [],
            handler: './carts.mjs#list',
          },
        },
      },
    },
    '/carts/{id}': {
      methods: {
        PUT: {
          operationName: 'putCart',
          description: 'Replaces a cart.',
          authorizationType: 'COGNITO_USER_POOLS',
          authorizerId: 'pool',
          authorizationScopes: ['carts/write'],
          apiKeyRequired: true,
          requestValidatorId: 'strict',
          requestParameters: { 'method.request.path.id': true, 'method.request.header.If-Match': false },
          requestModels: { 'application/json': 'Cart' },
          methodResponses: [
            {
              statusCode: '200',
              responseParameters: { 'method.response.header.ETag': true },
              responseModels: { 'application/json': 'Empty' },
            },
          ],
          integration: {
            type: 'HTTP',
            httpMethod: 'POST',
            uri: 'https://carts.example.com/{id}',
            connectionType: 'VPC_LINK',
            connectionId: 'abc123',
            credentials: 'arn:aws:iam::123456789012:role/carts',
            requestParameters: { 'integration.request.path.id': 'method.request.path.id' },
            requestTemplates: { 'application/json': '$input.body' },
            passthroughBehavior: 'NEVER',
            contentHandling: 'CONVERT_TO_TEXT',
            timeoutInMillis: 5000,
            cacheNamespace: 'carts',
            cacheKeyParameters: ['method.request.path.id'],
            responseTransferMode: 'BUFFERED',
            integrationResponses: [
              {
                statusCode: '404',
                selectionPattern: '404',
                responseParameters: { 'method.response.header.ETag': "'none'" },
                responseTemplates: { 'application/json': '{}' },
                contentHandling: 'CONVERT_TO_BINARY',
              },
              { statusCode: '200' },
            ],
            backend: 'http://127.0.0.1:9000',
            fault: 'timeout',
          },
        },
      },
    },
  },
  authorizers: {
    admins: {
      type: 'TOKEN',
      authorizerUri: `${LAMBDA}admins/invocations`,
      authorizerCredentials: 'arn:aws:iam::123456789012:role/invoke',
      identitySource: 'method.request.header.Authorization',
      identityValidationExpression: '^Bearer .*$',
      authorizerResultTtlInSeconds: 60,
      handler: './admins.mjs#handler',
    },
    pool: {
      type: 'COGNITO_USER_POOLS',
      identitySource: 'method.request.header.Authorization',
      providerARNs: ['arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_abc'],
    },
  },
  models: {
    Cart: {
      contentType: 'application/json',
      description: 'A cart.',
      schema: {
        type: 'object',
        properties: { lines: { $ref: 'https://apigateway.amazonaws.com/restapis/{restApiId}/models/Lines' } },
      },
    },
    Lines: { contentType: 'application/json', schema: { type: 'array' } },
  },
  requestValidators: { strict: { validateRequestBody: true, validateRequestParameters: false } },
  gatewayResponses: {
    THROTTLED: {
      statusCode: '503',
      responseParameters: { 'gatewayresponse.header.Retry-After': "'1'" },
      responseTemplates: { 'application/json': '{}' },
    },
  },
} as const

describe('a REST API of a template', () => {
  it('has everything that its resources say', () => {
    const { api, said } = restSample(WHOLE, { createdDate: '2026-01-02T03:04:05Z' })
    const expected: RestApi = {
      protocolType: 'REST',
      id: physicalIdOf({ type: 'AWS::ApiGateway::RestApi', logicalId: 'Shop', properties: {} }),
      name: 'shop',
      description: 'Sells things.',
      endpointConfiguration: { types: ['PRIVATE'], vpcEndpointIds: ['vpce-1'] },
      disableExecuteApiEndpoint: true,
      minimumCompressionSize: 1024,
      tags: { team: 'web' },
      ...DEFINITION,
      stages: { prod: { methodSettings: {}, deploymentId: api.deployments[0]?.id ?? '' } },
      deployments: [
        {
          id: physicalIdOf({ type: 'AWS::ApiGateway::Deployment', logicalId: 'Live', properties: {} }),
          description: 'first',
          createdDate: '2026-01-02T03:04:05Z',
          definition: definitionOf(api),
        },
      ],
    }
    expect({ api, said }).toEqual({ api: expected, said: [] })
  })

  it('is listed with its parts, the API first', () => {
    expect(restSample(WHOLE).carried).toEqual([
      'REST API "shop"',
      'Resource policy',
      '2 models',
      '1 request validator',
      'Authorizer admins, TOKEN',
      'Authorizer pool, COGNITO_USER_POOLS',
      'PUT /carts/{id}, HTTP',
      'ANY /carts, AWS_PROXY',
      'Gateway response THROTTLED',
      'Stage prod',
    ])
  })

  it('speaks for every resource that it is made of', () => {
    const context = sampleContext(WHOLE)
    restApisFromTemplate(context)
    expect([...context.claimed].sort()).toEqual(Object.keys(WHOLE).sort())
  })

  it('is named after its logical id when nothing else names it', () => {
    expect(restSample({ ...ORDERS, Orders: { type: 'RestApi' } }).api.name).toBe('Orders')
  })

  it('is one of several, each with its own parts', () => {
    const context = sampleContext({
      ...ORDERS,
      Users: { type: 'RestApi', Name: 'users' },
      UsersGet: { ...ORDERS['OrdersGet'], type: 'Method', RestApiId: '@Users', ResourceId: '@Users.root' },
    })
    const routes = restApisFromTemplate(context).map(({ name, resources }) => [name, Object.keys(resources)])
    expect(routes).toEqual([
      ['orders', ['/']],
      ['users', ['/']],
    ])
  })

  it('without a stage is reported', () => {
    const { Prod: _Prod, ...others } = ORDERS
    expect(restSample(others).said).toEqual([
      'warning import/api-without-stage /Resources/Orders: The API "orders" has no stage, so that nobody can call it. Add an AWS::ApiGateway::Deployment that depends on its methods, and an AWS::ApiGateway::Stage; here, deploy it.',
    ])
  })

  it('of another template is drawn with what this one adds to it', () => {
    const { Orders: _Orders, ...parts } = ORDERS
    const context = sampleContext({
      ...parts,
      Items: {
        type: 'Resource',
        RestApiId: '${SharedApi}',
        ParentId: '${SharedApi.RootResourceId}',
        PathPart: 'items',
      },
      OrdersGet: { ...parts['OrdersGet'], type: 'Method', RestApiId: '${SharedApi}', ResourceId: '@Items' },
      Live: { type: 'Deployment', RestApiId: '${SharedApi}' },
      Prod: { type: 'Stage', RestApiId: '${SharedApi}', DeploymentId: '@Live', StageName: 'prod' },
      Lonely: { type: 'Stage', RestApiId: 'q1w2e3r4t5', DeploymentId: 'x', StageName: 'live' },
    })
    const drawn = restApisFromTemplate(context).map(({ name, resources, stages }) => [
      name,
      Object.keys(resources),
      Object.keys(stages),
    ])
    expect(drawn).toEqual([
      ['SharedApi', ['/items'], ['prod']],
      ['q1w2e3r4t5', [], ['live']],
    ])
    expect(words(context).said).toEqual([
      'warning import/outside-template /Resources/OrdersGet: The template adds 4 parts to the API ${SharedApi}, which it does not define. What it says is drawn as an API of its own, "SharedApi".',
      'warning import/outside-template /Resources/Lonely: The template adds 1 part to the API q1w2e3r4t5, which it does not define. What it says is drawn as an API of its own, "q1w2e3r4t5".',
      'warning import/outside-template /Resources/Lonely/Properties/DeploymentId: Stage Lonely points to the deployment x, which this template does not make. It serves the API as it stands here.',
    ])
  })

  it('reports what the account has beside it', () => {
    const context = sampleContext({
      Logs: { type: 'Account', CloudWatchRoleArn: 'arn:aws:iam::123456789012:role/logs' },
      Link: { type: 'VpcLink', Name: 'link', TargetArns: ['arn'] },
      Certificate: { type: 'ClientCertificate' },
    })
    expect(restApisFromTemplate(context)).toEqual([])
    expect(words(context).said).toEqual([
      'info import/not-carried /Resources/Logs/Properties/CloudWatchRoleArn: "CloudWatchRoleArn" of account Logs is left out: logs are written here without a role. An export to AWS needs it again.',
      'info import/kept-not-simulated /Resources/Link: VPC link Link is kept by its id, as "connectionId" of the integrations that use it; its targets are left out. Name a backend in those integrations to have them answered here.',
      'info import/kept-not-simulated /Resources/Certificate: Client certificate Certificate is kept by its id, on the stages that name it; backends here get no certificate.',
    ])
  })
})
