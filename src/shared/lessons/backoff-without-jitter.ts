import { between } from './answers'
import { ADMITTED, figure } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { lessonRun } from './lesson-run'
import { BACKOFF } from './sources'

const TITLE = 'Backoff without jitter'
const ROUTE = 'POST /sync'

function runWith(jitter: 'NONE' | 'FULL'): LessonRun {
  return lessonRun(
    TITLE,
    { routes: { [ROUTE]: { setting: { throttlingRateLimit: 50, throttlingBurstLimit: 50 } } } },
    {
      durationInSeconds: 30,
      sources: [
        {
          name: 'devices',
          shape: { type: 'BURST', count: 500, at: 1 },
          routes: { [ROUTE]: 1 },
          retry: { type: 'EXPONENTIAL', delayMs: 1000, maxAttempts: 5, jitter },
        },
      ],
    },
  )
}

export const backoffWithoutJitter: Lesson = {
  id: 'backoff-without-jitter',
  title: TITLE,
  topic: 'Clients',
  misconception: 'Exponential backoff spreads the clients out.',
  setting:
    '500 devices wake up at the same instant. The method has a rate limit of 50 and a burst of 50. Who gets 429 waits 1, 2, 4 and 8 ' +
    'seconds, to the millisecond, and gives up after five attempts.',
  question: 'How many devices give up?',
  answers: [
    between('none', [0, 60], 'Hardly any', '15 seconds at 50 a second are 750'),
    between('half', [200, 300], 'About half', 'they always come together'),
    between('most', [400, 460], 'Nearly all', 'only the first 50 pass'),
  ],
  run: runWith('NONE'),
  figure: figure('Gave up', 'calls', ({ answers }) => answers.retries.givenUp),
  moreFigures: [ADMITTED, figure('Attempts after the first', 'calls', ({ answers }) => answers.retries.attempts)],
  chart: 'TOKENS',
  reason:
    'All wait equally long, so all come back at the same instant, five times. Each time the bucket holds 50 tokens; what it would ' +
    'have given in the seconds between is lost, because a full bucket does not fill any further.',
  source: BACKOFF,
  cure: {
    action: 'Draw each wait at random',
    text: 'Full jitter: a wait between 0 and 1, 2, 4, 8 seconds. The same clients, the same attempts, spread over the time there is.',
    run: runWith('FULL'),
  },
}
