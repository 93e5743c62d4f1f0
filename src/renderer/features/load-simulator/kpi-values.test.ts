import { expect, it } from 'vitest'
import { kpiValues } from './kpi-values'
import { totalsWith } from './test-snapshot'

const totals = totalsWith({
  offered: 1000,
  served: 400,
  cacheHit: 300,
  cacheMiss: 100,
  rejected: 20,
  denied: 30,
  throttled: 230,
  error: 20,
  blocked: 5,
  authorizerCalls: 10,
  authorizerHits: 90,
  latencyP95: 156,
  latencyP99: 239,
})

it('counts as served what a backend or the cache answered, and as admitted what passed throttles and backends', () => {
  expect(kpiValues(totals)).toEqual({
    offered: 1000,
    admitted: 735,
    served: 700,
    servedShare: 0.7,
    throttled: 230,
    throttledShare: 0.23,
    overQuota: 0,
    cacheHit: 300,
    cacheLookups: 400,
    cacheHitRatio: 0.75,
    latencyP95: 156,
    latencyP99: 239,
    authorizerCalls: 10,
    authorizerKept: 0.9,
  })
})

it('takes the exact count of admitted requests once it is known', () => {
  expect(kpiValues(totals, 733).admitted).toBe(733)
})

it('has no shares of nothing', () => {
  const { servedShare, cacheHitRatio, authorizerKept } = kpiValues(totalsWith({}))
  expect([servedShare, cacheHitRatio, authorizerKept]).toEqual([NaN, NaN, NaN])
})
