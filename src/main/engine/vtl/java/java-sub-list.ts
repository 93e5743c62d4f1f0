import { JavaException } from './java-exception'
import { JavaList } from './java-list'
import type { JavaValue } from './java-value'

/** What `subList` gives: a window on another list. Changes go both ways. */
export class JavaSubList extends JavaList {
  private expected: number
  private readonly root: JavaList
  private copy: { readonly items: JavaValue[]; readonly writes: number } | null = null

  constructor(
    private readonly parent: JavaList,
    private readonly offset: number,
    private length: number,
  ) {
    super([], hasOwnSubList(parent) ? 'java.util.ArrayList$SubList' : 'java.util.AbstractList$SubList')
    this.expected = parent.modifications
    this.root = parent instanceof JavaSubList ? parent.root : parent
  }

  /** A copy. Errors: ConcurrentModificationException when elements were added to or removed from the list behind. */
  override get items(): JavaValue[] {
    this.check()
    const writes = this.root.writeCount
    if (this.copy?.writes !== writes) {
      this.copy = { items: this.parent.items.slice(this.offset, this.offset + this.length), writes }
    }
    return this.copy.items
  }

  override get size(): number {
    this.check()
    return this.length
  }

  override at(index: number): JavaValue {
    this.check()
    return index < this.length ? this.parent.at(this.offset + index) : null
  }

  override get isUnmodifiable(): boolean {
    return this.parent.isUnmodifiable
  }

  override splice(at: number, removedCount: number, added: readonly JavaValue[]): void {
    this.check()
    this.parent.splice(this.offset + at, removedCount, added)
    this.length += added.length - removedCount
    this.expected = this.parent.modifications
    this.modifications++
  }

  override replace(at: number, value: JavaValue): void {
    this.check()
    this.parent.replace(this.offset + at, value)
  }

  private check(): void {
    if (this.parent.modifications !== this.expected) {
      throw new JavaException('java.util.ConcurrentModificationException', 'null')
    }
  }
}

const OWN_SUB_LIST = new Set(['java.util.ArrayList', 'net.minidev.json.JSONArray', 'java.util.ArrayList$SubList'])

function hasOwnSubList(list: JavaList): boolean {
  return OWN_SUB_LIST.has(list.className)
}
