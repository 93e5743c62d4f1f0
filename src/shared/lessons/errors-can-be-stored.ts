import { between, exactly } from './answers'
import { CACHE_CLUSTER, cachedFor } from './cached'
import { BACKEND_CALLS, CACHE_HITS, figure } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { lessonRun } from './lesson-run'
import { CACHING } from './sources'

const TITLE = 'Errors can be stored'
const ROUTE = 'GET /prices'
const WELL_AT = 10

/** Until the backend is well its answer is an error page: an answer like any other to the cache, and out of date afterwards. */
function runWith(ttl: number): LessonRun {
  return lessonRun(
    TITLE,
    { routes: { [ROUTE]: { setting: cachedFor(ttl) } }, stage: CACHE_CLUSTER },
    {
      durationInSeconds: 120,
      sources: [
        { name: 'visitors', shape: { type: 'CONSTANT', ratePerSecond: 10, from: 0.05 }, routes: { [ROUTE]: 1 } },
      ],
      events: [{ type: 'CHANGE_DATA', at: WELL_AT, route: ROUTE }],
    },
  )
}

export const errorsCanBeStored: Lesson = {
  id: 'errors-can-be-stored',
  title: TITLE,
  topic: 'Response cache',
  misconception: 'When the backend is well again, so are the answers.',
  setting:
    'GET /prices is cached for 300 seconds and called ten times a second. For its first ten seconds the backend answers with an error ' +
    'page, status 500, and is well from then on. The run ends 110 seconds later.',
  question: 'How many calls get the error page after the backend is well?',
  answers: [
    exactly('none', 0, 'None', 'errors are not cached'),
    between('some', [1, 100], 'Some dozens', 'for a few seconds'),
    between('all', [1050, 1100], 'All 1,100', 'until the entry is too old'),
  ],
  run: runWith(300),
  predict: { from: WELL_AT, to: 120, label: 'the backend is well' },
  figure: figure('Old answers after it', 'calls', ({ answers }) => answers.staleReads),
  moreFigures: [CACHE_HITS, BACKEND_CALLS],
  reason:
    'What the backend answers becomes an entry, whatever its status: the first error of a cold cache is repeated until its TTL is over. ' +
    'Errors that the gateway makes itself, as 429 or 504, are not kept. The run counts answers that are out of date; the cache does not ' +
    'know that they are errors.',
  source: CACHING,
  unconfirmed:
    'AWS does not say whether an error of the backend is kept; users report that it is. The assumption "cache error responses" of a ' +
    'project says what the local gateway does.',
  cure: {
    action: 'Set the TTL to 15',
    text: 'An error then lives for 15 seconds at most. Or flush the stage cache once the backend is well.',
    run: runWith(15),
  },
}
