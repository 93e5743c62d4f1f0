import { deflateSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { builtHandlerProcess } from './testing/built-handler-process'
import { lambdaMethod, mockAnswering, sampleDesign } from './testing/sample-design'
import { serveSample, type ServedSample } from './testing/served-sample'

let handlerProcessUrl: URL
beforeAll(async () => {
  handlerProcessUrl = await builtHandlerProcess()
})
let sample: ServedSample | null = null
afterEach(async () => {
  await sample?.close()
  sample = null
})

const echo = `export const handler = async ({ body, headers }) => ({ body: JSON.stringify([body, headers['Content-Encoding'] ?? null]) })`
async function serve(minimumCompressionSize?: number): Promise<ServedSample> {
  const resources = {
    '/long': { methods: { GET: mockAnswering('x'.repeat(1000)) } },
    '/short': { methods: { GET: mockAnswering('x') } },
    '/echo': { methods: { POST: lambdaMethod('./echo.mjs') } },
  }
  const api = minimumCompressionSize === undefined ? {} : { minimumCompressionSize }
  sample = await serveSample({
    design: sampleDesign({ resources, api }),
    files: { 'echo.mjs': echo },
    handlerProcessUrl,
  })
  return sample
}
const accepting = (coding: string) => ({ headers: { 'Accept-Encoding': coding } })

describe('an API with compression', () => {
  test('compresses what is long enough, in a way that the client takes', async () => {
    const { send } = await serve(100)
    const long = await send('/long', accepting('br, gzip;q=0.5'))
    expect([long.headers['content-encoding'], gunzipSync(long.bytes).length]).toEqual(['gzip', 1000])
    const others = [
      await send('/short', accepting('gzip')),
      await send('/long', accepting('gzip;q=0')),
      await send('/long'),
    ]
    expect(others.map(({ headers }) => headers['content-encoding'])).toEqual([undefined, undefined, undefined])
  })

  test('unpacks what it is sent, up to the payload limit', async () => {
    const { send } = await serve(100)
    const post = (body: Buffer, coding: string) =>
      send('/echo', { method: 'POST', headers: { 'Content-Encoding': coding }, body })
    expect(JSON.parse((await post(gzipSync('hello'), 'gzip')).text)).toEqual(['hello', null])
    expect(JSON.parse((await post(deflateSync('hello'), 'deflate')).text)).toEqual(['hello', null])
    expect((await post(gzipSync(Buffer.alloc(50 * 1024 * 1024)), 'gzip')).status).toBe(413)
    expect((await post(Buffer.from('no gzip'), 'gzip')).status).toBe(413)
  })
})

test('an API without compression passes bodies as they are', async () => {
  const { send } = await serve()
  expect((await send('/long', accepting('gzip'))).headers['content-encoding']).toBe(undefined)
  const headers = { 'Content-Encoding': 'gzip' }
  expect(JSON.parse((await send('/echo', { method: 'POST', headers, body: 'as it is' })).text)).toEqual([
    'as it is',
    'gzip',
  ])
})
