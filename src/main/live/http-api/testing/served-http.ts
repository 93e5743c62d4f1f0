import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { builtHandlerProcess } from '../../testing/built-handler-process'
import { serveSample, type ServedSample, type ServedSampleOptions } from '../../testing/served-sample'
import { httpDesign, type HttpSampleParts } from './http-sample'

/** Test set-up: functions of `handlers` in "f.mjs", and a gateway for each test that asks for one, closed after it. */
export function servedHttp(handlers: string) {
  let handlerProcessUrl: URL
  let sample: ServedSample | null = null
  beforeAll(async () => {
    handlerProcessUrl = await builtHandlerProcess()
  })
  afterAll(() => rmSync(dirname(fileURLToPath(handlerProcessUrl)), { recursive: true, force: true }))
  afterEach(async () => {
    await sample?.close()
    sample = null
  })
  return async (parts: HttpSampleParts, options: Partial<ServedSampleOptions> = {}): Promise<ServedSample> => {
    const files = { 'f.mjs': handlers, ...options.files }
    sample = await serveSample({ design: httpDesign(parts), handlerProcessUrl, ...options, files })
    return sample
  }
}
