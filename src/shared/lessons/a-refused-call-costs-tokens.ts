import { exactly } from './answers'
import { figure, routeRow } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { KEYED, planWithKeys } from './lesson-callers'
import { lessonRun } from './lesson-run'
import { THROTTLING } from './sources'

const TITLE = 'A refusal may cost tokens'
const WRITE = 'POST /orders'
const READ = 'GET /orders'

function runWith(refundOnReject: boolean): LessonRun {
  return lessonRun(
    TITLE,
    {
      routes: {
        [WRITE]: { method: KEYED, setting: { throttlingRateLimit: 1, throttlingBurstLimit: 10 } },
        [READ]: { method: KEYED },
      },
      design: {
        ...planWithKeys(['partner'], { throttle: { rateLimit: 1, burstLimit: 100 } }),
        assumptions: { refundOnReject },
      },
    },
    {
      durationInSeconds: 5,
      sources: [
        {
          name: 'writes',
          shape: { type: 'BURST', count: 100, at: 1 },
          routes: { [WRITE]: 1 },
          apiKeys: { names: ['partner'], distribution: 'UNIFORM' },
        },
        {
          name: 'reads',
          shape: { type: 'BURST', count: 50, at: 1.5 },
          routes: { [READ]: 1 },
          apiKeys: { names: ['partner'], distribution: 'UNIFORM' },
        },
      ],
    },
  )
}

const admittedOn = (routeKey: string) =>
  figure(`${routeKey} admitted`, 'calls', (result) => routeRow(result, routeKey)?.admitted ?? 0)

export const aRefusedCallCostsTokens: Lesson = {
  id: 'a-refused-call-costs-tokens',
  title: TITLE,
  topic: 'Throttling',
  misconception: 'A call that is refused has used nothing.',
  setting:
    "A partner's plan holds a burst of 100 tokens and gets 1 a second. POST /orders has a limit of its own: a burst of 10. The partner " +
    'sends 100 calls of POST /orders at once, of which 10 pass, and half a second later 50 of GET /orders.',
  question: 'How many of the 50 calls of GET /orders get through?',
  answers: [
    exactly('none', 0, 'None', 'the plan has no tokens left'),
    exactly('ten', 10, '10', 'as many as before'),
    exactly('all', 50, 'All 50', 'the plan still holds 90 tokens'),
  ],
  run: runWith(false),
  predict: { from: 1.5, to: 1.6, label: '50 reads' },
  figure: admittedOn(READ),
  moreFigures: [admittedOn(WRITE)],
  chart: 'TOKENS',
  reason:
    'The plan is asked before the method. Each of the 100 writes took a token of the plan; that the method refused 90 of them a ' +
    'moment later gave none back.',
  source: THROTTLING,
  unconfirmed:
    'AWS says in which order the limits are asked, but not whether a refusal gives back what was taken on the way. Gatewright takes it ' +
    'that it does not; the assumption "refund on reject" of a project says otherwise.',
  cure: {
    action: 'Assume that refusals are refunded',
    text: 'With the other reading the plan keeps the 90 tokens of the refused writes. Design so that either is fine.',
    run: runWith(true),
  },
}
