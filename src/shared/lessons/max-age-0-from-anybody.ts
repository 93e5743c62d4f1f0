import { between, exactly } from './answers'
import { CACHE_CLUSTER, cachedFor } from './cached'
import { BACKEND_CALLS, CACHE_HITS, OFFERED } from './figures'
import type { MethodSetting } from '../design/method-settings'
import type { Lesson, LessonRun } from './lesson'
import { lessonRun } from './lesson-run'
import { CACHING } from './sources'

const TITLE = 'max-age=0 from anybody'
const ROUTE = 'GET /prices'

function runWith(rule: MethodSetting): LessonRun {
  return lessonRun(
    TITLE,
    { routes: { [ROUTE]: { setting: { ...cachedFor(300), ...rule } } }, stage: CACHE_CLUSTER },
    {
      durationInSeconds: 60,
      sources: [
        {
          name: 'visitors',
          shape: { type: 'CONSTANT', ratePerSecond: 10 },
          routes: { [ROUTE]: 1 },
          cacheBypasses: 0.3,
        },
      ],
    },
  )
}

export const maxAge0FromAnybody: Lesson = {
  id: 'max-age-0-from-anybody',
  title: TITLE,
  topic: 'Response cache',
  misconception: 'Clients cannot get past my cache.',
  setting:
    'GET /prices has one answer, cached for 300 seconds. "Require authorization" for cache invalidation is switched off. 600 calls ' +
    'come in a minute; 30 % of them carry Cache-Control: max-age=0, as browsers send on a reload.',
  question: 'How many calls reach the backend?',
  answers: [
    exactly('one', 1, '1', 'the cache protects it'),
    between('bypasses', [140, 220], 'About 180', 'each with max-age=0'),
    exactly('all', 600, '600', 'max-age=0 switches the cache off'),
  ],
  run: runWith({ requireAuthorizationForCacheControl: false }),
  figure: BACKEND_CALLS,
  moreFigures: [CACHE_HITS, OFFERED],
  reason:
    'max-age=0 asks for a fresh answer: the backend is called, and its answer replaces the entry. Unless authorization is required, ' +
    'anybody may ask. FAIL_WITH_403 refuses those who may not; the two SUCCEED strategies answer them from the cache, with or ' +
    'without a Warning header.',
  source: CACHING,
  cure: {
    action: 'Require authorization for it',
    text: 'With SUCCEED_WITHOUT_RESPONSE_HEADER the header of strangers is ignored. Only callers with execute-api:InvalidateCache get past.',
    run: runWith({
      requireAuthorizationForCacheControl: true,
      unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITHOUT_RESPONSE_HEADER',
    }),
  },
}
