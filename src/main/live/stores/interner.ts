import { ABSENT } from '../../engine/flight'

/**
 * Gives strings slots: small numbers that the core's tables are indexed by. When all slots are taken, the one not used for longest goes
 * to the next string, but never one that a request in progress holds.
 */
export class Interner {
  /** In the order of use, the oldest first. */
  private readonly slots = new Map<string, number>()
  private readonly holders: Int32Array
  private taken = 0
  private readonly onEvict: (slot: number) => void

  /** `onEvict` is told of a slot that gets another string; nothing that was kept for it may stay. */
  constructor(capacity: number, onEvict: (slot: number) => void) {
    this.holders = new Int32Array(capacity)
    this.onEvict = onEvict
  }

  /** The slot of a string, which stays its own until `release`; ABSENT when requests in progress hold every slot. */
  hold(text: string): number {
    const known = this.slots.get(text)
    const slot = known ?? this.freeSlot()
    if (slot === ABSENT) return ABSENT
    this.slots.delete(text)
    this.slots.set(text, slot)
    this.holders[slot]!++
    return slot
  }

  release(slot: number): void {
    this.holders[slot]!--
  }

  get size(): number {
    return this.slots.size
  }

  private freeSlot(): number {
    if (this.taken < this.holders.length) return this.taken++
    for (const [text, slot] of this.slots) {
      if (this.holders[slot] !== 0) continue
      this.slots.delete(text)
      this.onEvict(slot)
      return slot
    }
    return ABSENT
  }
}
