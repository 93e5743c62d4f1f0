import { describe, expect, it } from 'vitest'
import { apiEvent, expandResources, functionWith, restApi } from '../testing/expand-document'

const URI = {
  'Fn::Sub': 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${Orders.Arn}/invocations',
}

describe('Api events of functions', () => {
  it('make the implicit API with its stage Prod', () => {
    const made = expandResources({ Orders: functionWith({ Get: apiEvent('GET', '/orders/{id}') }) })
    expect(made.said).toEqual([])
    expect(made.ids.map((id) => id.replace(/Deployment[0-9a-f]+/, 'Deployment'))).toEqual([
      'OrdersGetPermissionProd',
      'Orders',
      'OrdersRole',
      'ServerlessRestApi',
      'ServerlessRestApiDeployment',
      'ServerlessRestApiProdStage',
    ])
    expect(made.properties('ServerlessRestApi')).toEqual({
      Body: {
        swagger: '2.0',
        info: { title: 'stack' },
        paths: {
          '/orders/{id}': {
            get: { 'x-amazon-apigateway-integration': { type: 'aws_proxy', httpMethod: 'POST', uri: URI } },
          },
        },
      },
    })
    expect(made.properties('OrdersGetPermissionProd')).toEqual({
      Action: 'lambda:InvokeFunction',
      FunctionName: { Ref: 'Orders' },
      Principal: 'apigateway.amazonaws.com',
      SourceArn: {
        'Fn::Sub': [
          'arn:aws:execute-api:us-east-1:123456789012:${__ApiId__}/*/GET/orders/*',
          { __ApiId__: { Ref: 'ServerlessRestApi' } },
        ],
      },
    })
  })

  it('deploy to the stage "Stage" as well, unless the API has an OpenApiVersion', () => {
    const made = expandResources({ A: restApi(), B: restApi({ OpenApiVersion: '3.0.1' }) })
    const deployments = [...made.template.resources.values()].filter(({ type }) => type.endsWith('::Deployment'))
    expect(deployments.map(({ properties }) => properties)).toEqual([
      { RestApiId: { Ref: 'A' }, Description: expect.stringContaining('RestApi deployment id: '), StageName: 'Stage' },
      { RestApiId: { Ref: 'B' }, Description: expect.stringContaining('RestApi deployment id: ') },
    ])
    expect(made.body('B')['openapi']).toBe('3.0.1')
  })

  it('add to the API they refer to, by Ref or by name, any verb too', () => {
    const made = expandResources({
      Shop: restApi(),
      Orders: functionWith({
        A: apiEvent('any', '/a', { RestApiId: { Ref: 'Shop' } }),
        B: apiEvent('post', '/b', { RestApiId: 'Shop' }),
      }),
    })
    expect(Object.keys(made.operation('Shop', '/a', 'x-amazon-apigateway-any-method'))).toEqual([
      'x-amazon-apigateway-integration',
    ])
    expect(made.operation('Shop', '/b', 'post')['x-amazon-apigateway-integration']).toMatchObject({ uri: URI })
    expect(made.ids).toContain('OrdersAPermissionlive')
  })

  it('call the alias that a function publishes', () => {
    const events = { Get: apiEvent('get', '/') }
    const made = expandResources({ Orders: functionWith(events, { AutoPublishAlias: 'blue-green_1' }) })
    expect(made.operation('ServerlessRestApi', '/', 'get')['x-amazon-apigateway-integration']).toMatchObject({
      uri: {
        'Fn::Sub':
          'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${OrdersAliasblueDgreenU1}/invocations',
      },
    })
    expect(made.properties('OrdersGetPermissionProd')['FunctionName']).toEqual({ Ref: 'OrdersAliasblueDgreenU1' })
  })

  it('stream, time out and use credentials as they say', () => {
    const made = expandResources({
      Orders: functionWith({
        Stream: apiEvent('get', '/s', { ResponseTransferMode: 'RESPONSE_STREAM', TimeoutInMillis: 60000 }),
        Iam: apiEvent('get', '/i', { Auth: { Authorizer: 'AWS_IAM' } }),
        Role: apiEvent('get', '/r', { Auth: { Authorizer: 'AWS_IAM', InvokeRole: 'arn:aws:iam::1:role/x' } }),
        None: apiEvent('get', '/n', { Auth: { Authorizer: 'AWS_IAM', InvokeRole: 'NONE' } }),
      }),
    })
    const integration = (path: string) =>
      made.operation('ServerlessRestApi', path, 'get')['x-amazon-apigateway-integration']
    expect(integration('/s')).toMatchObject({
      uri: {
        'Fn::Sub':
          'arn:aws:apigateway:us-east-1:lambda:path/2021-11-15/functions/${Orders.Arn}/response-streaming-invocations',
      },
      responseTransferMode: 'STREAM',
      timeoutInMillis: 60000,
    })
    expect(['/i', '/r', '/n'].map((path) => (integration(path) as { credentials?: string }).credentials)).toEqual([
      'arn:aws:iam::*:user/*',
      'arn:aws:iam::1:role/x',
      undefined,
    ])
  })

  it('are found in the text at the event', () => {
    const { template } = expandResources({ Orders: functionWith({ Get: apiEvent('get', '/a') }) })
    const api = template.resources.get('ServerlessRestApi')
    expect(template.sourcePointer(`${api?.pointer}/Properties/Body/paths/~1a/get/x/uri`)).toBe(
      '/Resources/Orders/Properties/Events/Get',
    )
  })

  it('leave an API with a definition of its own alone, and say so where the route is missing', () => {
    const body = { swagger: '2.0', paths: { '/a': { get: {} } } }
    const made = expandResources({
      Shop: restApi({ DefinitionBody: body }),
      Orders: functionWith({
        A: apiEvent('get', '/a', { RestApiId: { Ref: 'Shop' } }),
        B: apiEvent('get', '/b', { RestApiId: { Ref: 'Shop' } }),
      }),
    })
    expect(made.body('Shop')).toEqual(body)
    expect(made.said).toEqual([
      'warning import/not-carried /Resources/Orders/Properties/Events/B: The event B of Orders is for GET /b, which the definition of Shop does not have; SAM adds none to a definition that is written out. Add it there, or set MergeDefinitions: true.',
    ])
  })

  it('are merged into it with MergeDefinitions, over what it has at that route', () => {
    const get = { summary: 'kept', responses: { '200': {} }, security: [] }
    const made = expandResources({
      Shop: restApi({ MergeDefinitions: true, DefinitionBody: { swagger: '2.0', paths: { '/a': { get } } } }),
      Orders: functionWith({ A: apiEvent('get', '/a', { RestApiId: { Ref: 'Shop' } }) }),
    })
    expect(made.operation('Shop', '/a', 'get')).toEqual({
      ...get,
      'x-amazon-apigateway-integration': { type: 'aws_proxy', httpMethod: 'POST', uri: URI },
    })
  })

  it('ask for models, validators and parameters', () => {
    const event = apiEvent('post', '/a', {
      RestApiId: { Ref: 'Shop' },
      RequestModel: { Model: 'Order', Required: true, ValidateBody: true },
      RequestParameters: [
        'method.request.header.Authorization',
        { 'method.request.querystring.page': { Required: true, Caching: true } },
      ],
    })
    const Models = { Order: { type: 'object', properties: { id: { type: 'string' } } } }
    const made = expandResources({ Shop: restApi({ Models }), Orders: functionWith({ A: event }) })
    expect(made.operation('Shop', '/a', 'post')).toMatchObject({
      parameters: [
        { in: 'body', name: 'order', schema: { $ref: '#/definitions/order' }, required: true },
        { in: 'header', name: 'Authorization', required: false },
        { in: 'query', name: 'page', required: true },
      ],
      'x-amazon-apigateway-request-validator': 'body-only',
      'x-amazon-apigateway-integration': { cacheKeyParameters: ['method.request.querystring.page'] },
    })
    expect(made.body('Shop')['x-amazon-apigateway-request-validators']).toEqual({
      'body-only': { validateRequestBody: true, validateRequestParameters: false },
    })
    expect(made.body('Shop')['definitions']).toEqual({ order: Models.Order })
  })

  it('put models where OpenAPI 3 has them', () => {
    const event = apiEvent('post', '/a', { RestApiId: { Ref: 'Shop' }, RequestModel: { Model: 'Order' } })
    const Models = { Order: { type: 'object', properties: { id: { type: 'string' } } } }
    const made = expandResources({ Shop: restApi({ Models, OpenApiVersion: 3 }), Orders: functionWith({ A: event }) })
    expect(made.body('Shop')).toMatchObject({ openapi: '3.0', components: { schemas: { order: Models.Order } } })
    expect(made.operation('Shop', '/a', 'post')['requestBody']).toEqual({
      content: { 'application/json': { schema: { $ref: '#/components/schemas/order' } } },
    })
  })

  it('hand the tags of their function on to the implicit API when it propagates them', () => {
    const made = expandResources({
      Orders: functionWith({ A: apiEvent('get', '/') }, { Tags: { team: 'shop' }, PropagateTags: true }),
    })
    const tags = [{ Key: 'team', Value: 'shop' }]
    expect([
      made.properties('ServerlessRestApi')['Tags'],
      made.properties('ServerlessRestApiProdStage')['Tags'],
    ]).toEqual([tags, tags])
  })

  it('take the name of the implicit API from what the template writes, and say so', () => {
    const made = expandResources({
      ServerlessRestApi: restApi({ DefinitionBody: { swagger: '2.0', paths: { '/old': {} } } }),
      Orders: functionWith({ A: apiEvent('get', '/new') }),
    })
    expect(made.body('ServerlessRestApi')['paths']).toEqual({ '/new': expect.anything() })
    expect(made.said.map((line) => line.slice(0, 64))).toEqual([
      'warning import/not-carried /Resources/ServerlessRestApi: What th',
    ])
  })

  it('add nothing to an API of CloudFormation', () => {
    const made = expandResources({
      Plain: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'plain' } },
      Orders: functionWith({ A: apiEvent('get', '/', { RestApiId: { Ref: 'Plain' } }) }),
    })
    expect(made.properties('Plain')).toEqual({ Name: 'plain' })
    expect(made.said).toEqual([
      'info import/not-carried /Resources/Orders/Properties/Events/A/Properties/RestApiId: The event A of Orders adds no route to Plain: an AWS::ApiGateway::RestApi has the routes that the template writes for it.',
    ])
  })
})

describe('Api events that SAM refuses', () => {
  const PLACE = '/Resources/Orders/Properties/Events/A'

  it.each([
    ['a path is missing', { Type: 'Api', Properties: { Method: 'get' } }, '', 'has no "Path"'],
    ['a method is missing', { Type: 'Api', Properties: { Path: '/' } }, '', 'has no "Method"'],
    [
      'a method is no text',
      { Type: 'Api', Properties: { Path: '/', Method: ['get'] } },
      '',
      '"Method" that is no text',
    ],
    [
      'the API is missing',
      apiEvent('get', '/', { RestApiId: { Ref: 'Nowhere' } }),
      '/Properties/RestApiId',
      'names "Nowhere", which this template does not have',
    ],
    [
      'the API is no reference',
      apiEvent('get', '/', { RestApiId: { 'Fn::ImportValue': 'x' } }),
      '/Properties/RestApiId',
      'is no reference',
    ],
    [
      'the model is unknown',
      apiEvent('get', '/', { RequestModel: { Model: 'Order' } }),
      '/Properties/RequestModel/Model',
      'asks for the model "Order"',
    ],
    [
      'the authorizer is unknown',
      apiEvent('get', '/', { Auth: { Authorizer: 'Login' } }),
      '/Properties/Auth/Authorizer',
      'asks for the authorizer "Login"',
    ],
    [
      'NONE overrules nothing',
      apiEvent('get', '/', { Auth: { Authorizer: 'NONE' } }),
      '/Properties/Auth/Authorizer',
      'overrules nothing',
    ],
    [
      'no key overrules nothing',
      apiEvent('get', '/', { Auth: { ApiKeyRequired: false } }),
      '/Properties/Auth/ApiKeyRequired',
      'overrules nothing',
    ],
    [
      'a parameter is no expression',
      apiEvent('get', '/', { RequestParameters: ['Authorization'] }),
      '/Properties/RequestParameters/0',
      'A request parameter',
    ],
    ['it has no type', { Properties: {} }, '', 'has no "Type"'],
  ])('when %s', (_name, event, pointer, words) => {
    const made = expandResources({ Orders: functionWith({ A: event, B: apiEvent('get', '/b') }) })
    expect(made.said).toEqual([expect.stringContaining(`error import/sam-refused ${PLACE}${pointer}: `)])
    expect(made.said[0]).toContain(words)
    expect(Object.keys(made.operation('ServerlessRestApi', '/b', 'get'))).toContain('x-amazon-apigateway-integration')
  })

  it('when nothing but their type is there, naming all that is missing', () => {
    const made = expandResources({ Orders: functionWith({ A: { Type: 'Api' } }) })
    expect(made.said).toEqual([expect.stringContaining('has no "Path"'), expect.stringContaining('has no "Method"')])
    expect(made.ids).toEqual(['Orders', 'OrdersRole'])
  })

  it('when two are for one route: the first holds', () => {
    const made = expandResources({
      First: functionWith({ A: apiEvent('get', '/') }),
      Second: functionWith({ B: apiEvent('GET', '/') }),
    })
    expect(made.said).toEqual([
      'error import/sam-refused /Resources/Second/Properties/Events/B: The event B of Second repeats GET / of ServerlessRestApi and is left out. Give it another path or method.',
    ])
    expect(JSON.stringify(made.body('ServerlessRestApi'))).toContain('${First.Arn}')
  })

  it('when their API is not made, naming the condition', () => {
    const made = expandResources(
      {
        Shop: { ...restApi(), Condition: 'Never' },
        Orders: functionWith({ A: apiEvent('get', '/', { RestApiId: { Ref: 'Shop' } }) }),
      },
      { Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } } },
    )
    expect(made.said[0]).toContain('names "Shop", which is not made, because its condition Never is false')
  })

  it('counts events that have nothing to do with an API', () => {
    const made = expandResources({
      Orders: functionWith({
        A: { Type: 'SQS', Properties: {} },
        B: { Type: 'SQS' },
        C: { Type: 'S3', Properties: {} },
      }),
    })
    expect(made.said).toEqual([
      'info import/event-not-carried /Resources/Orders/Properties/Events/A: 2 events of the type "SQS" are left out: they do not go through API Gateway.',
      'info import/event-not-carried /Resources/Orders/Properties/Events/C: 1 event of the type "S3" is left out: it does not go through API Gateway.',
    ])
  })
})
