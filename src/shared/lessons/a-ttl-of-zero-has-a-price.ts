import { between, exactly } from './answers'
import { AUTHORIZER_CALLS, figure, OFFERED } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { AUTHORIZED, tokenAuthorizer } from './lesson-callers'
import { lessonRun, milliseconds } from './lesson-run'
import { LAMBDA_AUTHORIZERS } from './sources'

const TITLE = 'A TTL of 0 has a price'
const ROUTE = 'GET /orders'

function runWith(ttl: number): LessonRun {
  return lessonRun(
    TITLE,
    { routes: { [ROUTE]: { method: AUTHORIZED } }, authorizers: tokenAuthorizer(ttl) },
    {
      durationInSeconds: 300,
      sources: [
        {
          name: 'app',
          shape: { type: 'CONSTANT', ratePerSecond: 20 },
          routes: { [ROUTE]: 1 },
          identities: { count: 10, distribution: 'UNIFORM' },
        },
      ],
      authorizer: { latency: milliseconds(120) },
    },
  )
}

export const aTtlOfZeroHasAPrice: Lesson = {
  id: 'a-ttl-of-zero-has-a-price',
  title: TITLE,
  topic: 'Authorization',
  misconception: 'Set the TTL to 0 to be safe. It costs nothing.',
  setting:
    'Ten users of an app send 20 calls a second together, for five minutes. The authorizer takes 120 ms, the backend 40 ms. To be safe, ' +
    'the TTL is 0.',
  question: 'How often is the function called?',
  answers: [
    between('users', [10, 20], 'About 10 times', 'once for each user'),
    between('minutes', [40, 70], 'About 50 times', 'once a minute for each user'),
    exactly('calls', 6000, '6,000 times', 'once for each call'),
  ],
  run: runWith(0),
  figure: AUTHORIZER_CALLS,
  moreFigures: [OFFERED, figure('Half of the calls take at most', 'ms', ({ latency }) => latency.p50)],
  chart: 'LATENCY',
  reason:
    'A TTL of 0 turns the keeping off. Every call pays for the function, waits for it, and takes a piece of its concurrency: at 20 ' +
    'calls a second more than two of them run all the time.',
  source: LAMBDA_AUTHORIZERS,
  cure: {
    action: 'Set the TTL to 60',
    text: 'A minute is enough to bring the calls of the function down to about one a minute for each user. A revocation then takes up to a minute.',
    run: runWith(60),
  },
}
