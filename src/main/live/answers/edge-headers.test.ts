import { afterEach, expect, test } from 'vitest'
import { mockAnswering, sampleDesign } from '../testing/sample-design'
import { serveSample, type ServedSample } from '../testing/served-sample'

let sample: ServedSample | null = null
afterEach(async () => {
  await sample?.close()
  sample = null
})

const SEEN =
  '"$input.params("CloudFront-Is-Mobile-Viewer") $input.params("CloudFront-Is-Desktop-Viewer") $input.params("Via")"'

async function serve(type: 'EDGE' | 'REGIONAL'): Promise<ServedSample> {
  const api = { endpointConfiguration: { types: [type] } }
  sample = await serveSample({
    design: sampleDesign({ resources: { '/seen': { methods: { GET: mockAnswering(SEEN) } } }, api }),
  })
  return sample
}

test('an edge-optimized API answers as from behind its distribution, and integrations see its headers', async () => {
  const { send } = await serve('EDGE')
  const [seen, refused] = [await send('/seen', { headers: { 'User-Agent': 'iPhone Mobile' } }), await send('/nowhere')]
  const via = seen.headers['via']!
  expect([seen.text, seen.headers['x-cache'], refused.headers['x-cache'], refused.headers['via']]).toEqual([
    `"true false ${via}"`,
    'Miss from cloudfront',
    'Error from cloudfront',
    via,
  ])
  expect(via).toMatch(/^1\.1 [0-9a-f]{32}\.cloudfront\.net \(CloudFront\)$/)
  expect(seen.headers['x-amz-cf-id']).not.toBe(refused.headers['x-amz-cf-id'])
})

test('a regional API has none of it', async () => {
  const { send } = await serve('REGIONAL')
  const { headers, text } = await send('/seen')
  expect([text, Object.keys(headers).filter((name) => /via|x-cache|cf-/.test(name))]).toEqual(['"  "', []])
})
