import { between, exactly } from './answers'
import { CACHE_CLUSTER, cachedFor } from './cached'
import { BACKEND_CALLS, CACHE_HITS, OFFERED } from './figures'
import type { Lesson, LessonRun } from './lesson'
import type { LessonRoute } from './lesson-api'
import { lessonRun } from './lesson-run'
import { CACHING } from './sources'

const TITLE = 'The query string'
const ROUTE = 'GET /search'
const QUERY = 'method.request.querystring.category'

function runWith(keys: Pick<LessonRoute, 'method' | 'integration'>): LessonRun {
  return lessonRun(
    TITLE,
    { routes: { [ROUTE]: { ...keys, setting: cachedFor(300) } }, stage: CACHE_CLUSTER },
    {
      durationInSeconds: 60,
      sources: [
        {
          name: 'visitors',
          shape: { type: 'CONSTANT', ratePerSecond: 10 },
          routes: { [ROUTE]: 1 },
          items: { count: 20, distribution: 'UNIFORM' },
        },
      ],
    },
  )
}

export const theQueryString: Lesson = {
  id: 'the-query-string',
  title: TITLE,
  topic: 'Response cache',
  misconception: 'The cache keeps ?category=shoes and ?category=books apart.',
  setting:
    'GET /search is cached for 300 seconds. Visitors ask for 20 categories with ?category=..., 600 calls in a minute. No cache key ' +
    'parameter is declared.',
  question: 'How many calls reach the backend?',
  answers: [
    exactly('one', 1, '1', 'all share one entry'),
    exactly('categories', 20, '20', 'one for each category'),
    between('calls', [500, 600], '600', 'a query is never cached'),
  ],
  run: runWith({}),
  figure: BACKEND_CALLS,
  moreFigures: [CACHE_HITS, OFFERED],
  reason:
    'Only declared parameters are part of the key. The first answer, about shoes, say, is the answer to everything for five minutes, and ' +
    'the hit ratio looks splendid. Path parameters are no exception: they too have to be declared.',
  source: CACHING,
  cure: {
    action: 'Declare category as cache key',
    text: 'An entry for each category: 20 calls of the backend, and the right answer for everybody.',
    run: runWith({ method: { requestParameters: { [QUERY]: false } }, integration: { cacheKeyParameters: [QUERY] } }),
  },
}
