import { newRestApi } from '@shared/design/new-design'
import { describe, expect, it } from 'vitest'
import type { DocumentPort } from '../operation-handler'
import { deployed, World } from '../testing/world'

const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
})

describe('REST APIs', () => {
  it('begin with what the service fills in', () => {
    const world = new World('apigateway')
    const made = world.done('CreateRestApi', { name: 'orders', description: 'all of them', version: '1' })
    expect(made).toEqual({
      id: made['id'],
      name: 'orders',
      description: 'all of them',
      createdDate: '2026-01-02T03:04:05Z',
      apiKeySource: 'HEADER',
      endpointConfiguration: { types: ['EDGE'], ipAddressType: 'ipv4' },
      disableExecuteApiEndpoint: false,
      rootResourceId: made['rootResourceId'],
      version: '1',
    })
    expect(world.done('GetRestApis')).toEqual({ item: [made] })
  })

  it('are patched, lists by their items and the policy as a text', () => {
    const world = new World('apigateway')
    const { id: restApiId } = world.done('CreateRestApi', { name: 'a', endpointConfiguration: { types: ['REGIONAL'] } })
    const patch = (...entries: (readonly [string, string, string?])[]) => ({
      restApiId,
      patchOperations: entries.map(([op, path, value]) => ({ op, path, ...(value !== undefined && { value }) })),
    })
    world.done(
      'UpdateRestApi',
      patch(
        ['replace', '/name', 'b'],
        ['add', '/binaryMediaTypes/image~1png'],
        ['replace', '/minimumCompressionSize', '1024'],
        ['replace', '/policy', POLICY],
        ['replace', '/disableExecuteApiEndpoint', 'true'],
        ['replace', '/endpointConfiguration/types/REGIONAL', 'PRIVATE'],
        ['add', '/endpointConfiguration/vpcEndpointIds', 'vpce-1'],
      ),
    )
    expect(world.state.design.apis[0]).toMatchObject({
      name: 'b',
      binaryMediaTypes: ['image/png'],
      minimumCompressionSize: 1024,
      policy: JSON.parse(POLICY) as object,
      disableExecuteApiEndpoint: true,
      endpointConfiguration: { types: ['PRIVATE'], vpcEndpointIds: ['vpce-1'] },
    })
    world.done(
      'UpdateRestApi',
      patch(
        ['replace', '/minimumCompressionSize', ''],
        ['remove', '/binaryMediaTypes/image~1png'],
        ['remove', '/policy'],
      ),
    )
    expect(world.done('GetRestApi', { restApiId })).not.toHaveProperty('minimumCompressionSize')
    const refused = (...entry: readonly [string, string, string?]) => world.refused('UpdateRestApi', patch(entry))
    expect([
      refused('replace', '/minimumCompressionSize', '-1'),
      refused('replace', '/id', 'x'),
      refused('move', '/name', 'x'),
      refused('replace', '/policy', 'x'),
      refused('replace', '/apiKeySource', 'COOKIE'),
      refused('replace', '/endpointConfiguration/weather', 'x'),
    ]).toEqual([
      [400, 'Invalid minimum compression size, must be between 0 and 10485760'],
      [400, 'Invalid patch path /id'],
      [400, 'Invalid patch operation specified. Must be one of: [add, remove, replace]'],
      [400, 'Invalid policy document. Please check the policy syntax and ensure that Principals are valid.'],
      [
        400,
        "1 validation error detected: Value 'COOKIE' at '/apiKeySource' failed to satisfy constraint: Member must satisfy enum value set: [HEADER, AUTHORIZER]",
      ],
      [400, 'Invalid patch path /endpointConfiguration/weather'],
    ])
  })

  it('can be copied, and are deleted unless a usage plan covers them', () => {
    const world = new World('apigateway')
    const { restApiId } = deployed(world)
    const copy = world.done('CreateRestApi', { name: 'copy', cloneFrom: restApiId })
    expect(world.state.design.apis[1]).toMatchObject({ name: 'copy', stages: {}, resources: { '/test': {} } })
    const { id: usagePlanId } = world.done('CreateUsagePlan', {
      name: 'p',
      apiStages: [{ apiId: restApiId, stage: 'dev' }],
    })
    expect(world.refused('DeleteRestApi', { restApiId })[0]).toBe(400)
    world.done('UpdateUsagePlan', {
      usagePlanId,
      patchOperations: [{ op: 'remove', path: '/apiStages', value: `${restApiId}:dev` }],
    })
    world.done('DeleteRestApi', { restApiId })
    expect(world.state.design.apis.map(({ id }) => id)).toEqual([copy['id']])
  })

  it('say which API an unknown id may stand for', () => {
    const world = new World('apigateway')
    expect(world.refused('GetRestApi', { restApiId: 'abc' })).toEqual([
      404,
      'Invalid API identifier specified 123456789012:abc',
    ])
    expect(world.hint('GetRestApi', { restApiId: 'abc' })).toBe('There is no REST API yet.')
    const { id } = world.done('CreateRestApi', { name: 'orders' })
    expect(world.hint('GetRestApi', { restApiId: 'abc' })).toBe(
      `No REST API has this id. Did you mean ${String(id)}, the REST API "orders"?`,
    )
  })
})

describe('parts of a REST API', () => {
  it('are models and authorizers with the rules of the service', () => {
    const world = new World('apigateway')
    const { restApiId, method } = deployed(world)
    const model = { restApiId, name: 'Pet', contentType: 'application/json', schema: '{"type":"object"}' }
    world.done('CreateModel', model)
    world.done('UpdateModel', {
      restApiId,
      modelName: 'Pet',
      patchOperations: [{ op: 'replace', path: '/schema', value: '{"type":"array"}' }],
    })
    const pool = 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a'
    const authorizer = world.done('CreateAuthorizer', {
      restApiId,
      name: 'pool',
      type: 'COGNITO_USER_POOLS',
      providerARNs: [pool],
    })
    expect(world.notes.map(({ text }) => text)).toEqual([
      'The authorizer "pool" has no identity source, which the service\'s model calls required for type COGNITO_USER_POOLS: add --identity-source method.request.header.Authorization.',
    ])
    expect([
      world.refused('CreateModel', model),
      world.refused('CreateModel', { ...model, name: '' }),
      world.refused('CreateModel', { ...model, name: 'Cat', schema: '' }),
      world.refused('CreateAuthorizer', { restApiId, name: 'pool', type: 'COGNITO_USER_POOLS', providerARNs: [pool] }),
      world.refused('CreateAuthorizer', {
        restApiId,
        name: 'x',
        type: 'TOKEN',
        authorizerUri: 'arn:aws:lambda:us-east-1:123456789012:function:f',
      })[0],
    ]).toEqual([
      [409, 'Model name already exists for this REST API'],
      [400, 'Model name must be non-empty'],
      [400, 'Model schema must have at least 1 property or array items defined'],
      [400, 'Authorizer name must be unique. Authorizer pool already exists in this RestApi.'],
      400,
    ])
    world.done('PutMethod', {
      ...method,
      httpMethod: 'PUT',
      authorizationType: 'COGNITO_USER_POOLS',
      authorizerId: authorizer['id'],
    })
    expect(world.refused('DeleteAuthorizer', { restApiId, authorizerId: authorizer['id'] })[0]).toBe(409)
    const patchOperations = [{ op: 'replace', path: '/name', value: 'users' }]
    expect(world.done('UpdateAuthorizer', { restApiId, authorizerId: authorizer['id'], patchOperations })).toEqual({
      ...authorizer,
      name: 'users',
    })
    expect(world.done('GetMethod', { ...method, httpMethod: 'PUT' })['authorizerId']).toBe(authorizer['id'])
    const [api] = world.state.design.apis
    expect(api?.protocolType === 'REST' && [api.models, api.resources['/test']?.methods.PUT?.authorizerId]).toEqual([
      { Pet: { contentType: 'application/json', schema: { type: 'array' } } },
      'users',
    ])
  })

  it('are gateway responses, of which only the status cannot be added', () => {
    const world = new World('apigateway')
    const { restApiId } = deployed(world)
    const place = { restApiId, responseType: 'THROTTLED' }
    const stock = { 'application/json': '{"message":$context.error.messageString}' }
    expect(world.refused('DeleteGatewayResponse', place)).toEqual([404, 'Gateway response type not defined on api'])
    expect(world.done('PutGatewayResponse', { ...place, statusCode: '429' })).toEqual({
      responseType: 'THROTTLED',
      statusCode: '429',
      responseParameters: {},
      responseTemplates: stock,
      defaultResponse: false,
    })
    const patch = (op: string, path: string, value: string) => ({ ...place, patchOperations: [{ op, path, value }] })
    world.done('UpdateGatewayResponse', patch('add', '/responseParameters/gatewayresponse.header.X', "'x'"))
    expect([
      world.refused('UpdateGatewayResponse', patch('add', '/statusCode', '400')),
      world.refused('PutGatewayResponse', { restApiId, responseType: 'SLOW' })[1],
    ]).toEqual([
      [400, 'Invalid patch path /statusCode'],
      expect.stringMatching(/^1 validation error detected: Value 'SLOW' at 'responseType' failed/) as string,
    ])
    world.done('DeleteGatewayResponse', place)
    expect(world.done('GetGatewayResponse', place)['defaultResponse']).toBe(true)
  })

  it('are request validators, which keep their ids under other names', () => {
    const world = new World('apigateway')
    const { restApiId, method } = deployed(world)
    const made = world.done('CreateRequestValidator', { restApiId, name: 'body', validateRequestBody: true })
    const place = { restApiId, requestValidatorId: made['id'] }
    world.done('UpdateMethod', {
      ...method,
      patchOperations: [{ op: 'replace', path: '/requestValidatorId', value: made['id'] }],
    })
    world.done('UpdateRequestValidator', {
      ...place,
      patchOperations: [{ op: 'replace', path: '/name', value: 'all' }],
    })
    expect([world.done('GetRequestValidator', place), world.done('GetMethod', method)['requestValidatorId']]).toEqual([
      { id: made['id'], name: 'all', validateRequestBody: true, validateRequestParameters: false },
      made['id'],
    ])
  })
})

describe('documents', () => {
  const api = newRestApi('pets')
  const documents: DocumentPort = {
    readApi: (text) =>
      text === 'bad'
        ? { api: null, warnings: [], errors: ['no'] }
        : { api, warnings: text === 'odd' ? ['hm'] : [], errors: [] },
    writeApi: ({ name }, { format, syntax }) => `${name} ${format} ${syntax}`,
  }

  it('become APIs without stages, or are put into one', () => {
    const world = new World('apigateway', documents)
    const { id: restApiId } = world.done('ImportRestApi', {
      body: 'x',
      parameters: { endpointConfigurationTypes: 'PRIVATE' },
    })
    expect(world.state.design.apis).toEqual([
      { ...api, id: restApiId, stages: {}, deployments: [], endpointConfiguration: { types: ['PRIVATE'] } },
    ])
    const place = { restApiId, parentId: world.done('GetRestApi', { restApiId })['rootResourceId'], pathPart: 'extra' }
    world.done('CreateResource', place)
    const paths = () =>
      (world.done('GetResources', { restApiId })['item'] as { path: string }[]).map(({ path }) => path)
    world.done('PutRestApi', { restApiId, body: 'x', mode: 'merge' })
    const merged = paths()
    world.done('PutRestApi', { restApiId, body: 'x', mode: 'overwrite' })
    expect([merged, paths()]).toEqual([['/', '/extra'], ['/']])
    expect([
      world.refused('ImportRestApi', { body: 'bad' }),
      world.refused('ImportRestApi', { body: 'odd', failOnWarnings: true })[0],
      world.done('PutRestApi', { restApiId, body: 'odd' })['warnings'],
    ]).toEqual([[400, 'Invalid OpenAPI input.'], 400, ['hm']])
  })

  it('leave with the deployment of a stage', () => {
    const world = new World('apigateway', documents)
    const { restApiId } = deployed(world)
    const values = { restApiId, stageName: 'dev', exportType: 'oas30', accepts: 'application/yaml' }
    expect(world.done('GetExport', values)).toEqual({
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': 'attachment; filename="oas30_2026-01-02T03:04:05Z.yaml"',
      body: 'orders oas30 yaml',
    })
    expect(world.refused('GetExport', { ...values, exportType: 'raml' })).toEqual([400, 'Unknown export type raml'])
  })
})
