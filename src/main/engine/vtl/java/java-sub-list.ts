import { JavaException } from './java-exception'
import { JavaList } from './java-list'
import type { JavaValue } from './java-value'

/** What `subList` gives: a window on another list. Changes go both ways. */
export class JavaSubList extends JavaList {
  private expected: number

  constructor(
    private readonly parent: JavaList,
    private readonly offset: number,
    private length: number,
  ) {
    super([], 'java.util.ArrayList$SubList')
    this.expected = parent.modifications
  }

  /** A copy. Errors: ConcurrentModificationException when elements were added to or removed from the list behind. */
  override get items(): JavaValue[] {
    this.check()
    return this.parent.items.slice(this.offset, this.offset + this.length)
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
