import type { SweepRequest } from '@shared/contract/sweep'
import type { Scenario } from '@shared/design/scenario'
import { setNumber, type Setup } from './set-number'

/** What a sweep runs: each cell with each seed. */
export interface SweepPlan {
  /** Every combination of the axes' values, the last axis changing fastest; one value for each axis. */
  readonly cells: readonly (readonly number[])[]
  readonly seeds: readonly number[]
}

export function sweepPlan(scenario: Scenario, { axes, seeds = 1 }: Pick<SweepRequest, 'axes' | 'seeds'>): SweepPlan {
  const cells = axes.reduce<readonly (readonly number[])[]>(
    (before, { values }) => before.flatMap((cell) => values.map((value) => [...cell, value])),
    [[]],
  )
  return { cells, seeds: seedsOf(scenario, seeds) }
}

/** The scenario's seed and those that follow it. */
export function seedsOf({ seed }: Scenario, count: number): number[] {
  return Array.from({ length: count }, (_, at) => seed + at)
}

/** Design and scenario of one run. Null when an axis leads nowhere. */
export function setupOf(
  setup: Setup,
  { axes, durationInSeconds }: Pick<SweepRequest, 'durationInSeconds'> & { axes: readonly { pointer: string }[] },
  values: readonly number[],
  seed: number,
): Setup | null {
  const { design, scenario } = setup
  const seeded: Setup = {
    design,
    scenario: { ...scenario, seed, durationInSeconds: durationInSeconds ?? scenario.durationInSeconds },
  }
  return axes.reduce<Setup | null>((so, { pointer }, at) => so && setNumber(so, pointer, values[at]!), seeded)
}
