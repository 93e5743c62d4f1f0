import type { SimulationAnswers, SimulationResult } from '@shared/contract/simulation'

/** For tests: answers of which only some are given; nothing happened otherwise. */
export function answersWith(given: Partial<SimulationAnswers> = {}): SimulationAnswers {
  return {
    leakedReads: 0,
    staleReads: 0,
    allowedAfterRevocation: 0,
    revocationDelayInSeconds: 0,
    cacheEvictions: 0,
    hitRatioByRoute: {},
    retries: { attempts: 0, amplification: 1, givenUp: 0 },
    clientLatency: { p50: 100, p95: 200, p99: 300 },
    backend: { queued: 0, meanWaitMs: 0, coldStarts: 0 },
    headroom: [],
    ...given,
  }
}

/** For tests: the result of a run of 1,000 requests, 100 of them throttled, of which only some members are given. */
export function resultWith(given: Partial<SimulationResult> = {}): SimulationResult {
  return {
    scenario: 'rush hour',
    seed: 1,
    durationInSeconds: 60,
    totals: {
      requests: 1000,
      admitted: 900,
      throttled: 100,
      blocked: 0,
      quotaExceeded: 0,
      denied: 0,
      rejected: 0,
      errors: 0,
    },
    byStatus: {},
    byOutcome: {},
    throttledByLevel: {},
    routes: [],
    apiKeys: [],
    cache: { hits: 0, misses: 0, hitRatio: null },
    authorizer: { calls: 0, hits: 0 },
    integration: { calls: 900, meanInFlight: 1.5 },
    latency: { p50: 90, p95: 180, p99: 260, mean: 100, max: 400 },
    timeSeries: { stepSeconds: 1, requests: [], admitted: [], throttled: [] },
    checks: [],
    answers: answersWith(),
    cost: { total: 100, lines: [], pricesAsOf: '2026-08-01', region: 'us-east-1', assumptions: [] },
    elapsedMs: 1,
    requestsPerSecondOfWallClock: 1,
    ...given,
  }
}
