import { between } from './answers'
import type { TrafficShape } from '../design/scenario'
import { figure, sumOfSeconds } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { lessonRun, milliseconds } from './lesson-run'

const TITLE = 'Users are not a rate'
const ROUTE = 'GET /orders'
const SLOW_FROM = 60

function runWith(shape: TrafficShape): LessonRun {
  return lessonRun(
    TITLE,
    { routes: { [ROUTE]: {} } },
    {
      durationInSeconds: 120,
      sources: [{ name: 'load test', shape, routes: { [ROUTE]: 1 } }],
      backends: { [ROUTE]: { latency: milliseconds(1000) } },
      events: [{ type: 'CHANGE_BACKEND', at: SLOW_FROM, route: ROUTE, latencyFactor: 4 }],
    },
  )
}

const callsASecond = (label: string, from: number, to: number) =>
  figure(label, 'calls', (result) => sumOfSeconds(result, 'requests', from, to) / (to - from))

export const usersAreNotARate: Lesson = {
  id: 'users-are-not-a-rate',
  title: TITLE,
  topic: 'Clients',
  misconception: 'A load test with 100 users shows what happens when the service gets slow.',
  setting:
    'A load test runs 100 users. Each sends a call, waits for the answer, thinks for a second, and sends the next. The backend takes one ' +
    'second, so that makes 50 calls a second. At second 60 it becomes four times as slow.',
  question: 'How many calls a second does the test send then?',
  answers: [
    between('slower', [17, 23], 'About 20', 'each user waits longer'),
    between('same', [45, 55], 'About 50', 'as many as before'),
    between('more', [90, 110], 'About 100', 'one for each user'),
  ],
  run: runWith({ type: 'CLOSED_LOOP', users: 100, thinkTime: milliseconds(1000), rampUpInSeconds: 2 }),
  predict: { from: SLOW_FROM, to: 120, label: 'four times as slow' },
  figure: callsASecond('Calls a second when slow', 80, 120),
  moreFigures: [
    callsASecond('Calls a second before', 20, 60),
    figure('Under way on average', 'calls', ({ integration }) => integration.meanInFlight),
  ],
  chart: 'LATENCY',
  reason:
    'Users who wait for an answer send nothing meanwhile: the slower the service, the gentler the test. Real visitors do not wait for ' +
    'each other; they go on arriving, and the calls pile up. Such a test also hides the long times: it makes few calls while they last.',
  source: { text: 'Open and closed systems; the effect on measured times is known as coordinated omission' },
  cure: {
    action: 'Let 50 visitors a second arrive',
    text: 'Arrivals that do not wait for answers: the rate stays, and four times as many calls are under way.',
    run: runWith({ type: 'POISSON', ratePerSecond: 50 }),
  },
}
