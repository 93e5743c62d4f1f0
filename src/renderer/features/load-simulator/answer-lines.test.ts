import { describe, expect, it } from 'vitest'
import { answerLines, answersSummary, headroomWords } from './answer-lines'
import { answersWith } from './test-result'

describe('answerLines', () => {
  it('has nothing to complain of when nothing happened', () => {
    const lines = answerLines({ answers: answersWith() })
    expect(lines.map(({ id, tone }) => [id, tone])).toEqual([
      ['leakedReads', 'good'],
      ['staleReads', 'good'],
      ['allowedAfterRevocation', 'good'],
      ['retries', 'plain'],
      ['clientLatency', 'plain'],
      ['queued', 'good'],
      ['coldStarts', 'plain'],
    ])
    expect(answersSummary(lines)).toBe('Nothing needs a look')
  })
  it('tells each trouble with its figure', () => {
    const lines = answerLines({
      answers: answersWith({
        leakedReads: 12,
        allowedAfterRevocation: 40,
        revocationDelayInSeconds: 297,
        cacheEvictions: 3,
        retries: { attempts: 3000, amplification: 2.5, givenUp: 200 },
        backend: { queued: 50, meanWaitMs: 120, coldStarts: 9 },
      }),
    })
    expect(lines.map(({ id, tone, text }) => [id, tone, text])).toEqual([
      ['leakedReads', 'danger', '12'],
      ['staleReads', 'good', '0'],
      ['allowedAfterRevocation', 'danger', '40, for 297 s'],
      ['retries', 'danger', '3,000, 2.5 requests for each'],
      ['givenUp', 'warning', '200'],
      ['clientLatency', 'plain', 'p50 100 ms, p95 200 ms, p99 300 ms'],
      ['queued', 'warning', '50, 120 ms on average'],
      ['coldStarts', 'warning', '9'],
      ['cacheEvictions', 'warning', '3'],
    ])
    expect(answersSummary(lines)).toBe('7 answers need a look')
  })
})

it('tells how near a limit is', () => {
  expect([
    headroomWords({ label: 'POST /orders', level: 'method', used: 98, limit: 100 }),
    headroomWords({ label: 'Premium', level: 'quota', used: 18_204, limit: 1_000_000 }),
    headroomWords({ label: 'GET /jobs', level: 'concurrency', used: 10, limit: 10 }),
  ]).toEqual([
    '98 of 100 requests/s, 98.0 %, little left',
    '18,200 of 1,000,000 requests, 1.8 %, enough left',
    '10 of 10 at a time, 100.0 %, nothing left',
  ])
})
