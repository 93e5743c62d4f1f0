import type { Snapshot } from '@shared/contract/snapshot'
import type { SimulationResult } from '@shared/contract/simulation'
import type { Design } from '@shared/design/design'
import type { Scenario } from '@shared/design/scenario'
import { Simulation } from './simulation'
import { simulationResult } from './simulation-result'
import { takeSnapshot } from './take-snapshot'

/** Events handled between two looks at the clock and the outside: about 10 ms of work. */
const EVENTS_PER_TURN = 50_000

/** What a host gives a run: its wall clock, and a pause in which messages arrive. */
export interface RunHost {
  /** Milliseconds; only differences count. */
  readonly now: () => number
  readonly pause: () => Promise<void>
  readonly isCancelled: () => boolean
  readonly onSnapshot: (snapshot: Snapshot) => void
}

export interface RunOutcome {
  readonly simulation: Simulation
  /** Null when the run was cancelled. */
  readonly result: SimulationResult | null
}

/** Run a scenario to its end or until it is cancelled, with a snapshot every so often and one at the end. */
export async function runScenario(
  design: Design,
  scenario: Scenario,
  options: { readonly runId: string; readonly epoch?: number; readonly snapshotEveryMs: number },
  host: RunHost,
): Promise<RunOutcome> {
  const simulation = new Simulation(design, scenario, options.epoch)
  const startedAt = host.now()
  let sequence = 0
  let lastSnapshotAt = startedAt
  const send = (isFinal: boolean): void => {
    lastSnapshotAt = host.now()
    const elapsedMs = lastSnapshotAt - startedAt
    host.onSnapshot(takeSnapshot(simulation, { runId: options.runId, sequence: sequence++, isFinal, elapsedMs }))
  }
  while (simulation.run(EVENTS_PER_TURN)) {
    await host.pause()
    if (host.isCancelled()) {
      send(true)
      return { simulation, result: null }
    }
    if (host.now() - lastSnapshotAt >= options.snapshotEveryMs) send(false)
  }
  const elapsedMs = host.now() - startedAt
  send(true)
  return { simulation, result: simulationResult(simulation, scenario, elapsedMs) }
}
