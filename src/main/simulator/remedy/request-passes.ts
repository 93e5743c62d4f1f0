import { OUTCOME_INFO, OUTCOMES } from '@shared/outcome'
import type { Flight } from '../../engine/flight'
import type { Millis } from '../../engine/millis'
import { QUOTA_EXCEEDED } from '../../engine/outcome'
import type { Runtime, TraceSink } from '../../engine/runtime'
import { CALL_INTEGRATION, RESPOND } from '../../engine/verdict'
import { playAgain, playOn, type PlayedRun, type Turns } from '../played-run'
import { TwinCounter } from './twin-counter'

/** One request, found again in a run with other settings: numbers move there when clients send again what was refused. */
export interface Twin {
  readonly atMs: Millis
  readonly caller: number
  /** How many of the same source came at that moment before it. */
  readonly ordinal: number
}

/** Whether a run lets this request past every throttle and quota; null when nobody wants to know any more. */
export async function requestPasses(run: PlayedRun, twin: Twin, turns: Turns): Promise<boolean | null> {
  const simulation = playAgain(run)
  if (!(await playOn(simulation, twin.atMs, turns))) return null
  const watcher = new PassWatcher(twin)
  simulation.runtime.trace = watcher
  const isHeard = await playOn(simulation, Infinity, turns, () => watcher.isDone || watcher.isMissed(simulation.now))
  return isHeard ? watcher.hasPassed : null
}

class PassWatcher implements TraceSink {
  isDone = false
  hasPassed = false
  private id = -1
  private readonly twins: TwinCounter
  private readonly twin: Twin

  constructor(twin: Twin) {
    this.twin = twin
    this.twins = new TwinCounter(twin.atMs, twin.caller)
  }

  step(_runtime: Runtime, flight: Flight, _code: number, verdict: number): void {
    if (this.twins.see(flight) && this.twins.ordinal === this.twin.ordinal) this.id = flight.id
    if (this.isDone || flight.id !== this.id) return
    if (verdict === RESPOND) {
      const { outcome } = flight
      this.isDone = true
      this.hasPassed = OUTCOME_INFO[OUTCOMES[outcome]!].level === null && outcome !== QUOTA_EXCEEDED
    } else if (verdict === CALL_INTEGRATION) {
      this.isDone = true
      this.hasPassed = true
    }
  }

  answered(): void {}

  /** No request like it came. */
  isMissed(now: Millis): boolean {
    return this.id === -1 && now > this.twin.atMs
  }
}
