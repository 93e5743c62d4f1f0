import { execFileSync } from 'node:child_process'
import { setFlagsFromString } from 'node:v8'
import { SIMULATOR_V8_FLAGS } from '../hosts/simulator-v8-flags'
import { Simulation } from '../simulator/simulation'
import { benchCases } from './bench-designs'
import { rawBucketRate } from './raw-bucket'

/** Million simulated requests a second of one core, and the same as a share of the raw token-bucket loop. */
export interface SimulatorFigures {
  readonly rawBucket: number
  readonly cases: readonly (CaseFigures & { readonly ratioOfBests: number })[]
}

export interface CaseFigures {
  readonly name: string
  readonly best: number
  readonly median: number
  readonly throttledShare: number
}

const REQUESTS = 3_000_000
const RUNS = 6

/** Each load in a process of its own, as the product runs each simulation in a thread of its own; the raw loop between them. */
export function benchSimulator(): SimulatorFigures {
  const rawBucket = rawBucketRate(10_000_000)
  const cases = benchCases(REQUESTS).map((_, index) => {
    const figures = JSON.parse(
      execFileSync(process.execPath, [process.argv[1]!, '--case', String(index)], { encoding: 'utf8' }),
    ) as CaseFigures
    return { ...figures, ratioOfBests: figures.best / rawBucket }
  })
  return { rawBucket, cases }
}

/** One load, the first of its runs left out: it warms up. */
export function benchCase(index: number): CaseFigures {
  for (const flag of SIMULATOR_V8_FLAGS) setFlagsFromString(flag)
  const { name, design, scenario } = benchCases(REQUESTS)[index]!
  let throttledShare = 0
  const speeds = Array.from({ length: RUNS }, () => {
    const simulation = new Simulation(design, scenario)
    const start = performance.now()
    while (simulation.run(1_000_000));
    const speed = simulation.requests / (performance.now() - start) / 1000
    const totals = simulation.recorder.totals()
    throttledShare = totals.slice(7, 12).reduce((sum, count) => sum + count) / simulation.requests
    return speed
  })
    .slice(1)
    .sort((a, b) => b - a)
  return { name, best: speeds[0]!, median: speeds[2]!, throttledShare }
}
