import { describe, expect, test } from 'vitest'
import { mockMethod } from '../mock-method'
import { expectedOf, foundIn, type BrokenDesign } from './broken-design.fixture'

const API = '/apis/0'
const GET = `${API}/resources/~1orders/methods/GET`
const POST = `${API}/resources/~1orders/methods/POST`
const GET_ONE = `${API}/resources/~1orders~1{id}/methods/GET`
const RESOURCES = `${API}/resources`
const routes = { methods: { GET: mockMethod() } }

const RESOURCE_CASES: readonly BrokenDesign[] = [
  {
    name: 'a second variable child',
    set: { [`${RESOURCES}/~1orders~1{proxy+}`]: routes },
    code: 'design/sibling-variable',
    pointer: `${RESOURCES}/~1orders~1{proxy+}`,
    message:
      'Resource /orders/{proxy+}: A sibling ({id}) of this resource already has a variable path part -- only one is allowed',
  },
  {
    name: 'a second variable child that only a longer path names',
    set: { [`${RESOURCES}/~1orders~1{other}~1items`]: routes },
    code: 'design/sibling-variable',
    pointer: `${RESOURCES}/~1orders~1{other}~1items`,
    message:
      'Resource /orders/{other}: A sibling ({id}) of this resource already has a variable path part -- only one is allowed',
  },
  {
    name: 'a child of a greedy resource',
    set: { [`${RESOURCES}/~1files~1{proxy+}~1meta`]: routes },
    code: 'design/child-of-greedy',
    pointer: `${RESOURCES}/~1files~1{proxy+}~1meta`,
    message: 'Resource /files/{proxy+}/meta: Cannot create a child of a resource with a greedy path variable: {proxy+}',
  },
  {
    name: 'a variable that does not fill its part',
    set: { [`${RESOURCES}/~1file-{name}`]: routes },
    code: 'design/resource-path-invalid',
    pointer: `${RESOURCES}/~1file-{name}`,
    message:
      'Resource /file-{name}: "file-{name}" is not a path part. Use letters, digits and _ - . , : or one {name} that fills the part.',
  },
  {
    name: 'a path without a leading slash',
    set: { [`${RESOURCES}/carts`]: routes },
    code: 'design/resource-path-invalid',
    pointer: `${RESOURCES}/carts`,
    message: 'Resource "carts": a path begins with one slash, ends without one and has none doubled. Rename it.',
  },
  {
    name: 'two variables of one name',
    set: { [`${RESOURCES}/~1users~1{id}~1carts~1{id}`]: routes },
    code: 'design/path-variable-duplicate',
    pointer: `${RESOURCES}/~1users~1{id}~1carts~1{id}`,
    message:
      'Resource /users/{id}/carts/{id}: two path variables are named {id}. Only one value can reach the backend; rename one.',
  },
  {
    name: 'a verb that does not exist',
    set: { [`${RESOURCES}/~1orders/methods/FETCH`]: mockMethod() },
    code: 'design/verb-invalid',
    pointer: `${RESOURCES}/~1orders/methods/FETCH`,
    message:
      'Resource /orders, method FETCH: Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY',
  },
]

const REQUIRED =
  'Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.'

const METHOD_CASES: readonly BrokenDesign[] = [
  {
    name: 'CUSTOM without an authorizer',
    set: { [`${GET}/authorizerId`]: undefined },
    code: 'design/authorizer-required',
    pointer: `${GET}/authorizerId`,
    message: `GET /orders: ${REQUIRED}`,
  },
  {
    name: 'an authorizer that does not exist',
    set: { [`${GET}/authorizerId`]: 'constructor' },
    code: 'design/authorizer-unknown',
    pointer: `${GET}/authorizerId`,
    message: `GET /orders: authorizer constructor does not exist. ${REQUIRED}`,
  },
  {
    name: 'an authorizer of another kind',
    set: { [`${GET}/authorizationType`]: 'COGNITO_USER_POOLS' },
    code: 'design/authorizer-mismatch',
    pointer: `${GET}/authorizerId`,
    message: 'GET /orders: authorizer session is of type TOKEN, which needs authorizationType CUSTOM.',
  },
  {
    name: 'a request model that does not exist',
    set: { [`${POST}/requestModels/application~1json`]: 'Order' },
    code: 'design/model-unknown',
    pointer: `${POST}/requestModels/application~1json`,
    message: 'POST /orders: Invalid model identifier specified: Order',
  },
  {
    name: 'a response model that does not exist',
    set: { [`${POST}/methodResponses/0/responseModels/application~1json`]: 'Order' },
    code: 'design/model-unknown',
    pointer: `${POST}/methodResponses/0/responseModels/application~1json`,
    message: 'POST /orders: Invalid model identifier specified: Order',
  },
  {
    name: 'a request validator that does not exist',
    set: { [`${POST}/requestValidatorId`]: 'all' },
    code: 'design/request-validator-unknown',
    pointer: `${POST}/requestValidatorId`,
    message: 'POST /orders: Invalid Request Validator identifier specified: all',
  },
  {
    name: 'a parameter without a place',
    set: { [`${GET}/requestParameters`]: { status: true } },
    code: 'design/parameter-name-invalid',
    pointer: `${GET}/requestParameters/status`,
    message:
      'GET /orders: "status" names no request parameter. Write method.request.querystring.NAME, .header.NAME or .path.NAME.',
  },
  {
    name: 'one name in two places',
    set: { [`${GET_ONE}/requestParameters/method.request.header.id`]: false },
    code: 'design/parameter-name-duplicate',
    pointer: `${GET_ONE}/requestParameters/method.request.header.id`,
    message: 'GET /orders/{id}: id: Parameter names must be unique across querystring, header and path',
  },
  {
    name: 'a path parameter that the path lacks',
    set: { [`${GET}/requestParameters`]: { 'method.request.path.id': true } },
    code: 'design/path-parameter-unknown',
    severity: 'warning',
    pointer: `${GET}/requestParameters/method.request.path.id`,
    message: 'GET /orders: the path has no variable {id}, so this parameter is always missing. Remove it or rename it.',
  },
  {
    name: 'a method response with a word for a status',
    set: { [`${GET}/methodResponses/-`]: { statusCode: 'ok' } },
    code: 'design/status-code-invalid',
    pointer: `${GET}/methodResponses/1/statusCode`,
    message: 'GET /orders, method response 2: "ok" is not a status. Give a number from 100 to 599.',
  },
  {
    name: 'two integration responses for one status',
    set: { [`${GET_ONE}/integration/integrationResponses/-`]: { statusCode: '200', selectionPattern: '2..' } },
    code: 'design/status-code-duplicate',
    pointer: `${GET_ONE}/integration/integrationResponses/1/statusCode`,
    message:
      'GET /orders/{id}, integration response 200 is there more than once. AWS keeps one entry per status; remove the others.',
  },
  {
    name: 'an integration response without a method response',
    set: { [`${GET_ONE}/integration/integrationResponses/-`]: { statusCode: '404' } },
    code: 'design/method-response-missing',
    severity: 'warning',
    pointer: `${GET_ONE}/integration/integrationResponses/1/statusCode`,
    message:
      'GET /orders/{id}: integration response 404 has no method response, so it ends with 500. Add method response 404.',
  },
  {
    name: 'no integration response at all',
    set: { [`${GET_ONE}/integration/integrationResponses`]: [] },
    code: 'design/integration-response-missing',
    severity: 'warning',
    pointer: `${GET_ONE}/integration/integrationResponses`,
    message:
      'GET /orders/{id}: the HTTP integration has no integration response, so every call ends with 500. Add one for 200.',
  },
]

const INTEGRATION_CASES: readonly BrokenDesign[] = [
  {
    name: 'no integration',
    set: { [`${GET}/integration`]: undefined },
    code: 'design/method-without-integration',
    pointer: `${GET}/integration`,
    message: 'GET /orders: No integration defined for method. Choose an integration, or it cannot be deployed.',
  },
  {
    name: 'no verb',
    set: { [`${GET}/integration/httpMethod`]: undefined },
    code: 'design/integration-http-method-missing',
    pointer: `${GET}/integration/httpMethod`,
    message: 'GET /orders: Enumeration value for HttpMethod must be non-empty',
  },
  {
    name: 'no verb where a handler plays the target',
    set: { [`${GET}/integration/httpMethod`]: undefined, [`${GET}/integration/handler`]: './orders.mjs#list' },
    code: 'design/integration-http-method-missing',
    severity: 'info',
    pointer: `${GET}/integration/httpMethod`,
    message: 'GET /orders: Enumeration value for HttpMethod must be non-empty',
  },
  {
    name: 'a made-up verb',
    set: { [`${GET}/integration/httpMethod`]: 'FETCH' },
    code: 'design/integration-http-method-invalid',
    pointer: `${GET}/integration/httpMethod`,
    message:
      'GET /orders: integration httpMethod "FETCH" is not a verb. Use one of GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS, ANY.',
  },
  {
    name: 'a URL that is none',
    set: { [`${GET_ONE}/integration/uri`]: 'orders.example.com' },
    code: 'design/integration-uri-invalid',
    pointer: `${GET_ONE}/integration/uri`,
    message: 'GET /orders/{id}: Invalid HTTP endpoint specified for URI: orders.example.com',
  },
  {
    name: 'an ARN that is none',
    set: { [`${GET}/integration/uri`]: 'arn:aws:lambda:us-east-1:123456789012:function:list' },
    code: 'design/integration-uri-invalid',
    pointer: `${GET}/integration/uri`,
    message: 'GET /orders: Invalid ARN specified in the request: arn:aws:lambda:us-east-1:123456789012:function:list',
  },
  {
    name: 'no URI',
    set: { [`${GET}/integration/uri`]: '' },
    code: 'design/integration-uri-invalid',
    pointer: `${GET}/integration/uri`,
    message: 'GET /orders: the AWS_PROXY integration has no uri. Give the ARN of its target.',
  },
  {
    name: 'no URI where a local backend plays the target',
    set: { [`${GET_ONE}/integration/uri`]: undefined, [`${GET_ONE}/integration/backend`]: 'http://127.0.0.1:9000' },
    code: 'design/integration-uri-invalid',
    severity: 'info',
    pointer: `${GET_ONE}/integration/uri`,
    message:
      'GET /orders/{id}: http://127.0.0.1:9000 plays the target here, but AWS needs a uri. Give one before exporting.',
  },
  {
    name: 'an ARN without path or action',
    set: { [`${GET}/integration/uri`]: 'arn:aws:apigateway:us-east-1:lambda:list' },
    code: 'design/integration-arn-incomplete',
    pointer: `${GET}/integration/uri`,
    message:
      'GET /orders: AWS ARN for integration must contain path or action: arn:aws:apigateway:us-east-1:lambda:list',
  },
  {
    name: 'AWS_PROXY to a queue',
    set: { [`${GET}/integration/uri`]: 'arn:aws:apigateway:us-east-1:sqs:path/123456789012/orders' },
    code: 'design/proxy-target-invalid',
    pointer: `${GET}/integration/uri`,
    message:
      "GET /orders: Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations. This one calls sqs; use type AWS.",
  },
  {
    name: 'a time limit below 50 ms',
    set: { [`${GET}/integration/timeoutInMillis`]: 49 },
    code: 'design/integration-timeout-invalid',
    pointer: `${GET}/integration/timeoutInMillis`,
    message:
      'GET /orders: timeoutInMillis 49 is outside 50 to 29000. Give a whole number of milliseconds in that range.',
  },
  {
    name: 'a time limit that needs a raised quota',
    set: { [`${GET}/integration/timeoutInMillis`]: 60_000 },
    code: 'design/integration-timeout-invalid',
    severity: 'warning',
    pointer: `${GET}/integration/timeoutInMillis`,
    message: 'GET /orders: timeoutInMillis 60000 is above 29000. It needs a raised quota in your account.',
  },
  {
    name: 'a time limit that an edge API cannot have',
    set: { [`${GET}/integration/timeoutInMillis`]: 60_000, [`${API}/endpointConfiguration/types`]: ['EDGE'] },
    code: 'design/integration-timeout-invalid',
    pointer: `${GET}/integration/timeoutInMillis`,
    message:
      'GET /orders: timeoutInMillis 60000 is outside 50 to 29000. Give a whole number of milliseconds in that range.',
  },
  {
    name: 'a VPC link without an id',
    set: { [`${GET_ONE}/integration/connectionType`]: 'VPC_LINK' },
    code: 'design/vpc-link-missing',
    pointer: `${GET_ONE}/integration/connectionId`,
    message: 'GET /orders/{id}: connectionType is VPC_LINK without a connectionId. Give the id of the VPC link.',
  },
  {
    name: 'a cache key that the method does not declare',
    set: { [`${GET_ONE}/integration/cacheKeyParameters/0`]: 'method.request.querystring.page' },
    code: 'design/cache-key-undeclared',
    pointer: `${GET_ONE}/integration/cacheKeyParameters/0`,
    message:
      'GET /orders/{id}: cache key parameter method.request.querystring.page is not declared. Add it to the requestParameters of the method.',
  },
  {
    name: 'a cache key that the integration does not map',
    set: { [`${GET_ONE}/integration/cacheKeyParameters/1`]: 'integration.request.querystring.page' },
    code: 'design/cache-key-undeclared',
    pointer: `${GET_ONE}/integration/cacheKeyParameters/1`,
    message:
      'GET /orders/{id}: cache key parameter integration.request.querystring.page is not declared. Add it to the requestParameters of the integration.',
  },
]

describe('checks of routes', () => {
  test.each([...RESOURCE_CASES, ...METHOD_CASES, ...INTEGRATION_CASES])('report $name', (broken) => {
    expect(foundIn(broken)).toEqual(expectedOf(broken))
  })

  test('a path written twice is reported as a duplicate and for how it is written', () => {
    const found = foundIn({
      name: 'a trailing slash',
      set: { [`${RESOURCES}/~1orders~1`]: routes },
      code: 'design/resource-duplicate',
      pointer: '',
      message: '',
    })
    expect(found).toMatchObject([
      { code: 'design/resource-path-invalid', pointer: `${RESOURCES}/~1orders~1` },
      {
        code: 'design/resource-duplicate',
        pointer: `${RESOURCES}/~1orders~1`,
        message: 'Resource /orders/: Another resource with the same parent already has this name: orders',
      },
    ])
  })

  test.each([
    ['a stage variable for the host', `${GET_ONE}/integration/uri`, 'https://${stageVariables.host}/orders'],
    ['a stage variable for all of it', `${GET_ONE}/integration/uri`, '${stageVariables.url}'],
    [
      'what a template fills in',
      `${GET}/integration/uri`,
      'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${List.Arn}/invocations',
    ],
    [
      'a placeholder in an authorizer',
      `${API}/authorizers/session/authorizerUri`,
      'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Session.Arn}/invocations',
    ],
    [
      'another partition',
      `${GET}/integration/uri`,
      'arn:aws-us-gov:apigateway:us-gov-west-1:lambda:path/x/invocations',
    ],
    [
      'a stream of 15 minutes',
      `${GET}/integration`,
      {
        type: 'AWS_PROXY',
        httpMethod: 'POST',
        uri: 'arn:aws:apigateway:us-east-1:firehose:action/PutRecord',
        responseTransferMode: 'STREAM',
        timeoutInMillis: 900_000,
        integrationResponses: [],
      },
    ],
    ['greedy variables of any name', `${RESOURCES}/~1files~1{rest+}`, routes],
    ['every legal character', `${RESOURCES}/~1a_b-c.d,e:f`, routes],
  ])('accept %s', (name, pointer, value) => {
    expect(foundIn({ name, set: { [pointer]: value }, code: 'design/verb-invalid', pointer, message: '' })).toEqual([])
  })
})
