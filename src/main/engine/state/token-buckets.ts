import type { ThrottleSettings } from '@shared/design/design'
import type { Millis } from '../millis'

/** A limit that never refuses: more tokens than any run can take. */
export const UNLIMITED: ThrottleSettings = { rateLimit: 0, burstLimit: 2 ** 52 }

const CELLS = 4

/**
 * A token counts as whole from here on: a rate is seldom a whole number of tokens per millisecond, and the time of an arrival is a
 * rounded one, so a token that is due at this very instant can lack some billionths. Covers a bucket that gave out 10^9 tokens.
 */
const WHOLE_TOKEN = 1 - 1e-6

/**
 * Token buckets by index, four numbers side by side: tokens at the anchor, the anchor's time, tokens per millisecond, capacity.
 * The anchor moves only when the bucket is full, so a level is one product and whole tokens taken, and no rounding error gathers:
 * evenly spaced arrivals are admitted exactly as arithmetic says. Buckets start full.
 * Source: API Gateway Developer Guide, "Throttle requests to your REST APIs for better throughput".
 * Departure: exact and central; the service is distributed and best-effort.
 */
export class TokenBuckets {
  /** By bucket: how often a token was asked for, with or without success. Never set back. */
  readonly asked: Uint32Array
  private readonly cells: Float64Array

  constructor(limits: readonly ThrottleSettings[]) {
    this.asked = new Uint32Array(limits.length)
    this.cells = new Float64Array(limits.length * CELLS)
    limits.forEach((limit, index) => this.cells.set(cellsOf(limit), index * CELLS))
  }

  /** Refill for the time passed, then take one token; false when there is none. Flags instead of jumps: both are coin tosses. */
  take(index: number, now: Millis): boolean {
    const cells = this.cells
    const at = index * CELLS
    this.asked[index]!++
    const capacity = cells[at + 3]!
    const anchor = cells[at + 1]!
    const tokens = cells[at]!
    const level = tokens + (now - anchor) * cells[at + 2]!
    const isFull = +(level > capacity)
    const available = isFull * capacity + (1 - isFull) * level
    cells[at + 1] = isFull * now + (1 - isFull) * anchor
    cells[at] = isFull * capacity + (1 - isFull) * tokens - +(available >= WHOLE_TOKEN)
    return available >= WHOLE_TOKEN
  }

  /** Another rate and size from `now` on; the tokens that are there stay, as far as they fit. Units as in `limit`. */
  setLimit(index: number, limit: ThrottleSettings, now: Millis): void {
    const tokens = this.level(index, now)
    const [capacity, , perMs] = cellsOf(limit) as [number, number, number, number]
    this.cells.set([Math.min(tokens, capacity), now, perMs, capacity], index * CELLS)
  }

  /** Put one token back. */
  giveBack(index: number): void {
    this.cells[index * CELLS]! += 1
  }

  /** Fill every bucket to its brim. */
  refill(): void {
    for (let at = 0; at < this.cells.length; at += CELLS) this.cells[at] = this.cells[at + 3]!
  }

  /** Tokens in the bucket now. */
  level(index: number, now: Millis): number {
    const at = index * CELLS
    return Math.min(this.cells[at + 3]!, this.cells[at]! + (now - this.cells[at + 1]!) * this.cells[at + 2]!)
  }

  /** Milliseconds until a whole token is there; Infinity when none will be. */
  nextTokenIn(index: number, now: Millis): Millis {
    const perMs = this.cells[index * CELLS + 2]!
    const level = this.level(index, now)
    return level >= WHOLE_TOKEN ? 0 : perMs === 0 ? Infinity : (1 - level) / perMs
  }

  /** Requests per second. */
  rate(index: number): number {
    return this.cells[index * CELLS + 2]! * 1000
  }

  /** Whether it can ever refuse. */
  isLimited(index: number): boolean {
    return this.cells[index * CELLS + 3]! < UNLIMITED.burstLimit
  }

  /** Requests per second and requests. */
  limit(index: number): ThrottleSettings {
    const at = index * CELLS
    return { rateLimit: this.cells[at + 2]! * 1000, burstLimit: this.cells[at + 3]! }
  }

  get count(): number {
    return this.cells.length / CELLS
  }
}

/** A rate of 0 blocks everything, whatever the burst. Source: rest-api.md 5.2 (inferred). */
function cellsOf({ rateLimit, burstLimit }: ThrottleSettings): number[] {
  const capacity = rateLimit === 0 && burstLimit < UNLIMITED.burstLimit ? 0 : burstLimit
  return [capacity, 0, rateLimit / 1000, capacity]
}
