import { exactly } from './answers'
import { figure, sumOfSeconds, THROTTLED } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { lessonRun } from './lesson-run'
import { THROTTLING } from './sources'

const TITLE = 'Burst is not concurrency'
const ROUTE = 'GET /orders'
const RATE = 5
const SECOND_WAVE_AT = 15

function runWith(burst: number): LessonRun {
  return lessonRun(
    TITLE,
    { routes: { [ROUTE]: { setting: { throttlingRateLimit: RATE, throttlingBurstLimit: burst } } } },
    {
      durationInSeconds: 30,
      sources: [
        { name: 'first wave', shape: { type: 'BURST', count: 120, at: 0 }, routes: { [ROUTE]: 1 } },
        {
          name: 'one a second',
          shape: { type: 'CONSTANT', ratePerSecond: 1, from: 1, to: SECOND_WAVE_AT },
          routes: { [ROUTE]: 1 },
        },
        { name: 'second wave', shape: { type: 'BURST', count: 60, at: SECOND_WAVE_AT }, routes: { [ROUTE]: 1 } },
      ],
    },
  )
}

export const burstIsNotConcurrency: Lesson = {
  id: 'burst-is-not-concurrency',
  title: TITLE,
  topic: 'Throttling',
  misconception: 'The burst limit is how many requests may be under way at the same time.',
  setting:
    'A method has a rate limit of 5 requests a second and a burst limit of 50. At second 0, 120 calls arrive together. ' +
    'Then one a second. At second 15, another 60 at once.',
  question: 'How many of the 60 calls at second 15 get through?',
  answers: [
    exactly('rate', 5, '5', 'one second of rate'),
    exactly('left-over', 10, '10', '60 minus 50 in flight'),
    exactly('full-bucket', 50, '50', 'a full bucket'),
    exactly('all', 60, 'All 60', 'nothing is running'),
  ],
  run: runWith(50),
  predict: { from: SECOND_WAVE_AT, to: SECOND_WAVE_AT + 1, label: '60 at once' },
  figure: figure('Admitted at second 15', 'calls', (result) =>
    sumOfSeconds(result, 'admitted', SECOND_WAVE_AT, SECOND_WAVE_AT + 1),
  ),
  moreFigures: [figure('Admitted at second 0', 'calls', (result) => sumOfSeconds(result, 'admitted', 0, 1)), THROTTLED],
  chart: 'TOKENS',
  reason:
    'The limit counts tokens, not calls in flight. Each call takes one token and never gives it back, however fast it is answered; ' +
    '5 come back every second, up to the burst limit. By second 15 the bucket was full again.',
  source: THROTTLING,
  cure: {
    action: 'Raise the burst limit to 60',
    text: 'A bucket of 60 takes the whole second wave. The backend then gets 60 calls at once: that is what a burst limit decides.',
    run: runWith(60),
  },
}
