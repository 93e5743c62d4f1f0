import type { SimulationResult } from '@shared/contract/simulation'
import { SERIES_NAMES, type SeriesName, type Snapshot } from '@shared/contract/snapshot'

/** Test data: a run of three seconds in which ten requests came, six were admitted and three throttled. */
export function finishedRun(changes: Partial<SimulationResult> = {}): SimulationResult {
  return {
    scenario: 'Rush hour',
    seed: 7,
    durationInSeconds: 3,
    totals: {
      requests: 10,
      admitted: 6,
      throttled: 3,
      blocked: 0,
      quotaExceeded: 0,
      denied: 1,
      rejected: 0,
      errors: 1,
    },
    byStatus: { '200': 5, '403': 1, '429': 3, '502': 1 },
    byOutcome: {
      INTEGRATED: 3,
      CACHED: 2,
      INTEGRATION_SERVER_ERROR: 1,
      THROTTLED_METHOD: 3,
      ACCESS_DENIED: 1,
    },
    throttledByLevel: { method: 3 },
    routes: [
      { key: 'POST /orders', requests: 6, admitted: 3, throttled: 3, outcomes: { INTEGRATED: 3, THROTTLED_METHOD: 3 } },
      {
        key: 'GET /orders',
        requests: 4,
        admitted: 3,
        throttled: 0,
        outcomes: { CACHED: 2, INTEGRATION_SERVER_ERROR: 1, ACCESS_DENIED: 1 },
      },
      { key: 'GET /unused', requests: 0, admitted: 0, throttled: 0, outcomes: {} },
    ],
    apiKeys: [
      { key: 'acme', requests: 9, admitted: 6, throttled: 3, outcomes: { INTEGRATED: 3 } },
      { key: '', requests: 1, admitted: 0, throttled: 0, outcomes: { ACCESS_DENIED: 1 } },
    ],
    cache: { hits: 2, misses: 2, hitRatio: 0.5 },
    authorizer: { calls: 4, hits: 6 },
    integration: { calls: 4, meanInFlight: 0.1 },
    latency: { p50: 40, p95: 90.5, p99: 120, mean: 50, max: 121 },
    timeSeries: { stepSeconds: 1, requests: [4, 3, 3], admitted: [4, 1, 1], throttled: [0, 2, 1] },
    checks: [
      { metric: 'throttledShare', route: 'POST /orders', operator: '<=', value: 0.05, actual: 0.5, passed: false },
      { metric: 'latencyP99', operator: '<', value: 250, actual: 120, passed: true },
    ],
    answers: {
      leakedReads: 0,
      staleReads: 2,
      allowedAfterRevocation: 0,
      revocationDelayInSeconds: 0,
      cacheEvictions: 0,
      hitRatioByRoute: { 'GET /orders': 0.5 },
      retries: { attempts: 0, amplification: 1, givenUp: 0 },
      clientLatency: { p50: 0, p95: 0, p99: 0 },
      backend: { queued: 0, meanWaitMs: 0, coldStarts: 0 },
      headroom: [{ label: 'POST /orders', level: 'method', used: 6, limit: 3 }],
    },
    cost: {
      total: 35,
      lines: [
        {
          id: 'requests',
          label: 'REST API requests',
          quantity: 10_000_000,
          unit: 'requests',
          usd: 35,
          detail: '10 million at $3.50 a million',
        },
      ],
      pricesAsOf: '2026-08-01',
      region: 'us-east-1',
      assumptions: ['The 3 seconds of the run stand for all 730 hours of a month.'],
    },
    elapsedMs: 12.5,
    requestsPerSecondOfWallClock: 800,
    ...changes,
  }
}

/** Test data: the last picture of that run, three steps of a second. */
export function finishedSnapshot(changes: Partial<Snapshot> = {}): Snapshot {
  const values: { readonly [name in SeriesName]?: readonly number[] } = {
    offered: [4, 3, 3],
    served: [2, 1, 0],
    cacheHit: [2, 0, 0],
    throttled: [0, 2, 1],
    denied: [0, 0, 1],
    error: [0, 0, 1],
    status2xx: [4, 1, 0],
    latencyP50: [40, Number.NaN, 45],
    cacheHitRatio: [0.5, Number.NaN, Number.NaN],
  }
  const series = Object.fromEntries(SERIES_NAMES.map((name) => [name, Float64Array.from(values[name] ?? [0, 0, 0])]))
  return {
    runId: 'run1',
    sequence: 3,
    nowMs: 3000,
    durationMs: 3000,
    isFinal: true,
    requestsPerSecondOfWallClock: 800,
    stepMs: 1000,
    series: series as Snapshot['series'],
    bucketSeries: [Float64Array.from([50, 0, 10]), Float64Array.from([5000, 5000, 5000])],
    buckets: [
      { label: 'POST /orders', level: 'method', rateLimit: 3, burstLimit: 50 },
      { label: 'us-east-1', level: 'account', rateLimit: 10_000, burstLimit: 5000 },
    ],
    totals: {
      offered: 10,
      served: 3,
      cacheHit: 2,
      cacheMiss: 2,
      rejected: 0,
      denied: 1,
      throttled: 3,
      quotaExceeded: 0,
      blocked: 0,
      error: 1,
      authorizerCalls: 4,
      authorizerHits: 6,
      throttledByLevel: { planMethod: 0, plan: 0, method: 3, stage: 0, account: 0 },
      latencyP50: 40,
      latencyP95: 90.5,
      latencyP99: 120,
    },
    routes: [],
    apiKeys: [],
    samples: [],
    ...changes,
  }
}
