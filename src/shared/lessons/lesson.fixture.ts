import type { SimulationResult } from '../contract/simulation'
import { between, exactly } from './answers'
import { ADMITTED } from './figures'
import type { Lesson } from './lesson'
import { lessonRun } from './lesson-run'
import { THROTTLING } from './sources'

/** For tests: a lesson that asks how many calls were admitted. */
export const SMALL_LESSON: Lesson = {
  id: 'small',
  title: 'Small',
  topic: 'Throttling',
  misconception: 'All pass.',
  setting: 'Calls come.',
  question: 'How many get through?',
  answers: [
    exactly('none', 0, 'None', 'nobody'),
    exactly('ten', 10, '10', 'the bucket'),
    between('most', [40, 60], 'About 50', 'half of them'),
  ],
  run: lessonRun(
    'Small',
    { routes: { 'GET /': {} } },
    {
      durationInSeconds: 1,
      sources: [{ name: 'all', shape: { type: 'CONSTANT', ratePerSecond: 1 }, routes: { 'GET /': 1 } }],
    },
  ),
  figure: ADMITTED,
  moreFigures: [],
  reason: 'Because.',
  source: THROTTLING,
}

/** For tests: the result of a run in which so many calls were admitted, and nothing else happened. */
export function resultWith(admitted: number): SimulationResult {
  return {
    scenario: 'Small',
    seed: 1,
    durationInSeconds: 1,
    totals: { requests: 100, admitted, throttled: 0, blocked: 0, quotaExceeded: 0, denied: 0, rejected: 0, errors: 0 },
    byStatus: {},
    byOutcome: {},
    throttledByLevel: {},
    routes: [],
    apiKeys: [],
    cache: { hits: 0, misses: 0, hitRatio: null },
    authorizer: { calls: 0, hits: 0 },
    integration: { calls: 0, meanInFlight: 0 },
    latency: { p50: 0, p95: 0, p99: 0, mean: 0, max: 0 },
    timeSeries: { stepSeconds: 2, requests: [1, 2, 3], admitted: [1, 1, 1], throttled: [0, 1, 2] },
    checks: [],
    answers: {
      leakedReads: 0,
      staleReads: 0,
      allowedAfterRevocation: 0,
      revocationDelayInSeconds: 0,
      cacheEvictions: 0,
      hitRatioByRoute: {},
      retries: { attempts: 0, amplification: 1, givenUp: 0 },
      clientLatency: { p50: 0, p95: 0, p99: 0 },
      backend: { queued: 0, meanWaitMs: 0, coldStarts: 0 },
      headroom: [],
    },
    cost: { total: 0, lines: [], pricesAsOf: '2026-08-01', region: 'us-east-1', assumptions: [] },
    elapsedMs: 0,
    requestsPerSecondOfWallClock: 0,
  }
}
