import { exactly } from './answers'
import { figure, sumOfSeconds, THROTTLED } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { lessonRun } from './lesson-run'
import { THROTTLING } from './sources'

const TITLE = 'The smallest bucket decides'
const ROUTE = 'GET /prices'

function runWith(accountRate: number): LessonRun {
  return lessonRun(
    TITLE,
    {
      routes: { [ROUTE]: { setting: { throttlingRateLimit: 20_000, throttlingBurstLimit: 10_000 } } },
      design: { account: { throttleSettings: { rateLimit: accountRate, burstLimit: 5000 } } },
    },
    {
      durationInSeconds: 4,
      sources: [{ name: 'clients', shape: { type: 'CONSTANT', ratePerSecond: 15_000 }, routes: { [ROUTE]: 1 } }],
    },
  )
}

export const theSmallestBucketDecides: Lesson = {
  id: 'the-smallest-bucket-decides',
  title: TITLE,
  topic: 'Throttling',
  misconception: 'A stage or method limit can lift the limit of the account.',
  setting:
    'The account has the usual 10,000 requests a second with a burst of 5,000. A method is set to 20,000 and 10,000. ' +
    '15,000 calls a second arrive.',
  question: 'How many get through in the fourth second?',
  answers: [
    exactly('account', 10_000, '10,000', 'the limit of the account'),
    exactly('offered', 15_000, '15,000', 'less than the method allows'),
    exactly('method', 20_000, '20,000', 'the limit of the method'),
  ],
  run: runWith(10_000),
  predict: { from: 3, to: 4, label: 'the fourth second' },
  figure: figure('Admitted in the fourth second', 'calls', (result) => sumOfSeconds(result, 'admitted', 3, 4)),
  moreFigures: [
    figure('429 by the account', 'calls', ({ throttledByLevel }) => throttledByLevel['account'] ?? 0),
    THROTTLED,
  ],
  chart: 'TOKENS',
  reason:
    'A request needs a token from every bucket on its way: its key in a usage plan, the method, the account. Wherever the smallest ' +
    'one stands, it decides. The account limit is shared by all APIs of a Region and only AWS can raise it.',
  source: THROTTLING,
  cure: {
    action: 'Get the account limit raised to 20,000',
    text: 'A quota increase from AWS. Then nothing on the way is smaller than the traffic.',
    run: runWith(20_000),
  },
}
