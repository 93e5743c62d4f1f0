import type { SweepCell, SweepRequest } from '@shared/contract/sweep'
import { estimateMetric } from '../simulator/sweep/estimate-metric'
import type { Setup } from '../simulator/sweep/set-number'
import { setupOf, type SweepPlan } from '../simulator/sweep/sweep-plan'
import type { MeasuredMetric } from '../simulator/worker-protocol'
import type { Figures, MeasurePool } from './measure-pool'

/** What is run with all the settings, and where its access logs are. */
export interface SweptSetup extends Setup {
  readonly folder: string | null
}

/** Measures every cell of a plan; each is told of as soon as all of its seeds are there. Throws `simulator/worker-died`. */
export async function runSweep(
  pool: MeasurePool,
  setup: SweptSetup,
  request: Pick<SweepRequest, 'axes' | 'durationInSeconds'> & { readonly metrics: readonly MeasuredMetric[] },
  plan: SweepPlan,
  heard: { readonly onRun: () => void; readonly onCell: (cell: SweepCell) => void },
): Promise<void> {
  const cells = plan.cells.map(async (values) => {
    const runs = plan.seeds.map(async (seed) => {
      const figures = await measureOf(pool, setup, request, values, seed)
      heard.onRun()
      return figures
    })
    const figures = await Promise.all(runs)
    const metrics = request.metrics.map((_, at) => estimateMetric(figures.map((ofRun) => ofRun[at] ?? null)))
    heard.onCell({ values, metrics })
  })
  await Promise.all(cells)
}

/** One run's figures. The axes were checked to lead somewhere. */
export function measureOf(
  pool: MeasurePool,
  setup: SweptSetup,
  request: Parameters<typeof setupOf>[1] & { readonly metrics: readonly MeasuredMetric[] },
  values: readonly number[],
  seed: number,
): Promise<Figures> {
  const { metrics } = request
  return pool.measure(() => {
    const { design, scenario } = setupOf(setup, request, values, seed) ?? setup
    return { design, scenario, folder: setup.folder, metrics }
  })
}
