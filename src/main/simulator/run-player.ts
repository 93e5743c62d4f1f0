import type { PlaySpeed, RunControl, SimulationResult } from '@shared/contract/simulation'
import type { Snapshot } from '@shared/contract/snapshot'
import type { LimitChange, Scenario } from '@shared/design/scenario'
import type { Millis } from '../engine/millis'
import { limitBuckets } from './limit-buckets'
import { EVENTS_PER_TURN, playAgain, type PlayedRun, type RunSetup } from './played-run'
import type { Simulation } from './simulation'
import { simulationResult } from './simulation-result'
import { takeSnapshot } from './take-snapshot'

/** A run at a person's pace goes on 30 times a second. */
const TURN_MS = 1000 / 30
const SECOND_MS = 1000

/** What a host gives a run: its wall clock, and a pause in which messages arrive. */
export interface PlayHost {
  /** Milliseconds; only differences count. */
  readonly now: () => number
  /** At least so many milliseconds; with 0 just long enough for messages to arrive. */
  readonly pause: (ms: Millis) => Promise<void>
  readonly onSnapshot: (snapshot: Snapshot) => void
}

export interface PlayOptions {
  readonly runId: string
  readonly snapshotEveryMs: number
  /** MAX when absent. */
  readonly speed?: PlaySpeed
  readonly isPaused?: boolean
}

/**
 * Plays one run as a person wants it: at a speed, paused, by steps, with limits that change while it goes on. Snapshots come every so
 * often, at each pause and at the end.
 */
export class RunPlayer {
  private current: Simulation
  /** The same run with a bucket that a change needs, on its way to where the current one is. */
  private successor: Simulation | null = null
  private run: RunSetup
  private readonly options: PlayOptions
  private readonly host: PlayHost
  private speed: PlaySpeed
  private isPaused: boolean
  private isCancelled = false
  private hasMore = true
  /** Virtual time: everything before has happened. */
  private reachedMs: Millis = 0
  /** Whether nothing of the very moment reached has happened yet. */
  private isBeforeMoment = true
  /** Where the step under way ends. */
  private stopAtMs: Millis | null = null
  private eventSteps = 0
  private restMs: Millis = 0
  /** A virtual and a wall-clock time that belong together, to go on from at a pace. */
  private anchor = { virtual: 0, wall: 0 }
  private playedMs = 0
  private sequence = 0
  private lastSnapshotAt = 0
  private wake: () => void = () => undefined

  constructor(run: RunSetup, options: PlayOptions, host: PlayHost) {
    this.run = run
    this.options = options
    this.host = host
    this.speed = options.speed ?? 'MAX'
    this.isPaused = options.isPaused ?? false
    this.current = playAgain(run)
  }

  get simulation(): Simulation {
    return this.current
  }

  /** The run so far, to be played again. */
  get played(): PlayedRun {
    return { ...this.run, reachedMs: this.hasMore ? this.reachedMs : Infinity }
  }

  get scenario(): Scenario {
    return this.run.scenario
  }

  /** To its end, or null when it is cancelled before. */
  async play(): Promise<SimulationResult | null> {
    this.setAnchor()
    this.lastSnapshotAt = this.anchor.wall
    if (this.isPaused) this.send(false)
    while (this.isIdle || this.turn()) {
      await this.rest()
      if (this.isCancelled) {
        this.send(true)
        return null
      }
      if (!this.isPaused && this.host.now() - this.lastSnapshotAt >= this.options.snapshotEveryMs) this.send(false)
    }
    const elapsedMs = this.elapsedMs
    this.send(true)
    return simulationResult(this.simulation, this.scenario, elapsedMs)
  }

  cancel(): void {
    this.isCancelled = true
    this.wake()
  }

  /** Gives the events that a change became; nothing happens once the run is over. */
  control(control: RunControl): readonly LimitChange[] {
    if (!this.hasMore) return []
    if (control.action === 'pause') this.pause()
    else if (control.action === 'resume') this.resume(control.speed ?? this.speed)
    else if (control.action === 'change') return this.change(control.limits)
    else if (control.by === 'SECOND') this.stepSecond()
    else this.stepEvent()
    return []
  }

  private pause(): void {
    this.stopAtMs = null
    if (this.isPaused) return
    this.playedMs = this.elapsedMs
    this.isPaused = true
    this.send(false)
  }

  private resume(speed: PlaySpeed): void {
    this.speed = speed
    this.stopAtMs = null
    this.goOn()
  }

  private goOn(): void {
    if (this.isPaused) this.lastSnapshotAt = this.host.now()
    else this.playedMs = this.elapsedMs
    this.isPaused = false
    this.setAnchor()
    this.wake()
  }

  private stepSecond(): void {
    const from = this.stopAtMs ?? this.reachedMs
    this.stopAtMs = (Math.floor(from / SECOND_MS) + 1) * SECOND_MS
    this.goOn()
  }

  private stepEvent(): void {
    this.pause()
    this.eventSteps++
    this.wake()
  }

  private change(limits: readonly Omit<LimitChange, 'at'>[]): readonly LimitChange[] {
    const at = this.settle()
    if (at === null) return []
    const events = limits.map((limit) => ({ ...limit, at }))
    const { scenario } = this.run
    this.run = { ...this.run, scenario: { ...scenario, events: [...(scenario.events ?? []), ...events] } }
    const hasBuckets = events.every((event) => limitBuckets(this.current.runtime, event).indexes.length > 0)
    if (hasBuckets && this.successor === null) this.current.addEvents(events)
    else this.successor = playAgain(this.run)
    this.wake()
    return events
  }

  /**
   * Go on to the next whole millisecond of which nothing has happened yet, and give it in seconds: an event then is exactly where a
   * replay has it. Null past the run's end.
   */
  private settle(): number | null {
    const { simulation } = this
    let wholeMs = Math.ceil(this.reachedMs)
    while (isTaken(wholeMs, this.reachedMs, this.isBeforeMoment)) wholeMs++
    const until = (wholeMs / 1000) * 1000
    if (until >= simulation.durationMs) return null
    while (simulation.now < until) simulation.run(EVENTS_PER_TURN, until)
    this.reach(until, true)
    return wholeMs / 1000
  }

  /** One piece of the run; false at its end. */
  private turn(): boolean {
    const { simulation } = this
    if (this.successor !== null) return this.catchUp(this.successor)
    if (this.eventSteps > 0) return this.overEvent()
    const until = this.until()
    this.hasMore = simulation.run(EVENTS_PER_TURN, until)
    if (!this.hasMore) return false
    const isThere = simulation.now >= until
    this.reach(isThere ? until : simulation.now, isThere)
    const isPaced = this.speed !== 'MAX' && this.stopAtMs === null
    this.restMs = isPaced && isThere ? TURN_MS : 0
    // Too much for this pace: what is late is not made up for.
    if (isPaced && !isThere) this.goOn()
    if (this.stopAtMs !== null && isThere) this.pause()
    return true
  }

  private catchUp(successor: Simulation): true {
    this.restMs = 0
    successor.run(EVENTS_PER_TURN, this.reachedMs)
    if (successor.now < this.reachedMs) return true
    this.current = successor
    this.successor = null
    if (this.isPaused) this.send(false)
    else this.goOn()
    return true
  }

  /** To the next arrival or answer, and over it. */
  private overEvent(): boolean {
    this.eventSteps--
    this.reach(this.simulation.now, false)
    this.hasMore = this.simulation.run(1)
    if (this.hasMore) this.send(false)
    return this.hasMore
  }

  /** Up to where this turn may go; Infinity for all the rest. */
  private until(): Millis {
    const { virtual, wall } = this.anchor
    const paced = this.speed === 'MAX' ? Infinity : Math.floor(virtual + (this.host.now() - wall) * this.speed)
    const until = this.stopAtMs ?? paced
    return until >= this.simulation.durationMs ? Infinity : until
  }

  private reach(reachedMs: Millis, isBeforeMoment: boolean): void {
    this.reachedMs = Math.max(this.reachedMs, reachedMs)
    this.isBeforeMoment = isBeforeMoment
  }

  /** Whether only a message can bring it on. */
  private get isIdle(): boolean {
    return this.isPaused && this.successor === null && this.eventSteps === 0
  }

  private async rest(): Promise<void> {
    if (!this.isIdle) return this.host.pause(this.restMs)
    if (!this.isCancelled) await new Promise<void>((wake) => (this.wake = wake))
  }

  private setAnchor(): void {
    this.anchor = { virtual: this.reachedMs, wall: this.host.now() }
  }

  /** Wall-clock milliseconds that the run was not paused. */
  private get elapsedMs(): number {
    return this.playedMs + (this.isPaused ? 0 : this.host.now() - this.anchor.wall)
  }

  private send(isFinal: boolean): void {
    const { simulation, elapsedMs } = this
    this.lastSnapshotAt = this.host.now()
    const { runId } = this.options
    const snapshot = takeSnapshot(simulation, { runId, sequence: this.sequence++, isFinal, elapsedMs })
    this.host.onSnapshot(this.hasMore ? { ...snapshot, nowMs: this.reachedMs } : snapshot)
  }
}

/** Whether some of the moment that this millisecond is, as seconds come out of a file, has happened already. */
function isTaken(wholeMs: number, reachedMs: Millis, isBeforeMoment: boolean): boolean {
  const at = (wholeMs / 1000) * 1000
  return isBeforeMoment ? at < reachedMs : at <= reachedMs
}
