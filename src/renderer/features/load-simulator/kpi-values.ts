import type { SnapshotTotals } from '@shared/contract/snapshot'

/** The figures of the tiles, unrounded. Shares are of all requests; a share of nothing is NaN. Milliseconds. */
export interface KpiValues {
  readonly offered: number
  readonly admitted: number
  readonly served: number
  readonly servedShare: number
  readonly throttled: number
  readonly throttledShare: number
  /** Refused by a quota: not part of `throttled`. */
  readonly overQuota: number
  readonly cacheHit: number
  readonly cacheLookups: number
  readonly cacheHitRatio: number
  readonly latencyP95: number
  readonly latencyP99: number
  readonly authorizerCalls: number
  /** Share of the authorizer's answers that came from its cache. */
  readonly authorizerKept: number
}

/**
 * Served: answered by a backend or the cache with less than 500. Admitted: passed every throttle and quota and was not refused by a
 * backend's concurrency limit; `exactAdmitted` replaces the count from the totals, which takes an authorizer's failure for an admitted one.
 */
export function kpiValues(totals: SnapshotTotals, exactAdmitted?: number): KpiValues {
  const served = totals.served + totals.cacheHit
  const lookups = totals.cacheHit + totals.cacheMiss
  return {
    offered: totals.offered,
    admitted: exactAdmitted ?? served + totals.rejected + totals.error - totals.blocked,
    served,
    servedShare: served / totals.offered,
    throttled: totals.throttled,
    throttledShare: totals.throttled / totals.offered,
    overQuota: totals.quotaExceeded,
    cacheHit: totals.cacheHit,
    cacheLookups: lookups,
    cacheHitRatio: totals.cacheHit / lookups,
    latencyP95: totals.latencyP95,
    latencyP99: totals.latencyP99,
    authorizerCalls: totals.authorizerCalls,
    authorizerKept: totals.authorizerHits / (totals.authorizerHits + totals.authorizerCalls),
  }
}
