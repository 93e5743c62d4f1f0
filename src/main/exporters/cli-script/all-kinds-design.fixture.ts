import type { Design } from '@shared/design/design'
import { addApi } from '@shared/design/edits/add-api'
import type { HttpApi } from '@shared/design/http-api'
import { orderDesign, ORDERS } from '@shared/design/order-design.fixture'
import type { RestApi } from '@shared/design/rest-api'
import { webAclArn } from '@shared/design/web-acl-arn'
import type { WebSocketApi } from '@shared/design/websocket-api'

const lambda = (name: string): string => `arn:aws:lambda:us-east-1:123456789012:function:${name}`
const invocation = (name: string): string =>
  `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${lambda(name)}/invocations`

const shop: HttpApi = {
  protocolType: 'HTTP',
  id: 'shop000001',
  name: "The shop's API",
  corsConfiguration: { allowOrigins: ['https://example.com'], allowMethods: ['GET'], maxAge: 60 },
  routes: {
    'GET /items/{id}': {
      authorizationType: 'JWT',
      authorizerId: 'pool',
      authorizationScopes: ['shop/read'],
      target: 'a',
    },
    'ANY /{proxy+}': { authorizationType: 'NONE', target: 'b' },
    'POST /queue': { authorizationType: 'CUSTOM', authorizerId: 'doorman', target: 'c' },
  },
  integrations: {
    a: { integrationType: 'AWS_PROXY', integrationUri: lambda('items'), payloadFormatVersion: '2.0' },
    b: {
      integrationType: 'HTTP_PROXY',
      integrationUri: 'https://example.com/{proxy}',
      integrationMethod: 'ANY',
      requestParameters: { 'append:header.x-user': '$context.identity.sourceIp' },
      responseParameters: { '200': { 'overwrite:header.x-cache': "it's" } },
      connectionType: 'VPC_LINK',
      connectionId: 'link01',
    },
    c: {
      integrationType: 'AWS_PROXY',
      integrationSubtype: 'SQS-SendMessage',
      credentialsArn: 'arn:aws:iam::123456789012:role/queue',
      requestParameters: { QueueUrl: 'https://example.com/queue', MessageBody: '$request.body' },
    },
  },
  authorizers: {
    pool: {
      authorizerType: 'JWT',
      identitySource: ['$request.header.Authorization'],
      jwtConfiguration: { issuer: 'https://example.com', audience: ['web', 'app'] },
    },
    doorman: {
      authorizerType: 'REQUEST',
      identitySource: ['$request.header.X', '$request.querystring.y'],
      authorizerUri: invocation('doorman'),
      authorizerPayloadFormatVersion: '2.0',
      authorizerResultTtlInSeconds: 60,
      enableSimpleResponses: true,
    },
  },
  stages: {
    $default: {
      autoDeploy: true,
      defaultRouteSettings: { throttlingRateLimit: 100, throttlingBurstLimit: 50 },
      routeSettings: { 'GET /items/{id}': { throttlingRateLimit: 5, detailedMetricsEnabled: true } },
      accessLogSettings: {
        destinationArn: 'arn:aws:logs:us-east-1:123456789012:log-group:shop',
        format: '{"id":"$context.requestId"}',
      },
    },
    beta: { autoDeploy: false, stageVariables: { color: 'green' } },
  },
}

const chat: WebSocketApi = {
  protocolType: 'WEBSOCKET',
  id: 'chat000001',
  name: 'Chat',
  routeSelectionExpression: '$request.body.action',
  routes: {
    $connect: {
      target: 'in',
      authorizationType: 'CUSTOM',
      authorizerId: 'gate',
      apiKeyRequired: true,
      requestParameters: { 'route.request.querystring.room': { required: true } },
    },
    say: {
      target: 'in',
      modelSelectionExpression: '$request.body.kind',
      requestModels: { text: 'Text' },
      routeResponseSelectionExpression: '$default',
      routeResponses: { $default: {} },
    },
    idle: {},
  },
  integrations: {
    in: {
      integrationType: 'AWS',
      integrationMethod: 'POST',
      integrationUri: invocation('chat'),
      requestTemplates: { $default: '#set($a = "x")\n{"a": "$a"}' },
      templateSelectionExpression: String.raw`\$default`,
      integrationResponses: {
        $default: { responseTemplates: { $default: '$input.body' } },
        [String.raw`/4\d\d/`]: { contentHandlingStrategy: 'CONVERT_TO_TEXT' },
      },
    },
  },
  authorizers: {
    gate: {
      authorizerType: 'REQUEST',
      identitySource: ['route.request.header.Auth'],
      authorizerUri: invocation('gate'),
    },
  },
  models: { Text: { contentType: 'application/json', schema: { type: 'object' } } },
  stages: { live: { autoDeploy: true } },
}

/** More settings than the order design has, with nothing that a script cannot hold. */
function fullRest(api: RestApi): RestApi {
  const { prod } = api.stages
  return {
    ...api,
    apiKeySource: 'AUTHORIZER',
    binaryMediaTypes: ['image/png'],
    minimumCompressionSize: 1024,
    disableExecuteApiEndpoint: true,
    tags: { team: 'Größe & "more"' },
    policy: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: '*',
          Action: 'execute-api:Invoke',
          Resource: `arn:aws:execute-api:us-east-1:123456789012:${api.id}/*`,
        },
      ],
    },
    stages: {
      prod: {
        methodSettings: {},
        ...prod,
        canarySettings: { percentTraffic: 5, stageVariableOverrides: { host: 'b' }, useStageCache: false },
        accessLogSettings: {
          destinationArn: 'arn:aws:firehose:us-east-1:1:deliverystream/x',
          format: '$context.status',
        },
        tracingEnabled: true,
        clientCertificateId: 'cert01',
        webAclArn: webAclArn({ region: 'us-east-1', accountId: '123456789012' }, 'office'),
      },
    },
  }
}

/** Test data: APIs of all three types, plans, keys and domains. */
export function allKindsDesign(): Design {
  const orders = orderDesign()
  const apis = orders.apis.map((api) => (api.id === ORDERS && api.protocolType === 'REST' ? fullRest(api) : api))
  const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/1'
  return addApi(
    addApi(
      {
        ...orders,
        apis,
        domainNames: [
          ...orders.domainNames.map((domain) => ({ ...domain, certificateArn })),
          {
            domainName: 'shop.example.com',
            endpointConfiguration: { types: ['REGIONAL'] },
            securityPolicy: 'TLS_1_2',
            certificateArn,
            mutualTlsAuthentication: { truststoreUri: 's3://bucket/key' },
            basePathMappings: [
              { basePath: '(none)', apiId: shop.id, stage: '$default' },
              { basePath: 'orders/v1', apiId: ORDERS, stage: 'prod' },
            ],
          },
        ],
      },
      shop,
    ),
    chat,
  )
}
