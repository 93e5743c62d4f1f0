/** Slots, first in, first out. */
export class SlotQueue {
  size = 0
  private ring = new Int32Array(64)
  private head = 0

  push(slot: number): void {
    if (this.size === this.ring.length) this.grow()
    this.ring[(this.head + this.size) & (this.ring.length - 1)] = slot
    this.size++
  }

  /** Take the one that waits longest. The queue must not be empty. */
  shift(): number {
    const slot = this.ring[this.head]!
    this.head = (this.head + 1) & (this.ring.length - 1)
    this.size--
    return slot
  }

  private grow(): void {
    const { ring, head } = this
    this.ring = new Int32Array(ring.length * 2)
    this.ring.set(ring.subarray(head))
    this.ring.set(ring.subarray(0, head), ring.length - head)
    this.head = 0
  }
}
