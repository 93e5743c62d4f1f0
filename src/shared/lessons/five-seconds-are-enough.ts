import { between } from './answers'
import { CACHE_CLUSTER, cachedFor } from './cached'
import { BACKEND_CALLS, CACHE_HITS, figure } from './figures'
import type { Lesson, LessonRun } from './lesson'
import type { LessonRoute } from './lesson-api'
import { lessonRun } from './lesson-run'
import { CACHING } from './sources'

const TITLE = 'Five seconds are enough'
const ROUTE = 'GET /products/{id}'
const ID = 'method.request.path.id'
const KEYS: LessonRoute = {
  method: { requestParameters: { [ID]: true } },
  integration: { cacheKeyParameters: [ID] },
}

function runWith(ttl: number): LessonRun {
  return lessonRun(
    TITLE,
    { routes: { [ROUTE]: { ...KEYS, setting: cachedFor(ttl) } }, stage: CACHE_CLUSTER },
    {
      durationInSeconds: 120,
      sources: [
        {
          name: 'visitors',
          shape: { type: 'POISSON', ratePerSecond: 200 },
          routes: { [ROUTE]: 1 },
          items: { count: 50, distribution: 'UNIFORM' },
        },
      ],
    },
  )
}

export const fiveSecondsAreEnough: Lesson = {
  id: 'five-seconds-are-enough',
  title: TITLE,
  topic: 'Response cache',
  misconception: 'A TTL of a few seconds is not worth having.',
  setting:
    '50 products are asked for 200 times a second, each as often as the others. Their prices change, so the TTL is only 5 seconds.',
  question: 'Which share of the calls does the cache answer?',
  answers: [
    between('few', [0, 0.3], 'A tenth', 'the entries are gone at once'),
    between('half', [0.4, 0.65], 'Half', 'five seconds are not long'),
    between('most', [0.9, 0.97], '95 %', '20 calls for each entry'),
    between('all', [0.985, 1], 'Over 99 %', 'nearly every call'),
  ],
  run: runWith(5),
  figure: figure('Hit ratio', 'share', ({ cache }) => cache.hitRatio ?? 0),
  moreFigures: [CACHE_HITS, BACKEND_CALLS],
  reason:
    'What counts is how many calls share an entry while it lives: 200 a second over 50 products are 4 a second for each, 20 in five ' +
    'seconds. One of them misses. Hot items profit even from a TTL of one second.',
  source: CACHING,
  cure: {
    action: 'Set the TTL to 300',
    text: 'Sixty times as long buys the last few percent, and prices that are five minutes old.',
    run: runWith(300),
  },
}
