import type { SimulationResult, SimulationRow } from '@shared/contract/simulation'
import type { Scenario } from '@shared/design/scenario'
import { OUTCOME_INFO, OUTCOMES, type OutcomeInfo } from '@shared/outcome'
import { BLOCKED, CACHED, LAST_ANSWERED, QUOTA_EXCEEDED } from '../engine/outcome'
import { runCost } from '../cost/run-cost'
import { evaluateChecks, type RunFigures } from './evaluate-checks'
import { ROWS_BEFORE_KEYS } from './recorder'
import { countsOf, routeRows } from './route-rows'
import { runUsage } from './run-usage'
import type { Simulation } from './simulation'
import { simulationAnswers } from './simulation-answers'
import { throttledByLevel } from './take-snapshot'
import { webSocketFigures } from './web-socket/web-socket-figures'

/** The figures of a finished run, exact, in the form that scripts rely on. `elapsedMs` of wall clock. */
export function simulationResult(simulation: Simulation, scenario: Scenario, elapsedMs: number): SimulationResult {
  const { runtime, recorder, series, backends } = simulation
  const counts = recorder.totals()
  const sum = (chosen: (info: OutcomeInfo, outcome: number) => boolean): number => sumWhere(counts, chosen)
  const hits = counts[CACHED]!
  const misses = runtime.counters.cacheMisses
  const [p50, p95, p99] = series.latency.percentiles([0.5, 0.95, 0.99])
  const answered = sum((info) => info.isAdmitted && info.family !== 'rejected')
  const answers = simulationAnswers(simulation)
  const cost = runCost(simulation.design, scenario, runUsage(simulation))
  const webSocket = webSocketFigures(simulation, cost)
  const figures: RunFigures = {
    scenario: scenario.name,
    seed: scenario.seed,
    durationInSeconds: scenario.durationInSeconds,
    totals: {
      requests: sum(() => true),
      admitted: sum((info) => info.isAdmitted),
      throttled: sum((info) => info.level !== null),
      blocked: counts[BLOCKED]!,
      quotaExceeded: counts[QUOTA_EXCEEDED]!,
      denied: sum((info) => info.family === 'denied'),
      rejected: sum((info) => info.family === 'rejected'),
      errors: sum((info) => info.family === 'error'),
    },
    byStatus: byStatus(simulation),
    byOutcome: byOutcome(counts),
    throttledByLevel: throttledByLevel(counts),
    routes: routeRows(runtime.names.routes).map(({ routeKey, routes }) =>
      resultRow(routeKey, recorder.byRoute, routes),
    ),
    ...canaryPart(simulation),
    apiKeys: keyRows(simulation),
    cache: { hits, misses, hitRatio: hits + misses === 0 ? null : hits / (hits + misses) },
    authorizer: { calls: runtime.counters.authorizerCalls, hits: runtime.counters.authorizerHits },
    integration: {
      calls: sum((_, outcome) => outcome !== CACHED && outcome <= LAST_ANSWERED),
      meanInFlight: backends.tally.busyMs / simulation.durationMs,
    },
    latency: {
      p50: orZero(p50!),
      p95: orZero(p95!),
      p99: orZero(p99!),
      mean: answered === 0 ? 0 : recorder.latencySum / answered,
      max: orZero(series.latency.max()),
    },
    timeSeries: timeSeries(simulation),
    answers,
    ...(simulation.replays.length > 0 && { replays: [...simulation.replays] }),
    ...(webSocket && { webSocket }),
    cost,
    elapsedMs,
    requestsPerSecondOfWallClock: elapsedMs > 0 ? Math.round((simulation.requests * 1000) / elapsedMs) : 0,
  }
  return { ...figures, checks: evaluateChecks(scenario.checks ?? [], figures, simulation.routeLatencies) }
}

function sumWhere(counts: ArrayLike<number>, chosen: (info: OutcomeInfo, outcome: number) => boolean): number {
  return OUTCOMES.reduce((sum, name, at) => sum + (chosen(OUTCOME_INFO[name], at) ? counts[at]! : 0), 0)
}

/** JSON has no NaN; a run in which nothing was answered has no latency. */
function orZero(value: number): number {
  return Number.isNaN(value) ? 0 : value
}

function byStatus({ recorder, statuses }: Simulation): Record<string, number> {
  const counts = new Map<number, number>()
  recorder.byRoute.forEach((count, at) => {
    if (count > 0) counts.set(statuses[at]!, (counts.get(statuses[at]!) ?? 0) + count)
  })
  return Object.fromEntries([...counts].sort(([a], [b]) => a - b))
}

function byOutcome(counts: ArrayLike<number>): Record<string, number> {
  return Object.fromEntries(OUTCOMES.flatMap((name, at) => (counts[at]! > 0 ? [[name, counts[at]!]] : [])))
}

function resultRow(key: string, table: Uint32Array, rows: readonly number[]): SimulationRow {
  const counts = countsOf(table, rows)
  return {
    key,
    requests: sumWhere(counts, () => true),
    admitted: sumWhere(counts, (info) => info.isAdmitted),
    throttled: sumWhere(counts, (info) => info.level !== null),
    outcomes: byOutcome(counts),
  }
}

/** Only for a stage with a canary: the requests that it answered. */
function canaryPart({ runtime, recorder }: Simulation): Pick<SimulationResult, 'canary'> {
  const { routes } = runtime.names
  if (routes.every(({ isCanary }) => isCanary === undefined)) return {}
  const rows = routes.flatMap(({ isCanary }, at) => (isCanary ? [at] : []))
  const { key: _, ...figures } = resultRow('', recorder.byRoute, rows)
  return { canary: figures }
}

/** Requests without a key under "", with a key nobody has under "unknown key"; only rows that requests fell in. */
function keyRows({ runtime, recorder }: Simulation): SimulationRow[] {
  const named = runtime.names.apiKeys.map(({ name }, at) => resultRow(name, recorder.byApiKey, [at + ROWS_BEFORE_KEYS]))
  const others = [resultRow('', recorder.byApiKey, [1]), resultRow('unknown key', recorder.byApiKey, [0])]
  return [...named, ...others].filter(({ requests }) => requests > 0)
}

function timeSeries({ recorder, durationMs }: Simulation): SimulationResult['timeSeries'] {
  const seconds = Array.from({ length: Math.ceil(durationMs / 1000) }, (_, second) => recorder.second(second))
  return {
    stepSeconds: 1,
    requests: seconds.map(({ requests }) => requests),
    admitted: seconds.map(({ admitted }) => admitted),
    throttled: seconds.map(({ throttled }) => throttled),
  }
}
