import { between } from './answers'
import { figure } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { lessonRun } from './lesson-run'

const TITLE = '90 % busy'
const ROUTE = 'GET /accounts'

function runWith(concurrencyLimit: number): LessonRun {
  return lessonRun(
    TITLE,
    { routes: { [ROUTE]: {} } },
    {
      durationInSeconds: 900,
      sources: [{ name: 'clients', shape: { type: 'POISSON', ratePerSecond: 90 }, routes: { [ROUTE]: 1 } }],
      backends: {
        [ROUTE]: { latency: { distribution: 'EXPONENTIAL', meanMs: 10 }, concurrencyLimit, whenBusy: 'QUEUE' },
      },
    },
  )
}

export const ninetyPercentBusy: Lesson = {
  id: 'ninety-percent-busy',
  title: TITLE,
  topic: 'Backends',
  misconception: 'An eighth more traffic makes the waiting an eighth longer.',
  setting:
    'A database works on one call at a time, 10 ms on average. At 80 calls a second it is 80 % busy, and a call that has to wait does ' +
    'so for 50 ms on average. Now 90 calls a second arrive.',
  question: 'How long does a call wait that has to?',
  answers: [
    between('service', [0, 20], 'About 10 ms', 'one call ahead of it'),
    between('eighth', [52, 62], 'About 56 ms', 'an eighth longer'),
    between('twice', [80, 125], 'About 100 ms', 'twice as long'),
    between('ten-times', [400, 600], 'About 500 ms', 'ten times as long'),
  ],
  run: runWith(1),
  figure: figure('Mean wait of those who wait', 'ms', ({ answers }) => answers.backend.meanWaitMs),
  moreFigures: [
    figure('Had to wait', 'calls', ({ answers }) => answers.backend.queued),
    figure('Slowest 1 %, at least', 'ms', ({ latency }) => latency.p99),
  ],
  chart: 'LATENCY',
  reason:
    'Waiting grows with what is left, not with what is used. From 80 % to 90 % the time that is left halves, so the waiting doubles, ' +
    'and at 95 % it doubles again. For one server and random traffic: time of a call divided by the share that is free.',
  source: { text: 'Queueing theory: M/M/1 and M/M/c, the mean wait of those who wait is 1 / (c µ (1 - ρ))' },
  cure: {
    action: 'Add a second server',
    text: 'Two servers at 45 %: hardly anybody waits, and those who do for a tenth of the time.',
    run: runWith(2),
  },
}
