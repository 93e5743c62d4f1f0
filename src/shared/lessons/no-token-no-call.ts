import type { TrafficSource } from '../design/scenario'
import { between, exactly } from './answers'
import { AUTHORIZER_CALLS, figure } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { AUTHORIZED, tokenAuthorizer } from './lesson-callers'
import { lessonRun } from './lesson-run'
import { LAMBDA_AUTHORIZERS } from './sources'

const TITLE = 'No token, no call'
const ROUTE = 'GET /account'

function runWith(tokens: Pick<TrafficSource, 'missingTokens' | 'deniedIdentities'>): LessonRun {
  return lessonRun(
    TITLE,
    { routes: { [ROUTE]: { method: AUTHORIZED } }, authorizers: tokenAuthorizer(0) },
    {
      durationInSeconds: 30,
      sources: [
        { name: 'scanner', shape: { type: 'CONSTANT', ratePerSecond: 100 }, routes: { [ROUTE]: 1 }, ...tokens },
      ],
    },
  )
}

export const noTokenNoCall: Lesson = {
  id: 'no-token-no-call',
  title: TITLE,
  topic: 'Authorization',
  misconception: 'Every call without a token costs a call of the authorizer.',
  setting:
    'A TOKEN authorizer reads the Authorization header and keeps nothing. A scanner sends 3,000 calls in half a minute, all without ' +
    'that header.',
  question: 'How often is the function called?',
  answers: [
    exactly('never', 0, 'Never', 'there is nothing to ask about'),
    between('once', [1, 30], 'Once', 'then the refusal is remembered'),
    exactly('calls', 3000, '3,000 times', 'nothing is kept'),
  ],
  run: runWith({ missingTokens: 1 }),
  figure: AUTHORIZER_CALLS,
  moreFigures: [figure('Refused', 'calls', ({ totals }) => totals.denied)],
  reason:
    'A request that lacks its identity source is answered with 401 by the gateway itself. The function is not called, and you do not pay ' +
    'for it.',
  source: LAMBDA_AUTHORIZERS,
  cure: {
    action: 'Let the scanner send any token',
    text:
      'Not a cure but the difference: any text in the header is enough to run your function. An identityValidationExpression refuses ' +
      'what does not even look like a token.',
    run: runWith({ deniedIdentities: 1 }),
  },
}
