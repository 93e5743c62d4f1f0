import type { RetryPolicy } from '../design/scenario'
import { between } from './answers'
import { figure, sumOfSeconds } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { lessonRun, milliseconds } from './lesson-run'
import { RETRIES } from './sources'

const TITLE = 'A retry storm'
const ROUTE = 'POST /payments'
const OUTAGE = { from: 20, to: 40 }

function runWith(retry: RetryPolicy): LessonRun {
  return lessonRun(
    TITLE,
    { routes: { [ROUTE]: {} } },
    {
      durationInSeconds: 60,
      sources: [{ name: 'shops', shape: { type: 'POISSON', ratePerSecond: 50 }, routes: { [ROUTE]: 1 }, retry }],
      backends: { [ROUTE]: { latency: milliseconds(100), outages: [{ ...OUTAGE, type: 'ERROR' }] } },
    },
  )
}

export const aRetryStorm: Lesson = {
  id: 'a-retry-storm',
  title: TITLE,
  topic: 'Clients',
  misconception: 'Retries only help: the more attempts, the more calls succeed.',
  setting:
    'Shops send 50 payments a second. For 20 seconds the backend is down and answers every call with an error. Each client tries up to ' +
    '10 times, 100 ms apart.',
  question: 'How many calls a second get to the backend while it is down?',
  answers: [
    between('same', [40, 60], 'About 50', 'as many as before'),
    between('twice', [80, 130], 'About 100', 'each once more'),
    between('ten-times', [420, 520], 'About 500', 'each ten times'),
  ],
  run: runWith({ type: 'FIXED', delayMs: 100, maxAttempts: 10 }),
  predict: { ...OUTAGE, label: 'the outage' },
  figure: figure(
    'Calls a second in the outage',
    'calls',
    (result) => sumOfSeconds(result, 'requests', OUTAGE.from + 5, OUTAGE.to - 5) / (OUTAGE.to - OUTAGE.from - 10),
  ),
  moreFigures: [
    figure('Payments given up', 'calls', ({ answers }) => answers.retries.givenUp),
    figure('Attempts after the first', 'calls', ({ answers }) => answers.retries.attempts),
  ],
  reason:
    'While nothing works, every payment becomes ten calls, and nearly all of them are given up all the same: one second of trying does ' +
    'not outlast twenty of outage. A backend that tries to come back gets ten times its usual traffic, and goes down again.',
  source: RETRIES,
  cure: {
    action: 'Back off, with a budget of 10 %',
    text: 'Waits that double, drawn at random, and at most one retry for ten first attempts: the backend gets a tenth more than usual, not ten times as much.',
    run: runWith({ type: 'EXPONENTIAL', delayMs: 1000, maxAttempts: 4, budget: 0.1 }),
  },
}
