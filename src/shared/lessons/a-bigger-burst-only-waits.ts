import { between } from './answers'
import { figure, shareOf, sumOfSeconds, THROTTLED } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { lessonRun } from './lesson-run'
import { THROTTLING } from './sources'

const TITLE = 'A bigger burst only waits'
const ROUTE = 'POST /orders'

function runWith(rate: number): LessonRun {
  return lessonRun(
    TITLE,
    { routes: { [ROUTE]: { setting: { throttlingRateLimit: rate, throttlingBurstLimit: 1000 } } } },
    {
      durationInSeconds: 60,
      sources: [{ name: 'clients', shape: { type: 'CONSTANT', ratePerSecond: 150 }, routes: { [ROUTE]: 1 } }],
    },
  )
}

const refusedBetween = (label: string, from: number, to: number) =>
  figure(label, 'share', (result) =>
    shareOf(sumOfSeconds(result, 'throttled', from, to), sumOfSeconds(result, 'requests', from, to)),
  )

export const aBiggerBurstOnlyWaits: Lesson = {
  id: 'a-bigger-burst-only-waits',
  title: TITLE,
  topic: 'Throttling',
  misconception: 'Too many 429s? Raise the burst limit.',
  setting:
    'A method is called 150 times a second without pause. Its rate limit is 100. To get rid of the 429s its burst limit was ' +
    'raised from 50 to 1,000.',
  question: 'Which share of the calls is refused in the last ten seconds of a minute?',
  answers: [
    between('none', [0, 0], 'None', 'the bucket is big enough'),
    between('few', [0.001, 0.1], 'About 5 %', '50 of 1,000'),
    between('third', [0.3, 0.36], 'A third', 'what is above the rate'),
  ],
  run: runWith(100),
  predict: { from: 50, to: 60, label: 'the last ten seconds' },
  figure: refusedBetween('Refused in the last 10 s', 50, 60),
  moreFigures: [refusedBetween('Refused in the first 10 s', 0, 10), THROTTLED],
  chart: 'TOKENS',
  reason:
    'A burst limit is a store, and a store runs dry. 50 more tokens leave each second than come back, so 1,000 tokens last 20 ' +
    'seconds. After that only the rate counts: 100 of 150 calls pass, as with the smaller burst.',
  source: THROTTLING,
  cure: {
    action: 'Raise the rate limit to 150',
    text: 'What comes all the time needs rate. Burst is for what comes now and then.',
    run: runWith(150),
  },
}
