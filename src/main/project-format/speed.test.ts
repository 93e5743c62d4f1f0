import { describe, expect, it } from 'vitest'
import type { Design } from '@shared/design/design'
import { emptyDesign, newRestApi } from '@shared/design/new-design'
import { mockMethod } from '@shared/design/mock-method'
import { parseProject } from './parse-project'
import { writeProject } from './write-project'

const METHODS = 1000
/** Milliseconds. */
const BOUND = 300

function largeDesign(): Design {
  const integration = {
    type: 'AWS' as const,
    httpMethod: 'POST',
    uri: 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations',
    requestTemplates: { 'application/json': '#set($id = $input.params("id"))\n{\n  "id": "$id"\n}\n' },
    integrationResponses: [{ statusCode: '200' }, { statusCode: '404', selectionPattern: '.*not found.*' }],
  }
  const method = { ...mockMethod(), apiKeyRequired: true, integration }
  const paths = Array.from({ length: METHODS / 4 }, (_, index) => `/resource-${index}/{id}`)
  const resources = paths.map((path) => [path, { methods: { GET: method, POST: method, PUT: method, DELETE: method } }])
  return {
    ...emptyDesign('large'),
    apis: [{ ...newRestApi('large'), resources: Object.fromEntries(resources), deployments: [] }],
  }
}

/** Processor time of the best of three runs, which other programs disturb less than time on the clock. */
function bestOf(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage()
    work()
    return process.cpuUsage(before).user / 1000
  })
  return Math.min(...times)
}

describe(`a design of ${METHODS} methods`, () => {
  const design = largeDesign()
  const text = writeProject(design)
  const renamed = { ...design, name: 'renamed' }

  it(`is read within ${BOUND} ms`, () => {
    expect(bestOf(() => parseProject(text, 'large.gatewright.yaml'))).toBeLessThan(BOUND)
  })

  it(`is written anew within ${BOUND} ms`, () => {
    expect(bestOf(() => writeProject(design))).toBeLessThan(BOUND)
  })

  it(`is written over its file within ${BOUND} ms, read back and all`, () => {
    expect(writeProject(renamed, text)).toBe(text.replace('name: large', 'name: renamed'))
    expect(bestOf(() => writeProject(renamed, text))).toBeLessThan(BOUND)
  })
})
