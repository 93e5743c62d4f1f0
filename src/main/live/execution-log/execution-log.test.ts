import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { TryRequest } from '@shared/contract/try'
import type { Authorizer } from '@shared/design/authorizer'
import type { Integration } from '@shared/design/integration'
import { builtHandlerProcess } from '../testing/built-handler-process'
import { API, httpMethod, lambdaMethod, mockAnswering, sampleDesign, type SampleParts } from '../testing/sample-design'
import { serveSample, type ServedSample } from '../testing/served-sample'
import { testClock } from '../testing/test-clock'

let handlerProcessUrl: URL
beforeAll(async () => {
  handlerProcessUrl = await builtHandlerProcess()
})
let sample: ServedSample | null = null
let backend: Server | null = null
afterEach(async () => {
  await sample?.close()
  backend?.close()
  sample = null
  backend = null
})

const REQUEST: TryRequest = {
  apiId: API,
  stage: 'prod',
  method: 'GET',
  path: '/things',
  headers: [['x-amzn-RequestId', '8f0e7a3c-1a2b-4c3d-9e4f-5a6b7c8d9e0f']],
  body: null,
  apiKeyId: null,
  token: null,
  iamUser: null,
  caller: {},
  isTestInvoke: false,
}
const ID = '8f0e7a3c-1a2b-4c3d-9e4f-5a6b7c8d9e0f'

const FILES = {
  'functions.mjs': `
    export const hello = async () => ({ body: 'hello' })
    export const broken = async () => { throw new Error('boom') }
    export const malformed = async () => ({ weather: 'fine' })
    export const authorizer = async ({ authorizationToken: token }) => {
      if (token === 'nobody') throw new Error('Unauthorized')
      if (token === 'broken') return {}
      const Effect = token === 'denied' ? 'Deny' : 'Allow'
      const Statement = { Action: 'execute-api:Invoke', Effect, Resource: '*' }
      return { principalId: 'principal', policyDocument: { Statement } }
    }`,
}

async function serve(parts: SampleParts): Promise<ServedSample> {
  sample = await serveSample({ handlerProcessUrl, design: sampleDesign(parts), files: FILES, clock: testClock() })
  return sample
}

/** The log of a request, without the id in front of every line. */
async function logOf({ gateway }: ServedSample, request: Partial<TryRequest> = {}): Promise<string[]> {
  const headers = [...REQUEST.headers, ...(request.headers ?? [])]
  const { executionLog } = await gateway.send({ ...REQUEST, ...request, headers })
  return executionLog.map(({ text }) => text.replace(`(${ID}) `, ''))
}

/** Lines whose words are not the same in every run: only what they begin with. */
function shortened(lines: readonly string[]): string[] {
  return lines.map((line) =>
    line.replace(/^((?:Method|Endpoint) (?:request|response) headers|Extended Request Id): .*/s, '$1'),
  )
}

const PLAN_LINES = [
  `Verifying Usage Plan for request: ${ID}. API Key:  API Stage: ${API}/prod`,
  "API Key  authorized because method 'GET /things' does not require API Key. Request will not contribute to throttle or quota limits",
  `Usage Plan check succeeded for API Key  and API Stage ${API}/prod`,
]
const REQUEST_LINES = [
  `Starting execution for request: ${ID}`,
  'HTTP Method: GET, Resource Path: /things',
  'Method request path: {}',
  'Method request query string: {}',
  'Method request headers',
  'Method request body before transformations: ',
]

describe('the execution log', () => {
  test('tells a request from the usage plan to its status, every line with the id', async () => {
    const { gateway } = await serve({ resources: { '/things/{id}': { methods: { ANY: mockAnswering('{"a":1}') } } } })
    const { executionLog } = await gateway.send({
      ...REQUEST,
      method: 'POST',
      path: '/things/7?a=1&a=2&b=x%20y',
      headers: [...REQUEST.headers, ['Authorization', 'secret-token']],
      body: '{"statusCode":200}',
    })
    expect(executionLog.every(({ at, text }) => at === 1_767_225_600_000 && text.startsWith(`(${ID}) `))).toBe(true)
    expect(gateway.executionLog(ID)).toEqual(executionLog)
    const lines = executionLog.map(({ text }) => text.replace(`(${ID}) `, ''))
    expect(lines[0]).toMatch(/^Extended Request Id: .{15}=$/)
    expect(lines[8]).toContain('Authorization=******-token, Host=')
    expect(lines.filter((_, index) => index !== 0 && index !== 8)).toEqual([
      `Verifying Usage Plan for request: ${ID}. API Key:  API Stage: ${API}/prod`,
      "API Key  authorized because method 'ANY /things/{id}' does not require API Key. Request will not contribute to throttle or quota limits",
      `Usage Plan check succeeded for API Key  and API Stage ${API}/prod`,
      `Starting execution for request: ${ID}`,
      'HTTP Method: POST, Resource Path: /things/7',
      'Method request path: {id=7}',
      'Method request query string: {a=2, b=x y}',
      'Method request body before transformations: {"statusCode":200}',
      'Method response body after transformations: {"a":1}',
      'Method response headers: {Content-Type=application/json}',
      'Successfully completed execution',
      'Method completed with status: 200',
    ])
  })

  test('tells what a function was asked and what it said', async () => {
    const things = { methods: { GET: lambdaMethod('./functions.mjs#hello') } }
    const lines = await logOf(await serve({ resources: { '/things': things } }))
    const address =
      'https://lambda.us-east-1.amazonaws.com/2015-03-31/functions/' +
      'arn:aws:lambda:us-east-1:123456789012:function:./functions.mjs#hello/invocations'
    expect(lines[11]).toMatch(/^Endpoint request headers: \{x-amzn-lambda-integration-tag=8f0e7a3c-.*\* \[TRUNCATED\]$/)
    expect(lines[11]).toContain(
      `x-amzn-apigateway-api-id=${API}, X-Amz-Source-Arn=arn:aws:execute-api:us-east-1:123456789012:${API}/prod/GET/things, Accept=application/json`,
    )
    expect(lines[12]).toMatch(
      /^Endpoint request body after transformations: \{"resource":"\/things","path":"\/things",.* \[TRUNCATED\]$/,
    )
    expect(shortened(lines.filter((_, index) => index !== 12))).toEqual([
      'Extended Request Id',
      ...PLAN_LINES,
      ...REQUEST_LINES,
      `Endpoint request URI: ${address}`,
      'Endpoint request headers',
      `Sending request to ${address}`,
      'Received response. Status: 200, Integration latency: 0 ms',
      'Endpoint response headers',
      'Endpoint response body before transformations: {"body":"hello"}',
      'Method response body after transformations: hello',
      'Method response headers',
      'Successfully completed execution',
      'Method completed with status: 200',
    ])
  })

  test('says why a function gave no answer', async () => {
    const of = (handler: string) => ({ methods: { GET: lambdaMethod(`./functions.mjs#${handler}`) } })
    const served = await serve({
      resources: { '/broken': of('broken'), '/malformed': of('malformed'), '/none': of('none') },
    })
    const endings = await Promise.all(
      ['/broken', '/malformed'].map(async (path) => (await logOf(served, { path })).slice(-3)),
    )
    expect(endings).toEqual([
      [
        expect.stringMatching(
          /^Endpoint response body before transformations: \{"errorType":"Error","errorMessage":"boom"/,
        ),
        `Lambda execution failed with status 200 due to customer function error: boom. Lambda request id: ${ID}`,
        'Method completed with status: 502',
      ],
      [
        'Endpoint response body before transformations: {"weather":"fine"}',
        'Execution failed due to configuration error: Malformed Lambda proxy response',
        'Method completed with status: 502',
      ],
    ])
  })

  test('tells what an HTTP backend was asked and what it said, or that there was none', async () => {
    backend = createServer((request, response) => {
      if (request.url === '/gone') request.socket.destroy()
      else response.setHeader('X-Backend', '1').end('from the backend')
    })
    await new Promise<void>((listening) => backend!.listen(0, '127.0.0.1', listening))
    const { port } = backend.address() as AddressInfo
    const served = await serve({
      resources: {
        '/things': { methods: { GET: httpMethod(`http://127.0.0.1:${port}/base`) } },
        '/gone': { methods: { GET: httpMethod(`http://127.0.0.1:${port}/gone`) } },
        '/nowhere': { methods: { GET: httpMethod('nowhere') } },
      },
    })
    const lines = await logOf(served, { path: '/things?a=1' })
    expect(lines[11]).toMatch(
      new RegExp(`^Endpoint request headers: \\{.*x-amzn-apigateway-api-id=${API}, X-Amzn-Trace-Id=Root=[^,]*\\}$`),
    )
    expect(lines[15]).toContain('X-Backend=1')
    expect(
      lines.filter((line) => /^(Endpoint request (URI|body)|Sending|Received|Endpoint response body)/.test(line)),
    ).toEqual([
      `Endpoint request URI: http://127.0.0.1:${port}/base?a=1`,
      'Endpoint request body after transformations: ',
      `Sending request to http://127.0.0.1:${port}/base?a=1`,
      'Received response. Status: 200, Integration latency: 0 ms',
      'Endpoint response body before transformations: from the backend',
    ])
    expect((await logOf(served, { path: '/gone' })).slice(-3)).toEqual([
      `Sending request to http://127.0.0.1:${port}/gone`,
      'Execution failed due to a network error communicating with endpoint',
      'Method completed with status: 504',
    ])
    expect((await logOf(served, { path: '/nowhere' })).slice(-2)).toEqual([
      'Execution failed due to configuration error: Invalid endpoint address',
      'Method completed with status: 500',
    ])
  })

  test('tells what another AWS service was asked and what its stand-in said', async () => {
    const integration: Integration = {
      type: 'AWS',
      httpMethod: 'POST',
      uri: 'arn:aws:apigateway:us-east-1:sqs:path/123456789012/orders',
      requestParameters: { 'integration.request.header.Content-Type': "'application/x-www-form-urlencoded'" },
      requestTemplates: { 'application/json': 'Action=SendMessage&MessageBody=hello' },
      integrationResponses: [{ statusCode: '200' }],
    }
    const method = { ...mockAnswering(''), integration }
    const lines = await logOf(await serve({ resources: { '/things': { methods: { GET: method } } } }))
    expect(shortened(lines).slice(10, 15)).toEqual([
      'Endpoint request URI: https://sqs.us-east-1.amazonaws.com/123456789012/orders',
      'Endpoint request headers',
      'Endpoint request body after transformations: Action=SendMessage&MessageBody=hello',
      'Sending request to https://sqs.us-east-1.amazonaws.com/123456789012/orders',
      'Received response. Status: 200, Integration latency: 0 ms',
    ])
  })

  test('says what a validator found', async () => {
    const method = mockAnswering('', {
      requestValidatorId: 'all',
      requestModels: { 'application/json': 'Order' },
      requestParameters: { 'method.request.querystring.page': true },
    })
    const api = {
      requestValidators: { all: { name: 'all', validateRequestBody: true, validateRequestParameters: true } },
      models: {
        Order: { name: 'Order', contentType: 'application/json', schema: { type: 'object', required: ['id'] } },
      },
    }
    const served = await serve({
      resources: { '/things': { methods: { POST: method } } },
      api: api as SampleParts['api'],
    })
    const post = { method: 'POST', body: '{}' }
    expect([
      (await logOf(served, post)).slice(-3),
      (await logOf(served, { ...post, path: '/things?page=1' })).slice(-2),
    ]).toEqual([
      [
        'Method request body before transformations: {}',
        'Missing required request parameters: [page]',
        'Method completed with status: 400',
      ],
      [
        'Request body does not match model schema for content type application/json: [object has missing required properties (["id"])]',
        'Method completed with status: 400',
      ],
    ])
  })
})

describe('the log of what comes before a method', () => {
  const authorizers: Record<string, Authorizer> = {
    tokens: { type: 'TOKEN', handler: './functions.mjs#authorizer', authorizerResultTtlInSeconds: 300 },
  }
  const method = mockAnswering('ok', { authorizationType: 'CUSTOM', authorizerId: 'tokens' })
  const guarded: SampleParts = { resources: { '/things': { methods: { GET: method } } }, api: { authorizers } }
  const asking = (token: string) => ({ headers: [['Authorization', token]] as const })

  test('tells what an authorizer was asked and what it said, and of a kept result only that', async () => {
    const served = await serve(guarded)
    const called = await logOf(served, asking('allow-me'))
    expect(shortened(called).slice(1, 5)).toEqual([
      `Starting authorizer: tokens for request: ${ID}`,
      'Incoming identity: ****w-me',
      'Endpoint request URI: https://lambda.us-east-1.amazonaws.com/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:./functions.mjs#authorizer/invocations',
      'Endpoint request headers',
    ])
    expect(called.slice(5, 6).concat(called.slice(7, 11))).toEqual([
      `Endpoint request body after transformations: {"type":"TOKEN","authorizationToken":"allow-me","methodArn":"arn:aws:execute-api:us-east-1:123456789012:${API}/prod/GET/things"}`,
      'Authorizer result body before parsing: {"principalId":"principal","policyDocument":{"Statement":{"Action":"execute-api:Invoke","Effect":"Allow","Resource":"*"}}}',
      'Using valid authorizer policy for principal: *****ipal',
      'Successfully completed authorizer execution',
      PLAN_LINES[0],
    ])
    const kept = await logOf(served, asking('allow-me'))
    expect(shortened(kept).slice(1, 6)).toEqual([
      `Starting authorizer: tokens for request: ${ID}`,
      'Incoming identity: ****w-me',
      'Using valid authorizer policy for principal: *****ipal',
      'Successfully completed authorizer execution',
      PLAN_LINES[0],
    ])
  })

  test('ends with what an authorizer refused, and is empty when there was nobody to ask about', async () => {
    const served = await serve(guarded)
    const endings = await Promise.all(
      ['nobody', 'denied', 'broken'].map(async (token) => (await logOf(served, asking(token))).slice(-2)),
    )
    expect(endings).toEqual([
      [`Unauthorized request: ${ID}`, 'Method completed with status: 401'],
      ['Successfully completed authorizer execution', 'Method completed with status: 403'],
      ['AuthorizerConfigurationException', 'Method completed with status: 500'],
    ])
    expect(await logOf(served)).toEqual([])
  })

  test('names the key, the plan and the limit that stopped a request', async () => {
    const keys = ['one', 'two'].map((name) => ({
      id: name,
      name,
      value: `${name}-abcdefghijklmnopqrst`,
      enabled: true,
    }))
    const plan = { name: 'Basic', apiStages: [{ apiId: API, stage: 'prod' }] }
    const usagePlans = [
      { ...plan, id: 'plan01', keyIds: ['one'], throttle: { rateLimit: 1, burstLimit: 1 } },
      { ...plan, id: 'plan02', name: 'Metered', keyIds: ['two'], quota: { limit: 1, period: 'DAY' as const } },
    ]
    const keyed = mockAnswering('ok', { apiKeyRequired: true })
    const served = await serve({
      resources: {
        '/things': { methods: { GET: keyed } },
        '/limited': { methods: { GET: mockAnswering('ok') } },
      },
      stage: { methodSettings: { '/limited/GET': { throttlingRateLimit: 2, throttlingBurstLimit: 1 } } },
      design: { apiKeys: keys, usagePlans },
    })
    const second = async (request: Partial<TryRequest>) => {
      await logOf(served, request)
      return logOf(served, request)
    }
    const one = '********************opqrst'.slice(2)
    expect((await second({ apiKeyId: 'one' })).slice(1)).toEqual([
      `Verifying Usage Plan for request: ${ID}. API Key: ${one} API Stage: ${API}/prod`,
      `API Key ${one} exceeded throttle limit for API Stage ${API}/prod: Key throttle limit exceeded for Usage Plan ID plan01, RestApi ${API}, Stage prod. Limit: 1.00 Burst: 1`,
      'Method completed with status: 429',
    ])
    expect((await second({ apiKeyId: 'two' })).at(-2)).toBe(
      `API Key ${one} exceeded quota limit for API Stage ${API}/prod: Key quota exhausted for Usage Plan ID plan02. Quota Limit: 1 Period: DAY`,
    )
    expect((await second({ path: '/limited' })).at(-2)).toMatch(
      new RegExp(
        `^Key throttle limit exceeded for RestApi ${API}, Stage prod, Resource \\w{6}, HttpMethod GET. Limit: 2.00 Burst: 1$`,
      ),
    )
    expect([
      (await logOf(served)).at(-2),
      (await logOf(served, { headers: [['x-api-key', 'unknown-key']] })).at(-2),
    ]).toEqual([
      `API Key  not authorized because method 'GET /things' requires API Key and API Key is not associated with a Usage Plan for API Stage ${API}/prod: No API Key`,
      `API Key ******n-key not authorized because method 'GET /things' requires API Key and API Key is not associated with a Usage Plan for API Stage ${API}/prod: No Usage Plan found for key and API Stage`,
    ])
  })
})
