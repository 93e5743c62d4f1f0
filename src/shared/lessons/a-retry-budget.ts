import { between } from './answers'
import { figure } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { lessonRun, milliseconds } from './lesson-run'
import { RETRIES } from './sources'

const TITLE = 'A retry budget'
const ROUTE = 'GET /quotes'

function runWith(budget?: number): LessonRun {
  return lessonRun(
    TITLE,
    { routes: { [ROUTE]: {} } },
    {
      durationInSeconds: 60,
      sources: [
        {
          name: 'clients',
          shape: { type: 'POISSON', ratePerSecond: 100 },
          routes: { [ROUTE]: 1 },
          retry: {
            type: 'EXPONENTIAL',
            delayMs: 200,
            maxAttempts: 3,
            ...(budget !== undefined && { budget }),
          },
        },
      ],
      backends: { [ROUTE]: { latency: milliseconds(50), errorRate: 0.5 } },
    },
  )
}

export const aRetryBudget: Lesson = {
  id: 'a-retry-budget',
  title: TITLE,
  topic: 'Clients',
  misconception: 'Three attempts are modest: that is a few calls more.',
  setting:
    'A backend is overloaded and fails every second call. 100 clients a second call it, with up to three attempts each.',
  question: 'How many calls does it get for each 100 that the clients want to make?',
  answers: [
    between('few', [1.02, 1.2], 'About 110', 'a tenth more'),
    between('half', [1.4, 1.55], '150', 'each failure once more'),
    between('seven-quarters', [1.68, 1.82], '175', '100 + 50 + 25'),
  ],
  run: runWith(),
  figure: figure('Calls for each that was wanted', 'times', ({ answers }) => answers.retries.amplification),
  moreFigures: [
    figure('Attempts after the first', 'calls', ({ answers }) => answers.retries.attempts),
    figure('Given up', 'calls', ({ answers }) => answers.retries.givenUp),
  ],
  reason:
    'Half of 100 come again, and half of those once more: 175. If every call of those makes three attempts again at the next service, it ' +
    'multiplies. The more a service fails, the more it is asked, just when it should be asked less.',
  source: RETRIES,
  cure: {
    action: 'Allow one retry for ten calls',
    text: 'A budget lets single failures be repaired and stops by itself when failures are the rule. More calls are given up; the service can recover.',
    run: runWith(0.1),
  },
}
