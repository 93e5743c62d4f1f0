import { newHttpApi } from '@shared/design/new-http-api'
import { describe, expect, it } from 'vitest'
import { World } from '../testing/world'

const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:f'
const INVOKE = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${FUNCTION}/invocations`

function itemsApi() {
  const world = new World('apigatewayv2')
  const apiId = String(world.done('CreateApi', { Name: 'items', ProtocolType: 'HTTP' })['apiId'])
  const integrationId = String(
    world.done('CreateIntegration', {
      apiId,
      integrationType: 'AWS_PROXY',
      integrationUri: FUNCTION,
      payloadFormatVersion: '2.0',
    })['integrationId'],
  )
  const target = `integrations/${integrationId}`
  const route = world.done('CreateRoute', { apiId, routeKey: 'GET /items', target })
  return { world, apiId, integrationId, target, route }
}

describe('HTTP APIs', () => {
  it('grow from API, integration, route and stage', () => {
    const { world, apiId, integrationId, target, route } = itemsApi()
    world.done('CreateStage', {
      apiId,
      stageName: '$default',
      autoDeploy: true,
      defaultRouteSettings: { throttlingRateLimit: 1.5, throttlingBurstLimit: 2 },
      tags: { team: 'a' },
    })
    expect(world.state.design.apis).toEqual([
      {
        protocolType: 'HTTP',
        id: apiId,
        name: 'items',
        routes: { 'GET /items': { authorizationType: 'NONE', target: integrationId } },
        integrations: {
          [integrationId]: { integrationType: 'AWS_PROXY', integrationUri: FUNCTION, payloadFormatVersion: '2.0' },
        },
        authorizers: {},
        stages: {
          $default: { autoDeploy: true, defaultRouteSettings: { throttlingRateLimit: 1.5, throttlingBurstLimit: 2 } },
        },
      },
    ])
    expect(route).toEqual({
      apiKeyRequired: false,
      authorizationType: 'NONE',
      routeId: route['routeId'],
      routeKey: 'GET /items',
      target,
    })
    expect(world.done('GetStage', { apiId, stageName: '$default' })).toMatchObject({
      tags: { team: 'a' },
      stageName: '$default',
    })
    expect(world.done('GetApi', { apiId })['apiEndpoint']).toBe(`https://${apiId}.execute-api.us-east-1.amazonaws.com`)
  })

  it('come whole from a target', () => {
    const world = new World('apigatewayv2')
    const { apiId } = world.done('CreateApi', { name: 'quick', protocolType: 'HTTP', target: 'https://example.com' })
    const [id] = (world.done('GetIntegrations', { apiId })['items'] as { integrationId: string }[]).map(
      (each) => each.integrationId,
    )
    expect(world.state.design.apis).toEqual([
      {
        ...newHttpApi('quick'),
        id: apiId,
        routes: { $default: { authorizationType: 'NONE', target: id } },
        integrations: {
          [String(id)]: {
            integrationType: 'HTTP_PROXY',
            integrationUri: 'https://example.com',
            integrationMethod: 'ANY',
            payloadFormatVersion: '1.0',
          },
        },
      },
    ])
  })

  it('refuse routes that cannot be', () => {
    const { world, apiId, route } = itemsApi()
    world.done('CreateRoute', { apiId, routeKey: 'GET /items/{id}' })
    const refused = (values: object) => world.refused('CreateRoute', { apiId, ...values })[1]
    expect([
      refused({ routeKey: 'get /items' }),
      refused({ routeKey: 'GET /items/{other}' }),
      refused({ routeKey: 'GET /a', target: 'integrations/none' }),
      refused({ routeKey: 'GET /a', authorizationType: 'JWT' }),
      refused({ routeKey: 'GET /a', authorizerId: 'none' }),
      world.refused('DeleteIntegration', { apiId, integrationId: (route['target'] as string).slice(13) })[0],
      world.refused('GetRoute', { apiId, routeId: 'none' })[1],
    ]).toEqual([
      'The provided route key is not formatted properly for HTTP protocol. Format should be "<HTTP METHOD> /<RESOURCE PATH>" or "$default"',
      'Route with key GET /items/{other} already exists for this API',
      'Invalid Integration identifier specified',
      'Invalid authorizer ID specified. Setting the authorization type to CUSTOM or JWT requires a valid authorizer.',
      'Invalid authorizer ID specified',
      409,
      'Invalid Route identifier specified',
    ])
  })

  it('know callers by tokens or functions, whose routes open again with NONE', () => {
    const { world, apiId, route } = itemsApi()
    const jwtConfiguration = { audience: ['app'], issuer: 'https://issuer.example' }
    const jwt = {
      apiId,
      name: 'jwt',
      authorizerType: 'JWT',
      identitySource: ['$request.header.Authorization'],
      jwtConfiguration,
    }
    const { authorizerId } = world.done('CreateAuthorizer', jwt)
    const place = { apiId, routeId: route['routeId'] }
    world.done('UpdateRoute', { ...place, authorizationType: 'JWT', authorizerId, authorizationScopes: ['read'] })
    world.done('UpdateAuthorizer', { apiId, authorizerId, name: 'users' })
    expect(world.done('GetRoute', place)).toMatchObject({ authorizerId, authorizationScopes: ['read'] })
    expect(world.state.design.apis[0]).toMatchObject({ routes: { 'GET /items': { authorizerId: 'users' } } })
    expect(world.refused('DeleteAuthorizer', { apiId, authorizerId })[0]).toBe(409)
    world.done('UpdateRoute', { ...place, authorizationType: 'NONE' })
    world.done('DeleteAuthorizer', { apiId, authorizerId })
    const request = { apiId, name: 'f', authorizerType: 'REQUEST', authorizerUri: INVOKE, identitySource: [] }
    const refused = (values: object) => world.refused('CreateAuthorizer', { ...request, ...values })[1]
    expect([
      refused({}),
      refused({ authorizerPayloadFormatVersion: '2.0', authorizerResultTtlInSeconds: 60 }),
      refused({ authorizerPayloadFormatVersion: '2.0', authorizerUri: FUNCTION }),
      refused({ identitySource: ['method.request.header.A'] }),
      world.refused('CreateAuthorizer', { ...jwt, jwtConfiguration: { audience: [] } })[1],
    ]).toEqual([
      'AuthorizerPayloadFormatVersion is a required parameter for REQUEST authorizer',
      'Identity source is required when caching is enabled',
      'Invalid Authorizer URI specified',
      'Invalid Identity Source specified',
      'Invalid issuer: must be a URL',
    ])
  })

  it('are updated member by member: maps are laid over each other, an empty text takes away', () => {
    const { world, apiId, integrationId, route } = itemsApi()
    world.done('UpdateIntegration', {
      apiId,
      integrationId,
      requestParameters: { 'append:header.a': '1', 'append:header.b': '2' },
    })
    world.done('UpdateIntegration', {
      apiId,
      integrationId,
      requestParameters: { 'append:header.a': '', 'append:header.c': '3' },
      timeoutInMillis: 500,
    })
    expect(world.done('GetIntegration', { apiId, integrationId })).toMatchObject({
      requestParameters: { 'append:header.b': '2', 'append:header.c': '3' },
      timeoutInMillis: 500,
    })
    world.done('CreateStage', { apiId, stageName: 'prod', stageVariables: { a: '1', b: '2' } })
    world.done('UpdateStage', {
      apiId,
      stageName: 'prod',
      stageVariables: { a: '' },
      routeSettings: { 'GET /items': { throttlingRateLimit: 5 } },
    })
    world.done('UpdateRoute', { apiId, routeId: route['routeId'], routeKey: 'GET /things' })
    expect(world.done('GetStage', { apiId, stageName: 'prod' })).toMatchObject({
      stageVariables: { b: '2' },
      routeSettings: { 'GET /things': { throttlingRateLimit: 5 } },
    })
    world.done('DeleteRouteSettings', { apiId, stageName: 'prod', routeKey: 'GET /things' })
    const update = (values: object) => world.refused('UpdateStage', { apiId, stageName: 'prod', ...values })[1]
    expect([
      update({ routeSettings: { 'GET /none': {} } }),
      update({ defaultRouteSettings: { loggingLevel: 'INFO' } }),
      world.refused('UpdateIntegration', {
        apiId,
        integrationId,
        requestParameters: { 'append:header.authorization': 'x' },
      })[1],
      world.refused('UpdateIntegration', { apiId, integrationId, timeoutInMillis: 40_000 })[1],
      world.refused('CreateIntegration', { apiId, integrationType: 'MOCK' })[1],
    ]).toEqual([
      'Unable to find Route by key GET /none within the provided RouteSettings',
      'Execution logs are not supported on protocolType HTTP',
      'Operations on header authorization are restricted',
      'Timeout should be between 50 ms and 30000 ms',
      'Integration type MOCK is not supported for HTTP APIs',
    ])
  })

  it('have CORS of their own, and deployments beside the design', () => {
    const { world, apiId } = itemsApi()
    world.done('UpdateApi', { apiId, corsConfiguration: { allowOrigins: ['*'] } })
    expect(
      world.refused('UpdateApi', { apiId, corsConfiguration: { allowOrigins: ['*'], allowCredentials: true } }),
    ).toEqual([400, "allow-credentials is not supported if 'allow-origin' is *"])
    world.done('DeleteCorsConfiguration', { apiId })
    expect(world.done('GetApi', { apiId })).not.toHaveProperty('corsConfiguration')
    const { deploymentId } = world.done('CreateDeployment', { apiId, description: 'first' })
    world.done('CreateStage', { apiId, stageName: 'prod', deploymentId })
    expect([
      world.done('GetStage', { apiId, stageName: 'prod' })['deploymentId'],
      world.done('GetDeployments', { apiId })['items'],
      world.refused('CreateStage', { apiId, stageName: 'other', deploymentId: 'none' })[1],
      world.state.design.apis[0]?.stages,
    ]).toEqual([
      deploymentId,
      [
        {
          deploymentId,
          autoDeployed: false,
          createdDate: '2026-01-02T03:04:05Z',
          deploymentStatus: 'DEPLOYED',
          description: 'first',
        },
      ],
      'Invalid Deployment identifier specified',
      { prod: { autoDeploy: false } },
    ])
  })

  it('are reached at domains', () => {
    const { world, apiId } = itemsApi()
    world.done('CreateStage', { apiId, stageName: 'prod', autoDeploy: true })
    const domainName = 'api.example.com'
    const made = world.done('CreateDomainName', {
      domainName,
      domainNameConfigurations: [{ certificateArn: 'arn:aws:acm:a' }],
      routingMode: 'API_MAPPING_ONLY',
    })
    expect(made).toMatchObject({
      domainName,
      domainNameConfigurations: [{ certificateArn: 'arn:aws:acm:a', endpointType: 'REGIONAL' }],
    })
    const mapping = world.done('CreateApiMapping', { domainName, apiId, stage: 'prod', apiMappingKey: 'v1' })
    world.done('CreateApiMapping', { domainName, apiId, stage: 'prod' })
    world.done('UpdateApiMapping', { domainName, apiId, apiMappingId: mapping['apiMappingId'], apiMappingKey: 'v2' })
    expect(world.state.design.domainNames).toEqual([
      {
        domainName,
        endpointConfiguration: { types: ['REGIONAL'] },
        certificateArn: 'arn:aws:acm:a',
        basePathMappings: [
          { basePath: 'v2', apiId, stage: 'prod' },
          { basePath: '(none)', apiId, stage: 'prod' },
        ],
      },
    ])
    expect(world.done('GetApiMapping', { domainName, apiMappingId: mapping['apiMappingId'] })['apiMappingKey']).toBe(
      'v2',
    )
    expect(world.refused('CreateApiMapping', { domainName, apiId, stage: 'none', apiMappingKey: 'a' })[0]).toBe(400)
    world.done('DeleteStage', { apiId, stageName: 'prod' })
    expect(world.done('GetApiMappings', { domainName })).toEqual({ items: [] })
    world.done('DeleteApi', { apiId })
    expect(world.state.design.apis).toEqual([])
  })

  it('know an id of the other service', () => {
    const world = new World('apigateway')
    const { id } = world.done('CreateRestApi', { name: 'orders' })
    const v2 = new World('apigatewayv2')
    v2.state = world.state
    expect(v2.hint('GetApi', { apiId: id })).toBe(
      `${String(id)} is the REST API "orders", which belongs to \`aws apigateway\`.`,
    )
  })
})
