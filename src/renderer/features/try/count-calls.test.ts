import { expect, test } from 'vitest'
import type { TryAnswer } from '@shared/contract/try'
import type { ManyCalls, ShownCall } from '../../stores/try-store'
import { countCall } from './count-calls'

const answered = (status: number): ShownCall => {
  const body = { kind: 'text', text: '', bytes: 0 } as const
  const sent = { url: '', method: 'GET', headers: [], body: null }
  const answer: TryAnswer = {
    status,
    headers: [],
    body,
    durationMs: 0,
    sent,
    curl: '',
    traced: null,
    executionLog: [],
    skippedSteps: [],
  }
  return { kind: 'answered', answer }
}

test('calls are counted by status, with the fastest and the slowest', () => {
  const none: ManyCalls = { wanted: 4, parallel: 2, done: 0, statuses: [], state: 'running' }
  const first = answered(429)
  const lost: ShownCall = { kind: 'failed', message: 'gone' }
  const many = [
    [first, 4],
    [answered(200), 9],
    [answered(429), 2],
    [lost, 1],
  ] as const
  expect(many.reduce((counted, [shown, ms]) => countCall(counted, shown, ms), none)).toEqual({
    ...none,
    done: 4,
    statuses: [
      { status: 0, count: 1, fastestMs: 1, slowestMs: 1, totalMs: 1, sample: lost },
      { status: 200, count: 1, fastestMs: 9, slowestMs: 9, totalMs: 9, sample: answered(200) },
      { status: 429, count: 2, fastestMs: 2, slowestMs: 4, totalMs: 6, sample: first },
    ],
  })
})
