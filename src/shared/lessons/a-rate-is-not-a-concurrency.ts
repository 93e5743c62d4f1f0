import { between } from './answers'
import { figure, shareOf } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { lambdaProxy } from './lambda-proxy'
import { lessonRun, milliseconds } from './lesson-run'
import { CONCURRENCY } from './sources'

const TITLE = 'Rate is not concurrency'
const ROUTE = 'POST /reports'

function runWith(latencyMs: number): LessonRun {
  return lessonRun(
    TITLE,
    {
      routes: {
        [ROUTE]: {
          integration: lambdaProxy('reports'),
          setting: { throttlingRateLimit: 100, throttlingBurstLimit: 100 },
        },
      },
    },
    {
      durationInSeconds: 60,
      sources: [{ name: 'clients', shape: { type: 'POISSON', ratePerSecond: 100 }, routes: { [ROUTE]: 1 } }],
      backends: { [ROUTE]: { latency: milliseconds(latencyMs), concurrencyLimit: 100 } },
    },
  )
}

export const aRateIsNotAConcurrency: Lesson = {
  id: 'a-rate-is-not-a-concurrency',
  title: TITLE,
  topic: 'Backends',
  misconception: 'The function may run 100 times at once, so a rate limit of 100 protects it.',
  setting:
    'A function has a reserved concurrency of 100. To protect it the method is limited to 100 requests a second. A report takes 2 ' +
    'seconds, and 100 calls a second arrive.',
  question: 'Which share of the calls does the function refuse?',
  answers: [
    between('none', [0, 0.02], 'None', '100 is 100'),
    between('tenth', [0.05, 0.2], 'About a tenth', 'when many come at once'),
    between('half', [0.4, 0.6], 'About half', 'it would need 200'),
  ],
  run: runWith(2000),
  figure: figure('Refused by the function', 'share', ({ totals }) => shareOf(totals.blocked, totals.requests)),
  moreFigures: [
    figure('Refused by the throttle', 'calls', ({ totals }) => totals.throttled),
    figure('Under way on average', 'calls', ({ integration }) => integration.meanInFlight),
  ],
  reason:
    'How many run at once is the rate times how long each takes (Little’s law): 100 a second times 2 seconds are 200. A rate limit knows ' +
    'nothing of how long calls take.',
  source: CONCURRENCY,
  cure: {
    action: 'Make a report in half a second',
    text: '100 a second times half a second are 50 at once. Faster, fewer at a time, or a queue in front: the product has to fit.',
    run: runWith(500),
  },
}
