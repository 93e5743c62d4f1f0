import type { Runtime } from '../engine/runtime'
import { MAX_CACHE_SLOTS } from './cache-tables'

/**
 * Slots of the response cache for more keys than there are slots: given out as keys are asked for, the oldest again when all are taken.
 * Departure: a response is forgotten once so many other keys were asked for since its own was new, whatever the size of the cache.
 */
export class CacheSlots {
  private readonly slotOf = new Map<number, number>()
  private readonly keyOf = new Float64Array(MAX_CACHE_SLOTS)
  private given = 0

  /** The slot of a key; what it held of another one is dropped. */
  find(runtime: Runtime, key: number): number {
    const known = this.slotOf.get(key)
    if (known !== undefined) return known
    const slot = this.given % MAX_CACHE_SLOTS
    if (this.given++ >= MAX_CACHE_SLOTS) {
      this.slotOf.delete(this.keyOf[slot]!)
      for (const responses of runtime.responses) responses.drop(slot)
    }
    this.slotOf.set(key, slot)
    this.keyOf[slot] = key
    return slot
  }
}
