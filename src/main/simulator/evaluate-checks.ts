import type { SimulationResult, SimulationRow } from '@shared/contract/simulation'
import type { ScenarioCheck, ScenarioMetric } from '@shared/design/scenario'

type Figures = Omit<SimulationResult, 'checks'>

/** Each check with what the run showed. A metric that the run has no value for (no cache look-up) fails its check. */
export function evaluateChecks(checks: readonly ScenarioCheck[], figures: Figures): SimulationResult['checks'] {
  return checks.map((check) => {
    const actual = valueOf(check, figures)
    return { ...check, actual: actual ?? 0, passed: actual !== null && HOLDS[check.operator](actual, check.value) }
  })
}

const HOLDS: Record<ScenarioCheck['operator'], (actual: number, value: number) => boolean> = {
  '<': (actual, value) => actual < value,
  '<=': (actual, value) => actual <= value,
  '==': (actual, value) => actual === value,
  '>=': (actual, value) => actual >= value,
  '>': (actual, value) => actual > value,
}

function valueOf(check: ScenarioCheck, figures: Figures): number | null {
  const row = rowFor(check, figures)
  const share = (part: number): number | null => (row.requests === 0 ? null : part / row.requests)
  const values: Record<ScenarioMetric, () => number | null> = {
    requests: () => row.requests,
    admitted: () => row.admitted,
    throttled: () => row.throttled,
    throttledShare: () => share(row.throttled),
    cacheHitRatio: () => figures.cache.hitRatio,
    errorShare: () => (figures.totals.requests === 0 ? null : figures.totals.errors / figures.totals.requests),
    latencyP50: () => figures.latency.p50,
    latencyP95: () => figures.latency.p95,
    latencyP99: () => figures.latency.p99,
    authorizerCalls: () => figures.authorizer.calls,
  }
  return values[check.metric]()
}

/** A key or route that no request was of has a row of zeros. */
function rowFor(
  { apiKey, route }: ScenarioCheck,
  figures: Figures,
): Pick<SimulationRow, 'requests' | 'admitted' | 'throttled'> {
  const none = { requests: 0, admitted: 0, throttled: 0 }
  if (apiKey !== undefined) return figures.apiKeys.find(({ key }) => key === apiKey) ?? none
  if (route !== undefined) return figures.routes.find(({ key }) => key === route) ?? none
  return figures.totals
}
