import { describe, expect, it } from 'vitest'
import { GATEWAY_RESPONSE_TYPES, type GatewayResponse } from '@shared/design/gateway-response'
import type { RestApiDefinition } from '@shared/design/rest-api'
import { renderGatewayResponse } from './gateway-response'
import type { GatewayResponseContext } from './gateway-response-context'
import { gatewayResponseRecord } from './gateway-response-record'

type Responses = RestApiDefinition['gatewayResponses']

const STOCK_TEMPLATES = { 'application/json': '{"message":$context.error.messageString}' }
const CUSTOM: GatewayResponse = {
  statusCode: '599',
  responseParameters: { 'gatewayresponse.header.x-why': 'context.error.responseType' },
  responseTemplates: { 'text/plain': '$context.error.message' },
}

const CONTEXT: GatewayResponseContext = {
  requestId: 'request-1',
  extendedRequestId: 'extended=',
  apiId: 'a1b2c3d4e5',
  accountId: '123456789012',
  stage: 'prod',
  httpMethod: 'GET',
  path: '/prod/orders/7',
  resourcePath: '/orders/{id}',
  requestTimeEpoch: 1700000000000,
  identity: { sourceIp: '203.0.113.9', apiKey: null },
  authorizer: { principalId: 'ana', claims: { email: 'ana@example.test' } },
  stageVariables: { region: 'eu', __proto__x: 'odd' },
  headers: { 'X-Trace': ['a', 'b'] },
  query: { tag: ['x', 'y'] },
  pathParameters: { id: '7' },
}

function render(type: keyof Responses, responses: Responses = {}, more: Partial<GatewayResponseContext> = {}) {
  return renderGatewayResponse({ gatewayResponses: responses }, type, { ...CONTEXT, ...more })
}

function bodyOf(template: string, more: Partial<GatewayResponseContext> = {}): string {
  return render('THROTTLED', { THROTTLED: { responseTemplates: { 'application/json': template } } }, more).body
}

function headersOf(responseParameters: Record<string, string>, more: Partial<GatewayResponseContext> = {}) {
  return render('THROTTLED', { THROTTLED: { responseParameters } }, more).headers.slice(3)
}

describe('gatewayResponseRecord', () => {
  it('reads back the defaults of every type', () => {
    const statuses = GATEWAY_RESPONSE_TYPES.map((type) => {
      const { statusCode, ...others } = gatewayResponseRecord({ gatewayResponses: {} }, type)
      expect(others).toEqual({
        responseType: type,
        responseParameters: {},
        responseTemplates: STOCK_TEMPLATES,
        defaultResponse: true,
      })
      return statusCode ?? '-'
    })
    expect(statuses.join(' ')).toBe('- - 403 500 500 500 400 400 403 504 504 403 403 403 429 413 404 429 401 415 403')
  })

  it('fills a record with defaults, not with what DEFAULT_4XX says', () => {
    const gatewayResponses = {
      DEFAULT_4XX: CUSTOM,
      THROTTLED: { responseParameters: { 'gatewayresponse.header.a': "'b'" } },
    }
    expect(gatewayResponseRecord({ gatewayResponses }, 'THROTTLED')).toEqual({
      responseType: 'THROTTLED',
      statusCode: '429',
      responseParameters: { 'gatewayresponse.header.a': "'b'" },
      responseTemplates: STOCK_TEMPLATES,
      defaultResponse: false,
    })
  })

  it('lets DEFAULT_5XX speak for the types of its class that have no record', () => {
    const definition = { gatewayResponses: { DEFAULT_5XX: CUSTOM } }
    expect(gatewayResponseRecord(definition, 'INTEGRATION_TIMEOUT')).toEqual({
      responseType: 'INTEGRATION_TIMEOUT',
      ...CUSTOM,
      defaultResponse: true,
    })
    expect(gatewayResponseRecord(definition, 'THROTTLED').statusCode).toBe('429')
    expect(gatewayResponseRecord(definition, 'DEFAULT_5XX')).toEqual({
      responseType: 'DEFAULT_5XX',
      ...CUSTOM,
      defaultResponse: false,
    })
  })

  it('keeps the status of a type when DEFAULT_4XX has none', () => {
    const definition = { gatewayResponses: { DEFAULT_4XX: { responseTemplates: { 'text/plain': 'no' } } } }
    expect(gatewayResponseRecord(definition, 'QUOTA_EXCEEDED')).toEqual({
      responseType: 'QUOTA_EXCEEDED',
      statusCode: '429',
      responseParameters: {},
      responseTemplates: { 'text/plain': 'no' },
      defaultResponse: true,
    })
  })
})

describe('renderGatewayResponse', () => {
  it('answers a throttled request', () => {
    expect(render('THROTTLED')).toEqual({
      statusCode: 429,
      headers: [
        ['x-amzn-RequestId', 'request-1'],
        ['x-amz-apigw-id', 'extended='],
        ['x-amzn-ErrorType', 'TooManyRequestsException'],
        ['Content-Type', 'application/json'],
      ],
      body: '{"message":"Too Many Requests"}',
    })
  })

  it("answers each type in the service's words", () => {
    const answers = GATEWAY_RESPONSE_TYPES.map((type) => {
      const { statusCode, headers, body } = render(type)
      return `${statusCode} ${headers[2]?.[1] ?? ''} ${body.slice(0, 44)}`
    })
    expect(answers).toMatchInlineSnapshot(`
      [
        "403 ForbiddenException {"message":"Forbidden"}",
        "500 InternalServerErrorException {"message":"Internal server error"}",
        "403 AccessDeniedException {"Message":"User is not authorized to access",
        "500 InternalServerErrorException {"message":"Internal server error"}",
        "500 AuthorizerConfigurationException {"message":null}",
        "500 AuthorizerFailureException {"message":null}",
        "400 BadRequestException {"message":"Invalid request body"}",
        "400 BadRequestException {"message":"Missing required request paramet",
        "403 ExpiredTokenException {"message":"The security token included in t",
        "504 InternalServerErrorException {"message":"Network error communicating with",
        "504 InternalServerErrorException {"message":"Endpoint request timed out"}",
        "403 ForbiddenException {"message":"Forbidden"}",
        "403 InvalidSignatureException {"message":"The request signature we calcula",
        "403 MissingAuthenticationTokenException {"message":"Missing Authentication Token"}",
        "429 LimitExceededException {"message":"Limit Exceeded"}",
        "413 RequestTooLargeException {"message":"Request Too Long"}",
        "404 ResourceNotFoundException {"message":"Not Found"}",
        "429 TooManyRequestsException {"message":"Too Many Requests"}",
        "401 UnauthorizedException {"message":"Unauthorized"}",
        "415 BadRequestException {"message":"Unsupported Media Type"}",
        "403 ForbiddenException {"message":"Forbidden"}",
      ]
    `)
  })

  it('writes Message with a capital for denials, unless the template is their own', () => {
    const own = { ACCESS_DENIED: { responseTemplates: { 'application/json': '{"why":$context.error.messageString}' } } }
    const answers = [render('ACCESS_DENIED', {}, { message: 'no' }), render('ACCESS_DENIED', own, { message: 'no' })]
    expect(answers.map(({ body }) => body)).toEqual(['{"Message":"no"}', '{"why":"no"}'])
  })

  it('prints a message of null without quotes', () => {
    expect(render('AUTHORIZER_CONFIGURATION_ERROR').body).toBe('{"message":null}')
  })

  it('takes message, error type and status from the occasion', () => {
    const more = { message: 'odd "thing"', errorType: 'OddException', statusCode: 502 }
    const answer = render('DEFAULT_5XX', {}, more)
    expect([answer.statusCode, answer.headers[2], answer.body]).toEqual([
      502,
      ['x-amzn-ErrorType', 'OddException'],
      '{"message":"odd \\"thing\\""}',
    ])
  })

  it('lets a customised status win over that of the occasion', () => {
    expect(render('DEFAULT_5XX', { DEFAULT_5XX: CUSTOM }, { statusCode: 502 }).statusCode).toBe(599)
  })

  it('gives the defaults themselves the status of their class', () => {
    expect([render('DEFAULT_4XX').statusCode, render('DEFAULT_5XX').statusCode]).toEqual([403, 500])
  })

  it.each([
    ['$context.requestId $context.stage $context.httpMethod $context.path', 'request-1 prod GET /prod/orders/7'],
    ['$context.resourcePath of $context.apiId, $context.accountId.', '/orders/{id} of a1b2c3d4e5, 123456789012.'],
    ['$context.requestTimeEpoch', '1700000000000'],
    ['$context.identity.sourceIp|$context.identity.apiKey|$context.identity', '203.0.113.9||'],
    ['$context.authorizer.principalId $context.authorizer.claims.email', 'ana ana@example.test'],
    ['$context.error.message $context.error.responseType', 'Too Many Requests THROTTLED'],
    ['[$context.error.validationErrorString]', '[]'],
    ['$stageVariables.region|$stageVariables.none|$stageVariables.constructor', 'eu||'],
    ['$method.request.header.x-trace $method.request.multivalueheader.X-Trace', 'a a,b'],
    ['$method.request.querystring.tag $method.request.multivaluequerystring.tag', 'y x,y'],
    ['$method.request.path.id$method.request.path.other', '7'],
    [
      '#if(true) $input.body $util.escapeJavaScript("x") ${context.stage} $$',
      '#if(true) $input.body $util.escapeJavaScript("x") ${context.stage} $$',
    ],
    ['$context.unknown $context $context.stageVariables.region', ' $context '],
    ['$context.constructor|$context.identity.toString|$context.error|$context.headers', '|||'],
  ])('replaces references and nothing else: %s', (template, body) => {
    expect(bodyOf(template)).toBe(body)
  })

  it('prints what validation found', () => {
    expect(bodyOf('$context.error.validationErrorString', { validationErrorString: '[a, b]' })).toBe('[a, b]')
  })

  it('does not replace what a replacement brings', () => {
    expect(bodyOf('$context.error.message', { message: '$context.stage $& $1' })).toBe('$context.stage $& $1')
  })

  it('sets headers from literals, context, stage variables and the request', () => {
    expect(
      headersOf({
        'gatewayresponse.header.Access-Control-Allow-Origin': "'*'",
        'gatewayresponse.header.x-id': 'context.requestId',
        'gatewayresponse.header.x-region': 'stageVariables.region',
        'gatewayresponse.header.x-tag': 'method.request.querystring.tag',
        'gatewayresponse.header.x-none': 'method.request.header.none',
        'gatewayresponse.header.x-odd': 'unknown.source',
        'gatewayresponse.path.x': "'ignored'",
        'gatewayresponse.header.bad name': "'ignored'",
      }),
    ).toEqual([
      ['Content-Type', 'application/json'],
      ['Access-Control-Allow-Origin', '*'],
      ['x-id', 'request-1'],
      ['x-region', 'eu'],
      ['x-tag', 'y'],
    ])
  })

  it('strips line breaks from header values', () => {
    const headers = { 'X-Trace': ['a\r\nSet-Cookie: x=1\0'] }
    expect(headersOf({ 'gatewayresponse.header.x': 'method.request.header.x-trace' }, { headers })[1]).toEqual([
      'x',
      'aSet-Cookie: x=1',
    ])
  })

  it("lets a parameter replace the content type but none of the service's own headers", () => {
    const parameters = {
      'gatewayresponse.header.content-type': "'text/html'",
      'gatewayresponse.header.X-Amzn-ErrorType': "'Mine'",
      'gatewayresponse.header.x-amzn-requestid': "'mine'",
    }
    expect(headersOf(parameters)).toEqual([['content-type', 'text/html']])
  })

  it.each([
    [undefined, 'application/json', 'json'],
    ['text/html', 'text/html', 'html'],
    ['TEXT/HTML;q=0.9, application/json', 'text/html', 'html'],
    ['image/png, text/html', 'application/json', 'json'],
    ['*/*', 'application/json', 'json'],
  ])('chooses the template for Accept: %s', (accept, contentType, body) => {
    const responseTemplates = { 'text/html': 'html', 'application/json': 'json' }
    const headers: Record<string, string[]> = accept === undefined ? {} : { accept: [accept] }
    const answer = render('THROTTLED', { THROTTLED: { responseTemplates } }, { headers })
    expect([answer.headers[3], answer.body]).toEqual([['Content-Type', contentType], body])
  })

  it('takes the first template when none is for JSON, and an empty body when there is none', () => {
    const choices: Record<string, string>[] = [{ 'text/xml': '<a/>', 'text/html': 'html' }, {}]
    const answers = choices.map((responseTemplates) => render('THROTTLED', { THROTTLED: { responseTemplates } }))
    expect(answers.map(({ headers, body }) => [headers[3]?.[1], body])).toEqual([
      ['text/xml', '<a/>'],
      ['application/json', ''],
    ])
  })
})
