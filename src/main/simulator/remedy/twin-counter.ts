import type { Flight } from '../../engine/flight'
import type { Millis } from '../../engine/millis'

/** Numbers the requests of one source that come at one moment, in the order in which they come. */
export class TwinCounter {
  /** Of the request that came last; -1 before the first. */
  ordinal = -1
  private lastId = -1
  private readonly atMs: Millis
  private readonly caller: number
  private readonly lastWanted: number

  /** Requests after `lastWanted` are not counted. */
  constructor(atMs: Millis, caller: number, lastWanted = Infinity) {
    this.atMs = atMs
    this.caller = caller
    this.lastWanted = lastWanted
  }

  /** Told of every step. Whether this is a request that had not been seen. */
  see(flight: Flight): boolean {
    if (flight.startedAt !== this.atMs || flight.caller !== this.caller) return false
    if (flight.id <= this.lastId || flight.id > this.lastWanted) return false
    this.lastId = flight.id
    this.ordinal++
    return true
  }
}
