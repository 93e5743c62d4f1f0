import { exactly } from './answers'
import { AUTHORIZER_CALLS, AUTHORIZER_HITS, OFFERED } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { AUTHORIZED, tokenAuthorizer } from './lesson-callers'
import { lessonRun } from './lesson-run'
import { LAMBDA_AUTHORIZERS } from './sources'

const TITLE = 'Cached answers cover more'

function runWith(ttl: number): LessonRun {
  return lessonRun(
    TITLE,
    {
      routes: {
        'GET /orders': { method: AUTHORIZED },
        'POST /orders': { method: AUTHORIZED },
        'GET /users': { method: AUTHORIZED },
      },
      authorizers: tokenAuthorizer(ttl),
    },
    {
      durationInSeconds: 60,
      sources: [
        {
          name: 'one user',
          shape: { type: 'CONSTANT', ratePerSecond: 2 },
          routes: { 'GET /orders': 1, 'POST /orders': 1, 'GET /users': 1 },
        },
      ],
    },
  )
}

export const aCachedAnswerCoversMore: Lesson = {
  id: 'a-cached-answer-covers-more',
  title: TITLE,
  topic: 'Authorization',
  misconception:
    'An authorizer is asked once for each method, so its policy need only name the method that was called.',
  setting:
    'One Lambda authorizer guards three methods and keeps its results for 300 seconds. One user calls all three, 120 calls in a minute ' +
    'with the same token.',
  question: 'How often is the function called?',
  answers: [
    exactly('once', 1, 'Once', 'once for the token'),
    exactly('methods', 3, '3 times', 'once for each method'),
    exactly('calls', 120, '120 times', 'once for each call'),
  ],
  run: runWith(300),
  figure: AUTHORIZER_CALLS,
  moreFigures: [AUTHORIZER_HITS, OFFERED],
  chart: 'AUTHORIZER',
  reason:
    'The result is kept under the token and the stage. The method is no part of it, so the policy of the first call answers for every ' +
    'method. A policy that names only event.methodArn then gives 403 on all the others, depending on which was called first. ' +
    'Return a policy for everything the caller may do.',
  source: LAMBDA_AUTHORIZERS,
  cure: {
    action: 'Set the TTL to 0',
    text: 'Now each call gets a policy made for it, and pays for it with a call of the function.',
    run: runWith(0),
  },
}
