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

async function answer(method: Method, sent?: Sent) {
  sample = await serveSample({ design: sampleDesign({ resources: { '/m': { methods: { ANY: method } } } }) })
  return sample.send('/m', sent)
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
        'ANY /m of "Sample", stage prod: the request template gives no statusCode that is a whole number',
      ])
    },
  )

  test.each([
    ['request template', { requestTemplates: json('#set($a = 1){"statusCode": 200}') }],
    ['request template', { requestTemplates: json('{"statusCode": $a}') }],
    [
      'response template',
      { integrationResponses: [{ statusCode: '200', responseTemplates: json('{"id": "$input.params(\'id\')"}') }] },
    ],
  ])('says plainly that it does not render a %s with references or directives', async (part, integration) => {
    const { status, text } = await answer(mock(integration))
    const problem = `Mapping templates are not rendered by this release: ${part} of ANY /m of "Sample", stage prod`
    expect([status, text, sample!.lines]).toEqual([500, '{"message":"Internal server error"}', [problem]])
    expect(sample!.traced[0]!.trace.at(-1)!.details).toMatchObject({ problem })
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
      ['ANY /m of "Sample", stage prod: no integration response fits the status 200'],
    ])
  })

  test('answers HEAD without a body', async () => {
    const integrationResponses = [{ statusCode: '200', responseTemplates: json('{}') }]
    const { status, bytes, headers } = await answer(mock({ integrationResponses }), { method: 'HEAD' })
    expect([status, bytes.length, headers['content-length']]).toEqual([200, 0, '2'])
  })
})
