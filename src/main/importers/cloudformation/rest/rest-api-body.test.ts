import { describe, expect, it } from 'vitest'
import type { ImportFiles } from '../../import-options'
import { ORDERS, restSample, type SampleResource } from './template-sample'

const MOCK = { 'x-amazon-apigateway-integration': { type: 'mock' }, responses: { 200: {} } }
const BODY = {
  openapi: '3.0.1',
  info: { title: 'From the document', description: 'Described.' },
  paths: { '/items': { get: MOCK } },
}

/** The orders API with other properties of the API itself, and what was said of it. */
function read(properties: Readonly<Record<string, unknown>>, others: Readonly<Record<string, SampleResource>> = {}) {
  const { OrdersGet: _OrdersGet, ...frame } = ORDERS
  return restSample({ ...frame, ...others, Orders: { type: 'RestApi', ...properties } })
}

function routesOf(resources: Readonly<Record<string, { readonly methods: object }>>): string[] {
  return Object.entries(resources).flatMap(([path, { methods }]) =>
    Object.keys(methods).map((verb) => `${verb} ${path}`),
  )
}

describe('an API with a document', () => {
  it('has the routes of the document and what it says of itself', () => {
    const { api, said, carried } = read({ Body: BODY })
    expect([api.name, api.description, routesOf(api.resources), Object.keys(api.stages), said]).toEqual([
      'From the document',
      'Described.',
      ['GET /items'],
      ['prod'],
      [],
    ])
    expect(carried).toEqual(['REST API "From the document"', 'GET /items, MOCK', 'Stage prod'])
    expect(api.deployments[0]?.definition.resources).toEqual(api.resources)
  })

  it('may have it as JSON text', () => {
    expect(routesOf(read({ Body: JSON.stringify(BODY) }).api.resources)).toEqual(['GET /items'])
  })

  it('is named and described by its own properties where it has them', () => {
    const { api } = read({ Body: BODY, Name: 'orders', Description: 'Mine.' })
    expect([api.name, api.description]).toEqual(['orders', 'Mine.'])
  })

  it('is what the document says where both speak, and lists are joined', () => {
    const document = {
      ...BODY,
      'x-amazon-apigateway-api-key-source': 'AUTHORIZER',
      'x-amazon-apigateway-binary-media-types': ['image/png'],
      'x-amazon-apigateway-minimum-compression-size': 10,
    }
    const { api, said } = read({
      Body: document,
      ApiKeySourceType: 'HEADER',
      MinimumCompressionSize: 10,
      BinaryMediaTypes: ['image/gif', 'image/png'],
      Tags: [{ Key: 'a', Value: 'b' }],
    })
    expect([api.apiKeySource, api.minimumCompressionSize, api.binaryMediaTypes, api.tags]).toEqual([
      'AUTHORIZER',
      10,
      ['image/gif', 'image/png'],
      { a: 'b' },
    ])
    expect(said).toEqual([
      'warning import/not-carried /Resources/Orders/Properties/ApiKeySourceType: "ApiKeySourceType" of API Orders is left out: the OpenAPI document of the API says otherwise, and it decides.',
    ])
  })

  it('that overwrites has the lists of the document alone', () => {
    const Body = { ...BODY, 'x-amazon-apigateway-binary-media-types': ['image/png'] }
    expect(read({ Body, Mode: 'overwrite', BinaryMediaTypes: ['image/gif'] }).api.binaryMediaTypes).toEqual([
      'image/png',
    ])
  })

  it('takes its kind of endpoint from the template', () => {
    const Body = { ...BODY, 'x-amazon-apigateway-endpoint-configuration': { vpcEndpointIds: ['vpce-1'] } }
    const { api, said } = read({ Body, EndpointConfiguration: { Types: ['PRIVATE'] } })
    expect([api.endpointConfiguration, said]).toEqual([{ types: ['PRIVATE'], vpcEndpointIds: ['vpce-1'] }, []])
    const parameter = { Body: BODY, Parameters: { endpointConfigurationTypes: 'REGIONAL', ignore: 'documentation' } }
    expect([read(parameter).api.endpointConfiguration, read(parameter).said]).toEqual([
      { types: ['REGIONAL'] },
      [
        'info import/not-carried /Resources/Orders/Properties/Parameters/ignore: "ignore" of "Parameters" of API Orders is left out: it acts on the import of the document only.',
      ],
    ])
  })

  it('puts the base path in front of its paths when it is told to', () => {
    const Body = { ...BODY, servers: [{ url: 'https://example.com/v1' }] }
    const { api, said } = read({ Body, Parameters: { basepath: 'prepend' } })
    expect([routesOf(api.resources), said]).toEqual([['GET /v1/items'], []])
  })

  it('has the resources of the template besides', () => {
    const { api, said } = read(
      { Body: BODY },
      {
        Users: { type: 'Resource', RestApiId: '@Orders', ParentId: '@Orders.root', PathPart: 'users' },
        Items: { type: 'Resource', RestApiId: '@Orders', ParentId: '@Orders.root', PathPart: 'items' },
        GetUsers: { ...ORDERS['OrdersGet'], type: 'Method', ResourceId: '@Users' },
        PostItems: { ...ORDERS['OrdersGet'], type: 'Method', ResourceId: '@Items', HttpMethod: 'POST' },
        GetItems: { ...ORDERS['OrdersGet'], type: 'Method', ResourceId: '@Items' },
      },
    )
    expect(routesOf(api.resources)).toEqual(['GET /items', 'POST /items', 'GET /users'])
    expect(said).toEqual([
      'error import/resource-repeated /Resources/GetItems/Properties: Method GetItems is left out: Method already exists for this resource. GET /items is there already; remove one of the two.',
    ])
  })

  it('has messages about the document at their places in the template', () => {
    const { said } = read({ Body: { ...BODY, paths: { '/items': { get: { ...MOCK, callbacks: {} } } } } })
    expect(said).toEqual([
      'warning import/not-carried /Resources/Orders/Properties/Body/paths/~1items/get/callbacks: "callbacks" of GET /items is left out: API Gateway does not call clients back.',
    ])
  })

  it('cannot have one that is none', () => {
    const { api, said } = read({ Body: 'openapi: yes', Name: 'orders' })
    expect([api.name, api.resources]).toEqual(['orders', {}])
    expect(said.map((line) => line.split(':')[0])).toEqual([
      'error import/wrong-type /Resources/Orders/Properties/Body',
    ])
  })
})

describe('an API whose document is a file', () => {
  const filesWith = (names: Readonly<Record<string, string>>): ImportFiles => ({
    has: (name) => Object.hasOwn(names, name),
    read: (name) => (Object.hasOwn(names, name) ? new TextEncoder().encode(names[name]) : null),
  })
  const YAML = 'openapi: 3.0.1\ninfo:\n  title: Filed\npaths:\n  /items:\n    get:\n      callbacks: {}\n'
  const at = '/Resources/Orders/Properties/BodyS3Location'

  function readFile(location: unknown, files: Readonly<Record<string, string>>) {
    const { OrdersGet: _OrdersGet, ...frame } = ORDERS
    const Orders = { type: 'RestApi', BodyS3Location: location }
    return restSample({ ...frame, Orders }, { files: filesWith(files) })
  }

  it.each([
    [{ Bucket: 'b', Key: 'apis/orders.yaml' }, 'apis/orders.yaml'],
    [{ Bucket: 'b', Key: 'apis/orders.yaml', Version: '1', ETag: 'x' }, 'orders.yaml'],
    ['./orders.yaml', 'orders.yaml'],
    ['s3://bucket/apis/orders.yaml', 'orders.yaml'],
  ])('at %o is read from %s', (location, name) => {
    const { api, said } = readFile(location, { [name]: YAML })
    expect([api.name, routesOf(api.resources)]).toEqual(['Filed', ['GET /items']])
    expect(said.map((line) => line.slice(0, line.indexOf(': "callbacks"')))).toContain(
      `warning import/not-carried ${at}: In ${name}:7:7`,
    )
  })

  it('says so when it is not beside the template, or no document', () => {
    expect(readFile({ Bucket: 'b', Key: 'apis/orders.yaml' }, {}).said).toEqual([
      `error import/not-carried ${at}: "BodyS3Location" of API Orders is left out, so that the routes in it are missing. The file "s3://b/apis/orders.yaml" is not read. Put "orders.yaml" beside the template.`,
    ])
    expect(readFile({ Bucket: 'b', Key: 'orders.yaml' }, { 'orders.yaml': '- a' }).said).toEqual([
      `error import/wrong-type ${at}: In orders.yaml:1:1: The document is a list and left out. It must be an object.`,
    ])
    expect(readFile({ Bucket: 'b' }, {}).said).toEqual([
      `error import/property-missing ${at}: "BodyS3Location" of API Orders has no "Key" and is left out. Write the bucket and the name of an OpenAPI document.`,
    ])
  })

  it('is passed over when there is a body', () => {
    const { said } = read({ Body: BODY, BodyS3Location: { Bucket: 'b', Key: 'k' } })
    expect(said).toEqual([
      `warning import/not-carried ${at}: "BodyS3Location" of API Orders is left out: the "Body" beside it is used. AWS takes one of them only; remove the other.`,
    ])
  })
})

describe('an API', () => {
  it('made as a copy of another says what is missing', () => {
    expect(read({ Name: 'orders', CloneFrom: 'abc123', FailOnWarnings: true }).said).toEqual([
      'warning import/not-carried /Resources/Orders/Properties/CloneFrom: "CloneFrom" of API Orders is left out: the API is made as a copy of the API abc123, which this template does not hold. Import the template or an export of that API too.',
      'info import/not-carried /Resources/Orders/Properties/FailOnWarnings: "FailOnWarnings" of API Orders is left out: it acts during a deployment only.',
    ])
  })

  it('may have its policy as JSON text, and names kinds of endpoints that are none', () => {
    const Policy = '{"Statement":{"Effect":"Deny","Principal":"*","Action":"execute-api:Invoke"}}'
    const { api, said } = read({ Policy, EndpointConfiguration: { Types: ['LOCAL', 'regional'] } })
    expect([api.policy, api.endpointConfiguration]).toEqual([
      { Statement: [{ Effect: 'Deny', Principal: '*', Action: 'execute-api:Invoke' }] },
      { types: ['REGIONAL'] },
    ])
    expect(said).toEqual([
      'error import/value-unknown /Resources/Orders/Properties/EndpointConfiguration/Types: "Types" of "EndpointConfiguration" of API Orders has "LOCAL", which is left out. Use one of EDGE, REGIONAL, PRIVATE.',
    ])
  })
})
