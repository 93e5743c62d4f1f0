import { afterEach, expect, test } from 'vitest'
import { mockAnswering, sampleDesign } from '../testing/sample-design'
import { serveSample, type ServedSample } from '../testing/served-sample'

let sample: ServedSample | null = null
afterEach(async () => {
  await sample?.close()
  sample = null
})

test.each([10, 40_000])(
  'a body of %i bytes is in the log as far as an event goes, however often it is read',
  async (size) => {
    const resources = { '/m': { methods: { POST: mockAnswering('{"fixed":true}') } } }
    sample = await serveSample({ design: sampleDesign({ resources }) })
    const headers = { 'content-type': 'application/json' }
    await sample.send('/m', { method: 'POST', headers, body: 'x'.repeat(size) })
    const { requestId } = sample.traced[0]!
    const lines = () => sample!.gateway.executionLog(requestId).map(({ text }) => text)
    const before = 'Method request body before transformations: '
    const shown = size === 10 ? 'x'.repeat(10) : `${'x'.repeat(1024 - before.length)} [TRUNCATED]`
    expect(lines()).toContain(`(${requestId}) ${before}${shown}`)
    expect(lines()).toEqual(lines())
  },
)
