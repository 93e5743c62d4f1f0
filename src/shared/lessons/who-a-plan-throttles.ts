import { exactly } from './answers'
import { figure, routeRow } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { KEYED, planWithKeys } from './lesson-callers'
import { lessonRun } from './lesson-run'
import { USAGE_PLANS } from './sources'

const TITLE = 'Whom a plan throttles'
const ORDERS = 'GET /orders'
const PRICES = 'GET /prices'

function runWith(isKeyedEverywhere: boolean): LessonRun {
  return lessonRun(
    TITLE,
    {
      routes: { [ORDERS]: { method: KEYED }, [PRICES]: isKeyedEverywhere ? { method: KEYED } : {} },
      design: planWithKeys(['partner'], { throttle: { rateLimit: 10, burstLimit: 10 } }),
    },
    {
      durationInSeconds: 30,
      sources: [
        {
          name: 'partner',
          shape: { type: 'CONSTANT', ratePerSecond: 40 },
          routes: { [PRICES]: 1 },
          apiKeys: { names: ['partner'], distribution: 'UNIFORM' },
        },
      ],
    },
  )
}

const throttledOn = (routeKey: string) =>
  figure(`${routeKey} throttled`, 'calls', (result) => routeRow(result, routeKey)?.throttled ?? 0)

export const whoAPlanThrottles: Lesson = {
  id: 'who-a-plan-throttles',
  title: TITLE,
  topic: 'Plans and keys',
  misconception: 'A usage plan throttles everybody who calls its stage.',
  setting:
    "A partner's plan allows 10 requests a second. GET /orders requires an API key, GET /prices does not. The partner sends its key " +
    'with every call, and calls GET /prices 40 times a second.',
  question: 'How many of the 1,200 calls does the plan refuse?',
  answers: [
    exactly('none', 0, 'None', 'this method asks for no key'),
    exactly('quarter', 300, '300', 'a quarter of them'),
    exactly('above-rate', 891, '891', 'all above 10 a second'),
  ],
  run: runWith(false),
  figure: throttledOn(PRICES),
  moreFigures: [figure('Backend calls', 'calls', ({ integration }) => integration.calls)],
  chart: 'TOKENS',
  reason:
    'Only methods with "API key required" look at the key at all. Everywhere else a plan neither throttles nor counts, whether a key ' +
    'comes along or not. The execution log says so: the request does not contribute to throttle or quota limits.',
  source: USAGE_PLANS,
  cure: {
    action: 'Require a key on GET /prices',
    text: 'Now the plan is asked. Callers without a key get 403 on this method from now on.',
    run: runWith(true),
  },
}
