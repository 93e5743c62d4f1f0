import { describe, expect, it } from 'vitest'
import type { JsonRecord } from '../../json-place'
import { expandResources, functionWith, httpApi, httpEvent } from '../testing/expand-document'

const INTEGRATION = 'x-amazon-apigateway-integration'
const ARN = 'arn:aws:lambda:us-east-1:123456789012:function:check'
const JWT = {
  IdentitySource: '$request.header.Authorization',
  JwtConfiguration: { Issuer: 'https://login.example.com', audience: ['shop'] },
  AuthorizationScopes: ['read'],
}

function withEvents(api: JsonRecord, events: JsonRecord) {
  const bound = Object.entries(events).map(([name, event]): [string, unknown] => {
    const { Type, Properties } = event as { Type: string; Properties?: JsonRecord }
    return [name, { Type, Properties: { ...Properties, ApiId: { Ref: 'Shop' } } }]
  })
  return expandResources({ Shop: httpApi(api), Orders: functionWith(Object.fromEntries(bound)) })
}

describe('HttpApi events', () => {
  it('make the implicit API, whose stage is $default', () => {
    const made = expandResources({
      Orders: functionWith({
        A: httpEvent('GET', '/orders/{id}', { TimeoutInMillis: 5000, PayloadFormatVersion: '1.0' }),
      }),
    })
    expect(made.said).toEqual([])
    expect(made.properties('ServerlessHttpApi')).toEqual({
      Body: {
        openapi: '3.0.1',
        info: { title: 'stack' },
        paths: {
          '/orders/{id}': {
            get: {
              [INTEGRATION]: {
                type: 'aws_proxy',
                httpMethod: 'POST',
                payloadFormatVersion: '1.0',
                uri: {
                  'Fn::Sub': 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${Orders.Arn}/invocations',
                },
                timeoutInMillis: 5000,
              },
            },
          },
        },
        tags: [{ name: 'httpapi:createdBy', 'x-amazon-apigateway-tag-value': 'SAM' }],
      },
    })
    expect(made.properties('ServerlessHttpApiApiGatewayDefaultStage')).toEqual({
      ApiId: { Ref: 'ServerlessHttpApi' },
      StageName: '$default',
      AutoDeploy: true,
    })
    expect(made.ids).toContain('OrdersAPermission')
  })

  it('catch everything without path and method, which spares the other permissions', () => {
    const made = expandResources({
      Orders: functionWith({ A: httpEvent('get', '/a'), Z: { Type: 'HttpApi' } }),
    })
    expect(made.operation('ServerlessHttpApi', '$default', 'x-amazon-apigateway-any-method')).toMatchObject({
      isDefaultRoute: true,
    })
    expect(made.ids.filter((id) => id.includes('Permission'))).toEqual(['OrdersZPermission'])
  })

  it('add to a definition of its own and keep its integrations', () => {
    const own = { [INTEGRATION]: { type: 'http_proxy', uri: 'https://a.b' } }
    const made = withEvents(
      { DefinitionBody: { openapi: '3.0.1', paths: { '/a': { get: own } } } },
      { A: httpEvent('get', '/a', { TimeoutInMillis: 100 }), B: httpEvent('get', '/b') },
    )
    expect(made.operation('Shop', '/a', 'get')).toEqual({
      [INTEGRATION]: { ...own[INTEGRATION], timeoutInMillis: 100 },
    })
    expect(made.operation('Shop', '/b', 'get')[INTEGRATION]).toMatchObject({ type: 'aws_proxy' })
  })

  it('set the route settings of the stage, before those of all', () => {
    const made = withEvents(
      { StageName: 'prod', RouteSettings: { 'GET /a': { ThrottlingBurstLimit: 1, ThrottlingRateLimit: 2 } } },
      {
        A: httpEvent('get', '/a', { RouteSettings: { ThrottlingBurstLimit: 9 } }),
        Z: { Type: 'HttpApi', Properties: { RouteSettings: { DetailedMetricsEnabled: true } } },
      },
    )
    expect(made.properties('ShopprodStage')['RouteSettings']).toEqual({
      'GET /a': { ThrottlingBurstLimit: 9, ThrottlingRateLimit: 2 },
      $default: { DetailedMetricsEnabled: true },
    })
    expect(made.template.sourcePointer('/Resources/Shop/Properties/RouteSettings/GET ~1a/x')).toBe(
      '/Resources/Orders/Properties/Events/A/Properties/RouteSettings/x',
    )
  })

  it.each([
    ['only a path', { Type: 'HttpApi', Properties: { Path: '/a' } }, '', 'has no "Method"'],
    ['an unknown API', httpEvent('get', '/', { ApiId: 'Nowhere' }), '/Properties/ApiId', 'names "Nowhere"'],
    [
      'Auth without an authorizer',
      httpEvent('get', '/', { Auth: { Scopes: [] } }),
      '/Properties/Auth',
      'names no Authorizer',
    ],
    [
      'an unknown authorizer',
      httpEvent('get', '/', { Auth: { Authorizer: 'X' } }),
      '/Properties/Auth/Authorizer',
      'asks for the authorizer "X"',
    ],
    [
      'IAM that is not enabled',
      httpEvent('get', '/', { Auth: { Authorizer: 'AWS_IAM' } }),
      '/Properties/Auth/Authorizer',
      'Set EnableIamAuthorizer: true',
    ],
    [
      'NONE that overrules nothing',
      httpEvent('get', '/', { Auth: { Authorizer: 'NONE' } }),
      '/Properties/Auth/Authorizer',
      'overrules nothing',
    ],
  ])('are refused with %s', (_name, event, pointer, words) => {
    const made = expandResources({ Orders: functionWith({ A: event }) })
    expect(made.said).toEqual([
      expect.stringContaining(`error import/sam-refused /Resources/Orders/Properties/Events/A${pointer}: `),
    ])
    expect(made.said[0]).toContain(words)
  })

  it('are refused when they repeat a route, or their definition is no OpenAPI 3', () => {
    const twice = expandResources({
      A: functionWith({ X: httpEvent('get', '/') }),
      B: functionWith({ Y: httpEvent('get', '/') }),
    })
    expect(twice.said).toEqual([expect.stringContaining('The event Y of B repeats GET / of ServerlessHttpApi')])
    const swagger = withEvents({ DefinitionBody: { swagger: '2.0', paths: {} } }, { A: httpEvent('get', '/') })
    expect(swagger.said).toEqual([expect.stringContaining('is no OpenAPI 3 document with paths')])
  })
})

describe('Auth of an HTTP API', () => {
  it('makes JWT and Lambda authorizers and AWS_IAM', () => {
    const made = expandResources({
      Shop: httpApi({
        Auth: {
          EnableIamAuthorizer: true,
          Authorizers: {
            Login: JWT,
            Check: {
              FunctionArn: ARN,
              AuthorizerPayloadFormatVersion: '2.0',
              EnableSimpleResponses: true,
              EnableFunctionDefaultPermissions: true,
              FunctionInvokeRole: 'arn:aws:iam::1:role/r',
              Identity: { Headers: ['X'], QueryStrings: ['q'], ReauthorizeEvery: 60 },
            },
          },
        },
      }),
    })
    expect(made.said).toEqual([])
    expect(made.body('Shop')['components']).toEqual({
      securitySchemes: {
        AWS_IAM: { type: 'apiKey', name: 'Authorization', in: 'header', 'x-amazon-apigateway-authtype': 'awsSigv4' },
        Login: {
          type: 'oauth2',
          'x-amazon-apigateway-authorizer': {
            type: 'jwt',
            jwtConfiguration: { issuer: 'https://login.example.com', audience: ['shop'] },
            identitySource: '$request.header.Authorization',
          },
        },
        Check: {
          type: 'apiKey',
          name: 'Unused',
          in: 'header',
          'x-amazon-apigateway-authorizer': {
            type: 'request',
            authorizerUri: {
              'Fn::Sub': [
                'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${__FunctionArn__}/invocations',
                { __FunctionArn__: ARN },
              ],
            },
            authorizerCredentials: 'arn:aws:iam::1:role/r',
            authorizerResultTtlInSeconds: 60,
            identitySource: ['$request.header.X', '$request.querystring.q'],
            authorizerPayloadFormatVersion: '2.0',
            enableSimpleResponses: true,
          },
        },
      },
    })
    expect(made.ids).toContain('ShopCheckAuthorizerPermission')
  })

  it('gives routes the default with its scopes, unless they name another, NONE or scopes', () => {
    const made = withEvents(
      { Auth: { DefaultAuthorizer: 'Login', EnableIamAuthorizer: true, Authorizers: { Login: JWT } } },
      {
        A: httpEvent('get', '/default'),
        B: httpEvent('get', '/iam', { Auth: { Authorizer: 'AWS_IAM' } }),
        C: httpEvent('get', '/none', { Auth: { Authorizer: 'NONE' } }),
        D: httpEvent('get', '/scopes', { Auth: { AuthorizationScopes: ['write'] } }),
        E: httpEvent('options', '/default'),
      },
    )
    const security = (path: string, method = 'get') => made.operation('Shop', path, method)['security']
    expect([security('/default'), security('/iam'), security('/none'), security('/scopes')]).toEqual([
      [{ Login: ['read'] }],
      [{ AWS_IAM: [] }],
      [],
      [{ Login: ['write'] }],
    ])
    expect(security('/default', 'options')).toBeUndefined()
  })

  it.each([
    [{ DefaultAuthorizer: 'X' }, '/DefaultAuthorizer'],
    [{ InvokeRole: 'x' }, '/InvokeRole'],
    [{ Authorizers: { X: { FunctionArn: ARN } } }, '/Authorizers/X'],
    [{ Authorizers: { X: { JwtConfiguration: JWT.JwtConfiguration } } }, '/Authorizers/X'],
    [{ Authorizers: { X: {} } }, '/Authorizers/X'],
    [{ Authorizers: 'X' }, '/Authorizers'],
    [{ Authorizers: { X: { ...JWT, OpenIdConnectUrl: 'https://a.b' } } }, '/Authorizers/X/OpenIdConnectUrl'],
  ])('is refused: %j', (Auth, pointer) => {
    const made = expandResources({ Shop: httpApi({ Auth }) })
    expect(made.said).toEqual([
      expect.stringContaining(`error import/sam-refused /Resources/Shop/Properties/Auth${pointer}: `),
    ])
  })
})

describe('AWS::Serverless::HttpApi', () => {
  it('says CORS, tags, name and address in its definition', () => {
    const made = expandResources({
      Shop: httpApi({
        Name: 'shop',
        Description: 'Sells',
        Tags: { team: 'shop' },
        DisableExecuteApiEndpoint: true,
        CorsConfiguration: { AllowOrigins: ['https://a.b'], MaxAge: 0, AllowCredentials: true, AllowHeaders: ['x'] },
        StageVariables: { a: '1' },
        AccessLogSettings: { Format: 'x' },
        DefaultRouteSettings: { ThrottlingRateLimit: 5 },
        FailOnWarnings: true,
      }),
    })
    expect(made.body('Shop')).toEqual({
      openapi: '3.0.1',
      info: { title: 'shop', description: 'Sells' },
      paths: {},
      servers: [{ 'x-amazon-apigateway-endpoint-configuration': { disableExecuteApiEndpoint: true } }],
      tags: [
        { name: 'team', 'x-amazon-apigateway-tag-value': 'shop' },
        { name: 'httpapi:createdBy', 'x-amazon-apigateway-tag-value': 'SAM' },
      ],
      'x-amazon-apigateway-cors': {
        allowOrigins: ['https://a.b'],
        allowHeaders: ['x'],
        maxAge: 0,
        allowCredentials: true,
      },
    })
    expect(made.properties('ShopApiGatewayDefaultStage')).toMatchObject({
      StageVariables: { a: '1' },
      AccessLogSettings: { Format: 'x' },
      DefaultRouteSettings: { ThrottlingRateLimit: 5 },
    })
  })

  it('takes true for every origin, as a text too', () => {
    const cors = (CorsConfiguration: unknown) =>
      expandResources({ Shop: httpApi({ CorsConfiguration }) }).body('Shop')['x-amazon-apigateway-cors']
    expect([cors(true), cors('true'), cors(false), cors('false')]).toEqual([
      { allowOrigins: ['*'] },
      { allowOrigins: ['*'] },
      undefined,
      undefined,
    ])
  })

  it('has a domain with its mappings', () => {
    const made = expandResources({
      Shop: httpApi({
        Domain: {
          DomainName: 'api.example.com',
          CertificateArn: 'arn:cert',
          BasePath: ['/a-b/', 'c'],
          MutualTlsAuthentication: { TruststoreUri: 's3://b/k', TruststoreVersion: 0 },
        },
      }),
    })
    const id = made.ids.find((each) => each.startsWith('ApiGatewayDomainNameV2')) ?? ''
    expect(made.properties(id)).toEqual({
      DomainName: 'api.example.com',
      DomainNameConfigurations: [{ CertificateArn: 'arn:cert', EndpointType: 'REGIONAL' }],
      MutualTlsAuthentication: { TruststoreUri: 's3://b/k' },
    })
    expect(made.properties('ShopabApiMapping')).toEqual({
      DomainName: { Ref: id },
      ApiId: { Ref: 'Shop' },
      Stage: { Ref: 'ShopApiGatewayDefaultStage' },
      ApiMappingKey: 'a-b',
    })
  })

  it.each([
    [{ CorsConfiguration: { AllowOrigin: '*' } }, '/CorsConfiguration'],
    [{ CorsConfiguration: { AllowCredentials: true } }, '/CorsConfiguration'],
    [{ CorsConfiguration: [] }, '/CorsConfiguration'],
    [{ CorsConfiguration: true, DefinitionUri: 'a' }, '/CorsConfiguration'],
    [{ Tags: { a: 'b' }, DefinitionUri: 'a' }, '/Tags'],
    [{ Auth: { EnableIamAuthorizer: true }, DefinitionUri: 'a' }, '/Auth'],
    [{ DisableExecuteApiEndpoint: true, DefinitionUri: 'a' }, '/DisableExecuteApiEndpoint'],
    [{ Domain: { DomainName: 'x' } }, '/Domain'],
    [
      { Domain: { DomainName: 'x', CertificateArn: 'y', EndpointConfiguration: 'EDGE' } },
      '/Domain/EndpointConfiguration',
    ],
    [{ Domain: { DomainName: 'x', CertificateArn: 'y', BasePath: 'a b' } }, '/Domain/BasePath'],
  ])('is refused: %j', (properties, pointer) => {
    const made = expandResources({ Shop: httpApi(properties) })
    expect(made.said).toEqual([
      expect.stringContaining(`error import/sam-refused /Resources/Shop/Properties${pointer}: `),
    ])
  })
})
