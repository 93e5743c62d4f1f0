import { describe, expect, it } from 'vitest'
import type { JsonRecord } from '../../json-place'
import { apiEvent, expandResources, functionWith, restApi } from '../testing/expand-document'

const ARN = 'arn:aws:lambda:us-east-1:123456789012:function:check'
const POOL = 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a'

function shop(Auth: JsonRecord, events: JsonRecord, others: JsonRecord = {}) {
  const bound = Object.fromEntries(
    Object.entries(events).map(([name, event]) => {
      const { Type, Properties } = event as { Type: string; Properties: JsonRecord }
      return [name, { Type, Properties: { ...Properties, RestApiId: { Ref: 'Shop' } } }]
    }),
  )
  return expandResources({ Shop: restApi({ Auth, ...others }), Orders: functionWith(bound) })
}

function schemesOf(body: JsonRecord): unknown {
  return body['securityDefinitions']
}

describe('Auth of an API', () => {
  it('makes Cognito authorizers', () => {
    const identity = { Header: 'X-Token', ValidationExpression: '^B' }
    const made = shop({ Authorizers: { Users: { UserPoolArn: POOL, Identity: identity } } }, {})
    expect(schemesOf(made.body('Shop'))).toEqual({
      Users: {
        type: 'apiKey',
        name: 'X-Token',
        in: 'header',
        'x-amazon-apigateway-authtype': 'cognito_user_pools',
        'x-amazon-apigateway-authorizer': {
          type: 'cognito_user_pools',
          providerARNs: [POOL],
          identityValidationExpression: '^B',
        },
      },
    })
  })

  it('makes Lambda authorizers of both kinds, with their permissions', () => {
    const made = shop(
      {
        Authorizers: {
          Token: { FunctionArn: ARN, Identity: { ReauthorizeEvery: 20 }, FunctionInvokeRole: 'NONE' },
          Request: {
            FunctionArn: ARN,
            FunctionPayloadType: 'REQUEST',
            FunctionInvokeRole: 'arn:aws:iam::1:role/r',
            DisableFunctionDefaultPermissions: true,
            Identity: { Headers: ['A'], QueryStrings: ['b'], StageVariables: ['c'], Context: ['identity.sourceIp'] },
          },
        },
      },
      {},
    )
    const authorizerUri = {
      'Fn::Sub': [
        'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${__FunctionArn__}/invocations',
        { __FunctionArn__: ARN },
      ],
    }
    expect(schemesOf(made.body('Shop'))).toEqual({
      Token: {
        type: 'apiKey',
        name: 'Authorization',
        in: 'header',
        'x-amazon-apigateway-authtype': 'custom',
        'x-amazon-apigateway-authorizer': { type: 'token', authorizerUri, authorizerResultTtlInSeconds: 20 },
      },
      Request: {
        type: 'apiKey',
        name: 'Unused',
        in: 'header',
        'x-amazon-apigateway-authtype': 'custom',
        'x-amazon-apigateway-authorizer': {
          type: 'request',
          authorizerUri,
          authorizerCredentials: 'arn:aws:iam::1:role/r',
          identitySource:
            'method.request.header.A, method.request.querystring.b, stageVariables.c, context.identity.sourceIp',
        },
      },
    })
    expect(made.ids.filter((id) => id.endsWith('AuthorizerPermission'))).toEqual(['ShopTokenAuthorizerPermission'])
  })

  it('gives methods the default authorizer with its scopes, unless they name another or NONE', () => {
    const made = shop(
      {
        DefaultAuthorizer: 'Users',
        Authorizers: {
          Users: { UserPoolArn: POOL, AuthorizationScopes: ['read'] },
          Token: { FunctionArn: ARN },
        },
      },
      {
        A: apiEvent('get', '/default'),
        B: apiEvent('get', '/other', { Auth: { Authorizer: 'Token' } }),
        C: apiEvent('get', '/none', { Auth: { Authorizer: 'NONE' } }),
        D: apiEvent('get', '/scopes', { Auth: { Authorizer: 'Users', AuthorizationScopes: ['write'] } }),
      },
    )
    const security = (path: string) => made.operation('Shop', path, 'get')['security']
    expect(['/default', '/other', '/none', '/scopes'].map(security)).toEqual([
      [{ Users: ['read'] }],
      [{ Token: [] }],
      [],
      [{ Users: ['write'] }],
    ])
    expect(made.said).toEqual([])
  })

  it('takes AWS_IAM as a default, with the caller as who calls the function', () => {
    const made = shop({ DefaultAuthorizer: 'AWS_IAM' }, { A: apiEvent('get', '/a') })
    expect(made.operation('Shop', '/a', 'get')).toMatchObject({
      security: [{ AWS_IAM: [] }],
      'x-amazon-apigateway-integration': { credentials: 'arn:aws:iam::*:user/*' },
    })
    const role = shop({ DefaultAuthorizer: 'AWS_IAM', InvokeRole: 'NONE' }, { A: apiEvent('get', '/a') })
    expect(JSON.stringify(role.body('Shop'))).not.toContain('credentials')
  })

  it('asks for API keys, of the preflight too unless it says not to', () => {
    const events = { A: apiEvent('get', '/a'), B: apiEvent('get', '/b', { Auth: { ApiKeyRequired: false } }) }
    const security = (auth: JsonRecord) => {
      const made = shop({ ApiKeyRequired: true, ...auth }, events, { Cors: "'*'" })
      return [
        made.operation('Shop', '/a', 'get')['security'],
        made.operation('Shop', '/b', 'get')['security'],
        made.operation('Shop', '/a', 'options')['security'],
      ]
    }
    const key = [{ api_key: [] }]
    expect(security({})).toEqual([key, [], key])
    expect(security({ AddApiKeyRequiredToCorsPreflight: false })).toEqual([key, [], undefined])
  })

  it('leaves the preflight open with AddDefaultAuthorizerToCorsPreflight: false', () => {
    const auth = { DefaultAuthorizer: 'Users', Authorizers: { Users: { UserPoolArn: POOL } } }
    const options = (extra: JsonRecord) =>
      shop({ ...auth, ...extra }, { A: apiEvent('get', '/a') }, { Cors: "'*'" }).operation('Shop', '/a', 'options')
    expect(options({})['security']).toEqual([{ Users: [] }])
    expect(options({ AddDefaultAuthorizerToCorsPreflight: false })['security']).toBeUndefined()
  })

  it('adds to a definition of OpenAPI 3 in the places of OpenAPI 3', () => {
    const made = expandResources({
      Shop: restApi({
        Auth: { DefaultAuthorizer: 'Users', Authorizers: { Users: { UserPoolArn: POOL } } },
        DefinitionBody: {
          openapi: '3.0.1',
          paths: { '/a': { parameters: [], get: { 'x-amazon-apigateway-integration': { type: 'mock' } }, post: {} } },
        },
      }),
    })
    expect(made.body('Shop')).toMatchObject({
      components: { securitySchemes: { Users: { type: 'apiKey' } } },
      paths: { '/a': { parameters: [], get: { security: [{ Users: [] }] }, post: {} } },
    })
    expect(made.body('Shop')['securityDefinitions']).toBeUndefined()
    expect(made.operation('Shop', '/a', 'post')).toEqual({})
  })

  it.each([
    ['an unknown member', { Foo: 1 }, '/Foo', '"Foo" of "Auth" of Shop is left out'],
    ['a default that is not defined', { DefaultAuthorizer: 'X' }, '/DefaultAuthorizer', 'is "X", which'],
    ['an authorizer of nothing', { Authorizers: { X: {} } }, '/Authorizers/X', 'needs UserPoolArn, or FunctionArn'],
    ['authorizers that are no object', { Authorizers: [] }, '/Authorizers', 'must be an object'],
    [
      'a request authorizer that asks for nothing',
      { Authorizers: { X: { FunctionArn: ARN, FunctionPayloadType: 'REQUEST' } } },
      '/Authorizers/X',
      'names nothing to identify callers by',
    ],
    ['a plan of no kind', { UsagePlan: {} }, '/UsagePlan', 'needs a "CreateUsagePlan"'],
  ])('refuses %s', (_name, auth, pointer, words) => {
    const made = shop(auth, {})
    expect(made.said).toEqual([
      expect.stringContaining(`error import/sam-refused /Resources/Shop/Properties/Auth${pointer}: `),
    ])
    expect(made.said[0]).toContain(words)
  })

  it('refuses to work on a definition in a file', () => {
    const made = expandResources({ Shop: restApi({ DefinitionUri: 'api.yaml', Auth: { ApiKeyRequired: true } }) })
    expect(made.said).toEqual([expect.stringContaining('works with an inline definition only')])
    expect(made.properties('Shop')).toEqual({ BodyS3Location: 'api.yaml' })
  })
})

describe('ResourcePolicy', () => {
  function statementsOf(policy: JsonRecord): unknown {
    const made = shop({ ResourcePolicy: policy }, { A: apiEvent('get', '/a/{id}') })
    return (made.body('Shop')['x-amazon-apigateway-policy'] as JsonRecord | undefined)?.['Statement']
  }
  const Resource = [{ 'Fn::Sub': ['execute-api:/${__Stage__}/GET/a/*', { __Stage__: 'live' }] }]
  const base = { Action: 'execute-api:Invoke', Resource, Principal: '*' }
  const allow = { Effect: 'Allow', ...base }

  it.each([
    [{ IpRangeWhitelist: ['1.2.3.4'] }, { NotIpAddress: { 'aws:SourceIp': ['1.2.3.4'] } }],
    [{ IpRangeBlacklist: '1.2.3.4' }, { IpAddress: { 'aws:SourceIp': ['1.2.3.4'] } }],
    [
      { SourceVpcWhitelist: ['vpc-1', 'vpce-2'] },
      { StringNotEquals: { 'aws:SourceVpc': ['vpc-1'], 'aws:SourceVpce': ['vpce-2'] } },
    ],
    [
      { IntrinsicVpcBlacklist: [{ Ref: 'Vpc' }], IntrinsicVpceBlacklist: [{ Ref: 'Endpoint' }] },
      { StringEquals: { 'aws:SourceVpc': [{ Ref: 'Vpc' }], 'aws:SourceVpce': [{ Ref: 'Endpoint' }] } },
    ],
  ])('turns %j into an allowance and a denial', (policy, Condition) => {
    expect(statementsOf(policy)).toEqual([allow, { Effect: 'Deny', ...base, Condition }])
  })

  it('allows and denies accounts, and adds statements as they are, each once', () => {
    const custom = { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' }
    expect(
      statementsOf({
        AwsAccountWhitelist: ['111111111111'],
        AwsAccountBlacklist: ['222222222222'],
        CustomStatements: [custom, custom],
      }),
    ).toEqual([
      { Effect: 'Allow', ...base, Principal: { AWS: ['111111111111'] } },
      { Effect: 'Deny', ...base, Principal: { AWS: ['222222222222'] } },
      custom,
    ])
  })

  it('is about the path of an event when the event has it', () => {
    const made = shop(
      {},
      {
        A: apiEvent('get', '/a', { Auth: { ResourcePolicy: { IpRangeBlacklist: ['1.2.3.4'] } } }),
        B: apiEvent('any', '/b'),
      },
    )
    expect(JSON.stringify(made.body('Shop')['x-amazon-apigateway-policy'])).not.toContain('/b')
  })
})

describe('UsagePlan', () => {
  it('makes a plan and a key for each API, or one for all', () => {
    const plan = (kind: string) => ({
      Auth: { UsagePlan: { CreateUsagePlan: kind, Quota: { Limit: 5, Period: 'DAY' } } },
    })
    const each = expandResources({ A: restApi(plan('PER_API')) })
    expect(each.properties('AUsagePlan')).toEqual({
      ApiStages: [{ ApiId: { Ref: 'A' }, Stage: { Ref: 'AliveStage' } }],
      Quota: { Limit: 5, Period: 'DAY' },
    })
    expect(each.properties('AUsagePlanKey')).toEqual({
      KeyId: { Ref: 'AApiKey' },
      KeyType: 'API_KEY',
      UsagePlanId: { Ref: 'AUsagePlan' },
    })
    const shared = expandResources({ A: restApi(plan('SHARED')), B: restApi(plan('SHARED')), C: restApi(plan('NONE')) })
    expect(shared.properties('ServerlessUsagePlan')['ApiStages']).toEqual([
      { ApiId: { Ref: 'A' }, Stage: { Ref: 'AliveStage' } },
      { ApiId: { Ref: 'B' }, Stage: { Ref: 'BliveStage' } },
    ])
    expect(shared.resource('ServerlessUsagePlan').dependsOn).toEqual(['A', 'B'])
    expect(shared.ids.filter((id) => id.endsWith('ApiKey'))).toEqual(['ServerlessApiKey'])
  })
})
