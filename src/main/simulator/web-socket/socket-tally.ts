import { Histogram } from '../../engine/metrics/histogram'
import type { Millis } from '../../engine/millis'

/** What a run of a WebSocket API counts beside its requests. */
export class SocketTally {
  /** Connections that are open for the gateway. */
  open = 0
  peak = 0
  accepted = 0
  refused = 0
  /** How connections ended. */
  leftByClient = 0
  idleClosed = 0
  ageClosed = 0
  /** Clients that went without a close frame. */
  vanished = 0
  /** Connections that the backends were not told about when they ended. */
  lostDisconnects = 0
  /** Metered: once for each 32 KB begun. Those that go out are replies, error frames and what @connections took. */
  messagesIn = 0
  messagesOut = 0
  bytesOut = 0
  throttledMessages = 0
  /** Calls of @connections, by what they came to; wasted: taken for a client that had vanished. */
  delivered = 0
  gonePosts = 0
  wastedPosts = 0
  throttledPosts = 0
  /** Receivers of each broadcast and push. */
  readonly fanOut = new Histogram()
  fanOuts = 0
  receivers = 0
  /** Milliseconds from the message, or the push, until each receiver has it. */
  readonly delivery = new Histogram()
  private connectionMs = 0
  private countedTo: Millis = 0

  opened(now: Millis): void {
    this.countTo(now)
    this.accepted++
    if (++this.open > this.peak) this.peak = this.open
  }

  closed(now: Millis): void {
    this.countTo(now)
    this.open--
  }

  /** Milliseconds that connections were open, added up, until `now`. */
  connectionMsAt(now: Millis): number {
    return this.connectionMs + this.open * Math.max(0, now - this.countedTo)
  }

  private countTo(now: Millis): void {
    this.connectionMs += this.open * (now - this.countedTo)
    this.countedTo = now
  }
}
