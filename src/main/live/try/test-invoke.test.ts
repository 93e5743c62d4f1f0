import { afterEach, describe, expect, test } from 'vitest'
import type { TryRequest } from '@shared/contract/try'
import type { Design } from '@shared/design/design'
import type { PolicyDocument } from '@shared/design/policy-document'
import { API, mockAnswering, sampleDesign } from '../testing/sample-design'
import { serveSample, type ServedSample } from '../testing/served-sample'

let sample: ServedSample | null = null
afterEach(async () => {
  await sample?.close()
  sample = null
})
async function serve(design: Design): Promise<ServedSample> {
  sample = await serveSample({ design })
  return sample
}

const REQUEST: TryRequest = {
  apiId: API,
  stage: 'prod',
  method: 'GET',
  path: '/orders/7?a=1',
  headers: [],
  body: null,
  apiKeyId: null,
  token: null,
  iamUser: null,
  caller: {},
  isTestInvoke: true,
}
const NOBODY: PolicyDocument = {
  Statement: { Effect: 'Deny', Principal: '*', Action: 'execute-api:Invoke', Resource: '*' },
}
const TEMPLATE = `{"id":"$input.params('id')","color":"$stageVariables.color"}`

/** Everything that can stand before a method stands there and lets nobody pass. */
function closedDesign(): Design {
  const method = mockAnswering(TEMPLATE, { authorizationType: 'AWS_IAM', apiKeyRequired: true })
  return sampleDesign({
    resources: { '/orders/{id}': { methods: { GET: method } } },
    api: { policy: NOBODY, disableExecuteApiEndpoint: true, endpointConfiguration: { types: ['PRIVATE'] } },
    stage: {
      variables: { color: 'red' },
      cacheClusterEnabled: true,
      methodSettings: { '*/*': { throttlingRateLimit: 0, throttlingBurstLimit: 0, cachingEnabled: true } },
    },
  })
}

describe('a test invoke', () => {
  test('asks the method and nothing that stands before it', async () => {
    const { gateway } = await serve(closedDesign())
    const answer = await gateway.send(REQUEST)
    expect([answer.status, answer.headers, answer.body]).toEqual([
      200,
      [['Content-Type', 'application/json']],
      { kind: 'text', text: '{"id":"7","color":"red"}', bytes: 24 },
    ])
    expect(answer.traced?.trace.map(({ step, verdict }) => [step, verdict])).toEqual([
      ['integration', 'called'],
      ['integration', 'answered'],
    ])
    const real = await gateway.send({ ...REQUEST, isTestInvoke: false })
    expect(real.status).toBe(403)
  })

  test('has the log of the console: a heading, and the date before every other line', async () => {
    const { gateway } = await serve(closedDesign())
    const { executionLog, traced } = await gateway.send({ ...REQUEST, headers: [['X-A', '1']] })
    const id = traced!.requestId
    const [heading, ...lines] = executionLog.map(({ text }) => text)
    const date = /^[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d UTC \d{4} : /
    expect(lines.every((line) => date.test(line))).toBe(true)
    expect([heading, ...lines.map((line) => line.replace(date, ''))]).toEqual([
      `Execution log for request ${id}`,
      `Starting execution for request: ${id}`,
      'HTTP Method: GET, Resource Path: /orders/7',
      'Method request path: {id=7}',
      'Method request query string: {a=1}',
      'Method request headers: {X-A=1}',
      'Method request body before transformations: ',
      'Method response body after transformations: {"id":"7","color":"red"}',
      'Method response headers: {Content-Type=application/json}',
      'Successfully completed execution',
      'Method completed with status: 200',
    ])
  })

  test('validates, and takes every body for JSON', async () => {
    const method = mockAnswering('', {
      requestValidatorId: 'all',
      requestParameters: { 'method.request.querystring.page': true },
    })
    const requestTemplates = { 'application/json': '{"statusCode": 201}', 'text/plain': '{"statusCode": 500}' }
    const typed = mockAnswering('', {
      methodResponses: [{ statusCode: '201' }],
      integration: { type: 'MOCK', requestTemplates, integrationResponses: [{ statusCode: '201' }] },
    })
    const design = sampleDesign({
      resources: { '/checked': { methods: { POST: method } }, '/typed': { methods: { POST: typed } } },
      api: {
        requestValidators: { all: { name: 'all', validateRequestBody: false, validateRequestParameters: true } },
      } as object,
    })
    const { gateway } = await serve(design)
    const post = { ...REQUEST, method: 'POST', body: '{}', headers: [['Content-Type', 'text/plain']] } as const
    const checked = await gateway.send({ ...post, path: '/checked' })
    const asJson = await gateway.send({ ...post, path: '/typed' })
    expect([checked.status, checked.traced?.trace.map(({ step }) => step), asJson.status]).toEqual([
      400,
      ['request-validator'],
      201,
    ])
  })

  test('runs the method as it stands now, while others get what is deployed', async () => {
    const design = closedDesign()
    const { gateway } = await serve(design)
    const [api] = design.apis
    const edited = mockAnswering('edited')
    const resources = { '/orders/{id}': { methods: { GET: edited } }, '/new': { methods: { GET: edited } } }
    gateway.update({ ...design, apis: [{ ...api!, resources } as Design['apis'][number]] })
    const sent = await Promise.all(['/orders/7', '/new'].map((path) => gateway.send({ ...REQUEST, path })))
    const real = await gateway.send({ ...REQUEST, path: '/new', isTestInvoke: false })
    expect([...sent.map(({ body }) => body), real.status]).toEqual([
      { kind: 'text', text: 'edited', bytes: 6 },
      { kind: 'text', text: 'edited', bytes: 6 },
      403,
    ])
  })

  test('of an API without stages runs on the stage that it is served at', async () => {
    const method = mockAnswering('no stage')
    const design = sampleDesign({ resources: { '/a': { methods: { GET: method } } } })
    const bare = { ...design, apis: design.apis.map((api) => ({ ...api, stages: {}, deployments: [] })) } as Design
    const { gateway } = await serve(bare)
    const { body } = await gateway.send({ ...REQUEST, path: '/a' })
    expect(body).toEqual({ kind: 'text', text: 'no stage', bytes: 8 })
  })
})
