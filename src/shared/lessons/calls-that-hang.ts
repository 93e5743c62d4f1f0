import { between } from './answers'
import { figure, shareOf } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { lessonRun, milliseconds } from './lesson-run'
import { QUOTAS } from './sources'

const TITLE = 'Calls that hang'
const ROUTE = 'GET /quotes'

function runWith(timeoutInMillis: number): LessonRun {
  return lessonRun(
    TITLE,
    { routes: { [ROUTE]: { integration: { timeoutInMillis } } } },
    {
      durationInSeconds: 240,
      sources: [{ name: 'clients', shape: { type: 'POISSON', ratePerSecond: 100 }, routes: { [ROUTE]: 1 } }],
      backends: { [ROUTE]: { latency: milliseconds(100), timeoutRate: 0.05, concurrencyLimit: 50 } },
    },
  )
}

export const callsThatHang: Lesson = {
  id: 'calls-that-hang',
  title: TITLE,
  topic: 'Backends',
  misconception: 'If 5 % of the calls hang, 5 % of the calls fail.',
  setting:
    'A backend takes 50 calls at a time and answers in 100 ms; 5 % of its calls never answer. 100 calls a second arrive. The ' +
    'integration has the default timeout of 29 seconds.',
  question: 'Which share of all calls fails?',
  answers: [
    between('hanging', [0.03, 0.08], '5 %', 'those that hang'),
    between('twice', [0.09, 0.2], 'About 10 %', 'some wait behind them'),
    between('most', [0.45, 0.85], 'More than half', 'there is no room for the others'),
  ],
  run: runWith(29_000),
  figure: figure('Failed', 'share', ({ totals }) => shareOf(totals.errors, totals.requests)),
  moreFigures: [
    figure('Refused for want of room', 'calls', ({ totals }) => totals.blocked),
    figure('Under way on average', 'calls', ({ integration }) => integration.meanInFlight),
  ],
  chart: 'LATENCY',
  reason:
    'Each hanging call keeps its place for 29 seconds. Five of them begin every second, so 50 places are gone after ten seconds, and then the ' +
    'backend refuses calls that it could have answered at once. Share of calls times how long they take is what fills it.',
  source: QUOTAS,
  cure: {
    action: 'Set the timeout to 2 seconds',
    text: 'A place is free again after two seconds: about 10 places for the hanging calls, about 10 for the others. Only the hanging ones fail.',
    run: runWith(2000),
  },
}
