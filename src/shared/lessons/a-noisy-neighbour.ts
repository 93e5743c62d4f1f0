import { between } from './answers'
import { figure, routeRow, shareOf } from './figures'
import type { Lesson, LessonRun } from './lesson'
import { lessonRun } from './lesson-run'
import { THROTTLING } from './sources'

const TITLE = 'A noisy neighbour'
const SHOP = 'GET /orders'
const IMPORT = 'POST /import'

function runWith(importLimit?: number): LessonRun {
  const setting = importLimit && { throttlingRateLimit: importLimit, throttlingBurstLimit: importLimit }
  return lessonRun(
    TITLE,
    {
      routes: { [SHOP]: {}, [IMPORT]: setting ? { setting } : {} },
      design: { account: { throttleSettings: { rateLimit: 1000, burstLimit: 500 } } },
    },
    {
      durationInSeconds: 30,
      sources: [
        { name: 'shop', shape: { type: 'POISSON', ratePerSecond: 100 }, routes: { [SHOP]: 1 } },
        { name: 'nightly import', shape: { type: 'POISSON', ratePerSecond: 1900, from: 5 }, routes: { [IMPORT]: 1 } },
      ],
    },
  )
}

const refused = (label: string, routeKey: string) =>
  figure(label, 'share', (result) => {
    const row = routeRow(result, routeKey)
    return shareOf(row?.throttled ?? 0, row?.requests ?? 0)
  })

export const aNoisyNeighbour: Lesson = {
  id: 'a-noisy-neighbour',
  title: TITLE,
  topic: 'Throttling',
  misconception: 'My method is called far less than its limit allows, so it is never throttled.',
  setting:
    'An account with 1,000 requests a second and a burst of 500. A shop calls GET /orders 100 times a second. At second 5 an import ' +
    'of another team begins with 1,900 calls a second of POST /import.',
  question: 'Which share of the calls of the shop is refused?',
  answers: [
    between('none', [0, 0.01], 'None', '100 is less than 1,000'),
    between('tenth', [0.02, 0.15], 'About a tenth', 'its part of the traffic is small'),
    between('half', [0.3, 0.55], 'Nearly half', 'as many as of the import'),
    between('all', [0.9, 1], 'All', 'the import takes everything'),
  ],
  run: runWith(),
  predict: { from: 5, to: 30, label: 'the import' },
  figure: refused('GET /orders refused', SHOP),
  moreFigures: [refused('POST /import refused', IMPORT)],
  chart: 'TOKENS',
  reason:
    'The account has one bucket for all APIs of a Region, and it does not know who takes the tokens. Once the import has emptied ' +
    'it, every call has the same chance, whoever sends it.',
  source: THROTTLING,
  cure: {
    action: 'Limit POST /import to 500',
    text: 'A method limit on the noisy one refuses it before it reaches the bucket that all share.',
    run: runWith(500),
  },
}
