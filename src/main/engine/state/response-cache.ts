import { ABSENT } from '../flight'
import type { Millis } from '../millis'

/** Where entries go when the cache is full; the live host frees the response there. */
export type EvictionListener = (slot: number) => void

/**
 * Responses by slot (one slot for each cache key): until when they are fresh and how many bytes they take. When the bytes exceed the
 * cluster's size, the entry not used for longest goes. Order of use is kept only where the whole key space could exceed the size.
 * Source: API Gateway Developer Guide, "Enable API caching to enhance responsiveness"; eviction is unknown there (rest-api.md 6.1).
 */
export class ResponseCache {
  onEvict: EvictionListener | null = null
  private readonly expiresAt: Float64Array
  private readonly storedAt: Float64Array
  private readonly sizes: Int32Array
  private readonly capacity: number
  private readonly keepsOrder: boolean
  private readonly newer: Int32Array
  private readonly older: Int32Array
  private newest = ABSENT
  private oldest = ABSENT
  private used = 0

  /** `capacity` and `largestEntry` in bytes. */
  constructor(slots: number, capacity: number, largestEntry: number) {
    this.capacity = capacity
    this.keepsOrder = slots * largestEntry > capacity
    this.expiresAt = new Float64Array(slots).fill(-1)
    this.storedAt = new Float64Array(slots)
    this.sizes = new Int32Array(slots)
    this.newer = new Int32Array(this.keepsOrder ? slots : 0).fill(ABSENT)
    this.older = new Int32Array(this.keepsOrder ? slots : 0).fill(ABSENT)
  }

  /** Whether a fresh response is there; using it makes it the newest. */
  has(slot: number, now: Millis): boolean {
    if (!(this.expiresAt[slot]! > now)) return false
    if (this.keepsOrder) this.touch(slot)
    return true
  }

  /** Entries larger than the cluster are not kept. */
  store(slot: number, bytes: number, now: Millis, ttl: Millis): void {
    if (bytes > this.capacity) return
    if (this.sizes[slot]! > 0) this.remove(slot)
    this.expiresAt[slot] = now + ttl
    this.storedAt[slot] = now
    this.sizes[slot] = Math.max(1, bytes)
    this.used += this.sizes[slot]!
    if (!this.keepsOrder) return
    this.link(slot)
    while (this.used > this.capacity) this.evict(this.oldest)
  }

  drop(slot: number): void {
    if (this.sizes[slot]! > 0) this.evict(slot)
  }

  flush(): void {
    for (let slot = 0; slot < this.sizes.length; slot++) this.drop(slot)
  }

  get usedBytes(): number {
    return this.used
  }

  ageOf(slot: number, now: Millis): Millis {
    return now - this.storedAt[slot]!
  }

  ttlOf(slot: number): Millis {
    return this.expiresAt[slot]! - this.storedAt[slot]!
  }

  private evict(slot: number): void {
    this.remove(slot)
    this.expiresAt[slot] = -1
    this.onEvict?.(slot)
  }

  private remove(slot: number): void {
    this.used -= this.sizes[slot]!
    this.sizes[slot] = 0
    if (this.keepsOrder) this.unlink(slot)
  }

  private touch(slot: number): void {
    if (slot === this.newest) return
    this.unlink(slot)
    this.link(slot)
  }

  private link(slot: number): void {
    this.older[slot] = this.newest
    this.newer[slot] = ABSENT
    if (this.newest !== ABSENT) this.newer[this.newest] = slot
    this.newest = slot
    if (this.oldest === ABSENT) this.oldest = slot
  }

  private unlink(slot: number): void {
    const older = this.older[slot]!
    const newer = this.newer[slot]!
    if (older !== ABSENT) this.newer[older] = newer
    else this.oldest = newer
    if (newer !== ABSENT) this.older[newer] = older
    else this.newest = older
  }
}
