import type { Millis } from '../millis'

/** A window is counted in this many slices; a request is forgotten with its slice, up to one slice before its window is over. */
const SLICES = 60

/**
 * Requests within a sliding window, by index. What is counted of a window is its sum and one number for each slice, so that memory does
 * not grow with the traffic and counting is a handful of additions.
 */
export class RequestRates {
  private readonly slices: Uint32Array
  private readonly totals: Uint32Array
  /** The slice that was counted in last, since time 0. */
  private readonly newest: Int32Array

  constructor(count: number) {
    this.slices = new Uint32Array(count * SLICES)
    this.totals = new Uint32Array(count)
    this.newest = new Int32Array(count)
  }

  /** Count a request, and tell how many there were within the window that ends now, this one included. */
  count(index: number, now: Millis, windowMs: Millis): number {
    const slice = Math.floor((now * SLICES) / windowMs)
    if (slice !== this.newest[index]!) this.forgetUntil(index, slice)
    this.slices[index * SLICES + (slice % SLICES)]!++
    return ++this.totals[index]!
  }

  /** What the last `count` told. */
  requests(index: number): number {
    return this.totals[index]!
  }

  clear(index: number): void {
    this.slices.fill(0, index * SLICES, (index + 1) * SLICES)
    this.totals[index] = 0
  }

  private forgetUntil(index: number, slice: number): void {
    const newest = this.newest[index]!
    this.newest[index] = slice
    if (slice - newest >= SLICES) {
      this.clear(index)
      return
    }
    for (let at = newest + 1; at <= slice; at++) {
      const cell = index * SLICES + (at % SLICES)
      this.totals[index]! -= this.slices[cell]!
      this.slices[cell] = 0
    }
  }
}
