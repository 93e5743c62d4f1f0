import { expect, test } from 'vitest'
import { readAnswer } from './read-answer'

const noAnswer = {
  kind: 'failed',
  error: { errorType: 'Runtime.ExitError', errorMessage: 'the process of the function sent what is no answer' },
  isFatal: true,
}

test.each([
  [{ kind: 'loaded' }, { kind: 'loaded' }],
  [
    { kind: 'answered', result: '1', memoryBytes: 5 },
    { kind: 'answered', result: '1', memoryBytes: 5 },
  ],
  [
    { kind: 'answered', result: '1', memoryBytes: 'much' },
    { kind: 'answered', result: '1', memoryBytes: 0 },
  ],
  [
    { kind: 'failed', error: { errorType: 'E', errorMessage: 'm', trace: ['a', 1], other: 1 }, isFatal: true },
    { kind: 'failed', error: { errorType: 'E', errorMessage: 'm', trace: ['a', ''] }, isFatal: true, memoryBytes: 0 },
  ],
  [
    { kind: 'failed', error: { errorType: 'E', errorMessage: 'm', stackTrace: [], requestId: 'r' } },
    {
      kind: 'failed',
      error: { errorType: 'E', errorMessage: 'm', stackTrace: [], requestId: 'r' },
      memoryBytes: 0,
    },
  ],
  [{ kind: 'failed' }, { kind: 'failed', error: { errorType: '', errorMessage: '' }, memoryBytes: 0 }],
  [{ kind: 'answered', result: { a: 1 } }, noAnswer],
  [null, noAnswer],
  ['text', noAnswer],
  [undefined, noAnswer],
])('reads %j', (message, answer) => {
  expect(readAnswer(message)).toEqual(answer)
})

test('cuts what is too long', () => {
  const trace = Array<string>(500).fill('x'.repeat(9_000))
  const answer = readAnswer({ kind: 'failed', error: { errorType: 'E', errorMessage: 'm'.repeat(1e6), trace } })
  const error = answer.kind === 'failed' ? answer.error : null
  expect([error?.errorMessage.length, error?.trace?.length, error?.trace?.[0]?.length]).toEqual([262_144, 100, 4_000])
})
