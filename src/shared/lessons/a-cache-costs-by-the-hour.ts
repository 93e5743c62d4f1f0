import { between } from './answers'
import { CACHE_CLUSTER, cachedFor } from './cached'
import { CACHE_HITS, figure } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { lessonRun } from './lesson-run'
import { PRICING } from './sources'

const TITLE = 'A cache costs by the hour'
const ROUTE = 'GET /prices'

function runWith(isCached: boolean): LessonRun {
  return lessonRun(
    TITLE,
    {
      routes: { [ROUTE]: isCached ? { setting: cachedFor(300) } : {} },
      stage: isCached ? CACHE_CLUSTER : {},
    },
    {
      durationInSeconds: 600,
      sources: [{ name: 'visitors', shape: { type: 'CONSTANT', ratePerSecond: 1 }, routes: { [ROUTE]: 1 } }],
    },
  )
}

/** What API Gateway itself bills; the functions behind it are billed by Lambda. */
const GATEWAY_LINES: readonly string[] = ['requests', 'cache']

const lineOf = (label: string, id: string) =>
  figure(label, 'usd', ({ cost }) => cost.lines.find((line) => line.id === id)?.usd ?? 0)

export const aCacheCostsByTheHour: Lesson = {
  id: 'a-cache-costs-by-the-hour',
  title: TITLE,
  topic: 'Response cache',
  misconception: 'Calls that the cache answers are cheaper, so a cache lowers the bill of the gateway.',
  setting:
    'GET /prices is called once a second, day and night: 2.6 million calls a month. The smallest cache, 0.5 GB, answers nearly all of ' +
    'them.',
  question: 'What does API Gateway cost a month for this, cache and calls?',
  answers: [
    between('nothing', [0, 1], 'About nothing', 'hits are free'),
    between('calls', [8, 11], 'About $9', 'the calls, as without a cache'),
    between('both', [20, 28], 'About $24', 'the calls and the cache'),
  ],
  run: runWith(true),
  figure: figure('API Gateway a month', 'usd', ({ cost }) =>
    cost.lines.reduce((sum, { id, usd }) => sum + (GATEWAY_LINES.includes(id) ? usd : 0), 0),
  ),
  moreFigures: [lineOf('The cache alone', 'cache'), CACHE_HITS],
  reason:
    'A hit is billed like any other call, and the cache by the hour, used or not. At this traffic it more than doubles the bill. It pays ' +
    'by what it spares behind the gateway: seconds of functions, reads of a database, and waiting.',
  source: PRICING,
  cure: {
    action: 'Switch the cache off',
    text: 'The gateway alone is cheaper without. Compare that with what the backend costs for each call.',
    run: runWith(false),
  },
}
