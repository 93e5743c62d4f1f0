import { describe, expect, it } from 'vitest'
import { deployed, World } from '../testing/world'

const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:f'
const INVOKE = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${FUNCTION}/invocations`

describe('methods with their integrations and responses', () => {
  it('reads a method back as it was put, with ids for what the design knows by name', () => {
    const world = new World('apigateway')
    const { restApiId, method } = deployed(world)
    const authorizer = world.done('CreateAuthorizer', {
      restApiId,
      name: 'tokens',
      type: 'TOKEN',
      authorizerUri: INVOKE,
      identitySource: 'method.request.header.Authorization',
    })
    const validator = world.done('CreateRequestValidator', { restApiId, name: 'body', validateRequestBody: true })
    world.done('CreateModel', {
      restApiId,
      name: 'Order',
      contentType: 'application/json',
      schema: '{"type":"object"}',
    })
    const put = {
      authorizationType: 'CUSTOM',
      authorizerId: authorizer['id'],
      apiKeyRequired: true,
      requestValidatorId: validator['id'],
      requestParameters: { 'method.request.querystring.page': true },
      requestModels: { 'application/json': 'Order' },
    }
    const post = { ...method, httpMethod: 'POST' }
    expect(world.done('PutMethod', { ...post, ...put })).toEqual({ httpMethod: 'POST', ...put })
    const [api] = world.state.design.apis
    expect(api?.protocolType === 'REST' && api.resources['/test']?.methods.POST).toEqual({
      ...put,
      authorizerId: 'tokens',
      requestValidatorId: 'body',
      methodResponses: [],
    })
    const patchOperations = [
      { op: 'replace', path: '/apiKeyRequired', value: 'false' },
      { op: 'remove', path: '/requestValidatorId' },
      { op: 'add', path: '/requestParameters/method.request.header.X', value: 'false' },
      { op: 'replace', path: '/requestModels/application~1json', value: 'Empty' },
    ]
    expect(world.done('UpdateMethod', { ...post, patchOperations })).toEqual({
      httpMethod: 'POST',
      authorizationType: 'CUSTOM',
      authorizerId: authorizer['id'],
      apiKeyRequired: false,
      requestParameters: { 'method.request.querystring.page': true, 'method.request.header.X': false },
      requestModels: { 'application/json': 'Empty' },
    })
  })

  it('refuses methods in the words of the service', () => {
    const world = new World('apigateway')
    const { method } = deployed(world)
    const refused = (values: object) =>
      world.refused('PutMethod', { ...method, httpMethod: 'PUT', authorizationType: 'NONE', ...values })
    expect([
      refused({ httpMethod: 'GET' }),
      refused({ httpMethod: 'FETCH' }),
      refused({ authorizationType: 'CUSTOM' }),
      refused({ requestValidatorId: 'x' }),
      refused({ requestModels: { 'application/json': 'pet' } }),
      refused({ requestParameters: { 'method.request.header.a': true, 'method.request.path.a': true } }),
      refused({ authorizationType: 'JWT' }),
      world.refused('GetMethod', { ...method, httpMethod: 'PUT' }),
    ]).toEqual([
      [409, 'Method already exists for this resource'],
      [400, 'Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY'],
      [
        400,
        'Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.',
      ],
      [400, 'Invalid Request Validator identifier specified'],
      [400, 'Invalid model identifier specified: pet'],
      [400, 'Parameter names must be unique across querystring, header and path'],
      [400, 'Invalid authorization type specified: JWT'],
      [404, 'Invalid Method identifier specified'],
    ])
  })

  it('checks integrations before it takes them', () => {
    const world = new World('apigateway')
    const { method } = deployed(world)
    const refused = (values: object) =>
      world.refused('PutIntegration', { ...method, integrationHttpMethod: 'POST', ...values })
    expect([
      refused({ type: 'HTTP', uri: 'https://a.example', integrationHttpMethod: undefined }),
      refused({ type: 'HTTP_PROXY', uri: 'a.example' }),
      refused({ type: 'AWS', uri: 'x' }),
      refused({ type: 'AWS_PROXY', uri: FUNCTION }),
      refused({ type: 'AWS_PROXY', uri: 'arn:aws:apigateway:us-east-1:sqs:path/123456789012/q' }),
      refused({ type: 'WEATHER' }),
      refused({ type: 'MOCK', timeoutInMillis: 10 }),
      refused({ type: 'AWS_PROXY', uri: INVOKE, passthroughBehavior: 'SOMETIMES' }),
    ]).toEqual([
      [400, 'Enumeration value for HttpMethod must be non-empty'],
      [400, 'Invalid HTTP endpoint specified for URI'],
      [400, 'Invalid ARN specified in the request'],
      [400, 'AWS ARN for integration must contain path or action'],
      [
        400,
        "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations.",
      ],
      [
        400,
        "1 validation error detected: Value 'WEATHER' at 'type' failed to satisfy constraint: Member must satisfy enum value set: [HTTP, AWS, MOCK, HTTP_PROXY, AWS_PROXY]",
      ],
      [400, 'Timeout should be between 50 ms and 29000 ms'],
      [
        400,
        "1 validation error detected: Value 'SOMETIMES' at 'passthroughBehavior' failed to satisfy constraint: Member must satisfy enum value set: [WHEN_NO_MATCH, WHEN_NO_TEMPLATES, NEVER]",
      ],
    ])
    expect(
      world.hint('PutIntegration', { ...method, type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri: FUNCTION }),
    ).toBe(`Write the function as ${INVOKE}.`)
  })

  it('keeps an integration with its responses, and warns of what makes it fail', () => {
    const world = new World('apigateway')
    const { method, resourceId } = deployed(world)
    const output = world.done('PutIntegration', {
      ...method,
      type: 'AWS_PROXY',
      integrationHttpMethod: 'GET',
      uri: INVOKE,
      integrationTarget: 'x',
    })
    expect(output).toEqual({
      type: 'AWS_PROXY',
      httpMethod: 'GET',
      uri: INVOKE,
      passthroughBehavior: 'WHEN_NO_MATCH',
      timeoutInMillis: 29000,
      cacheNamespace: resourceId,
      cacheKeyParameters: [],
      integrationTarget: 'x',
    })
    expect(world.notes).toEqual([
      {
        severity: 'warning',
        text: 'GET /test: a function is invoked with POST; --integration-http-method GET makes AWS answer 500.',
      },
      { severity: 'info', text: '"integrationTarget" has no place in a design and is left out.' },
    ])
    expect(world.done('GetIntegration', method)).toEqual(output)
    world.done('PutMethodResponse', {
      ...method,
      statusCode: '200',
      responseParameters: { 'method.response.header.A': false },
    })
    const response = { ...method, statusCode: '200' }
    expect(
      world.refused('PutIntegrationResponse', {
        ...response,
        responseParameters: { 'method.response.header.B': "'b'" },
      }),
    ).toEqual([
      400,
      'Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression parameter specified: method.response.header.B]',
    ])
    world.done('PutIntegrationResponse', { ...response, responseParameters: { 'method.response.header.A': "'a'" } })
    world.done('UpdateIntegrationResponse', {
      ...response,
      patchOperations: [{ op: 'add', path: '/responseTemplates/text~1plain', value: 'hi' }],
    })
    expect(world.done('GetMethod', method)).toMatchObject({
      methodResponses: { '200': { statusCode: '200', responseParameters: { 'method.response.header.A': false } } },
      methodIntegration: {
        integrationResponses: {
          '200': {
            statusCode: '200',
            responseParameters: { 'method.response.header.A': "'a'" },
            responseTemplates: { 'text/plain': 'hi' },
          },
        },
      },
    })
    world.done('PutIntegrationResponse', { ...method, statusCode: '404', selectionPattern: '4..' })
    expect(world.notes).toEqual([
      {
        severity: 'warning',
        text: 'GET /test has no method response 404: answers with it become 500. Add it with put-method-response.',
      },
    ])
    world.done('UpdateIntegration', {
      ...method,
      patchOperations: [{ op: 'replace', path: '/timeoutInMillis', value: '100' }],
    })
    world.done('DeleteIntegrationResponse', response)
    expect(world.refused('GetIntegrationResponse', response)).toEqual([404, 'Invalid Response status code specified'])
    world.done('DeleteMethodResponse', response)
    world.done('DeleteIntegration', method)
    expect(world.refused('GetIntegration', method)).toEqual([404, 'Invalid Integration identifier specified'])
    world.done('DeleteMethod', method)
    expect(world.done('GetResource', { restApiId: method.restApiId, resourceId })).not.toHaveProperty('resourceMethods')
  })
})
