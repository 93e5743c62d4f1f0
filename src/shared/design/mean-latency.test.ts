import { expect, test } from 'vitest'
import { meanLatency } from './mean-latency'
import type { LatencyDistribution } from './scenario'

test.each<[LatencyDistribution, number]>([
  [{ distribution: 'CONSTANT', valueMs: 12 }, 12],
  [{ distribution: 'UNIFORM', minMs: 10, maxMs: 40 }, 25],
  [{ distribution: 'NORMAL', meanMs: 30, standardDeviationMs: 5 }, 30],
  [{ distribution: 'LOGNORMAL', medianMs: 40, sigma: 0 }, 40],
  [{ distribution: 'LOGNORMAL', medianMs: 40, sigma: 1 }, 40 * Math.exp(0.5)],
  [{ distribution: 'LOGNORMAL', medianMs: 40, sigma: 1e6 }, Number.MAX_VALUE],
  [{ distribution: 'EXPONENTIAL', meanMs: 9 }, 9],
  [{ distribution: 'EMPIRICAL', valuesMs: [30, 10, 14] }, (12 + 22) / 2],
  [{ distribution: 'EMPIRICAL', valuesMs: [8] }, 8],
  [{ distribution: 'EMPIRICAL', valuesMs: Array.from({ length: 300_000 }, () => 2) }, 2],
])('the mean of a latency', (latency, mean) => {
  expect(meanLatency(latency)).toBeCloseTo(mean, 9)
})
