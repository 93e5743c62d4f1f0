import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Authorizer } from '@shared/design/authorizer'
import type { Method } from '@shared/design/method'
import { builtHandlerProcess } from './testing/built-handler-process'
import { API, mockAnswering, sampleDesign, type SampleParts } from './testing/sample-design'
import { serveSample, type ServedSample } from './testing/served-sample'
import { testClock } from './testing/test-clock'

let handlerProcessUrl: URL
beforeAll(async () => {
  handlerProcessUrl = await builtHandlerProcess()
})
let sample: ServedSample | null = null
afterEach(async () => {
  await sample?.close()
  sample = null
})

const ACME = 'acme-acme-acme-acme-1'
const IDLE = 'idle-idle-idle-idle-1'
const apiKeys = [
  { id: 'key0000001', name: 'acme', enabled: true, value: ACME },
  { id: 'key0000002', name: 'idle', enabled: false, value: IDLE },
]
const plan = {
  id: 'plan01',
  name: 'Basic',
  apiStages: [{ apiId: API, stage: 'prod' }],
  keyIds: ['key0000001', 'key0000002'],
}
const keyed: Partial<Method> = { apiKeyRequired: true }

async function serve(parts: SampleParts, files: Record<string, string> = {}): Promise<ServedSample> {
  sample = await serveSample({ design: sampleDesign(parts), files, handlerProcessUrl, clock: testClock() })
  return sample
}

const withKey = (value: string) => ({ headers: { 'X-Api-Key': value } })

describe('limits', () => {
  test('a throttled request is answered 429, and the bucket refills with time', async () => {
    const clock = testClock()
    const stage = { methodSettings: { '/orders/GET': { throttlingRateLimit: 1, throttlingBurstLimit: 2 } } }
    const design = sampleDesign({ resources: { '/orders': { methods: { GET: mockAnswering('[]') } } }, stage })
    sample = await serveSample({ design, clock })
    const statuses = [(await sample.send('/orders')).status, (await sample.send('/orders')).status]
    const { status, headers, text } = await sample.send('/orders')
    clock.pass(1000)
    expect([statuses, status, (await sample.send('/orders')).status]).toEqual([[200, 200], 429, 200])
    expect([headers['x-amzn-errortype'], headers['retry-after'], text]).toEqual([
      'TooManyRequestsException',
      undefined,
      '{"message":"Too Many Requests"}',
    ])
    expect(sample.traced[2]!.trace.at(-1)).toMatchObject({ step: 'method-throttle', verdict: 'stopped' })
  })

  test('a key counts only when it is known, enabled and in a plan of the stage', async () => {
    const resources = { '/orders': { methods: { GET: mockAnswering('[]', keyed) } } }
    const { send, traced } = await serve({ resources, design: { apiKeys, usagePlans: [plan] } })
    const answers = [
      await send('/orders'),
      await send('/orders', withKey('nobody')),
      await send('/orders', withKey(IDLE)),
    ]
    for (const { status, headers, text } of answers) {
      expect([status, headers['x-amzn-errortype'], text]).toEqual([
        403,
        'ForbiddenException',
        '{"message":"Forbidden"}',
      ])
    }
    expect((await send('/orders', withKey(ACME))).status).toBe(200)
    expect(traced.map(({ apiKeyName }) => apiKeyName)).toEqual([null, null, 'idle', 'acme'])
  })

  test('a used-up quota is answered 429 Limit Exceeded', async () => {
    const resources = { '/orders': { methods: { GET: mockAnswering('[]', keyed) } } }
    const usagePlans = [{ ...plan, quota: { limit: 1, period: 'DAY' as const } }]
    const { send } = await serve({ resources, design: { apiKeys, usagePlans } })
    await send('/orders', withKey(ACME))
    const { status, headers, text } = await send('/orders', withKey(ACME))
    expect([status, headers['x-amzn-errortype'], text]).toEqual([
      429,
      'LimitExceededException',
      '{"message":"Limit Exceeded"}',
    ])
  })

  test('a key on a method that needs none does nothing', async () => {
    const resources = { '/orders': { methods: { GET: mockAnswering('[]') } } }
    const usagePlans = [{ ...plan, quota: { limit: 1, period: 'DAY' as const } }]
    const { send } = await serve({ resources, design: { apiKeys, usagePlans } })
    const statuses = [await send('/orders', withKey(ACME)), await send('/orders', withKey('x')), await send('/orders')]
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200])
  })
})

describe('the resource policy', () => {
  const policy = (effect: 'Allow' | 'Deny') => ({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow' as const,
        Principal: '*',
        Action: 'execute-api:Invoke',
        Resource: 'execute-api:/prod/GET/open',
      },
      { Effect: effect, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/prod/GET/shut' },
    ],
  })
  const resources = {
    '/open': { methods: { GET: mockAnswering('"open"') } },
    '/shut': { methods: { GET: mockAnswering('"shut"') } },
    '/else': { methods: { GET: mockAnswering('"else"') } },
  }
  const arn = `arn:aws:execute-api:us-east-1:********9012:${API}/prod/GET`

  test('denies what it denies and what it does not speak of, and says to whom and for what', async () => {
    const { send } = await serve({ resources, api: { policy: policy('Deny') } })
    const [open, shut, other] = [await send('/open'), await send('/shut/'), await send('/else')]
    const anonymous = 'User: anonymous is not authorized to perform: execute-api:Invoke on resource:'
    expect([open.status, shut.status, JSON.parse(shut.text), other.status, JSON.parse(other.text)]).toEqual([
      200,
      403,
      { Message: `${anonymous} ${arn}/shut with an explicit deny` },
      403,
      { Message: `${anonymous} ${arn}/else` },
    ])
    expect(other.headers['x-amzn-errortype']).toBe('AccessDeniedException')
  })
})

describe('request validation', () => {
  const validated: Partial<Method> = {
    requestValidatorId: 'all',
    requestParameters: { 'method.request.querystring.page': true, 'method.request.header.x-trace': true },
    requestModels: { 'application/json': 'Order' },
  }
  const api = {
    requestValidators: { all: { validateRequestBody: true, validateRequestParameters: true } },
    models: {
      Order: {
        contentType: 'application/json',
        schema: { type: 'object', required: ['item'], properties: { item: { type: 'string', pattern: '^(a+)+$' } } },
      },
    },
    gatewayResponses: {
      BAD_REQUEST_BODY: { responseTemplates: { 'application/json': '{"why":"$context.error.validationErrorString"}' } },
    },
  }
  const resources = { '/orders': { methods: { POST: mockAnswering('"ok"', validated) } } }
  const good = { method: 'POST', headers: { 'x-trace': '1', 'Content-Type': 'application/json' } }

  test('names the parameters that are missing', async () => {
    const { send } = await serve({ resources, api })
    const { status, headers, text } = await send('/orders?page=', { method: 'POST', body: '{' })
    expect([status, headers['x-amzn-errortype'], JSON.parse(text)]).toEqual([
      400,
      'BadRequestException',
      { message: 'Missing required request parameters: [x-trace, page]' },
    ])
  })

  test('checks the body against the model, and knows why it does not fit', async () => {
    const { send } = await serve({ resources, api })
    const bad = await send('/orders?page=1', { ...good, body: '{}' })
    expect([bad.status, bad.text]).toEqual([400, '{"why":"[object has missing required properties (["item"])]"}'])
    expect((await send('/orders?page=1', { ...good, body: '{"item":"aa"}' })).text).toBe('"ok"')
  })

  test('is not held up by a pattern that backtracks without end', async () => {
    const { send } = await serve({ resources, api })
    const body = JSON.stringify({ item: `${'a'.repeat(5000)}!` })
    expect((await send('/orders?page=1', { ...good, body })).status).toBe(400)
  })
})

describe('Lambda authorizers', () => {
  const handler = `
    let calls = 0
    const policy = (effect, resource) => ({
      Version: '2012-10-17',
      Statement: [{ Action: 'execute-api:Invoke', Effect: effect, Resource: resource }],
    })
    export const handler = async (event) => {
      calls++
      const token = event.authorizationToken ?? event.headers['X-Token']
      const base = event.methodArn.split('/').slice(0, 2).join('/')
      const context = { calls, event: JSON.stringify(event) }
      if (token === 'refuse') throw new Error('Unauthorized')
      if (token === 'throw') throw new Error('boom')
      if (token === 'garbage') return 'yes'
      if (token === 'nested') return { principalId: 'u', policyDocument: policy('Allow', '*'), context: { list: [1] } }
      if (token === 'deny') return { principalId: 'u', policyDocument: policy('Deny', '*'), context }
      if (token === 'this') return { principalId: 'u', policyDocument: policy('Allow', event.methodArn), context }
      return { principalId: token, policyDocument: policy('Allow', base + '/*'), context, usageIdentifierKey: '${ACME}' }
    }`
  const echo = `export const handler = async (event) => ({ body: JSON.stringify(event.requestContext.authorizer ?? null) })`
  const files = { 'auth.mjs': handler, 'echo.mjs': echo }
  const custom: Partial<Method> = { authorizationType: 'CUSTOM', authorizerId: 'auth' }
  const behind = (more: Partial<Method> = {}): Method => ({
    ...mockAnswering(''),
    ...custom,
    integration: { type: 'AWS_PROXY', httpMethod: 'POST', handler: './echo.mjs', integrationResponses: [] },
    ...more,
  })
  const token: Authorizer = {
    type: 'TOKEN',
    identitySource: 'method.request.header.Authorization',
    identityValidationExpression: '^[a-z]+$',
    handler: './auth.mjs',
  }
  const parts = (authorizer: Partial<Authorizer> = {}, api: SampleParts['api'] = {}): SampleParts => ({
    resources: { '/a/{id}': { methods: { GET: behind() } }, '/b': { methods: { GET: behind() } } },
    api: { authorizers: { auth: { ...token, ...authorizer } }, ...api },
  })
  const as = (value: string) => ({ headers: { Authorization: value } })

  test('get exactly the three members of a TOKEN event, and their context reaches the function as text', async () => {
    const { send } = await serve(parts(), files)
    const { integrationLatency, event, ...authorizer } = JSON.parse((await send('/a/7/', as('ana'))).text)
    expect([authorizer, typeof integrationLatency]).toEqual([{ principalId: 'ana', calls: '1' }, 'number'])
    expect(JSON.parse(event)).toEqual({
      type: 'TOKEN',
      authorizationToken: 'ana',
      methodArn: `arn:aws:execute-api:us-east-1:123456789012:${API}/prod/GET/a/7`,
    })
  })

  test('are not called without the token, or with one that does not match', async () => {
    const { send, lines } = await serve(parts({ handler: './nowhere.mjs' }), files)
    for (const sent of [{}, as(' '), as('UPPER')]) {
      const { status, headers, text } = await send('/b', sent)
      expect([status, headers['x-amzn-errortype'], text]).toEqual([
        401,
        'UnauthorizedException',
        '{"message":"Unauthorized"}',
      ])
    }
    expect(lines).toEqual([])
  })

  test('keep a result for its caller, whose policy is asked again for every method', async () => {
    const { send } = await serve(parts(), files)
    const calls = async (path: string, who: string) => JSON.parse((await send(path, as(who))).text).calls
    expect([await calls('/a/1', 'ana'), await calls('/b', 'ana'), await calls('/b', 'bob')]).toEqual(['1', '1', '2'])
    expect((await send('/a/1', as('this'))).status).toBe(200)
    const other = await send('/b', as('this'))
    expect([other.status, JSON.parse(other.text)]).toEqual([
      403,
      { Message: 'User is not authorized to access this resource' },
    ])
  })

  test('forget a result when its time is over, and keep none with a TTL of 0', async () => {
    const clock = testClock()
    sample = await serveSample({
      design: sampleDesign(parts({ authorizerResultTtlInSeconds: 10 })),
      files,
      handlerProcessUrl,
      clock,
    })
    const calls = async () => JSON.parse((await sample!.send('/b', as('ana'))).text).calls
    const kept = [await calls(), await calls()]
    clock.pass(10_001)
    expect([...kept, await calls()]).toEqual(['1', '1', '2'])
    sample.gateway.update(sampleDesign(parts({ authorizerResultTtlInSeconds: 0 })))
    expect([await calls(), await calls()]).toEqual(['3', '4'])
  })

  test('refuse, deny and fail with the bodies of the service', async () => {
    const { send, lines } = await serve(parts(), files)
    const answer = async (who: string) => {
      const { status, headers, text } = await send('/b', as(who))
      return [status, headers['x-amzn-errortype'], text]
    }
    expect(await answer('refuse')).toEqual([401, 'UnauthorizedException', '{"message":"Unauthorized"}'])
    expect(await answer('deny')).toEqual([
      403,
      'AccessDeniedException',
      '{"Message":"User is not authorized to access this resource with an explicit deny"}',
    ])
    const broken = [500, 'AuthorizerConfigurationException', '{"message":null}']
    expect([await answer('throw'), await answer('garbage')]).toEqual([broken, broken])
    expect(lines).toEqual([
      'GET /b of "Sample", stage prod: authorizer "auth" answers 500: the function failed: Error: boom',
      'GET /b of "Sample", stage prod: authorizer "auth" answers 500: the result is not a JSON object',
    ])
  })

  test('pass with a context that cannot be used, and the integration then fails', async () => {
    const { send } = await serve(parts(), files)
    expect(await send('/b', as('nested'))).toMatchObject({ status: 500, text: '{"message":"Internal server error"}' })
  })

  test('can name the API key, and the header is then not looked at', async () => {
    const resources = { '/b': { methods: { GET: behind(keyed) } } }
    const design = { apiKeys, usagePlans: [plan] }
    const api = { authorizers: { auth: token }, apiKeySource: 'AUTHORIZER' as const }
    const { send, traced } = await serve({ resources, api, design }, files)
    const named = await send('/b', as('ana'))
    const notNamed = await send('/b', { headers: { Authorization: 'this', 'X-API-Key': ACME } })
    expect([named.status, notNamed.status, traced[0]!.apiKeyName]).toEqual([200, 403, 'acme'])
  })

  test('of type REQUEST see the request, and need every source while results are kept', async () => {
    const request: Partial<Authorizer> = {
      type: 'REQUEST',
      identitySource: 'method.request.header.X-Token, method.request.querystring.q, stageVariables.env',
    }
    const stage = { variables: { env: 'blue' } }
    const { send } = await serve({ ...parts(request), stage }, files)
    const { status, text } = await send('/a/7?q=1&q=2', { headers: { 'X-Token': 'ana' } })
    const event = JSON.parse(JSON.parse(text).event)
    expect([status, Object.keys(event).sort()]).toEqual([
      200,
      [
        'headers',
        'httpMethod',
        'methodArn',
        'multiValueHeaders',
        'multiValueQueryStringParameters',
        'path',
        'pathParameters',
        'queryStringParameters',
        'requestContext',
        'resource',
        'stageVariables',
        'type',
      ],
    ])
    expect([
      event.type,
      event.resource,
      event.pathParameters,
      event.queryStringParameters,
      event.stageVariables,
    ]).toEqual(['REQUEST', '/a/{id}', { id: '7' }, { q: '2' }, { env: 'blue' }])
    expect((await send('/a/7', { headers: { 'X-Token': 'ana' } })).status).toBe(401)
  })

  test('of type REQUEST without sources never share a result between callers', async () => {
    const { send } = await serve(parts({ type: 'REQUEST', identitySource: '' }), files)
    const principal = async (who: string) =>
      JSON.parse((await send('/b', { headers: { 'X-Token': who } })).text).principalId
    expect([await principal('ana'), await principal('bob')]).toEqual(['ana', 'bob'])
  })

  test('are looked for by the name in their ARN, and missing ones are named', async () => {
    const uri = 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:1:function:'
    const authorizer = { type: 'TOKEN', authorizerUri: `${uri}gate/invocations` } as const
    const base: SampleParts = {
      resources: { '/b': { methods: { GET: behind() } } },
      api: { authorizers: { auth: authorizer } },
    }
    const { send, gateway, lines } = await serve(
      { ...base, design: { functions: { gate: { handler: './auth.mjs' } } } },
      files,
    )
    expect((await send('/b', as('ana'))).status).toBe(200)
    gateway.update(sampleDesign(base))
    expect(await send('/b', as('ana'))).toMatchObject({ status: 500, text: '{"message":null}' })
    expect(lines).toEqual([
      'GET /b of "Sample", stage prod: authorizer "auth" answers 500: GET /b of "Sample", stage prod calls the function ' +
        '"gate", which has no handler here; bind a JavaScript, TypeScript or Python file to it',
    ])
  })
})
