import { describe, expect, it } from 'vitest'
import { httpSample, importSample, openApi, said } from './import-sample'
import { protocolTypeOf } from './which-api'

const INTEGRATION = 'x-amazon-apigateway-integration'
const AUTHORIZER = 'x-amazon-apigateway-authorizer'
const LAMBDA = 'arn:aws:lambda:us-east-1:123456789012:function:f'

describe('protocolTypeOf', () => {
  it.each([
    ['REST', openApi({})],
    ['REST', openApi({ paths: { '/a': { get: { [INTEGRATION]: { payloadFormatVersion: '1.0' } } } } })],
    ['HTTP', openApi({ paths: { '/a': { get: { [INTEGRATION]: { payloadFormatVersion: '2.0' } } } } })],
    ['HTTP', openApi({ paths: { '/a': { get: { [INTEGRATION]: { payloadFormatVersion: 2 } } } } })],
    ['HTTP', openApi({ components: { 'x-amazon-apigateway-integrations': { i: { payloadFormatVersion: '2.0' } } } })],
    ['HTTP', openApi({ components: { securitySchemes: { j: { [AUTHORIZER]: { type: 'JWT' } } } } })],
    ['HTTP', openApi({ 'x-amazon-apigateway-cors': {} })],
    ['HTTP', openApi({ 'x-amazon-apigateway-importexport-version': '1.0' })],
    ['REST', []],
  ])('is %s for %j', (type, document) => {
    expect(protocolTypeOf(document, {})).toBe(type)
  })

  it('is what the person chose', () => {
    expect(protocolTypeOf(openApi({}), { protocolType: 'HTTP' })).toBe('HTTP')
    expect(protocolTypeOf(openApi({ 'x-amazon-apigateway-cors': {} }), { protocolType: 'REST' })).toBe('REST')
  })
})

describe('HTTP APIs', () => {
  const document = openApi({
    info: { title: 'Pets', description: 'About pets.' },
    'x-amazon-apigateway-importexport-version': '1.0',
    'x-amazon-apigateway-cors': { allowOrigins: '*', allowMethods: ['GET'], maxAge: 0, allowCredentials: false },
    components: {
      securitySchemes: {
        jwt: {
          type: 'openIdConnect',
          openIdConnectUrl: 'https://login.example.com/.well-known/openid-configuration',
          [AUTHORIZER]: { type: 'jwt', jwtConfiguration: { audience: ['pets'] } },
        },
        lambda: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          'x-gatewright-handler': './auth.mjs#go',
          [AUTHORIZER]: {
            type: 'request',
            identitySource: '$request.header.A, $context.b',
            authorizerUri: LAMBDA,
            authorizerPayloadFormatVersion: '2.0',
            authorizerResultTtlInSeconds: 0,
            enableSimpleResponses: true,
          },
        },
        iam: { type: 'apiKey', in: 'header', name: 'Authorization', 'x-amazon-apigateway-authtype': 'awsSigv4' },
      },
      'x-amazon-apigateway-integrations': {
        shared: { type: 'http_proxy', httpMethod: 'ANY', uri: 'https://example.com/{proxy}', payloadFormatVersion: 1 },
      },
    },
    paths: {
      '/pets': {
        get: {
          operationId: 'listPets',
          security: [{ jwt: ['pets/read'] }],
          'x-gatewright-handler': './pets.mjs#list',
          [INTEGRATION]: {
            type: 'AWS_PROXY',
            uri: LAMBDA,
            payloadFormatVersion: '2.0',
            timeoutInMillis: 900,
            credentials: 'arn:aws:iam::123456789012:role/r',
            requestParameters: { 'append:header.x': '$context.y' },
            responseParameters: { 500: { 'overwrite:statuscode': '200' } },
          },
        },
        post: {
          security: [{ lambda: [] }],
          [INTEGRATION]: { $ref: '#/components/x-amazon-apigateway-integrations/shared' },
        },
        delete: {
          security: [{ iam: [] }],
          [INTEGRATION]: { $ref: '#/components/x-amazon-apigateway-integrations/shared' },
        },
      },
      '/$default': { 'x-amazon-apigateway-any-method': { isDefaultRoute: true } },
    },
  })

  it('carry routes, integrations, authorizers, CORS and a stage', () => {
    const api = httpSample(document)
    const [own, shared] = Object.keys(api.integrations)
    expect(own).toMatch(/^[a-z0-9]{7}$/)
    expect(api).toEqual({
      protocolType: 'HTTP',
      id: api.id,
      name: 'Pets',
      description: 'About pets.',
      corsConfiguration: { allowOrigins: ['*'], allowMethods: ['GET'], maxAge: 0, allowCredentials: false },
      routes: {
        'GET /pets': {
          operationName: 'listPets',
          target: own,
          authorizationType: 'JWT',
          authorizerId: 'jwt',
          authorizationScopes: ['pets/read'],
        },
        'POST /pets': { target: shared, authorizationType: 'CUSTOM', authorizerId: 'lambda' },
        'DELETE /pets': { target: shared, authorizationType: 'AWS_IAM' },
        $default: { authorizationType: 'NONE' },
      },
      integrations: {
        [own ?? '']: {
          integrationType: 'AWS_PROXY',
          integrationUri: LAMBDA,
          credentialsArn: 'arn:aws:iam::123456789012:role/r',
          payloadFormatVersion: '2.0',
          requestParameters: { 'append:header.x': '$context.y' },
          responseParameters: { 500: { 'overwrite:statuscode': '200' } },
          timeoutInMillis: 900,
          handler: './pets.mjs#list',
        },
        [shared ?? '']: {
          integrationType: 'HTTP_PROXY',
          integrationMethod: 'ANY',
          integrationUri: 'https://example.com/{proxy}',
          payloadFormatVersion: '1.0',
        },
      },
      authorizers: {
        jwt: {
          authorizerType: 'JWT',
          identitySource: ['$request.header.Authorization'],
          jwtConfiguration: { issuer: 'https://login.example.com', audience: ['pets'] },
        },
        lambda: {
          authorizerType: 'REQUEST',
          identitySource: ['$request.header.A', '$context.b'],
          authorizerUri: LAMBDA,
          authorizerPayloadFormatVersion: '2.0',
          authorizerResultTtlInSeconds: 0,
          enableSimpleResponses: true,
          handler: './auth.mjs#go',
        },
      },
      stages: { $default: { autoDeploy: true } },
    })
    expect(said(document)).toEqual([])
  })

  it('take the stage from the options', () => {
    expect(httpSample(document, { stage: 'dev' }).stages).toEqual({ dev: { autoDeploy: true } })
  })

  it('say what they do not have', () => {
    const rest = openApi({
      paths: {
        '/a': {
          get: {
            parameters: [],
            requestBody: {},
            responses: {},
            security: [{ api_key: [] }],
            [INTEGRATION]: { type: 'aws', uri: 'x' },
          },
          put: {
            [INTEGRATION]: {
              type: 'aws_proxy',
              uri: LAMBDA,
              responses: {},
              requestTemplates: {},
              'x-gatewright-fault': 'error',
            },
          },
        },
      },
      components: {
        schemas: { A: {} },
        securitySchemes: { api_key: { type: 'apiKey', in: 'header', name: 'x-api-key' } },
      },
      'x-amazon-apigateway-policy': {},
      'x-amazon-apigateway-endpoint-configuration': { vpcEndpointIds: ['vpce-1'] },
    })
    expect(said(rest, { protocolType: 'HTTP' })).toEqual([
      `warning import/integration-incomplete /paths/~1a/get/${INTEGRATION}`,
      'warning import/not-carried /paths/~1a/get',
      'info import/endpoint-approximated /x-amazon-apigateway-endpoint-configuration',
      'warning import/not-carried ',
      'info import/http-api-ignores /components/schemas',
      'info import/http-api-ignores /paths/~1a/get/parameters',
      'info import/http-api-ignores /paths/~1a/get/requestBody',
      'info import/http-api-ignores /paths/~1a/get/responses',
      `info import/http-api-ignores /paths/~1a/put/${INTEGRATION}/requestTemplates`,
      `info import/http-api-ignores /paths/~1a/put/${INTEGRATION}/responses`,
      'info import/http-api-ignores /x-amazon-apigateway-policy',
    ])
  })

  it('need a type and, for tokens, an issuer in their authorizers', () => {
    const securitySchemes = {
      a: { [AUTHORIZER]: {} },
      b: { [AUTHORIZER]: { type: 'jwt' } },
      c: { [AUTHORIZER]: { type: 'token' } },
    }
    const at = '/components/securitySchemes'
    expect(said(openApi({ components: { securitySchemes } }), { protocolType: 'HTTP' })).toEqual([
      `error import/wrong-type ${at}/a/${AUTHORIZER}`,
      `error import/wrong-type ${at}/b/${AUTHORIZER}`,
      `error import/value-unknown ${at}/c/${AUTHORIZER}/type`,
    ])
  })

  it('come from OpenAPI 3.0 only, which is said', () => {
    const swagger = { swagger: '2.0', info: { title: 'x' }, paths: {} }
    expect(said(swagger, { protocolType: 'HTTP' })).toEqual(['warning import/version-unknown /swagger'])
  })

  it('survive wrong types anywhere', () => {
    for (const wrong of [null, 1, 'x', [], [null], { a: null }]) {
      for (const name of ['security', INTEGRATION, 'operationId']) {
        const paths = {
          '/a': { get: { [name]: wrong } },
          '/b': { get: { [INTEGRATION]: { type: 'aws_proxy', responseParameters: wrong } } },
        }
        expect(importSample(openApi({ paths }), { protocolType: 'HTTP' }).design).not.toBeNull()
      }
      const broken = openApi({
        'x-amazon-apigateway-cors': wrong,
        components: { securitySchemes: { s: { [AUTHORIZER]: wrong } } },
      })
      expect(importSample(broken).design).not.toBeNull()
    }
  })
})
