import { describe, expect, it } from 'vitest'
import { World } from '../testing/world'

function chatApi() {
  const world = new World('apigatewayv2')
  const api = { name: 'chat', protocolType: 'WEBSOCKET', routeSelectionExpression: '$request.body.action' }
  const apiId = String(world.done('CreateApi', api)['apiId'])
  return { world, apiId }
}

describe('WebSocket APIs', () => {
  it('have routes with replies, models and integration responses', () => {
    const { world, apiId } = chatApi()
    const { integrationId } = world.done('CreateIntegration', {
      apiId,
      integrationType: 'MOCK',
      requestTemplates: { '200': '{"statusCode":200}' },
      templateSelectionExpression: '200',
    })
    world.done('CreateModel', { apiId, name: 'Message', contentType: 'application/json', schema: '{"type":"object"}' })
    const route = world.done('CreateRoute', {
      apiId,
      routeKey: 'send',
      target: `integrations/${String(integrationId)}`,
      routeResponseSelectionExpression: '$default',
      modelSelectionExpression: 'Message',
      requestModels: { Message: 'Message' },
    })
    const place = { apiId, routeId: route['routeId'] }
    const reply = world.done('CreateRouteResponse', { ...place, routeResponseKey: '$default' })
    const response = world.done('CreateIntegrationResponse', {
      apiId,
      integrationId,
      integrationResponseKey: '$default',
    })
    world.done('UpdateIntegrationResponse', {
      apiId,
      integrationId,
      integrationResponseId: response['integrationResponseId'],
      integrationResponseKey: '/2\\d\\d/',
      responseTemplates: { '200': 'ok' },
    })
    expect(world.state.design.apis).toEqual([
      {
        protocolType: 'WEBSOCKET',
        id: apiId,
        name: 'chat',
        routeSelectionExpression: '$request.body.action',
        routes: {
          send: {
            target: integrationId,
            routeResponseSelectionExpression: '$default',
            modelSelectionExpression: 'Message',
            requestModels: { Message: 'Message' },
            routeResponses: { $default: {} },
          },
        },
        integrations: {
          [String(integrationId)]: {
            integrationType: 'MOCK',
            requestTemplates: { '200': '{"statusCode":200}' },
            templateSelectionExpression: '200',
            integrationResponses: { '/2\\d\\d/': { responseTemplates: { '200': 'ok' } } },
          },
        },
        authorizers: {},
        models: { Message: { contentType: 'application/json', schema: { type: 'object' } } },
        stages: {},
      },
    ])
    expect(world.done('GetIntegrationResponses', { apiId, integrationId })['items']).toEqual([
      { ...response, integrationResponseKey: '/2\\d\\d/', responseTemplates: { '200': 'ok' } },
    ])
    world.done('DeleteRouteResponse', { ...place, routeResponseId: reply['routeResponseId'] })
    world.done('DeleteIntegrationResponse', {
      apiId,
      integrationId,
      integrationResponseId: response['integrationResponseId'],
    })
    expect(world.done('GetRouteResponses', place)).toEqual({ items: [] })
  })

  it('refuse what only HTTP APIs have, and are named by their selection expression', () => {
    const { world, apiId } = chatApi()
    const uri = 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/f/invocations'
    const { routeId } = world.done('CreateRoute', {
      apiId,
      routeKey: '$connect',
      requestParameters: { 'route.request.querystring.t': { required: true } },
    })
    world.done('DeleteRouteRequestParameter', { apiId, routeId, requestParameterKey: 'route.request.querystring.t' })
    expect([
      world.refused('CreateApi', { name: 'x', protocolType: 'WEBSOCKET' })[1],
      world.refused('CreateRoute', { apiId, routeKey: '$other' })[1],
      world.refused('CreateRouteResponse', { apiId, routeId, routeResponseKey: 'x' })[1],
      world.refused('CreateStage', { apiId, stageName: '$default' })[1],
      world.refused('CreateAuthorizer', { apiId, name: 'a', authorizerType: 'JWT', identitySource: [] })[1],
      world.refused('CreateAuthorizer', {
        apiId,
        name: 'a',
        authorizerType: 'REQUEST',
        identitySource: ['$request.header.A'],
        authorizerUri: uri,
      })[1],
      world.refused('CreateIntegration', { apiId, integrationType: 'HTTP' })[1],
      world.refused('CreateDeployment', { apiId: 'x' })[0],
      world.refused('ExportApi', { apiId, specification: 'OAS30', outputType: 'JSON' })[1],
    ]).toEqual([
      'RouteSelectionExpression is a required parameter for WEBSOCKET protocol APIs',
      'Invalid route key specified',
      'Only $default is supported as a route response key',
      'Invalid stage name specified',
      'Only REQUEST authorizers are supported for WebSocket APIs',
      'Invalid Identity Source specified',
      'Invalid integration URI specified',
      404,
      'Export is supported only for HTTP APIs',
    ])
  })
})
