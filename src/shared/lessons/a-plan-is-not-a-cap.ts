import { exactly } from './answers'
import { BACKEND_CALLS, figure } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { KEYED, planWithKeys } from './lesson-callers'
import { lessonRun } from './lesson-run'
import { USAGE_PLANS } from './sources'

const TITLE = 'A plan is not a cap'
const ROUTE = 'GET /search'
const KEYS = ['trial-1', 'trial-2', 'trial-3', 'trial-4']

function runWith(keys: readonly string[]): LessonRun {
  return lessonRun(
    TITLE,
    {
      routes: { [ROUTE]: { method: KEYED } },
      design: planWithKeys(keys, { quota: { limit: 1000, period: 'DAY' } }),
    },
    {
      durationInSeconds: 60,
      sources: keys.map((name) => ({
        name,
        shape: { type: 'CONSTANT', ratePerSecond: 100 / keys.length },
        routes: { [ROUTE]: 1 },
        apiKeys: { names: [name], distribution: 'UNIFORM' },
      })),
    },
  )
}

export const aPlanIsNotACap: Lesson = {
  id: 'a-plan-is-not-a-cap',
  title: TITLE,
  topic: 'Plans and keys',
  misconception: 'A plan with a quota of 1,000 a day caps what its users can cost us.',
  setting:
    'A plan allows 1,000 calls a day. Somebody signs up four times and gets four keys in that plan. Together they send 100 ' +
    'calls a second for a minute.',
  question: 'How many calls reach the backend?',
  answers: [
    exactly('quota', 1000, '1,000', 'the quota of the plan'),
    exactly('each-key', 4000, '4,000', 'the quota, once for each key'),
    exactly('all', 6000, '6,000', 'all of them'),
  ],
  run: runWith(KEYS),
  figure: BACKEND_CALLS,
  moreFigures: [figure('Over the quota', 'calls', ({ totals }) => totals.quotaExceeded)],
  reason:
    'The limits of a plan count for each key by itself; the plan has no bucket of its own. And AWS applies quotas and throttles with its ' +
    'best effort: clients can exceed them, so AWS says not to rely on them for costs. Here they are exact, there expect more to ' +
    'pass. AWS Budgets and WAF are for costs and for blocking.',
  source: USAGE_PLANS,
  cure: {
    action: 'Give them one key',
    text: 'One key has one quota, however many clients share it.',
    run: runWith(KEYS.slice(0, 1)),
  },
}
