import { between } from './answers'
import { AUTHORIZER_CALLS, figure } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { AUTHORIZED, tokenAuthorizer } from './lesson-callers'
import { lessonRun } from './lesson-run'
import { LAMBDA_AUTHORIZERS } from './sources'

const TITLE = 'An hour after'
const ROUTE = 'GET /documents'
const REVOKED_AT = 600

function runWith(ttl: number): LessonRun {
  return lessonRun(
    TITLE,
    { routes: { [ROUTE]: { method: AUTHORIZED } }, authorizers: tokenAuthorizer(ttl) },
    {
      durationInSeconds: 4800,
      sources: [
        {
          name: 'staff',
          shape: { type: 'POISSON', ratePerSecond: 10 },
          routes: { [ROUTE]: 1 },
          identities: { count: 200, distribution: 'UNIFORM' },
        },
      ],
      events: [{ type: 'REVOKE', at: REVOKED_AT, source: 'staff', share: 0.1 }],
    },
  )
}

export const anHourAfter: Lesson = {
  id: 'an-hour-after',
  title: TITLE,
  topic: 'Authorization',
  misconception: 'An hour of TTL saves calls and hurts nobody.',
  setting:
    '200 colleagues send 10 calls a second together. The authorizer keeps its results for 3,600 seconds. At minute 10 a tenth of them ' +
    'lose their permission.',
  question: 'How many of their calls get through after that?',
  answers: [
    between('none', [0, 0], 'None', 'they are revoked'),
    between('few', [1, 200], 'A few dozen', 'what was on its way'),
    between('hundreds', [201, 800], 'Some hundreds', 'a few minutes of them'),
    between('thousands', [2000, 3700], 'About 3,000', 'most of an hour of them'),
  ],
  run: runWith(3600),
  predict: { from: REVOKED_AT, to: REVOKED_AT + 3600, label: 'revoked' },
  figure: figure('Let through after it', 'calls', ({ answers }) => answers.allowedAfterRevocation),
  moreFigures: [
    figure('Last call let through after', 's', ({ answers }) => answers.revocationDelayInSeconds),
    AUTHORIZER_CALLS,
  ],
  chart: 'AUTHORIZER',
  reason:
    'Each of them asked the function in the first minutes of the hour, and was then let in on that result until it was an hour old. The TTL is how ' +
    'long a wrong answer may live: choose it by what one wrong hour may cost, not by the price of the function.',
  source: LAMBDA_AUTHORIZERS,
  cure: {
    action: 'Set the TTL to 60',
    text: 'A minute still keeps three quarters of the calls of the function away at this traffic, and a revocation acts within a minute.',
    run: runWith(60),
  },
}
