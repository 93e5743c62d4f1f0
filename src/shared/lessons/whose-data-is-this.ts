import { between, exactly } from './answers'
import { CACHE_CLUSTER, cachedFor } from './cached'
import { CACHE_HITS, figure, OFFERED } from './figures'
import type { Lesson, LessonRun } from './lesson'
import type { LessonRoute } from './lesson-api'
import { AUTHORIZED, tokenAuthorizer } from './lesson-callers'
import { lessonRun, milliseconds } from './lesson-run'
import { CACHING } from './sources'

const TITLE = 'Whose data is this?'
const ROUTE = 'GET /profile'

const CALLER = 'method.request.header.Authorization'
const KEYED_BY_CALLER: LessonRoute = {
  method: { requestParameters: { [CALLER]: true } },
  integration: { cacheKeyParameters: [CALLER] },
}

function runWith({ method, integration }: LessonRoute): LessonRun {
  return lessonRun(
    TITLE,
    {
      routes: {
        [ROUTE]: { method: { ...AUTHORIZED, ...method }, ...(integration && { integration }), setting: cachedFor(300) },
      },
      stage: CACHE_CLUSTER,
      authorizers: tokenAuthorizer(300),
    },
    {
      durationInSeconds: 60,
      sources: [
        {
          name: 'users',
          shape: { type: 'CONSTANT', ratePerSecond: 10 },
          routes: { [ROUTE]: 1 },
          identities: { count: 30, distribution: 'UNIFORM' },
        },
      ],
      backends: { [ROUTE]: { latency: milliseconds(40), isPersonal: true } },
    },
  )
}

export const whoseDataIsThis: Lesson = {
  id: 'whose-data-is-this',
  title: TITLE,
  topic: 'Response cache',
  misconception: 'Everybody who is logged in gets their own data: the authorizer knows who calls.',
  setting:
    'GET /profile answers with the data of the caller. An authorizer checks the token, and the answers are cached for 300 seconds. 30 ' +
    'users send 600 calls in a minute.',
  question: 'How many of them are answered with the data of somebody else?',
  answers: [
    exactly('none', 0, 'None', 'each has a token of their own'),
    between('few', [10, 40], 'About 30', 'one for each user'),
    between('most', [500, 600], 'Nearly all', 'whoever came first'),
  ],
  run: runWith({}),
  figure: figure("Read somebody else's data", 'calls', ({ answers }) => answers.leakedReads),
  moreFigures: [CACHE_HITS, OFFERED],
  reason:
    'The authorizer lets the caller in; the cache then finds an entry under the stage, the method and the declared keys. The caller is ' +
    'not part of that key, so the first answer goes to everybody.',
  source: CACHING,
  cure: {
    action: 'Declare Authorization as cache key',
    text:
      'Now each token has an entry of its own: nobody reads what is about somebody else, and no entry serves two users. Not to cache ' +
      'what is personal is the other way.',
    run: runWith(KEYED_BY_CALLER),
  },
}
