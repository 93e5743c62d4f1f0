import type { SimulationResult, SimulationRow } from '@shared/contract/simulation'
import type { ScenarioCheck, ScenarioMetric } from '@shared/design/scenario'
import { OUTCOME_INFO, OUTCOMES } from '@shared/outcome'
import type { RouteLatencies } from './route-latencies'
import { webSocketMetrics } from './web-socket/web-socket-metrics'

/** A result but for its checks. */
export type RunFigures = Omit<SimulationResult, 'checks'>

/** Each check with what the run showed. A metric that the run has no value for (no cache look-up) fails its check. */
export function evaluateChecks(
  checks: readonly ScenarioCheck[],
  figures: RunFigures,
  latencies: RouteLatencies | null = null,
): SimulationResult['checks'] {
  return checks.map((check) => {
    const actual = metricOf(check, figures, latencies)
    return { ...check, actual: actual ?? 0, passed: actual !== null && HOLDS[check.operator](actual, check.value) }
  })
}

/** Whether a figure is on the right side of a limit. */
export const HOLDS: Record<ScenarioCheck['operator'], (actual: number, value: number) => boolean> = {
  '<': (actual, value) => actual < value,
  '<=': (actual, value) => actual <= value,
  '==': (actual, value) => actual === value,
  '>=': (actual, value) => actual >= value,
  '>': (actual, value) => actual > value,
}

/**
 * What a run showed of a metric, narrowed to a key or a route where the check names one; null when it has no value. `latencies` are those
 * of the routes that the scenario's checks name.
 */
export function metricOf(
  check: Pick<ScenarioCheck, 'metric' | 'apiKey' | 'route'>,
  figures: RunFigures,
  latencies: RouteLatencies | null,
): number | null {
  const row = rowFor(check, figures)
  const share = (part: number): number | null => (row.requests === 0 ? null : part / row.requests)
  const latency = (at: number, ofAll: number): number | null =>
    check.route === undefined ? ofAll : latencyOf(latencies, check.route, at)
  const { answers } = figures
  const values: Record<ScenarioMetric, () => number | null> = {
    requests: () => row.requests,
    admitted: () => row.admitted,
    throttled: () => row.throttled,
    throttledShare: () => share(row.throttled),
    cacheHitRatio: () =>
      check.route === undefined ? figures.cache.hitRatio : (answers.hitRatioByRoute[check.route] ?? null),
    errorShare: () => share(errorsOf(row.outcomes)),
    latencyP50: () => latency(0.5, figures.latency.p50),
    latencyP95: () => latency(0.95, figures.latency.p95),
    latencyP99: () => latency(0.99, figures.latency.p99),
    authorizerCalls: () => figures.authorizer.calls,
    leakedReads: () => answers.leakedReads,
    staleReads: () => answers.staleReads,
    allowedAfterRevocation: () => answers.allowedAfterRevocation,
    retries: () => answers.retries.attempts,
    quotaExceeded: () => row.outcomes['QUOTA_EXCEEDED'] ?? 0,
    monthlyCost: () => figures.cost.total,
    ...webSocketMetrics(figures.webSocket),
  }
  return values[check.metric]()
}

/** A key or route that no request was of has a row of zeros. */
function rowFor(
  { apiKey, route }: Pick<ScenarioCheck, 'apiKey' | 'route'>,
  figures: RunFigures,
): Omit<SimulationRow, 'key'> {
  const none = { requests: 0, admitted: 0, throttled: 0, outcomes: {} }
  if (apiKey !== undefined) return figures.apiKeys.find(({ key }) => key === apiKey) ?? none
  if (route !== undefined) return figures.routes.find(({ key }) => key === route) ?? none
  return { ...figures.totals, outcomes: figures.byOutcome }
}

function errorsOf(outcomes: SimulationRow['outcomes']): number {
  return OUTCOMES.reduce((sum, name) => sum + (OUTCOME_INFO[name].family === 'error' ? (outcomes[name] ?? 0) : 0), 0)
}

/** Null when no request of the route was answered by a backend or the cache. */
function latencyOf(latencies: RouteLatencies | null, route: string, share: number): number | null {
  const [value] = latencies?.byRouteKey.get(route)?.percentiles([share]) ?? []
  return value === undefined || Number.isNaN(value) ? null : value
}
