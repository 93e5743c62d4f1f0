import { between, exactly } from './answers'
import { AUTHORIZER_CALLS, figure } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { AUTHORIZED, tokenAuthorizer } from './lesson-callers'
import { lessonRun } from './lesson-run'
import { LAMBDA_AUTHORIZERS } from './sources'

const TITLE = 'Revoked, and still in'
const ROUTE = 'GET /payroll'
const REVOKED_AT = 10

function runWith(ttl: number): LessonRun {
  return lessonRun(
    TITLE,
    { routes: { [ROUTE]: { method: AUTHORIZED } }, authorizers: tokenAuthorizer(ttl) },
    {
      durationInSeconds: 400,
      sources: [
        {
          name: 'former colleague',
          shape: { type: 'CONSTANT', ratePerSecond: 1, from: 5 },
          routes: { [ROUTE]: 1 },
        },
      ],
      events: [{ type: 'REVOKE', at: REVOKED_AT, source: 'former colleague', share: 1 }],
    },
  )
}

export const revokedAndStillIn: Lesson = {
  id: 'revoked-and-still-in',
  title: TITLE,
  topic: 'Authorization',
  misconception: 'Take the permission away, and the next call is refused.',
  setting:
    'A Lambda authorizer keeps its results for 300 seconds, which is the default. Somebody calls once a second from second 5 on. At ' +
    'second 10 the permission is taken away.',
  question: 'For how long do the calls still get through?',
  answers: [
    exactly('at-once', 0, 'Not at all', 'the next call is refused'),
    between('a-minute', [1, 90], 'Up to a minute', 'while the change spreads'),
    between('ttl', [270, 300], 'Nearly 5 minutes', 'until the kept result is too old'),
    between('token', [380, 400], 'As long as the token is valid', 'the token decides'),
  ],
  run: runWith(300),
  predict: { from: REVOKED_AT, to: 310, label: 'revoked' },
  figure: figure('Last call let through after', 's', ({ answers }) => answers.revocationDelayInSeconds),
  moreFigures: [
    figure('Let through after it', 'calls', ({ answers }) => answers.allowedAfterRevocation),
    AUTHORIZER_CALLS,
  ],
  chart: 'AUTHORIZER',
  reason:
    'While a result is kept, nobody asks the function, so nobody hears that the permission is gone. The time runs from the call that ' +
    'asked, not from the revocation. With the longest TTL, 3,600 seconds, it can be an hour.',
  source: LAMBDA_AUTHORIZERS,
  cure: {
    action: 'Set the TTL to 0',
    text: 'The next call is refused. The price: every call asks the function, and waits for it. Flushing the authorizer cache by hand is the other way.',
    run: runWith(0),
  },
}
