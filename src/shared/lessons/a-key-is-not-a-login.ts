import { exactly } from './answers'
import { figure } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { AUTHORIZED, KEYED, planWithKeys, tokenAuthorizer } from './lesson-callers'
import { lessonRun } from './lesson-run'
import { USAGE_PLANS } from './sources'

const TITLE = 'A key is not a login'
const ROUTE = 'GET /orders'

function runWith(hasAuthorizer: boolean): LessonRun {
  return lessonRun(
    TITLE,
    {
      routes: { [ROUTE]: { method: hasAuthorizer ? { ...KEYED, ...AUTHORIZED } : KEYED } },
      authorizers: hasAuthorizer ? tokenAuthorizer(300) : {},
      design: planWithKeys(['web-shop'], { throttle: { rateLimit: 100, burstLimit: 100 } }),
    },
    {
      durationInSeconds: 60,
      sources: [
        {
          name: 'web shop',
          shape: { type: 'CONSTANT', ratePerSecond: 10 },
          routes: { [ROUTE]: 1 },
          apiKeys: { names: ['web-shop'], distribution: 'UNIFORM' },
        },
        {
          name: 'stranger',
          shape: { type: 'CONSTANT', ratePerSecond: 5, from: 20 },
          routes: { [ROUTE]: 1 },
          apiKeys: { names: ['web-shop'], distribution: 'UNIFORM' },
          sourceIp: '198.51.100.7',
          missingTokens: 1,
        },
      ],
    },
  )
}

export const aKeyIsNotALogin: Lesson = {
  id: 'a-key-is-not-a-login',
  title: TITLE,
  topic: 'Plans and keys',
  misconception: 'An API key keeps strangers out.',
  setting:
    'A web shop calls with its API key. At second 20 a stranger has read the key in the page, and calls from elsewhere 5 times a ' +
    'second, with the key and without any login.',
  question: "How many of the stranger's 200 calls are refused?",
  answers: [
    exactly('none', 0, 'None', 'the key is right'),
    exactly('half', 100, '100', 'the key is used twice'),
    exactly('all', 200, 'All 200', 'another address'),
  ],
  run: runWith(false),
  predict: { from: 20, to: 60, label: 'the stranger' },
  figure: figure('Refused', 'calls', ({ totals }) => totals.denied),
  moreFigures: [figure('Admitted', 'calls', ({ totals }) => totals.admitted)],
  reason:
    'A key says which client to count, not who calls. Whoever has it is that client: the same plan, the same bucket, from any address. ' +
    'AWS says not to use API keys for authentication or authorization.',
  source: USAGE_PLANS,
  cure: {
    action: 'Put an authorizer in front',
    text: 'The stranger has no token and gets 401, before the key is even looked at. The key goes on counting.',
    run: runWith(true),
  },
}
