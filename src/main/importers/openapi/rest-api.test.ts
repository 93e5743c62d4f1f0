import { describe, expect, it } from 'vitest'
import { importSample, openApi, restSample, said } from './import-sample'

describe('settings of a REST API', () => {
  it('are read from the root of the document', () => {
    const api = restSample(
      openApi({
        info: { title: 'Orders', description: 'Takes orders.', version: '1' },
        tags: [{ name: 'team', 'x-amazon-apigateway-tag-value': 'blue' }, { name: 'sorting' }],
        'x-amazon-apigateway-api-key-source': 'authorizer',
        'x-amazon-apigateway-binary-media-types': ['image/png', '*/*'],
        'x-amazon-apigateway-minimum-compression-size': 1024,
        'x-amazon-apigateway-endpoint-configuration': { disableExecuteApiEndpoint: true, types: ['REGIONAL'] },
        'x-amazon-apigateway-gateway-responses': {
          THROTTLED: { statusCode: 429, responseTemplates: { 'application/json': '{}' } },
          DEFAULT_5XX: { responseParameters: { 'gatewayresponse.header.X': "'1'" } },
        },
      }),
      { stage: 'v1' },
    )
    expect(api).toMatchObject({
      name: 'Orders',
      description: 'Takes orders.',
      tags: { team: 'blue' },
      apiKeySource: 'AUTHORIZER',
      binaryMediaTypes: ['image/png', '*/*'],
      minimumCompressionSize: 1024,
      endpointConfiguration: { types: ['REGIONAL'] },
      disableExecuteApiEndpoint: true,
      gatewayResponses: {
        THROTTLED: { statusCode: '429', responseTemplates: { 'application/json': '{}' } },
        DEFAULT_5XX: { responseParameters: { 'gatewayresponse.header.X': "'1'" } },
      },
    })
    expect(Object.keys(api.stages)).toEqual(['v1'])
    expect(api.stages['v1']?.deploymentId).toBe(api.deployments[0]?.id)
  })

  it('say what is out of range or unknown', () => {
    expect(
      said(
        openApi({
          'x-amazon-apigateway-api-key-source': 'COOKIE',
          'x-amazon-apigateway-minimum-compression-size': -1,
          'x-amazon-apigateway-gateway-responses': { TEAPOT: {} },
          'x-amazon-apigateway-cors': {},
          'x-amazon-apigateway-new': {},
          'Fn::Transform': {},
          webhooks: {},
          other: 1,
        }),
        { protocolType: 'REST' },
      ),
    ).toEqual([
      'error import/value-unknown /x-amazon-apigateway-api-key-source',
      'error import/value-unknown /x-amazon-apigateway-gateway-responses/TEAPOT',
      'error import/value-unknown /x-amazon-apigateway-minimum-compression-size',
      'warning import/not-carried /x-amazon-apigateway-cors',
      'warning import/not-carried /webhooks',
      'warning import/not-carried /Fn::Transform',
      'warning import/not-carried /x-amazon-apigateway-new',
      'warning import/not-carried /other',
    ])
  })

  it('make a private endpoint of one with VPC endpoints, also when a server says so', () => {
    const servers = [{ url: 'https://x', 'x-amazon-apigateway-endpoint-configuration': { vpcEndpointIds: ['vpce-1'] } }]
    expect(restSample(openApi({ servers })).endpointConfiguration).toEqual({
      types: ['PRIVATE'],
      vpcEndpointIds: ['vpce-1'],
    })
    expect(said(openApi({ servers }))).toEqual([
      'info import/endpoint-approximated /servers/0/x-amazon-apigateway-endpoint-configuration',
    ])
  })

  it('carry the resource policy, functions as text', () => {
    const policy = {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: '*',
          Action: 'execute-api:Invoke',
          Resource: { 'Fn::Sub': 'execute-api:/${Stage}/*' },
          Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } },
        },
        { Effect: 'Deny', Principal: '*', Action: '*', Resource: 'execute-api:/*' },
      ],
    }
    const document = openApi({ 'x-amazon-apigateway-policy': policy })
    expect(restSample(document).policy).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: '*',
          Action: 'execute-api:Invoke',
          Resource: 'execute-api:/${Stage}/*',
          Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } },
        },
        { Effect: 'Deny', Principal: '*', Action: '*', Resource: 'execute-api:/*' },
      ],
    })
    expect(said(document)).toEqual([
      'info import/intrinsic-approximated /x-amazon-apigateway-policy/Statement/0/Resource',
    ])
  })

  it.each([
    [1, ['error import/wrong-type /x-amazon-apigateway-policy']],
    [{}, ['error import/not-carried /x-amazon-apigateway-policy']],
    [
      { Statement: { Action: '*' } },
      [
        'error import/value-unknown /x-amazon-apigateway-policy/Statement',
        'error import/not-carried /x-amazon-apigateway-policy',
      ],
    ],
    [
      { Statement: [{ Effect: 'allow' }, 1] },
      [
        'error import/value-unknown /x-amazon-apigateway-policy/Statement/0',
        'error import/wrong-type /x-amazon-apigateway-policy/Statement/1',
        'error import/not-carried /x-amazon-apigateway-policy',
      ],
    ],
    [
      { Statement: [{ Effect: 'Allow', Action: {}, Condition: { IpAddress: { a: [null] } } }] },
      [
        'error import/wrong-type /x-amazon-apigateway-policy/Statement/0/Action',
        'error import/wrong-type /x-amazon-apigateway-policy/Statement/0/Condition/IpAddress/a',
        'error import/not-carried /x-amazon-apigateway-policy/Statement/0',
        'error import/not-carried /x-amazon-apigateway-policy',
      ],
    ],
  ])('leave out a resource policy that is none: %j', (policy, expected) => {
    const document = openApi({ 'x-amazon-apigateway-policy': policy })
    expect(restSample(document).policy).toBeUndefined()
    expect(said(document)).toEqual(expected)
  })

  it('take descriptions from documentation parts where there is none', () => {
    const documentationParts = [
      { location: { type: 'API' }, properties: { description: 'From parts.' } },
      { location: { type: 'METHOD', path: '/a', method: 'GET' }, properties: { description: 'Part of GET.' } },
      { location: { type: 'METHOD', path: '/a', method: 'PUT' }, properties: { description: 'Part of PUT.' } },
      { location: { type: 'MODEL', name: 'M' }, properties: { description: 'Part of a model.' } },
    ]
    const document = openApi({
      paths: { '/a': { get: {}, put: { description: 'Own.' } } },
      'x-amazon-apigateway-documentation': { version: '1', documentationParts },
    })
    const api = restSample(document)
    const methods = api.resources['/a']?.methods
    expect([api.description, methods?.GET?.description, methods?.PUT?.description]).toEqual([
      'From parts.',
      'Part of GET.',
      'Own.',
    ])
    const dropped = importSample(document).diagnostics.filter(({ code }) => code === 'import/documentation-dropped')
    expect(dropped.map(({ message }) => message)).toEqual([
      '"documentationParts" in 1 place is left out: it is documentation without a place in a design.',
    ])
  })

  it('say which shared parts nothing refers to, and what headers lose', () => {
    const document = openApi({
      paths: {
        '/a': {
          get: {
            parameters: [{ $ref: '#/components/parameters/Page' }],
            responses: {
              200: { headers: { 'X-A': { description: 'Why.', schema: { type: 'string' }, 'x-mine': 1 } } },
            },
          },
        },
      },
      components: { parameters: { Page: { name: 'page', in: 'query' }, Size: { name: 'size', in: 'query' } } },
    })
    const found = importSample(document).diagnostics.filter(({ code }) => code !== 'import/method-without-integration')
    expect(found.map(({ pointer, message }) => `${pointer}: ${message}`)).toEqual([
      '/paths/~1a/get/responses/200/headers/X-A/description: "description" in 1 place is left out: it is documentation without a place in a design.',
      '/components/parameters/Size: "parameters that nothing refers to" in 1 place is left out: it is documentation without a place in a design.',
      '/paths/~1a/get/responses/200/headers/X-A/x-mine: "x-mine" in 1 place is left out: it means nothing to API Gateway.',
    ])
  })

  it('have a name also without a title', () => {
    expect(restSample({ openapi: '3.0.1', paths: {} }).name).toBe('Imported API')
    expect(restSample({ openapi: '3.0.1', info: { title: { Ref: 'AWS::StackName' } }, paths: {} }).name).toBe(
      '${AWS::StackName}',
    )
  })

  it('give one API per title the same id, and others another', () => {
    const id = (title: string): string => restSample(openApi({ info: { title } })).id
    expect(id('Orders')).toMatch(/^[a-z0-9]{10}$/)
    expect(id('Orders')).toBe(id('Orders'))
    expect(id('Orders')).not.toBe(id('Items'))
  })
})

describe('versions', () => {
  it.each([
    [{ openapi: '3.0.3' }, 'OpenAPI 3.0', []],
    [{ openapi: '3.1.0' }, 'OpenAPI 3.1', []],
    [{ swagger: '2.0' }, 'Swagger 2.0', []],
    [{ swagger: 2 }, 'Swagger 2.0', []],
    [{ openapi: '2.0.0' }, 'OpenAPI 3.0', ['warning import/version-unknown /openapi']],
    [{ openapi: 3 }, 'OpenAPI 3.0', []],
    [{ openapi: '4.0.0' }, 'OpenAPI 3.0', ['warning import/version-unknown /openapi']],
    [{ openapi: [] }, 'OpenAPI 3.0', ['error import/wrong-type /openapi', 'warning import/version-unknown /openapi']],
  ])('%j is %s', (version, format, expected) => {
    const document = { ...version, info: { title: 'x' }, paths: {} }
    expect(importSample(document).format).toBe(format)
    expect(said(document)).toEqual(expected)
  })
})
