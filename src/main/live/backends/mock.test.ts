import { afterEach, describe, expect, test } from 'vitest'
import type { Integration } from '@shared/design/integration'
import type { Method } from '@shared/design/method'
import { mockMethod } from '@shared/design/mock-method'
import { sampleDesign } from '../testing/sample-design'
import { serveSample, type ServedSample, type Sent } from '../testing/served-sample'

let sample: ServedSample | null = null
afterEach(async () => {
  await sample?.close()
  sample = null
})

const statuses = ['200', '404', '503'].map((statusCode) => ({ statusCode }))
function mock(integration: Partial<Integration>, more: Partial<Method> = {}): Method {
  const base = mockMethod()
  return { ...base, methodResponses: statuses, integration: { ...base.integration!, ...integration }, ...more }
}

async function answer(method: Method, sent?: Sent, query = '') {
  const resources = { '/m': { methods: { ANY: method } } }
  sample = await serveSample({ design: sampleDesign({ resources, stage: { variables: { env: 'blue' } } }) })
  return sample.send(`/m${query}`, sent)
}

const json = (text: string) => ({ 'application/json': text })

describe('MOCK', () => {
  test('selects the integration response by the status of its request template', async () => {
    const integration: Partial<Integration> = {
      requestTemplates: json('{"statusCode": 404}'),
      integrationResponses: [
        { statusCode: '200' },
        { statusCode: '404', selectionPattern: '4\\d{2}', responseTemplates: json('{"found":false}') },
      ],
    }
    expect(await answer(mock(integration))).toMatchObject({ status: 404, text: '{"found":false}' })
  })

  test.each([
    '{statusCode: 200}',
    "{'statusCode': 200,}",
    '{"other": 1, "statusCode": 200}',
    ' {\n"statusCode":200 }\n',
  ])('reads the statusCode of %s', async (template) => {
    expect(await answer(mock({ requestTemplates: json(template) }))).toMatchObject({ status: 200, text: '' })
  })

  test.each(['{"statusCode": "200"}', '{}', 'statusCode: 200', '[200]', '{"statusCode": 200.5}'])(
    'answers 500 to %s, which gives no status',
    async (template) => {
      const { status, headers, text } = await answer(mock({ requestTemplates: json(template) }))
      expect([status, headers['x-amzn-errortype'], text]).toEqual([
        500,
        'InternalServerErrorException',
        '{"message":"Internal server error"}',
      ])
      expect(sample!.lines).toEqual([
        'ANY /m of "Sample", stage prod: unable to parse statusCode. It should be an integer that is defined in the request template, as in {"statusCode": 200}',
      ])
    },
  )

  test('renders its templates, and lets the second see what the first has written to the context', async () => {
    const request = [
      "#set($context.requestOverride.path.word = $util.base64Decode($input.params('word')))",
      '#set($context.responseOverride.header["X-Early"] = "yes")',
      '{"statusCode": #if($input.path("$.n") > 1)404#else 200#end}',
    ].join('\n')
    const response =
      '{"word": "$context.requestOverride.path.word", "n": "$input.params().header.get("X-N")", "b": $input.body}'
    const method = mock({
      requestTemplates: json(request),
      integrationResponses: [{ statusCode: '404', selectionPattern: '404', responseTemplates: json(response) }],
    })
    const { status, text, headers } = await answer(
      method,
      {
        method: 'POST',
        headers: { 'X-N': '7' },
        body: '{"n": 2}',
      },
      '?word=aGVsbG8%3D',
    )
    expect([status, text, headers['x-early']]).toEqual([404, '{"word": "hello", "n": "7", "b": {}}', 'yes'])
  })

  test('tells a watcher which templates ran, what they read, and what they were given to read', async () => {
    const integrationResponses = [{ statusCode: '200', responseTemplates: json('$stageVariables.env') }]
    const requestTemplates = json('{"statusCode": $input.path("$.s")}')
    const sent = { method: 'POST', headers: { 'X-A': 'b' }, body: '{"s": 200}' }
    expect((await answer(mock({ requestTemplates, integrationResponses }), sent, '?q=1')).text).toBe('blue')
    const { templateRuns, templateEvent } = sample!.traced[0]!
    const run = { contentType: 'application/json', durationMs: expect.any(Number) as number, error: null, warnings: [] }
    expect(templateRuns).toEqual([
      { ...run, phase: 'request', body: '{"s": 200}', bytesIn: 10, bytesOut: 19 },
      { ...run, phase: 'response', statusCode: '200', body: '', bytesIn: 0, bytesOut: 4 },
    ])
    expect(templateEvent).toMatchObject({
      body: '{"s": 200}',
      params: { path: {}, querystring: { q: '1' }, header: { 'X-A': 'b' } },
      context: { httpMethod: 'POST', resourcePath: '/m', stage: 'prod', path: '/prod/m' },
      stageVariables: { env: 'blue' },
    })
  })

  test('keeps a large body out of what it tells a watcher', async () => {
    const requestTemplates = json('{"statusCode": 200}')
    await answer(mock({ requestTemplates }), { method: 'POST', body: '"' + 'x'.repeat(70_000) + '"' })
    const { templateRuns, templateEvent } = sample!.traced[0]!
    expect([templateRuns![0]!.body, templateRuns![0]!.bytesIn, templateEvent!.body]).toEqual([null, 70_002, null])
  })

  test('answers 500 for a template that fails, and says where', async () => {
    const requestTemplates = json('{\n  "statusCode": $input.path("$.list").get(3)\n}')
    const { status, text } = await answer(mock({ requestTemplates }), { method: 'POST', body: '{"list": []}' })
    expect([status, text]).toEqual([500, '{"message":"Internal server error"}'])
    const [line] = sample!.lines
    expect(line).toMatch(/^ANY \/m of "Sample", stage prod: request template application\/json, line 2, column \d+: /)
    expect(sample!.traced[0]!.trace.at(-1)!.details).toMatchObject({ problem: line })
    expect(sample!.traced[0]!.templateRuns).toMatchObject([{ phase: 'request', error: { severity: 'error' } }])
  })

  test('answers 400 to a body that no template can read', async () => {
    const requestTemplates = json('{"statusCode": $input.path("$.s")}')
    const { status, headers, text } = await answer(mock({ requestTemplates }), { method: 'POST', body: '{"s' })
    expect([status, headers['x-amzn-errortype'], text]).toEqual([
      400,
      'BadRequestException',
      '{"message":"Could not process payload"}',
    ])
  })

  test('says when the service would silently end a loop', async () => {
    const body = JSON.stringify(Array.from({ length: 1001 }, (_, index) => index))
    const requestTemplates = json('#foreach($i in $input.path("$"))#end{"statusCode": 200}')
    expect((await answer(mock({ requestTemplates }), { method: 'POST', body })).status).toBe(200)
    expect(sample!.lines).toHaveLength(1)
    expect(sample!.lines[0]).toMatch(/request template application\/json, line 1, column \d+: .*1,?000/)
  })

  test('leaves text alone that only looks a little like a template', async () => {
    const body = '{"price": "$5", "rank": "#1", "colour": "#fff"}'
    const integrationResponses = [{ statusCode: '200', responseTemplates: json(body) }]
    expect(await answer(mock({ integrationResponses }))).toMatchObject({ status: 200, text: body })
  })

  test('sends the headers that are mapped from literals, variables and the context', async () => {
    const responseParameters = {
      'method.response.header.Access-Control-Allow-Origin': "'*'",
      'method.response.header.X-Stage': 'context.stage',
      'method.response.header.Content-Type': "'text/plain'",
      'method.response.header.X-None': 'integration.response.header.Date',
    }
    const { status, headers } = await answer(
      mock({ integrationResponses: [{ statusCode: '200', responseParameters }] }),
    )
    expect([status, headers['access-control-allow-origin'], headers['x-stage'], headers['content-type']]).toEqual([
      200,
      '*',
      'prod',
      'text/plain',
    ])
    expect(headers['x-none']).toBe(undefined)
  })

  test('chooses the response template by what the client accepts first', async () => {
    const responseTemplates = { 'application/json': '"json"', 'text/plain': 'plain' }
    const method = mock({ integrationResponses: [{ statusCode: '200', responseTemplates }] })
    expect((await answer(method, { headers: { Accept: 'text/plain, application/json' } })).text).toBe('plain')
    await sample!.close()
    expect((await answer(method, { headers: { Accept: 'text/html' } })).text).toBe('"json"')
  })

  test.each([
    ['NEVER', 415],
    ['WHEN_NO_TEMPLATES', 415],
    ['WHEN_NO_MATCH', 503],
  ] as const)(
    'with passthrough %s and no template for the type it answers %s',
    async (passthroughBehavior, expected) => {
      const integrationResponses = [{ statusCode: '200' }, { statusCode: '503', selectionPattern: '503' }]
      const method = mock({ passthroughBehavior, integrationResponses })
      const sent = { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: '{"statusCode": 503}' }
      const { status, text } = await answer(method, sent)
      expect([status, text]).toEqual([expected, expected === 415 ? '{"message":"Unsupported Media Type"}' : ''])
    },
  )

  test('does not answer with a status that the method does not have', async () => {
    const { status } = await answer(mock({}, { methodResponses: [] }))
    expect([status, sample!.lines]).toEqual([
      500,
      ['ANY /m of "Sample", stage prod: output mapping refers to an invalid method response: 200'],
    ])
  })

  test('answers 500 when no integration response fits', async () => {
    const method = mock({ integrationResponses: [{ statusCode: '404', selectionPattern: '404' }] })
    expect([(await answer(method)).status, sample!.lines]).toEqual([
      500,
      ['ANY /m of "Sample", stage prod: no integration response fits "200", and none is the default'],
    ])
  })

  test('answers HEAD without a body', async () => {
    const integrationResponses = [{ statusCode: '200', responseTemplates: json('{}') }]
    const { status, bytes, headers } = await answer(mock({ integrationResponses }), { method: 'HEAD' })
    expect([status, bytes.length, headers['content-length']]).toEqual([200, 0, '2'])
  })
})
