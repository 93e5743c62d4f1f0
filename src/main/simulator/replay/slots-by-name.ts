/**
 * Numbers for names, in the order they come up, as far as there are numbers; later names share them, each always the same one. What it
 * remembers does not grow beyond `count`, and no name is held: two that share one of 2^53 hashes are taken for the same.
 */
export class SlotsByName {
  private readonly slotOf = new Map<number, number>()
  private readonly count: number

  constructor(count: number) {
    this.count = count
  }

  of(name: string): number {
    if (this.count <= 1) return 0
    const hash = hashOf(name)
    const known = this.slotOf.get(hash)
    if (known !== undefined) return known
    const slot = this.slotOf.size
    if (slot === this.count) return hash % this.count
    this.slotOf.set(hash, slot)
    return slot
  }
}

/** FNV-1a over the units, twice with different primes, as one number of 53 bits. */
function hashOf(name: string): number {
  let low = 0x811c9dc5
  let high = 0x9e3779b9
  for (let at = 0; at < name.length; at++) {
    const unit = name.charCodeAt(at)
    low = Math.imul(low ^ unit, 0x01000193)
    high = Math.imul(high ^ unit, 0x85ebca6b)
  }
  high ^= high >>> 15
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0)
}
