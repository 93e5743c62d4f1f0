import { JavaException } from './java-exception'
import { JavaList } from './java-list'
import type { JavaValue } from './java-value'

const OWN_SUB_LIST = new Set(['java.util.ArrayList', 'net.minidev.json.JSONArray', 'java.util.ArrayList$SubList'])

/** What `subList` gives: a window on another list. Changes go both ways. */
export class JavaSubList extends JavaList {
  /** The list at the bottom, when windows are opened on windows, and where this one begins there. */
  private readonly root: JavaList
  private readonly offset: number
  private readonly outer: JavaSubList | null
  private expected: number
  private copy: { readonly items: JavaValue[]; readonly writes: number } | null = null

  constructor(
    parent: JavaList,
    offset: number,
    private length: number,
  ) {
    const isOwn = OWN_SUB_LIST.has(parent.className)
    super([], isOwn ? 'java.util.ArrayList$SubList' : 'java.util.AbstractList$SubList')
    this.outer = parent instanceof JavaSubList ? parent : null
    this.root = this.outer === null ? parent : this.outer.root
    this.offset = this.outer === null ? offset : this.outer.offset + offset
    this.expected = this.root.modifications
  }

  /** A copy. Errors: ConcurrentModificationException when elements were added to or removed from the list behind. */
  override get items(): JavaValue[] {
    this.check()
    const writes = this.root.writeCount
    if (this.copy?.writes !== writes) {
      this.copy = { items: this.root.items.slice(this.offset, this.offset + this.length), writes }
    }
    return this.copy.items
  }

  override get size(): number {
    this.check()
    return this.length
  }

  override at(index: number): JavaValue {
    this.check()
    return index < this.length ? this.root.at(this.offset + index) : null
  }

  override get isUnmodifiable(): boolean {
    return this.root.isUnmodifiable
  }

  override splice(at: number, removedCount: number, added: readonly JavaValue[]): void {
    this.check()
    this.root.splice(this.offset + at, removedCount, added)
    this.modifications++
    const growth = added.length - removedCount
    this.grow(growth)
    for (let list = this.outer; list !== null; list = list.outer) list.grow(growth)
  }

  private grow(growth: number): void {
    this.length += growth
    this.expected = this.root.modifications
  }

  override replace(at: number, value: JavaValue): void {
    this.check()
    this.root.replace(this.offset + at, value)
  }

  private check(): void {
    if (this.root.modifications !== this.expected) {
      throw new JavaException('java.util.ConcurrentModificationException', 'null')
    }
  }
}
