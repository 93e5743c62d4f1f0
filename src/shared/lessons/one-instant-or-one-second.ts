import { between, exactly } from './answers'
import { ADMITTED, OFFERED, THROTTLED } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { lessonRun } from './lesson-run'
import { THROTTLING } from './sources'

const TITLE = '1,500 at one instant?'
const ROUTE = 'GET /orders'

function runWith(spreadInSeconds: number): LessonRun {
  return lessonRun(
    TITLE,
    { routes: { [ROUTE]: { setting: { throttlingRateLimit: 1000, throttlingBurstLimit: 500 } } } },
    {
      durationInSeconds: 4,
      sources: [
        { name: 'clients', shape: { type: 'BURST', count: 1500, at: 1, spreadInSeconds }, routes: { [ROUTE]: 1 } },
      ],
    },
  )
}

export const oneInstantOrOneSecond: Lesson = {
  id: 'one-instant-or-one-second',
  title: TITLE,
  topic: 'Throttling',
  misconception: 'A rate of 1,000 and a burst of 500 let 1,500 requests in at one instant.',
  setting:
    'A method has a rate limit of 1,000 requests a second and a burst limit of 500. 1,500 calls arrive at the same instant.',
  question: 'How many of them get through?',
  answers: [
    exactly('burst', 500, '500', 'what the bucket holds'),
    exactly('rate', 1000, '1,000', 'one second of rate'),
    between('both', [1499, 1500], '1,500', 'rate plus burst'),
  ],
  run: runWith(0),
  predict: { from: 1, to: 1.1, label: '1,500 at once' },
  figure: ADMITTED,
  moreFigures: [OFFERED, THROTTLED],
  chart: 'TOKENS',
  reason:
    'At one instant there is only what the bucket holds: 500 tokens. The rate is a refill, and it needs time. The 1,500 of many ' +
    'examples come through only when they are spread over the first second: 500 from the bucket, 1,000 from the refill.',
  source: THROTTLING,
  cure: {
    action: 'Spread them over one second',
    text:
      'The same 1,500 calls, evenly over a second, empty the bucket at its very end: only the last one may come a fraction of a ' +
      'millisecond too early.',
    run: runWith(1),
  },
}
