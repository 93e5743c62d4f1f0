import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { builtHandlerProcess } from '../testing/built-handler-process'
import { endLines, errorLines, type CallReport } from './function-log'
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

function pool(code: string, binding = {}): PoolSample {
  sample = poolSample({ handlerProcessUrl, files: { 'f.mjs': code }, handler: './f.mjs#handler', binding })
  return sample
}

const textsOf = ({ lines }: PoolSample): string[] => lines.map(({ text }) => text)
const NUMBER = '\\d+\\.\\d\\d'
const report = (id: string, more: string): RegExp =>
  new RegExp(
    `^REPORT RequestId: ${id}\\tDuration: ${NUMBER} ms\\tBilled Duration: \\d+ ms\\tMemory Size: 128 MB\\tMax Memory Used: [1-9]\\d* MB\\t${more}$`,
  )
const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern)

describe('the log of a function', () => {
  test('has START, what was printed, END and REPORT, and the time to load once', async () => {
    const one = pool(`console.log('loading')
      export const handler = async () => { console.log('one'); console.error('two') }`)
    await one.call()
    await one.call()
    expect(textsOf(one).map((text) => text)).toEqual([
      'loading',
      'START RequestId: request-1 Version: $LATEST',
      'one',
      'two',
      'END RequestId: request-1',
      matching(report('request-1', `Init Duration: ${NUMBER} ms\\t`)),
      'START RequestId: request-2 Version: $LATEST',
      'one',
      'two',
      'END RequestId: request-2',
      matching(report('request-2', '')),
    ])
    expect(one.lines.every(({ functionName }) => functionName === 'f')).toBe(true)
    expect(one.printed()).toEqual(['loading', 'one', 'two', 'one', 'two'])
  })

  test('has what was printed before a process ended, before what ended it', async () => {
    const one = pool(`export const handler = async () => { console.log('last words'); process.exit(4) }`)
    await one.call()
    expect(textsOf(one)).toEqual([
      'START RequestId: request-1 Version: $LATEST',
      'last words',
      'RequestId: request-1 Error: Runtime exited with error: exit status 4',
      'Runtime.ExitError',
      'END RequestId: request-1',
      matching(report('request-1', `Init Duration: ${NUMBER} ms\\tStatus: error\\tError Type: Runtime.ExitError\\t`)),
    ])
  })

  test('has when a call took too long', async () => {
    const one = pool(`export const handler = () => { for (;;); }`, { timeLimit: 300 })
    const errorMessage = 'request-1 Task timed out after 0.30 seconds'
    expect(await one.call()).toEqual({ kind: 'failed', error: { errorType: 'Sandbox.Timedout', errorMessage } })
    expect(textsOf(one)).toEqual([
      'START RequestId: request-1 Version: $LATEST',
      matching(/^\d{4}-\d\d-\d\dT[\d:.]+Z request-1 Task timed out after 0\.30 seconds$/),
      'END RequestId: request-1',
      matching(report('request-1', `Init Duration: ${NUMBER} ms\\tStatus: timeout\\t`)),
    ])
  })
})

describe('a line of the log', () => {
  const binding = { name: 'f', memorySize: 256 } as Parameters<typeof endLines>[1]
  const calm: CallReport = { duration: 12.344, initDuration: null, memoryBytes: 70.2 * 1024 * 1024, error: null }
  const ended = (more: Partial<CallReport>): string => endLines('id', binding, { ...calm, ...more })[1]!
  const start = 'REPORT RequestId: id\tDuration: 12.34 ms\t'

  test.each([
    [{}, `${start}Billed Duration: 13 ms\tMemory Size: 256 MB\tMax Memory Used: 71 MB\t`],
    [
      { initDuration: 100.9 },
      `${start}Billed Duration: 114 ms\tMemory Size: 256 MB\tMax Memory Used: 71 MB\tInit Duration: 100.90 ms\t`,
    ],
    [
      { error: { errorType: 'TypeError', errorMessage: 'x' } },
      `${start}Billed Duration: 13 ms\tMemory Size: 256 MB\tMax Memory Used: 71 MB\t`,
    ],
    [
      { error: { errorType: 'Runtime.MarshalError', errorMessage: 'x' } },
      `${start}Billed Duration: 13 ms\tMemory Size: 256 MB\tMax Memory Used: 71 MB\t`,
    ],
    [
      { error: { errorType: 'Runtime.OutOfMemory', errorMessage: 'x' } },
      `${start}Billed Duration: 13 ms\tMemory Size: 256 MB\tMax Memory Used: 71 MB\tStatus: error\tError Type: Runtime.OutOfMemory\t`,
    ],
  ])('of a call with %j', (more, line) => {
    expect(ended(more)).toBe(line)
  })

  test('shows errors as each runtime does', () => {
    const at = '2026-01-01T00:00:00.000Z'
    const trace = ['Error: x', '    at handler (f.mjs:1:1)']
    const node = errorLines('id', at, { errorType: 'Error', errorMessage: 'x', trace })
    const stackTrace = ['  File "f.py", line 1, in main\n    raise x\n']
    const python = errorLines('id', at, { errorType: 'ValueError', errorMessage: 'x', stackTrace })
    expect([node, python]).toEqual([
      [
        `${at}\tid\tERROR\tInvoke Error \t{"errorType":"Error","errorMessage":"x","stack":["Error: x","    at handler (f.mjs:1:1)"]}`,
      ],
      ['[ERROR] ValueError: x', 'Traceback (most recent call last):', '  File "f.py", line 1, in main', '    raise x'],
    ])
  })
})
