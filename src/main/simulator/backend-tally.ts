import type { Millis } from '../engine/millis'

/** What all backends of a run did, and how long calls waited for them. */
export class BackendTally {
  /** Sum over calls of the milliseconds of work, within the run's length and after its end. */
  busyMs = 0
  overtimeMs = 0
  /** Calls that had to wait, and the sum of their waits. */
  queued = 0
  waitedMs = 0
  /** Calls that wait now. */
  waiting = 0
  coldStarts = 0
  private readonly durationMs: Millis

  constructor(durationMs: Millis) {
    this.durationMs = durationMs
  }

  /** A backend works from `now` on for so long. */
  worked(now: Millis, ms: Millis): void {
    const left = this.durationMs - now
    if (ms < left) {
      this.busyMs += ms
      return
    }
    const within = Math.max(0, left)
    this.busyMs += within
    this.overtimeMs += ms - within
  }
}
