import { between } from './answers'
import { figure } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { lessonRun } from './lesson-run'

const TITLE = 'The long tail'
const ROUTE = 'GET /products'

function runWith(sigma: number): LessonRun {
  return lessonRun(
    TITLE,
    { routes: { [ROUTE]: {} } },
    {
      durationInSeconds: 120,
      sources: [{ name: 'visitors', shape: { type: 'POISSON', ratePerSecond: 200 }, routes: { [ROUTE]: 1 } }],
      backends: { [ROUTE]: { latency: { distribution: 'LOGNORMAL', medianMs: 50, sigma } } },
    },
  )
}

export const theLongTail: Lesson = {
  id: 'the-long-tail',
  title: TITLE,
  topic: 'Backends',
  misconception: 'The mean is what people wait for.',
  setting:
    'A backend answers half of its calls within 50 ms, and its times spread as those of real services do. The mean on the dashboard is ' +
    'about 80 ms.',
  question: 'How long do the slowest 1 % of the calls take, at least?',
  answers: [
    between('near', [80, 130], 'About 100 ms', 'twice the median'),
    between('double', [140, 220], 'About 160 ms', 'twice the mean'),
    between('tail', [450, 580], 'About 500 ms', 'ten times the median'),
  ],
  run: runWith(1),
  figure: figure('Slowest 1 %, at least', 'ms', ({ latency }) => latency.p99),
  moreFigures: [
    figure('Mean', 'ms', ({ latency }) => latency.mean),
    figure('Median', 'ms', ({ latency }) => latency.p50),
  ],
  chart: 'LATENCY',
  reason:
    'Times of services have a long tail: most are short, a few very long, and the mean says little about either. It meets many: a page ' +
    'that makes ten calls waits for one of the slowest 1 % in every tenth view. Watch p99, and alarm on it.',
  source: { text: 'Lognormal times: the 99th percentile is the median times e^(2.33 σ)' },
  cure: {
    action: 'Tame the tail',
    text: 'The same median with a third of the spread, as after a timeout and a second try, or without pauses of a collector.',
    run: runWith(0.33),
  },
}
