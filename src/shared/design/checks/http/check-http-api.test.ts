import { describe, expect, it } from 'vitest'
import type { HttpApi } from '../../http-api'
import { emptyDesign } from '../../new-design'
import { newHttpApi } from '../../new-http-api'
import { checkDesign } from '../check-design'

const sound: HttpApi = {
  ...newHttpApi('Items'),
  corsConfiguration: { allowOrigins: ['https://shop.example.com'], allowMethods: ['GET'], maxAge: 60 },
  routes: {
    'GET /items': { authorizationType: 'NONE', target: 'list' },
    'POST /items': { authorizationType: 'JWT', authorizerId: 'users', authorizationScopes: ['w'], target: 'queue' },
    $default: { authorizationType: 'CUSTOM', authorizerId: 'own', target: 'web' },
  },
  integrations: {
    list: { integrationType: 'AWS_PROXY', payloadFormatVersion: '2.0', handler: './list.mjs#handler' },
    queue: {
      integrationType: 'AWS_PROXY',
      integrationSubtype: 'SQS-SendMessage',
      requestParameters: { QueueUrl: 'https://queue.example.com', MessageBody: '$request.body' },
    },
    web: {
      integrationType: 'HTTP_PROXY',
      integrationUri: 'https://example.com',
      requestParameters: { 'append:header.x-a': '1' },
      responseParameters: { '404': { 'overwrite:statuscode': '200' } },
    },
  },
  authorizers: {
    users: {
      authorizerType: 'JWT',
      identitySource: ['$request.header.Authorization'],
      jwtConfiguration: { issuer: 'https://issuer.example.com', audience: ['web'] },
    },
    own: { authorizerType: 'REQUEST', identitySource: [], handler: './a.mjs#handler' },
  },
  stages: { $default: { autoDeploy: true, routeSettings: { 'GET /items': { throttlingRateLimit: 5 } } } },
}

/** "design/code /apis/0/..." of each. */
function found(changes: Partial<HttpApi>): string[] {
  const design = { ...emptyDesign('shop'), apis: [{ ...sound, ...changes }] }
  return checkDesign(design).map(({ code, pointer }) => `${code} ${pointer.replace('/apis/0', '')}`)
}

describe('an HTTP API', () => {
  it('is sound as it stands', () => {
    expect(found({})).toEqual([])
  })

  it('has routes of the right form that lead somewhere', () => {
    const routes: HttpApi['routes'] = {
      'get /items': { authorizationType: 'NONE', target: 'list' },
      'GET /items/{id}': { authorizationType: 'NONE', target: 'missing' },
      'GET /items/{itemId}': { authorizationType: 'NONE' },
      'GET /a': { authorizationType: 'JWT', target: 'list' },
      'GET /b': { authorizationType: 'JWT', authorizerId: 'own', target: 'list' },
      'GET /c': { authorizationType: 'CUSTOM', authorizerId: 'gone', authorizationScopes: ['x'], target: 'list' },
    }
    expect(found({ routes, stages: {} })).toEqual([
      'design/route-key-invalid /routes/get ~1items',
      'design/integration-unknown /routes/GET ~1items~1{id}/target',
      'design/route-duplicate /routes/GET ~1items~1{itemId}',
      'design/route-without-integration /routes/GET ~1items~1{itemId}/target',
      'design/authorizer-required /routes/GET ~1a/authorizerId',
      'design/authorizer-mismatch /routes/GET ~1b/authorizerId',
      'design/scopes-without-jwt /routes/GET ~1c/authorizationScopes',
      'design/authorizer-unknown /routes/GET ~1c/authorizerId',
    ])
  })

  it('has integrations that can be called', () => {
    const integrations: HttpApi['integrations'] = {
      ...sound.integrations,
      a: { integrationType: 'AWS_PROXY', timeoutInMillis: 31_000 },
      b: { integrationType: 'HTTP_PROXY', integrationUri: 'example.com' },
      c: { integrationType: 'HTTP_PROXY', connectionType: 'VPC_LINK', integrationUri: 'arn:aws:elb' },
      d: { integrationType: 'AWS_PROXY', integrationSubtype: 'SQS-SendMessage', requestParameters: { Queue: 'x' } },
      e: { integrationType: 'AWS_PROXY', integrationSubtype: 'SNS-Publish' },
      f: {
        integrationType: 'HTTP_PROXY',
        integrationUri: 'https://example.com',
        requestParameters: { 'append:header.Host-x': '1', 'append:body.a': '1' },
        responseParameters: { '100': {}, '200': { 'append:header.Via': 'x' } },
      },
    }
    expect(found({ integrations })).toEqual([
      'design/integration-timeout-invalid /integrations/a/timeoutInMillis',
      'design/integration-uri-invalid /integrations/a/integrationUri',
      'design/integration-uri-invalid /integrations/b/integrationUri',
      'design/vpc-link-missing /integrations/c/connectionId',
      'design/service-parameter-missing /integrations/d/requestParameters',
      'design/parameter-mapping-invalid /integrations/d/requestParameters/Queue',
      'design/integration-subtype-unknown /integrations/e/integrationSubtype',
      'design/parameter-mapping-invalid /integrations/f/requestParameters/append:body.a',
      'design/parameter-mapping-invalid /integrations/f/responseParameters/100',
      'design/parameter-mapping-invalid /integrations/f/responseParameters/200/append:header.Via',
    ])
  })

  it('has authorizers that can let somebody in', () => {
    const authorizers: HttpApi['authorizers'] = {
      ...sound.authorizers,
      a: { authorizerType: 'JWT', identitySource: [], jwtConfiguration: { issuer: 'issuer', audience: [] } },
      b: {
        authorizerType: 'REQUEST',
        identitySource: ['method.request.header.A'],
        authorizerResultTtlInSeconds: 4000,
        enableSimpleResponses: true,
      },
      c: { authorizerType: 'REQUEST', identitySource: [], handler: './a.mjs#h', authorizerResultTtlInSeconds: 60 },
    }
    expect(found({ authorizers })).toEqual([
      'design/identity-source-missing /authorizers/a/identitySource',
      'design/jwt-issuer-invalid /authorizers/a/jwtConfiguration/issuer',
      'design/jwt-audience-missing /authorizers/a/jwtConfiguration/audience',
      'design/identity-source-invalid /authorizers/b/identitySource',
      'design/authorizer-uri-invalid /authorizers/b/authorizerUri',
      'design/authorizer-ttl-invalid /authorizers/b/authorizerResultTtlInSeconds',
      'design/simple-responses-need-2.0 /authorizers/b/enableSimpleResponses',
      'design/identity-source-missing /authorizers/c/identitySource',
    ])
  })

  it('has CORS settings and limits that the service takes', () => {
    const corsConfiguration = { allowOrigins: ['*', 'example.com'], allowCredentials: true, maxAge: 100_000 }
    const stages: HttpApi['stages'] = {
      dev: {
        autoDeploy: true,
        defaultRouteSettings: { throttlingRateLimit: -1 },
        routeSettings: { 'GET /gone': { throttlingBurstLimit: 1.5 } },
      },
    }
    expect(found({ corsConfiguration, stages })).toEqual([
      'design/cors-invalid /corsConfiguration/allowOrigins',
      'design/cors-invalid /corsConfiguration/allowCredentials',
      'design/cors-invalid /corsConfiguration/maxAge',
      'design/throttle-rate-invalid /stages/dev/defaultRouteSettings/throttlingRateLimit',
      'design/throttle-burst-invalid /stages/dev/routeSettings/GET ~1gone/throttlingBurstLimit',
      'design/method-setting-unknown-route /stages/dev/routeSettings/GET ~1gone',
    ])
  })
})
