import { describe, expect, it } from 'vitest'
import { emptyDesign } from '../../new-design'
import { newWebSocketApi } from '../../new-websocket-api'
import type { WebSocketApi } from '../../websocket-api'
import { checkDesign } from '../check-design'

const sound: WebSocketApi = {
  ...newWebSocketApi('Chat'),
  apiKeySelectionExpression: '$context.authorizer.usageIdentifierKey',
  routes: {
    $connect: { authorizationType: 'CUSTOM', authorizerId: 'own', apiKeyRequired: true, target: 'web' },
    $default: { target: 'mock', routeResponseSelectionExpression: '$default', routeResponses: { $default: {} } },
    send: { target: 'send', modelSelectionExpression: '$default', requestModels: { $default: 'Message' } },
    $disconnect: {},
  },
  integrations: {
    mock: { integrationType: 'MOCK', integrationResponses: { $default: {}, '/4\\d\\d/': {} } },
    send: { integrationType: 'AWS_PROXY', handler: './send.mjs#handler', timeoutInMillis: 50 },
    web: {
      integrationType: 'HTTP_PROXY',
      integrationUri: 'https://example.com/{room}',
      requestParameters: {
        'integration.request.path.room': 'route.request.querystring.room',
        'integration.request.header.X-Id': 'context.connectionId',
        'integration.request.header.X-Text': "'text'",
      },
    },
  },
  authorizers: {
    own: { authorizerType: 'REQUEST', identitySource: ['route.request.header.Auth'], handler: './a.mjs#h' },
  },
  models: { Message: { contentType: 'application/json', schema: { type: 'object' } } },
  stages: { prod: { routeSettings: { send: { throttlingRateLimit: 5, throttlingBurstLimit: 5 } } } },
}

/** "design/code /apis/0/..." of each. */
function found(changes: Partial<WebSocketApi>): string[] {
  const design = { ...emptyDesign('shop'), apis: [{ ...sound, ...changes }] }
  return checkDesign(design).map(({ code, pointer }) => `${code} ${pointer.replace('/apis/0', '')}`)
}

describe('a WebSocket API', () => {
  it('is sound as it stands', () => {
    expect([found({}), checkDesign({ ...emptyDesign('shop'), apis: [newWebSocketApi('New')] })]).toEqual([[], []])
  })

  it('chooses routes by something in the message, and keys in one of two ways', () => {
    expect(found({ routeSelectionExpression: 'action', apiKeySelectionExpression: '$request.header.key' })).toEqual([
      'design/selection-expression-invalid /routeSelectionExpression',
      'design/selection-expression-invalid /apiKeySelectionExpression',
    ])
  })

  it('has routes that lead somewhere, and asks who calls when they connect', () => {
    const routes: WebSocketApi['routes'] = {
      $connect: { authorizationType: 'CUSTOM' },
      $other: { target: 'gone' },
      later: { authorizationType: 'AWS_IAM', apiKeyRequired: true },
    }
    expect([
      ...found({ routes, stages: {} }),
      ...found({ routes: { $connect: { authorizationType: 'CUSTOM', authorizerId: 'gone' } }, stages: {} }),
    ]).toEqual([
      'design/authorizer-required /routes/$connect/authorizerId',
      'design/route-key-invalid /routes/$other',
      'design/integration-unknown /routes/$other/target',
      'design/connect-only /routes/later/authorizationType',
      'design/connect-only /routes/later/apiKeyRequired',
      'design/authorizer-unknown /routes/$connect/authorizerId',
    ])
  })

  it('replies only with both halves and an integration', () => {
    const routes: WebSocketApi['routes'] = {
      a: { target: 'mock', routeResponseSelectionExpression: '$default' },
      b: { target: 'mock', routeResponses: { $default: {} } },
      c: { routeResponseSelectionExpression: '$default', routeResponses: { $default: {}, other: {} } },
    }
    expect(found({ routes, stages: {} })).toEqual([
      'design/reply-incomplete /routes/a',
      'design/reply-incomplete /routes/b',
      'design/reply-incomplete /routes/c/routeResponses/other',
      'design/reply-incomplete /routes/c/target',
    ])
  })

  it('has integrations that can be called and answered', () => {
    const integrations: WebSocketApi['integrations'] = {
      ...sound.integrations,
      a: { integrationType: 'AWS_PROXY', timeoutInMillis: 31_000 },
      b: { integrationType: 'HTTP_PROXY', integrationUri: 'example.com', connectionType: 'VPC_LINK' },
      c: { integrationType: 'MOCK' },
      d: { integrationType: 'MOCK', integrationResponses: { '200': {}, '/(/': {} } },
      e: {
        integrationType: 'HTTP_PROXY',
        integrationUri: 'https://example.com',
        requestParameters: {
          'overwrite:header.a': 'context.stage',
          'integration.request.header.b': 'method.request.header.b',
        },
      },
      f: {
        integrationType: 'MOCK',
        requestTemplates: { $default: 'x'.repeat(307_201) },
        integrationResponses: { $default: {} },
      },
    }
    expect(found({ integrations })).toEqual([
      'design/integration-uri-invalid /integrations/a/integrationUri',
      'design/integration-timeout-invalid /integrations/a/timeoutInMillis',
      'design/integration-uri-invalid /integrations/b/integrationUri',
      'design/vpc-link-missing /integrations/b/connectionId',
      'design/integration-response-missing /integrations/c/integrationResponses',
      'design/integration-response-key-invalid /integrations/d/integrationResponses/200',
      'design/integration-response-key-invalid /integrations/d/integrationResponses/~1(~1',
      'design/parameter-mapping-invalid /integrations/e/requestParameters/overwrite:header.a',
      'design/parameter-mapping-invalid /integrations/e/requestParameters/integration.request.header.b',
      'design/limit-exceeded /integrations/f/requestTemplates/$default',
    ])
  })

  it('has models that its routes can validate with', () => {
    const routes: WebSocketApi['routes'] = {
      a: { requestModels: { $default: 'Message' } },
      b: { modelSelectionExpression: '$request.body.kind' },
      c: { modelSelectionExpression: '$default', requestModels: { x: 'Gone' } },
    }
    const models = { ...sound.models, 'bad name': { contentType: 'application/json', schema: {} } }
    expect(found({ models, routes, stages: {} })).toEqual([
      'design/model-name-invalid /models/bad name',
      'design/model-schema-empty /models/bad name/schema',
      'design/selection-expression-invalid /routes/a/modelSelectionExpression',
      'design/model-unknown /routes/b/requestModels',
      'design/model-unknown /routes/c/requestModels/x',
    ])
  })

  it('has authorizers that find who calls', () => {
    const authorizers: WebSocketApi['authorizers'] = {
      ...sound.authorizers,
      a: { authorizerType: 'REQUEST', identitySource: ['$request.header.Auth'] },
    }
    expect(found({ authorizers })).toEqual([
      'design/identity-source-invalid /authorizers/a/identitySource',
      'design/authorizer-uri-invalid /authorizers/a/authorizerUri',
    ])
  })

  it('has stages with limits for routes that exist', () => {
    const stages: WebSocketApi['stages'] = {
      'a b': {},
      prod: {
        defaultRouteSettings: { throttlingRateLimit: -1 },
        routeSettings: { gone: { throttlingBurstLimit: 0.5 } },
      },
    }
    expect(found({ stages })).toEqual([
      'design/stage-name-invalid /stages/a b',
      'design/throttle-rate-invalid /stages/prod/defaultRouteSettings/throttlingRateLimit',
      'design/throttle-burst-invalid /stages/prod/routeSettings/gone/throttlingBurstLimit',
      'design/method-setting-unknown-route /stages/prod/routeSettings/gone',
    ])
  })
})
