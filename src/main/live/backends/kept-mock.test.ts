import { afterEach, describe, expect, it, test } from 'vitest'
import type { Integration } from '@shared/design/integration'
import { mockMethod } from '@shared/design/mock-method'
import { mockAnswering, sampleDesign } from '../testing/sample-design'
import { serveSample, type ServedSample } from '../testing/served-sample'
import { isConstantMock } from './kept-mock'

let sample: ServedSample | null = null
afterEach(async () => {
  await sample?.close()
  sample = null
})

const constant = mockAnswering('{"fixed":true}').integration!

describe('isConstantMock', () => {
  it('holds for templates that are plain text and headers that are literals', () => {
    const [response] = constant.integrationResponses
    const responses = [{ ...response!, responseParameters: { 'method.response.header.X-Fixed': "'yes'" } }]
    expect([isConstantMock(constant), isConstantMock({ ...constant, integrationResponses: responses })]).toEqual([
      true,
      true,
    ])
  })

  const dynamic: Record<string, Partial<Integration>> = {
    'a fault': { fault: 'error' },
    'a mapped request': { requestParameters: { 'integration.request.path.id': 'method.request.path.id' } },
    'a reference': { requestTemplates: { 'application/json': '{"statusCode": $stageVariables.code}' } },
    'a directive': {
      integrationResponses: [{ statusCode: '200', responseTemplates: { 'application/json': '#if(true)a#end' } }],
    },
    'a mapped header': {
      integrationResponses: [
        { statusCode: '200', responseParameters: { 'method.response.header.X-Id': 'context.requestId' } },
      ],
    },
    'another type': { type: 'HTTP' },
  }
  it.each(Object.keys(dynamic))('does not hold with %s', (name) => {
    expect(isConstantMock({ ...constant, ...dynamic[name] })).toBe(false)
  })
})

describe('a constant MOCK', () => {
  test('answers each media type with its own template, first and later, and tells of the templates each time', async () => {
    const templates = { 'application/json': '{"a":1}', 'text/plain': 'a is 1' }
    const integrationResponses = [{ statusCode: '200', responseTemplates: templates }]
    const method = { ...mockMethod(), integration: { ...mockMethod().integration!, integrationResponses } }
    sample = await serveSample({ design: sampleDesign({ resources: { '/m': { methods: { GET: method } } } }) })
    const texts: string[] = []
    for (const accept of ['text/plain', '*/*', 'text/plain', '*/*']) {
      texts.push((await sample.send('/m', { headers: { accept } })).text)
    }
    expect(texts).toEqual(['a is 1', '{"a":1}', 'a is 1', '{"a":1}'])
    const types = sample.traced.map(({ templateRuns }) => templateRuns?.map(({ contentType }) => contentType))
    expect(types).toEqual(
      ['text/plain', 'application/json', 'text/plain', 'application/json'].map((type) => ['application/json', type]),
    )
  })

  test('reads a body that is passed through, whatever it answered without one', async () => {
    const { requestTemplates: _templates, ...passing } = mockMethod().integration!
    const integration: Integration = {
      ...passing,
      integrationResponses: [{ statusCode: '200' }, { statusCode: '404', selectionPattern: '404' }],
    }
    const method = {
      ...mockMethod(),
      methodResponses: [{ statusCode: '200' }, { statusCode: '404' }],
      integration,
    }
    sample = await serveSample({ design: sampleDesign({ resources: { '/m': { methods: { POST: method } } } }) })
    const statuses: number[] = []
    for (const body of ['', '{"statusCode":404}', '']) {
      const headers = { 'content-type': 'application/json' }
      statuses.push((await sample.send('/m', { method: 'POST', headers, body })).status)
    }
    expect(statuses).toEqual([200, 404, 200])
  })
})
