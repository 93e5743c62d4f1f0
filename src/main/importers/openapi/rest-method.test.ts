import { describe, expect, it } from 'vitest'
import { importSample, methodSample, openApi, restSample, said } from './import-sample'

const INTEGRATION = 'x-amazon-apigateway-integration'

describe('methods of a REST API', () => {
  it('carry every member of an integration', () => {
    const integration = {
      type: 'aws',
      httpMethod: 'post',
      uri: 'arn:aws:apigateway:us-east-1:sqs:path/1/orders',
      credentials: 'arn:aws:iam::123456789012:role/r',
      connectionType: 'vpc_link',
      connectionId: 'abc123',
      requestParameters: { 'integration.request.header.X': "'1'" },
      requestTemplates: { 'application/json': '{}' },
      passthroughBehavior: 'when_no_templates',
      contentHandling: 'CONVERT_TO_TEXT',
      timeoutInMillis: 5000,
      cacheNamespace: 'orders',
      cacheKeyParameters: ['method.request.path.id'],
      tlsConfig: { insecureSkipVerification: true },
      responseTransferMode: 'buffered',
      responses: {
        default: { statusCode: 200, responseParameters: { 'method.response.header.X': "'2'" } },
        '4\\d{2}': {
          statusCode: '400',
          responseTemplates: { 'application/json': 'no' },
          contentHandling: 'CONVERT_TO_BINARY',
        },
      },
    }
    expect(methodSample({ [INTEGRATION]: integration })).toEqual({
      authorizationType: 'NONE',
      apiKeyRequired: false,
      methodResponses: [],
      integration: {
        type: 'AWS',
        httpMethod: 'POST',
        uri: 'arn:aws:apigateway:us-east-1:sqs:path/1/orders',
        connectionType: 'VPC_LINK',
        connectionId: 'abc123',
        credentials: 'arn:aws:iam::123456789012:role/r',
        requestParameters: { 'integration.request.header.X': "'1'" },
        requestTemplates: { 'application/json': '{}' },
        passthroughBehavior: 'WHEN_NO_TEMPLATES',
        contentHandling: 'CONVERT_TO_TEXT',
        timeoutInMillis: 5000,
        cacheNamespace: 'orders',
        cacheKeyParameters: ['method.request.path.id'],
        tlsConfig: { insecureSkipVerification: true },
        responseTransferMode: 'BUFFERED',
        integrationResponses: [
          { statusCode: '200', responseParameters: { 'method.response.header.X': "'2'" } },
          {
            statusCode: '400',
            selectionPattern: '4\\d{2}',
            responseTemplates: { 'application/json': 'no' },
            contentHandling: 'CONVERT_TO_BINARY',
          },
        ],
      },
    })
  })

  it('bind local functions and backends named on the operation or on the integration', () => {
    const mock = { type: 'mock' }
    expect(methodSample({ 'x-gatewright-handler': './a.mjs#go', [INTEGRATION]: mock })?.integration).toEqual({
      type: 'MOCK',
      integrationResponses: [],
      handler: './a.mjs#go',
    })
    const bound = { ...mock, 'x-gatewright-backend': 'http://127.0.0.1:9000', 'x-gatewright-fault': 'timeout' }
    expect(methodSample({ [INTEGRATION]: bound })?.integration).toEqual({
      type: 'MOCK',
      integrationResponses: [],
      backend: 'http://127.0.0.1:9000',
      fault: 'timeout',
    })
    expect(said(openApi({ paths: { '/a': { get: { 'x-gatewright-handler': './a.mjs#go' } } } }))).toEqual([
      'warning import/not-carried /paths/~1a/get/x-gatewright-handler',
    ])
  })

  it('read CloudFormation functions as text', () => {
    const uri = { 'Fn::Sub': 'arn:aws:apigateway:${AWS::Region}:lambda:path/${Orders.Arn}/invocations' }
    const operation = { [INTEGRATION]: { type: 'aws_proxy', httpMethod: 'POST', uri } }
    expect(methodSample(operation)?.integration?.uri).toBe(
      'arn:aws:apigateway:${AWS::Region}:lambda:path/${Orders.Arn}/invocations',
    )
    expect(said(openApi({ paths: { '/a': { get: operation } } }))).toEqual([
      `info import/intrinsic-approximated /paths/~1a/get/${INTEGRATION}/uri`,
    ])
  })

  it('carry parameters, those of the path overridden by the operation’s own', () => {
    const components = { parameters: { Page: { name: 'page', in: 'query', required: true, schema: {} } } }
    const paths = {
      '/a/{id}': {
        parameters: [
          { name: 'id', in: 'path', required: true },
          { name: 'X-Trace', in: 'header', required: true },
          { $ref: '#/components/parameters/Page' },
        ],
        get: { parameters: [{ name: 'X-Trace', in: 'header', description: 'mine' }] },
      },
    }
    expect(restSample(openApi({ paths, components })).resources['/a/{id}']?.methods.GET?.requestParameters).toEqual({
      'method.request.path.id': true,
      'method.request.querystring.page': true,
      'method.request.header.X-Trace': false,
    })
  })

  it('say which parameters have no place', () => {
    const parameters = [
      { name: 'session', in: 'cookie' },
      { name: 'file', in: 'formData', type: 'file' },
      { name: 'id', in: 'query' },
      { name: 'id', in: 'header' },
      { in: 'query' },
      { name: 'x', in: 'body' },
      7,
    ]
    expect(said(openApi({ paths: { '/a': { get: { parameters } } } }))).toEqual([
      'error import/wrong-type /paths/~1a/get/parameters/4',
      'error import/wrong-type /paths/~1a/get/parameters/6',
      'warning import/parameter-name-repeated /paths/~1a/get/parameters/3',
      'warning import/not-carried /paths/~1a/get/parameters/0',
      'warning import/not-carried /paths/~1a/get/parameters/1',
      'warning import/not-carried /paths/~1a/get/parameters/5',
    ])
  })

  it('carry bodies and responses with their models, in OpenAPI 3', () => {
    const operation = {
      operationId: 'create-order',
      description: 'Takes an order.',
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: { $ref: '#/components/schemas/Order' } },
          'application/xml': { schema: { type: 'object' } },
          'text/plain': {},
        },
      },
      responses: {
        '201': {
          description: 'done',
          headers: {
            Location: { required: true, schema: { type: 'string' } },
            ETag: { $ref: '#/components/headers/ETag' },
          },
          content: { 'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/Order' } } } },
        },
        '404': { $ref: '#/components/responses/Missing' },
      },
    }
    const components = {
      schemas: { Order: { type: 'object' } },
      responses: {
        Missing: {
          description: '',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } },
        },
      },
      headers: { ETag: { schema: { type: 'string' } } },
    }
    const api = restSample(openApi({ paths: { '/orders': { post: operation } }, components }))
    expect(api.resources['/orders']?.methods.POST).toEqual({
      operationName: 'create-order',
      description: 'Takes an order.',
      authorizationType: 'NONE',
      apiKeyRequired: false,
      requestModels: { 'application/json': 'Order', 'application/xml': 'CreateOrderRequestXml' },
      methodResponses: [
        {
          statusCode: '201',
          responseParameters: { 'method.response.header.Location': true, 'method.response.header.ETag': false },
          responseModels: { 'application/json': 'CreateOrderResponse201' },
        },
        { statusCode: '404', responseModels: { 'application/json': 'Order' } },
      ],
    })
    expect(api.models).toEqual({
      Order: { contentType: 'application/json', schema: { type: 'object' } },
      CreateOrderRequestXml: { contentType: 'application/xml', schema: { type: 'object' } },
      CreateOrderResponse201: {
        contentType: 'application/json',
        schema: {
          type: 'array',
          items: { $ref: 'https://apigateway.amazonaws.com/restapis/{restApiId}/models/Order' },
        },
      },
    })
  })

  it('carry bodies and responses with their models, in Swagger', () => {
    const document = {
      swagger: '2.0',
      info: { title: 'Sample' },
      consumes: ['application/json'],
      produces: ['application/json', 'application/xml'],
      parameters: { Body: { name: 'body', in: 'body', required: true, schema: { $ref: '#/definitions/Order' } } },
      responses: { Missing: { description: '', headers: { 'X-Why': { type: 'string' } } } },
      definitions: { Order: { type: 'object' } },
      paths: {
        '/orders': {
          put: {
            parameters: [{ $ref: '#/parameters/Body' }],
            responses: { 200: { description: '', schema: { type: 'string' } }, 404: { $ref: '#/responses/Missing' } },
          },
        },
      },
    }
    const api = restSample(document)
    expect(api.resources['/orders']?.methods.PUT).toEqual({
      authorizationType: 'NONE',
      apiKeyRequired: false,
      requestModels: { 'application/json': 'Order' },
      methodResponses: [
        {
          statusCode: '200',
          responseModels: { 'application/json': 'PutOrdersResponse200', 'application/xml': 'PutOrdersResponse200' },
        },
        { statusCode: '404', responseParameters: { 'method.response.header.X-Why': false } },
      ],
    })
    expect(said(document)).toEqual([])
  })

  it('use the document’s request validator unless they name one', () => {
    const document = openApi({
      'x-amazon-apigateway-request-validators': {
        all: { validateRequestBody: true, validateRequestParameters: true },
        none: {},
      },
      'x-amazon-apigateway-request-validator': 'all',
      paths: {
        '/a': {
          get: {},
          put: { 'x-amazon-apigateway-request-validator': 'none' },
          post: { 'x-amazon-apigateway-request-validator': 'other' },
        },
      },
    })
    const { requestValidators, resources } = restSample(document)
    expect(requestValidators).toEqual({
      all: { validateRequestBody: true, validateRequestParameters: true },
      none: { validateRequestBody: false, validateRequestParameters: false },
    })
    const methods = resources['/a']?.methods
    expect([methods?.GET, methods?.PUT, methods?.POST].map((method) => method?.requestValidatorId)).toEqual([
      'all',
      'none',
      undefined,
    ])
    expect(said(document)).toEqual([
      'warning import/validator-unknown /paths/~1a/post/x-amazon-apigateway-request-validator',
    ])
  })

  it('answer every verb, ANY among them, and leave TRACE out', () => {
    const verbs = [
      'get',
      'post',
      'put',
      'patch',
      'delete',
      'head',
      'options',
      'trace',
      'any',
      'x-amazon-apigateway-any-method',
    ]
    const document = openApi({ paths: { '/a': Object.fromEntries(verbs.map((verb) => [verb, {}])) } })
    expect(Object.keys(restSample(document).resources['/a']?.methods ?? {})).toEqual([
      'GET',
      'POST',
      'PUT',
      'PATCH',
      'DELETE',
      'HEAD',
      'OPTIONS',
      'ANY',
    ])
    expect(said(document)).toEqual([
      'warning import/not-carried /paths/~1a/any',
      'warning import/not-carried /paths/~1a/trace',
    ])
  })

  it('say what of an operation has no place', () => {
    const operation = {
      callbacks: {},
      'x-amazon-apigateway-unheard-of': 1,
      'x-other': 1,
      summary: 'short',
      responses: { '200': { links: {} }, default: {}, '2XX': {}, 'x-response': 1 },
      requestBody: { content: { 'multipart/form-data': { encoding: {} } } },
      [INTEGRATION]: {
        type: 'http_proxy',
        httpMethod: 'GET',
        uri: 'http://example.com',
        payloadFormatVersion: '1.0',
        integrationTarget: 'arn:aws:elasticloadbalancing:x',
        tlsConfig: { serverNameToVerify: 'x' },
        unheard: 1,
      },
    }
    const at = '/paths/~1a/get'
    expect(said(openApi({ paths: { '/a': { get: operation } } }))).toEqual([
      `warning import/not-carried ${at}/requestBody/content/multipart~1form-data/encoding`,
      `warning import/not-carried ${at}/responses/200/links`,
      `warning import/not-carried ${at}/${INTEGRATION}/tlsConfig/serverNameToVerify`,
      `warning import/not-carried ${at}/${INTEGRATION}/payloadFormatVersion`,
      `warning import/not-carried ${at}/${INTEGRATION}/integrationTarget`,
      `warning import/not-carried ${at}/${INTEGRATION}/unheard`,
      `warning import/not-carried ${at}/callbacks`,
      `warning import/not-carried ${at}/x-amazon-apigateway-unheard-of`,
      `info import/response-not-carried ${at}/responses/default`,
      `info import/response-not-carried ${at}/responses/2XX`,
      `info import/extension-ignored ${at}/responses/x-response`,
      `info import/extension-ignored ${at}/x-other`,
    ])
  })

  it('survive wrong types anywhere', () => {
    const wrongs = [null, 1, 'x', true, [], {}, [null], [[]], { a: null }, { '200': 1 }, { default: [] }]
    const names = [
      'parameters',
      'requestBody',
      'responses',
      'security',
      'tags',
      'operationId',
      INTEGRATION,
      'x-amazon-apigateway-auth',
    ]
    for (const name of names) {
      for (const wrong of wrongs) {
        const { design } = importSample(openApi({ paths: { '/a': { get: { [name]: wrong } }, '/b': { get: {} } } }))
        expect(design?.apis[0]?.protocolType).toBe('REST')
      }
    }
  })

  it('need what the service needs', () => {
    const paths = {
      '/a': {
        get: { [INTEGRATION]: {} },
        put: { [INTEGRATION]: { type: 'http' } },
        post: { [INTEGRATION]: { type: 'ftp' } },
      },
    }
    expect(importSample(openApi({ paths })).diagnostics.map(({ message }) => message)).toEqual([
      'The integration of GET /a has no "type". Give it one of AWS, AWS_PROXY, HTTP, HTTP_PROXY, MOCK.',
      '"type" of the integration of POST /a is "ftp" and left out. Use one of AWS, AWS_PROXY, HTTP, HTTP_PROXY, MOCK.',
      'The integration of PUT /a has no "httpMethod" (Enumeration value for HttpMethod must be non-empty). Give it the verb of the backend call.',
      'The integration of PUT /a has no "uri". Give it where the request goes.',
    ])
  })
})
