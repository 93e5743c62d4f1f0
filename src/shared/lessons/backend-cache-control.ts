import { exactly } from './answers'
import { CACHE_CLUSTER, cachedFor } from './cached'
import { BACKEND_CALLS, CACHE_HITS, OFFERED } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { lessonRun } from './lesson-run'
import { CACHING } from './sources'

const TITLE = 'Backend Cache-Control'
const ROUTE = 'GET /news'

function runWith(ttl: number): LessonRun {
  return lessonRun(
    TITLE,
    { routes: { [ROUTE]: { setting: cachedFor(ttl) } }, stage: CACHE_CLUSTER },
    {
      durationInSeconds: 600,
      sources: [{ name: 'readers', shape: { type: 'CONSTANT', ratePerSecond: 2, from: 0.5 }, routes: { [ROUTE]: 1 } }],
    },
  )
}

export const backendCacheControl: Lesson = {
  id: 'backend-cache-control',
  title: TITLE,
  topic: 'Response cache',
  misconception: 'The backend says how long its answer may be kept: Cache-Control: max-age=60.',
  setting:
    'GET /news has one answer and is cached with a TTL of 300 seconds. The backend sends Cache-Control: max-age=60 with each answer. ' +
    'Readers call twice a second for ten minutes.',
  question: 'How often is the backend called?',
  answers: [
    exactly('ttl', 2, '2 times', 'every 300 seconds'),
    exactly('max-age', 10, '10 times', 'every 60 seconds'),
    exactly('calls', 1199, 'For every call', 'who says max-age is not cached'),
  ],
  run: runWith(300),
  figure: BACKEND_CALLS,
  moreFigures: [CACHE_HITS, OFFERED],
  reason:
    'The TTL of the stage or the method decides, from 0 to 3,600 seconds. The header goes on to the client untouched, and the cache of ' +
    'the gateway does not look at it.',
  source: CACHING,
  unconfirmed:
    'The guide names only the TTL of stage and method, and no effect of headers of the backend; that there is none is our reading. One ' +
    'of the common guides claims the opposite.',
  cure: {
    action: 'Set the TTL to 60',
    text: 'Say it where it counts: in the setting of the method.',
    run: runWith(60),
  },
}
