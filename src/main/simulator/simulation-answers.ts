import type { SimulationAnswers } from '@shared/contract/simulation'
import { BLOCKED, CACHED } from '../engine/outcome'
import { headroomOf } from './headroom'
import { countsOf, routeRows } from './route-rows'
import type { Simulation } from './simulation'

/** What the run showed beyond counts, as far as it could: figures of what the scenario does not have are 0, or those of nobody retrying. */
export function simulationAnswers(simulation: Simulation): SimulationAnswers {
  const { requests, evictions, runtime, backends, clients, audit, series, busiest } = simulation
  const { queued, waitedMs, coldStarts } = backends.tally
  const [p50, p95, p99] = (clients?.latency ?? series.latency).percentiles([0.5, 0.95, 0.99])
  const firstAttempts = clients?.firstAttempts ?? requests
  return {
    leakedReads: audit?.leakedReads ?? 0,
    staleReads: audit?.staleReads ?? 0,
    allowedAfterRevocation: audit?.allowedAfterRevocation ?? 0,
    revocationDelayInSeconds: (audit?.revocationDelayMs ?? 0) / 1000,
    cacheEvictions: evictions,
    hitRatioByRoute: hitRatioByRoute(simulation),
    retries: {
      attempts: clients?.retries ?? 0,
      amplification: firstAttempts === 0 ? 1 : requests / firstAttempts,
      givenUp: clients?.givenUp ?? 0,
    },
    clientLatency: { p50: orZero(p50!), p95: orZero(p95!), p99: orZero(p99!) },
    backend: { queued, meanWaitMs: queued === 0 ? 0 : waitedMs / queued, coldStarts },
    headroom: headroomOf(runtime, busiest, backends),
  }
}

/** Past the look-up a request of a cached route is answered by the backend, so what backends answered are the misses. */
function hitRatioByRoute({ runtime, recorder }: Simulation): Record<string, number> {
  const ratios = routeRows(runtime.names.routes).flatMap(({ routeKey, routes }): [string, number][] => {
    const cached = routes.filter((route) => runtime.cacheTtl[route]! > 0)
    const counts = countsOf(recorder.byRoute, cached)
    const lookups = counts.subarray(0, BLOCKED + 1).reduce((sum, count) => sum + count, 0)
    return lookups === 0 ? [] : [[routeKey, counts[CACHED]! / lookups]]
  })
  return Object.fromEntries(ratios)
}

/** JSON has no NaN. */
function orZero(value: number): number {
  return Number.isNaN(value) ? 0 : value
}
