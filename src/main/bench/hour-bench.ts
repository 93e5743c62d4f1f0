import { setFlagsFromString } from 'node:v8'
import { SIMULATOR_V8_FLAGS } from '../hosts/simulator-v8-flags'
import { runScenario } from '../simulator/run-scenario'
import { benchCases } from './bench-designs'

const HOUR = 3600

/** One hour at 10,000 requests a second, with the snapshots that charts get, and the memory it takes. */
export async function benchHour() {
  for (const flag of SIMULATOR_V8_FLAGS) setFlagsFromString(flag)
  const [{ design, scenario }] = benchCases(1) as [ReturnType<typeof benchCases>[number]]
  const [source] = scenario.sources
  const hour = {
    ...scenario,
    durationInSeconds: HOUR,
    sources: [{ ...source!, shape: { type: 'POISSON' as const, ratePerSecond: 10_000 } }],
  }
  let snapshots = 0
  const heaps: number[] = []
  const startedAt = performance.now()
  const { result } = await runScenario(
    design,
    hour,
    { runId: 'bench', snapshotEveryMs: 250 },
    {
      now: () => performance.now(),
      pause: () => new Promise((resume) => setImmediate(resume)),
      isCancelled: () => false,
      onSnapshot: () => {
        snapshots++
        heaps.push(process.memoryUsage().rss / 2 ** 20)
      },
    },
  )
  return {
    requests: result!.totals.requests,
    seconds: (performance.now() - startedAt) / 1000,
    snapshots,
    rssMegabytesFirst: Math.round(heaps[0]!),
    rssMegabytesLast: Math.round(heaps.at(-1)!),
  }
}
