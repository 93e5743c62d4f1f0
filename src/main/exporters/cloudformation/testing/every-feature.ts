import type { Design } from '@shared/design/design'
import type { HttpApi } from '@shared/design/http-api'
import { mockMethod } from '@shared/design/mock-method'
import { emptyDesign, newRestApi } from '@shared/design/new-design'
import type { RestApi } from '@shared/design/rest-api'
import type { WebSocketApi } from '@shared/design/websocket-api'

const ACCOUNT = '123456789012'
const functionArn = (name: string): string => `arn:aws:lambda:us-east-1:${ACCOUNT}:function:${name}`
const invocation = (name: string): string =>
  `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${functionArn(name)}/invocations`
const logGroup = (name: string): string => `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:${name}`
const certificate = `arn:aws:acm:us-east-1:${ACCOUNT}:certificate/11111111-2222-3333-4444-555555555555`

/** A design with what is rare, for tests of exports: canary, client certificate, WAF, VPC links, mutual TLS, three types, a domain each. */
export function everyFeature(): Design {
  return {
    ...emptyDesign('shop'),
    apis: [restApi(), httpApi(), webSocketApi()],
    apiKeys: [
      { id: 'key0000001', name: 'mobile', enabled: true, value: 'abcdefghijklmnopqrstuvwxyz', customerId: 'c1' },
    ],
    usagePlans: [
      {
        id: 'plan01',
        name: 'Gold plan',
        throttle: { rateLimit: 10, burstLimit: 20 },
        quota: { limit: 1000, period: 'WEEK', offset: 2 },
        apiStages: [
          { apiId: 'rest000001', stage: 'prod', throttle: { '/orders/POST': { rateLimit: 1, burstLimit: 2 } } },
        ],
        keyIds: ['key0000001'],
      },
    ],
    domainNames: [
      {
        domainName: 'api.example.com',
        endpointConfiguration: { types: ['EDGE'] },
        certificateArn: certificate,
        basePathMappings: [
          { basePath: '(none)', apiId: 'rest000001' },
          { basePath: 'v1', apiId: 'rest000001', stage: 'prod' },
        ],
      },
      {
        domainName: 'http.example.com',
        endpointConfiguration: { types: ['REGIONAL'] },
        securityPolicy: 'TLS_1_2',
        certificateArn: certificate,
        mutualTlsAuthentication: { truststoreUri: 's3://trust/store.pem', truststoreVersion: '3' },
        basePathMappings: [
          { basePath: 'shop/v1', apiId: 'http000001', stage: '$default' },
          { basePath: 'rest', apiId: 'rest000001', stage: 'prod' },
        ],
      },
      {
        domainName: 'chat.example.com',
        basePathMappings: [{ basePath: '(none)', apiId: 'chat000001', stage: 'live' }],
      },
    ],
  }
}

function restApi(): RestApi {
  const base = newRestApi('Orders')
  return {
    ...base,
    id: 'rest000001',
    policy: {
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: '*',
        Action: 'execute-api:Invoke',
        Resource: `arn:aws:execute-api:us-east-1:${ACCOUNT}:rest000001/prod/GET/*`,
      },
    },
    resources: {
      '/orders': {
        methods: {
          GET: {
            ...mockMethod(),
            description: 'Lists them.',
            integration: {
              type: 'AWS_PROXY',
              httpMethod: 'POST',
              uri: invocation('orders'),
              integrationResponses: [],
              handler: './orders.mjs#list',
            },
          },
          POST: {
            ...mockMethod(),
            requestModels: { 'application/json': 'Order' },
            integration: {
              type: 'HTTP',
              httpMethod: 'POST',
              uri: 'https://${stageVariables.host}/orders',
              connectionType: 'VPC_LINK',
              connectionId: 'link01',
              tlsConfig: { insecureSkipVerification: true },
              integrationResponses: [],
            },
          },
        },
      },
      '/orders/{id}/lines': {
        methods: {
          ANY: {
            ...mockMethod(),
            authorizationType: 'CUSTOM',
            authorizerId: 'token',
            integration: {
              type: 'AWS',
              httpMethod: 'POST',
              uri: `arn:aws:apigateway:us-east-1:sqs:path/${ACCOUNT}/lines`,
              credentials: `arn:aws:iam::${ACCOUNT}:role/queue/send`,
              integrationResponses: [{ statusCode: '200' }],
            },
          },
        },
      },
    },
    authorizers: {
      token: {
        type: 'TOKEN',
        authorizerUri: invocation('session:live'),
        identitySource: 'method.request.header.Authorization',
      },
    },
    models: {
      Order: {
        contentType: 'application/json',
        schema: {
          type: 'object',
          properties: { line: { $ref: 'https://apigateway.amazonaws.com/restapis/x/models/Line' } },
        },
      },
      Line: { contentType: 'application/json', schema: { type: 'object' } },
    },
    gatewayResponses: { THROTTLED: { statusCode: '429', responseTemplates: { 'application/json': '{}' } } },
    deployments: [{ id: 'dep001', createdDate: '2026-01-01T00:00:00Z', definition: base }],
    stages: {
      prod: {
        deploymentId: 'dep001',
        methodSettings: {
          '*/*': { loggingLevel: 'INFO', metricsEnabled: true, throttlingRateLimit: 5, throttlingBurstLimit: 5 },
          '/orders/{id}/lines/GET': { requireAuthorizationForCacheControl: false, cachingEnabled: true },
        },
        cacheClusterEnabled: true,
        cacheClusterSize: '0.5',
        variables: { host: 'orders.internal' },
        canarySettings: {
          percentTraffic: 10,
          deploymentId: 'dep001',
          stageVariableOverrides: { host: 'canary.internal' },
        },
        accessLogSettings: { destinationArn: `${logGroup('/shop/orders')}:*`, format: '$context.requestId' },
        clientCertificateId: 'cert01',
        webAclArn: `arn:aws:wafv2:us-east-1:${ACCOUNT}:regional/webacl/office-only/abc`,
        tags: { team: 'shop' },
      },
    },
  }
}

function httpApi(): HttpApi {
  return {
    protocolType: 'HTTP',
    id: 'http000001',
    name: 'shop-http',
    corsConfiguration: { allowOrigins: ['https://example.com'], maxAge: 60 },
    routes: {
      'GET /items': { target: 'a', authorizationType: 'JWT', authorizerId: 'users', authorizationScopes: ['read'] },
      $default: { target: 'b', authorizationType: 'CUSTOM', authorizerId: 'check' },
    },
    integrations: {
      a: {
        integrationType: 'HTTP_PROXY',
        integrationMethod: 'GET',
        integrationUri: 'https://example.com/items',
        payloadFormatVersion: '1.0',
        responseParameters: { 500: { 'overwrite:statuscode': '403', 'append:header.x': 'y' } },
      },
      b: { integrationType: 'AWS_PROXY', integrationUri: functionArn('items'), payloadFormatVersion: '2.0' },
    },
    authorizers: {
      users: {
        authorizerType: 'JWT',
        identitySource: ['$request.header.Authorization'],
        jwtConfiguration: { issuer: 'https://auth.example.com/', audience: ['shop'] },
      },
      check: {
        authorizerType: 'REQUEST',
        identitySource: ['$request.header.Authorization'],
        authorizerUri: invocation('check'),
        authorizerPayloadFormatVersion: '2.0',
        enableSimpleResponses: true,
      },
    },
    stages: {
      $default: {
        autoDeploy: true,
        routeSettings: { 'GET /items': { throttlingRateLimit: 5, throttlingBurstLimit: 5 } },
        accessLogSettings: { destinationArn: logGroup('/shop/http'), format: '$context.requestId' },
      },
      dev: { autoDeploy: false },
    },
    tags: { team: 'shop' },
  }
}

function webSocketApi(): WebSocketApi {
  return {
    protocolType: 'WEBSOCKET',
    id: 'chat000001',
    name: 'Chat',
    routeSelectionExpression: '$request.body.action',
    routes: {
      $connect: {
        target: 'on',
        authorizationType: 'CUSTOM',
        authorizerId: 'door',
        apiKeyRequired: true,
        requestParameters: { 'route.request.querystring.room': { required: true } },
      },
      say: {
        target: 'say',
        modelSelectionExpression: '\\$default',
        requestModels: { $default: 'Words' },
        routeResponseSelectionExpression: '$default',
        routeResponses: { $default: {} },
      },
    },
    integrations: {
      on: { integrationType: 'AWS_PROXY', integrationUri: invocation('${stageVariables.connect}') },
      say: {
        integrationType: 'MOCK',
        requestTemplates: { $default: '{"statusCode": 200}' },
        templateSelectionExpression: '\\$default',
        integrationResponses: { $default: { responseTemplates: { $default: '{}' } } },
      },
    },
    authorizers: {
      door: {
        authorizerType: 'REQUEST',
        identitySource: ['route.request.header.Auth'],
        authorizerUri: invocation('door'),
      },
    },
    models: { Words: { contentType: 'application/json', schema: { type: 'object' } } },
    stages: {
      live: {
        defaultRouteSettings: { loggingLevel: 'ERROR', throttlingRateLimit: 5, throttlingBurstLimit: 5 },
        stageVariables: { connect: 'on-connect' },
      },
    },
  }
}
