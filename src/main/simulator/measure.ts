import type { ScenarioCheck } from '@shared/design/scenario'
import { metricOf } from './evaluate-checks'
import { playAgain, playOn, type PlayedRun, type Turns } from './played-run'
import { simulationResult } from './simulation-result'
import type { MeasuredMetric } from './worker-protocol'

/** Figures of a run to its end, in the order of the metrics; null for what it has no figure of (a hit ratio without a look-up). */
export async function measure(
  run: PlayedRun,
  metrics: readonly MeasuredMetric[],
  turns: Turns,
): Promise<(number | null)[]> {
  // Latencies of single routes are kept for those that checks name.
  const checks = metrics.map((metric): ScenarioCheck => ({ ...metric, operator: '>=', value: 0 }))
  const scenario = { ...run.scenario, checks }
  const simulation = playAgain({ ...run, scenario })
  await playOn(simulation, Infinity, turns)
  const figures = simulationResult(simulation, scenario, 0)
  return metrics.map((metric) => metricOf(metric, figures, simulation.routeLatencies))
}
