import { setFlagsFromString } from 'node:v8'
import { SIMULATOR_V8_FLAGS } from '../hosts/simulator-v8-flags'
import { Simulation } from '../simulator/simulation'
import { benchCases } from './bench-designs'
import { rawBucketRate } from './raw-bucket'

/** Million simulated requests a second of one core, and the same as a share of the raw token-bucket loop. */
export interface SimulatorFigures {
  readonly rawBucket: number
  readonly cases: readonly {
    name: string
    best: number
    median: number
    ratioOfBests: number
    throttledShare: number
  }[]
}

const RUNS = 6

export function benchSimulator(requests: number): SimulatorFigures {
  const rawBucket = rawBucketRate(10_000_000)
  for (const flag of SIMULATOR_V8_FLAGS) setFlagsFromString(flag)
  const cases = benchCases(requests).map(({ name, design, scenario }) => {
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
    return { name, best: speeds[0]!, median: speeds[2]!, ratioOfBests: speeds[0]! / rawBucket, throttledShare }
  })
  return { rawBucket, cases }
}
