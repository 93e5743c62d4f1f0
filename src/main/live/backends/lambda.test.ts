import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Integration } from '@shared/design/integration'
import type { Method } from '@shared/design/method'
import { mockMethod } from '@shared/design/mock-method'
import { builtHandlerProcess } from '../testing/built-handler-process'
import { sampleDesign, type SampleParts } from '../testing/sample-design'
import { serveSample, type Received, type Sent } from '../testing/served-sample'
import type { ServedSample } from '../testing/served-sample'

let handlerProcessUrl: URL
beforeAll(async () => {
  handlerProcessUrl = await builtHandlerProcess()
})
let sample: ServedSample | null = null
afterEach(async () => {
  await sample?.close()
  sample = null
})

const json = (source: string) => ({ 'application/json': source })
const statuses = ['200', '400', '404', '502'].map((statusCode) => ({ statusCode }))

function lambda(integration: Partial<Integration>): Method {
  return {
    ...mockMethod(),
    methodResponses: statuses,
    integration: {
      type: 'AWS',
      httpMethod: 'POST',
      handler: './f.mjs',
      integrationResponses: [{ statusCode: '200' }],
      ...integration,
    },
  }
}

interface Given {
  readonly code: string
  readonly integration?: Partial<Integration>
  readonly sent?: Sent
  readonly parts?: Partial<SampleParts>
}

async function received({ code, integration = {}, sent = {}, parts = {} }: Given): Promise<Received> {
  const resources = { '/f/{id}': { methods: { ANY: lambda(integration) } } }
  const files = { 'f.mjs': `export const handler = async (event) => { ${code} }` }
  sample = await serveSample({ design: sampleDesign({ resources, ...parts }), files, handlerProcessUrl })
  return sample.send('/f/7', sent)
}

const ECHO = 'return event'
const POST: Sent = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"a": 1}' }

describe('the event of a Lambda function behind AWS', () => {
  test("is the client's body where there is no template, and an empty object for none", async () => {
    const { status, text, headers } = await received({ code: ECHO, sent: POST })
    expect([status, text, headers['content-type']]).toEqual([200, '{"a":1}', 'application/json'])
    expect(headers['x-amzn-trace-id']).toMatch(/^Root=1-/)
    expect((await sample!.send('/f/7')).text).toBe('{}')
  })

  test('is what the request template writes', async () => {
    const requestTemplates = json('{"id": "$input.params(\'id\')", "all": $input.json("$"), "stage": "$context.stage"}')
    const { text } = await received({ code: ECHO, sent: POST, integration: { requestTemplates } })
    expect(JSON.parse(text)).toEqual({ id: '7', all: { a: 1 }, stage: 'prod' })
  })

  test('must be JSON: Lambda refuses anything else', async () => {
    const { status, text } = await received({ code: ECHO, integration: { requestTemplates: json('id=7') } })
    expect([status, JSON.parse(text)]).toEqual([
      200,
      { Type: 'User', message: 'Could not parse request body into json' },
    ])
    expect(sample!.lines).toEqual(['ANY /f/{id} of "Sample", stage prod: the payload for the function is not JSON'])
  })

  test('has what the authorizer returned', async () => {
    const requestTemplates = json('{"who": "$context.authorizer.principalId", "n": "$context.authorizer.n"}')
    const method = { ...lambda({ requestTemplates }), authorizationType: 'CUSTOM' as const, authorizerId: 'auth' }
    const policy = `{ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }`
    sample = await serveSample({
      design: sampleDesign({
        resources: { '/f': { methods: { GET: method } } },
        api: {
          authorizers: {
            auth: { type: 'TOKEN', handler: './a.mjs', identitySource: 'method.request.header.Auth' },
          },
        },
      }),
      files: {
        'f.mjs': `export const handler = async (event) => event`,
        'a.mjs': `export const handler = async () => ({ principalId: 'me', policyDocument: ${policy}, context: { n: 1 } })`,
      },
      handlerProcessUrl,
    })
    expect(JSON.parse((await sample.send('/f', { headers: { Auth: 'x' } })).text)).toEqual({ who: 'me', n: '1' })
  })
})

describe('the answer of a Lambda function behind AWS', () => {
  const integrationResponses = [
    { statusCode: '200' },
    {
      statusCode: '404',
      selectionPattern: 'Not found.*',
      responseParameters: { 'method.response.header.X-Type': 'integration.response.body.errorType' },
      responseTemplates: json('{"problem": "$input.path(\'$.errorMessage\')"}'),
    },
    { statusCode: '502', selectionPattern: '200' },
  ]

  test('is chosen by its error message, never by a status', async () => {
    const integration = { integrationResponses }
    const ok = await received({ code: 'return { statusCode: 502 }', integration })
    await sample!.close()
    const failed = await received({ code: 'throw new RangeError("Not found: 7")', integration })
    expect([ok.status, ok.text, failed.status, failed.text, failed.headers['x-type']]).toEqual([
      200,
      '{"statusCode":502}',
      404,
      '{"problem": "Not found: 7"}',
      'RangeError',
    ])
    expect(sample!.lines).toEqual([
      'ANY /f/{id} of "Sample", stage prod: the function failed: RangeError: Not found: 7',
    ])
  })

  test('goes to the default response where no pattern fits an error', async () => {
    const { status, text } = await received({ code: 'throw new Error("odd")', integration: { integrationResponses } })
    const trace = ['Error: odd', expect.stringMatching(/^ {4}at handler \(file:.*f\.mjs:1:\d+\)$/)]
    expect([status, JSON.parse(text)]).toEqual([200, { errorType: 'Error', errorMessage: 'odd', trace }])
  })

  test('may set its own status in the response template', async () => {
    const template = '#if($input.path("$.bad"))#set($context.responseOverride.status = 400)#end$input.json("$.bad")'
    const integration = { integrationResponses: [{ statusCode: '200', responseTemplates: json(template) }] }
    expect(await received({ code: 'return { bad: "yes" }', integration })).toMatchObject({ status: 400, text: '"yes"' })
  })

  test('may be bytes in base64', async () => {
    const integration = { integrationResponses: [{ statusCode: '200', contentHandling: 'CONVERT_TO_BINARY' as const }] }
    const { bytes } = await received({ code: 'return "Yf8="', integration })
    expect([...bytes]).toEqual([0x61, 0xff])
  })

  test('is not waited for with the invocation type Event', async () => {
    const requestParameters = { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" }
    const template = json('asked: $input.body')
    const integration = {
      requestParameters,
      integrationResponses: [{ statusCode: '200', responseTemplates: template }],
    }
    const { status, text } = await received({ code: 'throw new Error("later")', integration, sent: POST })
    expect([status, text]).toEqual([200, 'asked: {}'])
    await until(() => sample!.lines.length > 0)
    expect(sample!.lines).toEqual([
      'ANY /f/{id} of "Sample", stage prod: the function called for later failed: Error: later',
    ])
  })

  test.each([
    ['throttled', 500, '{"message":"Internal server error"}'],
    ['no-permission', 500, '{"message":"Internal server error"}'],
    ['error', 200, '{"errorType":"Error","errorMessage":"plays the fault \\"error\\""}'],
  ] as const)('plays the fault %s as %s', async (fault, status, text) => {
    expect(await received({ code: ECHO, integration: { fault } })).toMatchObject({ status, text })
  })

  test('needs a handler, and a POST integration', async () => {
    const uri =
      'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:1:function:none/invocations'
    const event = { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" }
    const integrations: Partial<Integration>[] = [
      { uri, handler: undefined },
      { uri, handler: undefined, requestParameters: event },
      { httpMethod: 'GET' },
    ]
    const resources = Object.fromEntries(
      integrations.map((integration, at) => [`/${at}`, { methods: { GET: lambda(integration) } }]),
    )
    sample = await serveSample({ design: sampleDesign({ resources }), handlerProcessUrl })
    for (const at of [0, 1, 2]) expect((await sample.send(`/${at}`)).status).toBe(500)
    expect(sample.lines).toEqual([
      'GET /0 of "Sample", stage prod calls the function "none", which has no handler here; bind a JavaScript, TypeScript or Python file to it',
      'GET /1 of "Sample", stage prod calls the function "none", which has no handler here; bind a JavaScript, TypeScript or Python file to it',
      'GET /2 of "Sample", stage prod: the httpMethod of an integration with a Lambda function must be POST',
    ])
  })
})

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5))
}
