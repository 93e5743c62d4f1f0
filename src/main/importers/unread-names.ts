/** Most objects have a handful of members, for which bits are cheaper than a set. */
const MOST_BITS = 30
const NONE: readonly string[] = []

/** The names of an object's members that nobody has read yet. */
export class UnreadNames {
  /** All of them, read or not. */
  readonly names: readonly string[]
  private readonly many: Set<string> | null
  /** A bit for each name that is left. */
  private bits: number

  constructor(names: readonly string[]) {
    this.names = names
    this.many = names.length > MOST_BITS ? new Set(names) : null
    this.bits = this.many ? 0 : (1 << names.length) - 1
  }

  /** Whether the name was left. */
  delete(name: string): boolean {
    if (this.many) return this.many.delete(name)
    if (this.bits === 0) return false
    const index = this.names.indexOf(name)
    const bit = index < 0 ? 0 : 1 << index
    const wasLeft = (this.bits & bit) !== 0
    this.bits &= ~bit
    return wasLeft
  }

  clear(): void {
    this.many?.clear()
    this.bits = 0
  }

  left(): readonly string[] {
    if (this.many) return [...this.many]
    return this.bits === 0 ? NONE : this.names.filter((_, index) => (this.bits & (1 << index)) !== 0)
  }
}
