import { exactly } from './answers'
import { figure, sumOfSeconds, THROTTLED } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { KEYED, planWithKeys } from './lesson-callers'
import { lessonRun } from './lesson-run'
import { USAGE_PLANS } from './sources'

const TITLE = 'Two kinds of 429'
const ROUTE = 'GET /reports'
const BACK_AT = 90

function runWith(quota?: number): LessonRun {
  const throttle = { rateLimit: 10, burstLimit: 20 }
  return lessonRun(
    TITLE,
    {
      routes: { [ROUTE]: { method: KEYED } },
      design: planWithKeys(
        ['partner'],
        quota === undefined ? { throttle } : { throttle, quota: { limit: quota, period: 'DAY' } },
      ),
    },
    {
      durationInSeconds: 120,
      sources: [
        {
          name: 'partner',
          shape: { type: 'CONSTANT', ratePerSecond: 15, to: 60 },
          routes: { [ROUTE]: 1 },
          apiKeys: { names: ['partner'], distribution: 'UNIFORM' },
        },
        {
          name: 'partner, later',
          shape: { type: 'BURST', count: 20, at: BACK_AT },
          routes: { [ROUTE]: 1 },
          apiKeys: { names: ['partner'], distribution: 'UNIFORM' },
        },
      ],
    },
  )
}

export const twoKindsOf429: Lesson = {
  id: 'two-kinds-of-429',
  title: TITLE,
  topic: 'Plans and keys',
  misconception: 'A 429 means: wait a moment and try again.',
  setting:
    'A plan allows 10 requests a second with a burst of 20, and 500 a day. A partner calls 15 times a second for a minute, waits for ' +
    'half a minute, and comes back with 20 calls.',
  question: 'How many of these 20 get through?',
  answers: [
    exactly('none', 0, 'None', 'the day is used up'),
    exactly('rate', 10, '10', 'one second of rate'),
    exactly('all', 20, 'All 20', 'the bucket has refilled'),
  ],
  run: runWith(500),
  predict: { from: BACK_AT, to: BACK_AT + 1, label: 'back again' },
  figure: figure('Admitted after the pause', 'calls', (result) =>
    sumOfSeconds(result, 'admitted', BACK_AT, BACK_AT + 1),
  ),
  moreFigures: [THROTTLED, figure('Over the quota', 'calls', ({ totals }) => totals.quotaExceeded)],
  chart: 'TOKENS',
  reason:
    'Both are status 429, but a throttle says "Too Many Requests" and a quota "Limit Exceeded". The bucket of the throttle is full again ' +
    'after two seconds; the quota comes back with the next day. Clients should read the message before they retry.',
  source: USAGE_PLANS,
  cure: {
    action: 'Take the quota away',
    text: 'With the throttle alone, a short pause is all it takes.',
    run: runWith(),
  },
}
