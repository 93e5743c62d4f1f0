import type { SeekAnswer, SeekRequest } from '@shared/contract/sweep'
import { HOLDS } from '../simulator/evaluate-checks'
import { estimateMetric } from '../simulator/sweep/estimate-metric'
import { seekValue, type Trial } from '../simulator/sweep/seek-value'
import { seedsOf } from '../simulator/sweep/sweep-plan'
import type { MeasurePool } from './measure-pool'
import { measureOf, type SweptSetup } from './run-sweep'

/**
 * The smallest value with which every condition holds, of the mean over the seeds; a figure that a run does not have makes its
 * condition fail. Throws `simulator/worker-died`.
 */
export function runSeek(pool: MeasurePool, setup: SweptSetup, request: SeekRequest): Promise<SeekAnswer> {
  const { axis, conditions, seeds = 1 } = request
  return seekValue(request, async (value): Promise<Trial> => {
    const runs = seedsOf(setup.scenario, seeds).map((seed) =>
      measureOf(pool, setup, { axes: [axis], metrics: conditions }, [value], seed),
    )
    const figures = await Promise.all(runs)
    const actual = conditions.map((_, at) => estimateMetric(figures.map((ofRun) => ofRun[at] ?? null)).mean)
    const holds = conditions.every(
      (condition, at) =>
        figures.every((ofRun) => ofRun[at] !== null) && HOLDS[condition.operator](actual[at]!, condition.value),
    )
    return { actual, holds }
  })
}
