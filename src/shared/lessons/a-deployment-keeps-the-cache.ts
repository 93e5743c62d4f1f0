import { between, exactly } from './answers'
import { CACHE_CLUSTER, cachedFor } from './cached'
import { BACKEND_CALLS, CACHE_HITS, figure } from './figures'
import type { ScenarioEvent } from '../design/scenario'
import type { Lesson, LessonRun } from './lesson'
import { lessonRun } from './lesson-run'
import { CACHING } from './sources'

const TITLE = 'Deployed, and still cached'
const ROUTE = 'GET /prices'
const DEPLOYED_AT = 30

function runWith(more: readonly ScenarioEvent[]): LessonRun {
  return lessonRun(
    TITLE,
    { routes: { [ROUTE]: { setting: cachedFor(300) } }, stage: CACHE_CLUSTER },
    {
      durationInSeconds: 120,
      sources: [
        { name: 'visitors', shape: { type: 'CONSTANT', ratePerSecond: 10, from: 0.05 }, routes: { [ROUTE]: 1 } },
      ],
      events: [{ type: 'CHANGE_DATA', at: DEPLOYED_AT, route: ROUTE }, { type: 'DEPLOY', at: DEPLOYED_AT }, ...more],
    },
  )
}

export const aDeploymentKeepsTheCache: Lesson = {
  id: 'a-deployment-keeps-the-cache',
  title: TITLE,
  topic: 'Releases',
  misconception: 'After a deployment everybody sees the new answers.',
  setting:
    'GET /prices is cached for 300 seconds and called ten times a second. At second 30 a new version is deployed, which answers ' +
    'differently. The run ends 90 seconds later.',
  question: 'How many calls are still answered as before the deployment?',
  answers: [
    exactly('none', 0, 'None', 'a deployment empties the cache'),
    between('seconds', [1, 100], 'Some dozens', 'for a few seconds'),
    between('all', [850, 900], 'All 900', 'until the entry is too old'),
  ],
  run: runWith([]),
  predict: { from: DEPLOYED_AT, to: 120, label: 'deployed' },
  figure: figure('Old answers after it', 'calls', ({ answers }) => answers.staleReads),
  moreFigures: [CACHE_HITS, BACKEND_CALLS],
  reason:
    'A deployment is a new snapshot of the API; the entries of the cache belong to the stage and live until their TTL is over. Stage ' +
    'settings, by contrast, act at once and need no deployment.',
  source: CACHING,
  unconfirmed:
    'AWS documents how to flush a stage cache, and not that a deployment does it. The assumption "flush cache on deploy" of a project ' +
    'says otherwise.',
  cure: {
    action: 'Flush the stage cache after it',
    text: 'One step more in the release: a second later the cache is empty, and the next call brings the new answer.',
    run: runWith([{ type: 'FLUSH_CACHE', at: DEPLOYED_AT + 1 }]),
  },
}
