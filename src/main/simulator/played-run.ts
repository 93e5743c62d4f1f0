import type { Design } from '@shared/design/design'
import type { Scenario } from '@shared/design/scenario'
import type { Millis } from '../engine/millis'
import type { TraceSink } from '../engine/runtime'
import type { LogReader } from './replay/log-reader'
import { Simulation } from './simulation'

/** Events handled between two looks at the clock and the outside: about 10 ms of work. */
export const EVENTS_PER_TURN = 50_000

/** All that decides what happens in a run. */
export interface RunSetup {
  readonly design: Design
  /** With the limits that were changed meanwhile among its events. */
  readonly scenario: Scenario
  /** When it began, in milliseconds since 1970; the simulation's own choice when absent. */
  readonly epoch?: number
  readonly openLog?: (file: string) => LogReader
}

/** A run as it was: it can be played again, exactly. */
export interface PlayedRun extends RunSetup {
  /** Virtual time that it has come to; Infinity when it came to its end. */
  readonly reachedMs: Millis
}

/** How long work goes on without a break: it pauses between turns, and ends when nobody wants its answer any more. */
export interface Turns {
  readonly pause: () => Promise<void>
  readonly isCancelled: () => boolean
}

/** The same run from its beginning. */
export function playAgain({ design, scenario, epoch, openLog }: RunSetup, trace: TraceSink | null = null): Simulation {
  return new Simulation(design, scenario, { trace, ...(epoch !== undefined && { epoch }), ...(openLog && { openLog }) })
}

/**
 * Go on until `isDone`, or to everything before `until`. True when it is there or there is no more; false when the work was cancelled.
 */
export async function playOn(
  simulation: Simulation,
  until: Millis,
  turns: Turns,
  isDone: () => boolean = () => false,
): Promise<boolean> {
  while (!isDone() && simulation.run(EVENTS_PER_TURN, until) && !isThere(simulation, until)) {
    await turns.pause()
    if (turns.isCancelled()) return false
  }
  return true
}

function isThere(simulation: Simulation, until: Millis): boolean {
  return until !== Infinity && simulation.now >= Math.min(until, simulation.durationMs)
}

/** The next number that a clock can show: who goes on until then has what happens at this time. */
export function justAfter(time: Millis): Millis {
  return time + Math.max(time * 2 ** -52, Number.MIN_VALUE)
}
