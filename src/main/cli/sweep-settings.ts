import type { SweepCell } from '@shared/contract/sweep'
import type { ScenarioMetric } from '@shared/design/scenario'
import { refuseBrokenSweep } from '../service/refuse-broken-sweep'
import { runSweep, type SweptSetup } from '../service/run-sweep'
import { sweepPlan } from '../simulator/sweep/sweep-plan'
import { DONE, listed, UsageError, wholeNumber, type CommandContext } from './command'
import { withThreads } from './measure-threads'
import { showProgress } from './show-progress'
import { metricOf, metricText, sweepAxisOf } from './sweep-arguments'
import { sweepText, type SweepReport } from './sweep-text'

const MAX_SEEDS = 1_000
const MAX_AXES = 2

/** Shown when no figure is chosen. */
const SWEEP_METRICS: readonly ScenarioMetric[] = ['admitted', 'throttledShare', 'latencyP99']
const SEED_METRICS: readonly ScenarioMetric[] = [
  'requests',
  'admitted',
  'throttled',
  'throttledShare',
  'errorShare',
  'latencyP50',
  'latencyP95',
  'latencyP99',
]

/** Every value of one or two settings, or just every seed: a table of the figures. */
export async function sweepSettings(setup: SweptSetup, context: CommandContext): Promise<number> {
  const { io, values } = context
  const { design, scenario } = setup
  const axes = listed(values, 'sweep').map(sweepAxisOf)
  if (axes.length > MAX_AXES) throw new UsageError('--sweep may be given twice at most.')
  const seeds = wholeNumber(values, 'seeds', 1, MAX_SEEDS) ?? 1
  const chosen = listed(values, 'metric').map((text) => metricOf(text, design, scenario))
  const usual = (axes.length === 0 ? SEED_METRICS : SWEEP_METRICS).map((metric) => ({ metric }))
  const metrics = chosen.length === 0 ? usual : chosen
  const request = { axes, metrics, seeds }
  if (axes.length > 0) refuseBrokenSweep(setup, { ...request, metrics: metrics.map(({ metric }) => metric) })
  const plan = sweepPlan(scenario, request)
  const total = plan.cells.length * plan.seeds.length
  const cells = new Map<string, SweepCell>()
  let done = 0
  const startedAt = performance.now()
  const code = await withThreads(io, total, async (pool) => {
    await runSweep(pool, setup, request, plan, {
      onRun: () => io.isTerminal && showProgress(++done / total),
      onCell: (cell) => void cells.set(cell.values.join(), cell),
    })
    const report: SweepReport = {
      scenario: scenario.name,
      durationInSeconds: scenario.durationInSeconds,
      seeds: plan.seeds,
      axes: axes.map(({ pointer, values: tried }) => ({ pointer, values: tried })),
      metrics: metrics.map(metricText),
      cells: plan.cells.map((of) => cells.get(of.join())!),
      elapsedMs: performance.now() - startedAt,
    }
    if (io.isTerminal) showProgress(null)
    io.out(values['json'] ? JSON.stringify(report) : sweepText(report))
    return DONE
  })
  if (io.isTerminal) showProgress(null)
  return code
}
