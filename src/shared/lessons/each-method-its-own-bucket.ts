import { between } from './answers'
import { ADMITTED, figure, OFFERED, shareOf } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { lessonRun } from './lesson-run'
import { THROTTLING } from './sources'

const TITLE = 'Does a stage limit add up?'

function runWith(stageLimitIsShared: boolean): LessonRun {
  return lessonRun(
    TITLE,
    {
      routes: { 'GET /orders': {}, 'GET /users': {}, 'GET /prices': {} },
      stage: { methodSettings: { '*/*': { throttlingRateLimit: 100, throttlingBurstLimit: 100 } } },
      design: { assumptions: { stageLimitIsShared } },
    },
    {
      durationInSeconds: 30,
      sources: ['GET /orders', 'GET /users', 'GET /prices'].map((routeKey) => ({
        name: routeKey,
        shape: { type: 'CONSTANT', ratePerSecond: 90 },
        routes: { [routeKey]: 1 },
      })),
    },
  )
}

export const eachMethodItsOwnBucket: Lesson = {
  id: 'each-method-its-own-bucket',
  title: TITLE,
  topic: 'Throttling',
  misconception: 'A stage limit of 100 lets the whole stage have 100 requests a second.',
  setting:
    'A stage limits all methods to 100 requests a second with a burst of 100. Three methods are called 90 times a second each.',
  question: 'Which share of the calls is refused?',
  answers: [
    between('none', [0, 0], 'None', 'each method stays below 100'),
    between('third', [0.3, 0.36], 'A third', 'one method too many'),
    between('two-thirds', [0.55, 0.7], 'Nearly two thirds', '100 of 270'),
  ],
  run: runWith(false),
  figure: figure('Refused', 'share', ({ totals }) => shareOf(totals.throttled, totals.requests)),
  moreFigures: [OFFERED, ADMITTED],
  chart: 'TOKENS',
  reason:
    'The setting for all methods is a default: each method that has no limit of its own gets a bucket of that size. Three methods can ' +
    'then take 300 requests a second together. What bounds the sum is the limit of the account.',
  source: THROTTLING,
  unconfirmed:
    'The console says that each method respects these settings; the guide speaks of a limit of the stage. The assumption "stage limit ' +
    'is shared" of a project says which one runs here.',
  cure: {
    action: 'Assume one bucket for the stage',
    text: 'With the other reading the three methods share 100 a second, and most calls are refused.',
    run: runWith(true),
  },
}
