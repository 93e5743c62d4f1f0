import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { builtHandlerProcess } from '../testing/built-handler-process'
import { lambdaMethod, sampleDesign } from '../testing/sample-design'
import { serveSample, type ServedSample } from '../testing/served-sample'

let handlerProcessUrl: URL
beforeAll(async () => {
  handlerProcessUrl = await builtHandlerProcess()
})
let sample: ServedSample | null = null
afterEach(async () => {
  await sample?.close()
  sample = null
})

const URI =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:1:function:f/invocations'
/** Answers when another request says so. */
const WAITING = `
  import { existsSync, writeFileSync } from 'node:fs'
  export const handler = async ({ path }) => {
    writeFileSync('began' + path.replace('/', '-'), '')
    while (!existsSync('go')) await new Promise((wake) => setTimeout(wake, 10))
    return { body: 'well' }
  }`

async function serve(reservedConcurrency: number): Promise<ServedSample> {
  const method = lambdaMethod('', {}, { uri: URI })
  delete (method.integration as { handler?: string }).handler
  const functions = { f: { handler: './f.mjs', timeout: 20, reservedConcurrency } }
  const resources = { '/{n}': { methods: { ANY: method } } }
  const design = sampleDesign({ resources, design: { functions } })
  sample = await serveSample({ design, files: { 'f.mjs': WAITING }, handlerProcessUrl })
  return sample
}

const THROTTLED = '{"message":"Internal server error"}'

describe('a function with reserved concurrency', () => {
  test('is throttled while that many calls are in progress, and no longer', async () => {
    const { send, write, folder, lines } = await serve(2)
    const { existsSync } = await import('node:fs')
    const first = [send('/1'), send('/2')]
    await expect.poll(() => existsSync(`${folder}/began-1`) && existsSync(`${folder}/began-2`)).toBe(true)
    const third = await send('/3')
    write('go', '')
    const done = await Promise.all(first)
    const fourth = await send('/4')
    expect([third.status, third.text, ...done.map(({ status }) => status), fourth.status]).toEqual([
      500,
      THROTTLED,
      200,
      200,
      200,
    ])
    expect(lines).toEqual([
      'the function "f" has 2 calls at the same time reserved, which are in use: TooManyRequestsException: Rate Exceeded. (ReservedFunctionConcurrentInvocationLimitExceeded); raise its reservedConcurrency, or send fewer requests at the same time',
    ])
  })

  test('of none is never called', async () => {
    const { send } = await serve(0)
    expect(await send('/1')).toMatchObject({ status: 500, text: THROTTLED })
  })
})
