import type { Millis } from '../engine/millis'

/**
 * Instances of a function that have nothing to do. The one used last is used next, so that with little traffic the others run out.
 * Source: AWS Lambda Developer Guide, "Understanding the Lambda execution environment lifecycle"; which instance gets the next call is
 * observed behaviour.
 */
export class WarmInstances {
  private readonly idleTimeout: Millis
  /** When each of them became idle, the last one on top. */
  private idleSince = new Float64Array(64)
  private count = 0

  constructor(idleTimeout: Millis) {
    this.idleTimeout = idleTimeout
  }

  /** Whether there was one to take. */
  take(now: Millis): boolean {
    if (this.count === 0) return false
    this.count--
    if (now - this.idleSince[this.count]! < this.idleTimeout) return true
    // The others have been idle for longer.
    this.count = 0
    return false
  }

  giveBack(now: Millis): void {
    if (this.count === this.idleSince.length) this.grow()
    this.idleSince[this.count++] = now
  }

  private grow(): void {
    const { idleSince } = this
    this.idleSince = new Float64Array(idleSince.length * 2)
    this.idleSince.set(idleSince)
  }
}
