import { describe, expect, it } from 'vitest'
import type { Method } from '@shared/design/method'
import { importSample, methodSample, openApi, restSample, said } from './import-sample'

const AUTHORIZER = 'x-amazon-apigateway-authorizer'
const URI = 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/f/invocations'
const header = { type: 'apiKey', name: 'Authorization', in: 'header' }

const securitySchemes = {
  token: {
    ...header,
    'x-amazon-apigateway-authtype': 'custom',
    'x-gatewright-handler': './auth.mjs#token',
    [AUTHORIZER]: {
      type: 'token',
      authorizerUri: URI,
      authorizerCredentials: 'arn:aws:iam::123456789012:role/r',
      identityValidationExpression: '^Bearer .+$',
      authorizerResultTtlInSeconds: 60,
    },
  },
  request: {
    ...header,
    name: 'Unused',
    [AUTHORIZER]: { type: 'REQUEST', authorizerUri: URI, identitySource: 'method.request.header.A, stageVariables.b' },
  },
  pool: { ...header, [AUTHORIZER]: { type: 'cognito_user_pools', providerARNs: ['arn:aws:cognito-idp:x'] } },
  iam: { ...header, 'x-amazon-apigateway-authtype': 'awsSigv4' },
  api_key: { type: 'apiKey', name: 'x-api-key', in: 'header' },
  login: { type: 'oauth2', flows: {} },
}

/** The security of one method whose operation has these members, in a document with all the schemes. */
function security(operation: object, members: object = {}): Pick<Method, 'authorizationType' | 'apiKeyRequired'> {
  const { authorizationType, authorizerId, authorizationScopes, apiKeyRequired } = methodSample(operation, {
    components: { securitySchemes },
    ...members,
  }) ?? { authorizationType: 'NONE', apiKeyRequired: false }
  return {
    authorizationType,
    apiKeyRequired,
    ...(authorizerId !== undefined && { authorizerId }),
    ...(authorizationScopes && { authorizationScopes }),
  }
}

function document(operation: object): object {
  return openApi({ components: { securitySchemes }, paths: { '/a': { get: operation } } })
}

describe('security schemes of a REST API', () => {
  it('become authorizers', () => {
    expect(restSample(openApi({ components: { securitySchemes } })).authorizers).toEqual({
      token: {
        type: 'TOKEN',
        authorizerUri: URI,
        authorizerCredentials: 'arn:aws:iam::123456789012:role/r',
        identitySource: 'method.request.header.Authorization',
        identityValidationExpression: '^Bearer .+$',
        authorizerResultTtlInSeconds: 60,
        handler: './auth.mjs#token',
      },
      request: { type: 'REQUEST', authorizerUri: URI, identitySource: 'method.request.header.A, stageVariables.b' },
      pool: {
        type: 'COGNITO_USER_POOLS',
        identitySource: 'method.request.header.Authorization',
        providerARNs: ['arn:aws:cognito-idp:x'],
      },
    })
  })

  it('are read from securityDefinitions in Swagger', () => {
    const api = restSample({
      swagger: '2.0',
      info: { title: 'S' },
      paths: {},
      securityDefinitions: { pool: securitySchemes.pool },
    })
    expect(Object.keys(api.authorizers)).toEqual(['pool'])
  })

  it('say what an authorizer cannot be', () => {
    const broken = {
      none: { ...header, [AUTHORIZER]: {} },
      odd: { ...header, [AUTHORIZER]: { type: 'jwt?' } },
      text: { ...header, [AUTHORIZER]: 'token' },
      late: {
        ...header,
        [AUTHORIZER]: { type: 'token', authorizerResultTtlInSeconds: 3601, enableSimpleResponses: true },
      },
    }
    const at = '/components/securitySchemes'
    expect(said(openApi({ components: { securitySchemes: broken } }))).toEqual([
      `error import/wrong-type ${at}/none/${AUTHORIZER}`,
      `error import/value-unknown ${at}/odd/${AUTHORIZER}/type`,
      `error import/wrong-type ${at}/text/${AUTHORIZER}`,
      `error import/value-unknown ${at}/late/${AUTHORIZER}/authorizerResultTtlInSeconds`,
      `warning import/not-carried ${at}/late/${AUTHORIZER}/enableSimpleResponses`,
    ])
  })

  it('are more than the service holds when there are eleven authorizers', () => {
    const many = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`a${index}`, securitySchemes.pool]))
    expect(said(openApi({ components: { securitySchemes: many } }))).toEqual([
      'warning import/over-quota /components/securitySchemes',
    ])
  })
})

describe('security of a method', () => {
  it.each([
    [[{ token: [] }], { authorizationType: 'CUSTOM', authorizerId: 'token', apiKeyRequired: false }],
    [[{ iam: [] }], { authorizationType: 'AWS_IAM', apiKeyRequired: false }],
    [[{ api_key: [] }], { authorizationType: 'NONE', apiKeyRequired: true }],
    [[{ token: [], api_key: [] }], { authorizationType: 'CUSTOM', authorizerId: 'token', apiKeyRequired: true }],
    [
      [{ api_key: [] }, { request: [] }],
      { authorizationType: 'CUSTOM', authorizerId: 'request', apiKeyRequired: true },
    ],
    [
      [{ pool: ['orders/read'] }],
      {
        authorizationType: 'COGNITO_USER_POOLS',
        authorizerId: 'pool',
        authorizationScopes: ['orders/read'],
        apiKeyRequired: false,
      },
    ],
    [[{ login: ['read'] }], { authorizationType: 'NONE', apiKeyRequired: false }],
    [[], { authorizationType: 'NONE', apiKeyRequired: false }],
  ])('of %j', (requirements, expected) => {
    expect(security({ security: requirements })).toEqual(expected)
  })

  it('is the document’s unless the operation has its own', () => {
    const token = { authorizationType: 'CUSTOM', authorizerId: 'token', apiKeyRequired: false }
    expect(security({}, { security: [{ token: [] }] })).toEqual(token)
    expect(security({ security: [] }, { security: [{ token: [] }] })).toEqual({
      authorizationType: 'NONE',
      apiKeyRequired: false,
    })
  })

  it('follows x-amazon-apigateway-auth, which leaves the API key alone', () => {
    expect(security({ 'x-amazon-apigateway-auth': { type: 'AWS_IAM' } })).toEqual({
      authorizationType: 'AWS_IAM',
      apiKeyRequired: false,
    })
    expect(security({ security: [{ token: [], api_key: [] }], 'x-amazon-apigateway-auth': { type: 'none' } })).toEqual({
      authorizationType: 'NONE',
      apiKeyRequired: true,
    })
  })

  it('says what it could not keep', () => {
    const requirements = [{ token: ['read'] }, { pool: [] }, {}, { unheard: [] }, { login: [] }]
    expect(said(document({ security: requirements }))).toEqual([
      'warning import/security-approximated /paths/~1a/get/security/2',
      'warning import/security-approximated /paths/~1a/get/security/1/pool',
      'warning import/not-carried /paths/~1a/get/security',
      'warning import/security-scheme-unknown /paths/~1a/get/security/3/unheard',
      'warning import/security-not-carried /paths/~1a/get/security/4/login',
    ])
    expect(said(document({ security: [{ token: [] }], 'x-amazon-apigateway-auth': { type: 'NONE' } }))).toEqual([
      'warning import/security-approximated /paths/~1a/get/security/0/token',
    ])
    expect(said(document({ security: [1, { token: 'read' }] }))).toEqual([
      'error import/wrong-type /paths/~1a/get/security/0',
      'error import/wrong-type /paths/~1a/get/security/1/token',
    ])
  })

  it('counts the methods that stay open', () => {
    const paths = { '/a': { get: {}, put: {} }, '/b': { get: {} } }
    const open = importSample(
      openApi({ security: [{ login: [] }], components: { securitySchemes }, paths }),
    ).diagnostics
    expect(open.filter(({ code }) => code === 'import/security-not-carried').map(({ message }) => message)).toEqual([
      '3 methods ask for "login", a security scheme without a counterpart in API Gateway, and stay open. Give the scheme an x-amazon-apigateway-authorizer, or set the authorization in the design.',
    ])
  })
})
