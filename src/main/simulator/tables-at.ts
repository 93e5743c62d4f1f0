import type { Millis } from '../engine/millis'
import { playAgain, playOn, type PlayedRun, type Turns } from './played-run'
import type { Simulation } from './simulation'
import { takeSnapshot } from './take-snapshot'
import type { Tables } from './worker-protocol'

/** The tables of a simulation as it stands. */
export function tablesOf(simulation: Simulation): Tables {
  const { totals, routes, apiKeys } = takeSnapshot(simulation, {
    runId: '',
    sequence: 0,
    isFinal: false,
    elapsedMs: 0,
  })
  return { totals, routes, apiKeys }
}

/**
 * Tables of moments of a run, played again up to there. Where the last question left off is kept, so that who goes forward through the
 * run has it played once.
 */
export class TablesPlayer {
  private last: { readonly run: PlayedRun; readonly simulation: Simulation; readonly atMs: Millis } | null = null

  /** What happened before `atMs`; null when nobody wants it any more. The moment must be one before the run's end. */
  async at(run: PlayedRun, atMs: Millis, turns: Turns): Promise<Tables | null> {
    const simulation = this.reusable(run, atMs) ?? playAgain(run)
    // Half way it stands at no moment that anybody asked for.
    this.last = null
    if (!(await playOn(simulation, atMs, turns))) return null
    this.last = { run, simulation, atMs }
    return tablesOf(simulation)
  }

  private reusable(run: PlayedRun, atMs: Millis): Simulation | null {
    const { last } = this
    return last !== null && last.run.scenario === run.scenario && last.atMs <= atMs ? last.simulation : null
  }
}
