import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { builtHandlerProcess } from '../testing/built-handler-process'
import { poolSample, type PoolSample } from './testing/pool-sample'

let handlerProcessUrl: URL
beforeAll(async () => {
  handlerProcessUrl = await builtHandlerProcess()
})
let sample: PoolSample | null = null
afterEach(() => {
  sample?.close()
  sample = null
})

function pool(code: string): PoolSample {
  sample = poolSample({ handlerProcessUrl, files: { 'f.cjs': code }, handler: './f.cjs#handler' })
  return sample
}

/** What a function with this body answers. */
const answerOf = (body: string) =>
  pool(`let calls = 0; exports.handler = (event, context, callback) => { calls++; ${body} }`).call({ n: 1 })

const answered = (result: unknown) => ({ kind: 'answered', result })
const failed = (errorType: string, errorMessage: string) => ({ kind: 'failed', error: { errorType, errorMessage } })

describe('the context of a JavaScript handler', () => {
  test('says which call it is', async () => {
    const { resultOf } = pool(`exports.handler = async (event, context) => [
      context, typeof context.done, typeof context.succeed, typeof context.fail,
      context.getRemainingTimeInMillis() > 0 && context.getRemainingTimeInMillis() <= 20000,
      process.env.AWS_LAMBDA_LOG_STREAM_NAME === context.logStreamName, process.env._HANDLER ]`)
    expect(await resultOf()).toEqual([
      {
        functionName: 'f',
        functionVersion: '$LATEST',
        invokedFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:f',
        memoryLimitInMB: '128',
        awsRequestId: 'request-1',
        logGroupName: '/aws/lambda/f',
        logStreamName: expect.stringMatching(/^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/),
        callbackWaitsForEmptyEventLoop: true,
      },
      'function',
      'function',
      'function',
      true,
      true,
      'f.handler',
    ])
  })

  test.each([
    ['callback(null, event)', answered({ n: 1 })],
    ['setTimeout(() => callback(null, "later"), 20)', answered('later')],
    ['setTimeout(() => callback(new RangeError("late")), 20)', failed('RangeError', 'late')],
    ['callback("text")', failed('string', 'text')],
    ['callback(undefined, undefined)', answered(null)],
    ['callback(null, 1); callback(null, 2)', answered(2)],
    ['context.succeed("well"); context.fail(new Error("too late"))', answered('well')],
    ['context.fail(new TypeError("bad"))', failed('TypeError', 'bad')],
    ['context.done(null, [1])', answered([1])],
    ['context.done(new Error("done"))', failed('Error', 'done')],
    // The result of a callback waits for what is left to do, unless it is told not to.
    ['const r = {}; setTimeout(() => { r.late = true }, 30); callback(null, r)', answered({ late: true })],
    ['setTimeout(() => context.succeed("first"), 30); callback(null, "second")', answered('first')],
    [
      'context.callbackWaitsForEmptyEventLoop = false; setInterval(() => {}, 1000); callback(null, "at once")',
      answered('at once'),
    ],
    ['setTimeout(() => {}, 10)', answered(null)],
    ['return new Promise(() => {})', answered(null)],
  ])('with { %s } is answered', async (body, answer) => {
    expect(await answerOf(body)).toMatchObject(answer)
  })

  test('takes the next call after one that answered when nothing was left to do', async () => {
    const { resultOf } = pool(`let calls = 0
      exports.handler = (event, context, callback) => { setTimeout(() => callback(null, [++calls, process.pid]), 5) }`)
    const [one, two, three] = [await resultOf(), await resultOf(), await resultOf()]
    const pid = (one as number[])[1]
    expect([one, two, three]).toEqual([
      [1, pid],
      [2, pid],
      [3, pid],
    ])
  })
})
