import type { Snapshot } from '@shared/contract/snapshot'
import type { SimulationResult } from '@shared/contract/simulation'
import type { Design } from '@shared/design/design'
import type { Scenario } from '@shared/design/scenario'
import type { LogReader } from './replay/log-reader'
import { RunPlayer } from './run-player'
import type { Simulation } from './simulation'

/** What a host gives a run: its wall clock, and a pause in which messages arrive. */
export interface RunHost {
  /** Milliseconds; only differences count. */
  readonly now: () => number
  readonly pause: () => Promise<void>
  readonly isCancelled: () => boolean
  readonly onSnapshot: (snapshot: Snapshot) => void
}

export interface RunOptions {
  readonly runId: string
  readonly epoch?: number
  readonly openLog?: (file: string) => LogReader
  readonly snapshotEveryMs: number
}

export interface RunOutcome {
  readonly simulation: Simulation
  /** Null when the run was cancelled. */
  readonly result: SimulationResult | null
}

/** Run a scenario to its end or until it is cancelled, as fast as it goes, with a snapshot every so often and one at the end. */
export async function runScenario(
  design: Design,
  scenario: Scenario,
  { runId, snapshotEveryMs, ...how }: RunOptions,
  host: RunHost,
): Promise<RunOutcome> {
  const pause = async (): Promise<void> => {
    await host.pause()
    if (host.isCancelled()) player.cancel()
  }
  const player = new RunPlayer({ design, scenario, ...how }, { runId, snapshotEveryMs }, { ...host, pause })
  const result = await player.play()
  return { simulation: player.simulation, result }
}
