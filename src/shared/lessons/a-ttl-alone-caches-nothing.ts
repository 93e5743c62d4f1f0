import { exactly } from './answers'
import { AUTHORIZER_CALLS, AUTHORIZER_HITS, OFFERED } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { AUTHORIZED, AUTHORIZER_URI } from './lesson-callers'
import { lessonRun } from './lesson-run'
import { LAMBDA_AUTHORIZERS } from './sources'

const TITLE = 'TTL alone caches nothing'
const ROUTE = 'GET /orders'

function runWith(identity: {
  readonly identitySource?: string
  readonly authorizerResultTtlInSeconds: number
}): LessonRun {
  return lessonRun(
    TITLE,
    {
      routes: { [ROUTE]: { method: AUTHORIZED } },
      authorizers: { session: { type: 'REQUEST', authorizerUri: AUTHORIZER_URI, ...identity } },
    },
    {
      durationInSeconds: 60,
      sources: [{ name: 'one user', shape: { type: 'CONSTANT', ratePerSecond: 10 }, routes: { [ROUTE]: 1 } }],
    },
  )
}

export const aTtlAloneCachesNothing: Lesson = {
  id: 'a-ttl-alone-caches-nothing',
  title: TITLE,
  topic: 'Authorization',
  misconception: 'A REQUEST authorizer keeps its results as soon as it has a TTL.',
  setting:
    'A REQUEST authorizer looks at the path, a header and a cookie by itself. It names no identity source, and without one there is ' +
    'nothing to keep a result under: the only TTL it can have is 0. One user calls 600 times in a minute.',
  question: 'How often is the function called?',
  answers: [
    exactly('once', 1, 'Once', 'it is always the same user'),
    exactly('minute', 60, '60 times', 'once a second'),
    exactly('calls', 600, '600 times', 'once for each call'),
  ],
  run: runWith({ authorizerResultTtlInSeconds: 0 }),
  figure: AUTHORIZER_CALLS,
  moreFigures: [AUTHORIZER_HITS, OFFERED],
  chart: 'AUTHORIZER',
  reason:
    'Results are kept under the values of the identity sources. No source, no value, nothing to find a result by. What a ' +
    'REQUEST authorizer decides by must be among its identity sources, or one caller gets the result of another.',
  source: LAMBDA_AUTHORIZERS,
  cure: {
    action: 'Name the Authorization header, keep for 300 s',
    text: 'One value, one result. A call without the header now gets 401, and the function is not asked.',
    run: runWith({ identitySource: 'method.request.header.Authorization', authorizerResultTtlInSeconds: 300 }),
  },
}
