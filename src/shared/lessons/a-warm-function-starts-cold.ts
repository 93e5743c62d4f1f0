import { between, exactly } from './answers'
import { figure } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { lambdaProxy } from './lambda-proxy'
import { lessonRun, milliseconds } from './lesson-run'
import { CONCURRENCY } from './sources'

const TITLE = 'A warm function starts cold'
const ROUTE = 'GET /tickets'
const SALE_AT = 60

function runWith(spreadInSeconds: number): LessonRun {
  return lessonRun(
    TITLE,
    { routes: { [ROUTE]: { integration: lambdaProxy('tickets') } } },
    {
      durationInSeconds: 120,
      sources: [
        {
          name: 'visitors',
          shape: { type: 'CONSTANT', ratePerSecond: 2, from: 0.25, to: SALE_AT },
          routes: { [ROUTE]: 1 },
        },
        {
          name: 'sale',
          shape: { type: 'BURST', count: 200, at: SALE_AT, spreadInSeconds },
          routes: { [ROUTE]: 1 },
        },
      ],
      backends: {
        [ROUTE]: { latency: milliseconds(100), coldStart: { latency: milliseconds(800), idleTimeoutInSeconds: 600 } },
      },
    },
  )
}

const COLD_STARTS = figure('Cold starts', 'calls', ({ answers }) => answers.backend.coldStarts)

export const aWarmFunctionStartsCold: Lesson = {
  id: 'a-warm-function-starts-cold',
  title: TITLE,
  topic: 'Backends',
  misconception: 'A function that is called all the time is warm, and stays fast.',
  setting:
    'A function is called twice a second and answers in 100 ms; a cold start takes 800 ms more. At second 60 a sale begins: 200 calls ' +
    'at one instant.',
  question: 'How many cold starts are there in all?',
  answers: [
    between('few', [1, 3], '1 to 3', 'only the first call'),
    between('dozens', [4, 90], 'Some dozens', 'the warm one takes its part'),
    exactly('all', 200, '200', 'one for nearly every call of the sale'),
  ],
  run: runWith(0),
  predict: { from: SALE_AT, to: SALE_AT + 1, label: 'the sale' },
  figure: COLD_STARTS,
  moreFigures: [figure('The slowest call', 'ms', ({ latency }) => latency.max)],
  chart: 'LATENCY',
  reason:
    'An instance works on one call at a time. Two calls a second keep one instance warm, and the sale needs 200 at once: one is there, ' +
    'the others are made. Cold starts come with every rise of concurrency, not only after a pause.',
  source: CONCURRENCY,
  cure: {
    action: 'Spread the sale over 20 seconds',
    text: 'Ten calls a second need an instance or two, once they are there; only the first of them start cold. A queue or a waiting room does that.',
    run: runWith(20),
  },
}
