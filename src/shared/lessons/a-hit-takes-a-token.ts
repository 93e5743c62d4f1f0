import { between } from './answers'
import { CACHE_CLUSTER, cachedFor } from './cached'
import { BACKEND_CALLS, CACHE_HITS, figure, shareOf } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { lessonRun } from './lesson-run'
import { CACHING } from './sources'

const TITLE = 'A hit takes a token too'
const ROUTE = 'GET /prices'

function runWith(rate: number): LessonRun {
  return lessonRun(
    TITLE,
    {
      routes: { [ROUTE]: { setting: { ...cachedFor(300), throttlingRateLimit: rate, throttlingBurstLimit: 50 } } },
      stage: CACHE_CLUSTER,
    },
    {
      durationInSeconds: 60,
      sources: [{ name: 'visitors', shape: { type: 'CONSTANT', ratePerSecond: 200 }, routes: { [ROUTE]: 1 } }],
    },
  )
}

export const aHitTakesAToken: Lesson = {
  id: 'a-hit-takes-a-token',
  title: TITLE,
  topic: 'Response cache',
  misconception: 'What comes from the cache is not throttled: the limit protects the backend.',
  setting:
    'GET /prices has one answer, cached for 300 seconds. To protect the backend the method is limited to 50 requests a second with a ' +
    'burst of 50. 200 calls a second arrive for a minute.',
  question: 'Which share of the calls is refused?',
  answers: [
    between('none', [0, 0.001], 'None', 'nearly all are hits'),
    between('quarter', [0.2, 0.3], 'A quarter', 'only the misses count'),
    between('above-rate', [0.7, 0.76], 'Three quarters', 'all above 50 a second'),
  ],
  run: runWith(50),
  figure: figure('Refused', 'share', ({ totals }) => shareOf(totals.throttled, totals.requests)),
  moreFigures: [CACHE_HITS, BACKEND_CALLS],
  chart: 'TOKENS',
  reason:
    'The cache is looked at last, right before the backend. A hit has passed the firewall, the authorizer, the key and every ' +
    'throttle before, took a token of each, and is billed like any other call.',
  source: CACHING,
  unconfirmed:
    'AWS does not spell the order out. That access control and throttling come before the cache follows from the order of the ' +
    'execution log and from hits being counted and billed.',
  cure: {
    action: 'Raise the rate limit to 250',
    text: 'Limit a cached method by what the gateway shall answer. How much the backend gets is decided by the TTL.',
    run: runWith(250),
  },
}
