import { JavaException } from './java-exception'
import { concurrentModification, JavaIterator, noSuchElement } from './java-iterator'
import type { JavaList } from './java-list'
import type { JavaValue } from './java-value'

type IteratorClass = 'java.util.ArrayList$Itr' | 'java.util.ArrayList$ListItr'

/** What `iterator()` and `listIterator()` of a list give. */
export class ListIterator extends JavaIterator {
  private last = -1
  private expected: number

  constructor(
    private readonly list: JavaList,
    private cursor = 0,
    override readonly className: IteratorClass = 'java.util.ArrayList$Itr',
  ) {
    super()
    this.expected = list.modifications
  }

  override hasNext(): boolean {
    return this.cursor !== this.list.size
  }

  hasPrevious(): boolean {
    return this.cursor !== 0
  }

  /** The index of the element that `next` would give. */
  nextIndex(): number {
    return this.cursor
  }

  override next(): JavaValue {
    this.check()
    if (this.cursor >= this.list.size) throw noSuchElement()
    this.last = this.cursor++
    return this.list.at(this.last)
  }

  previous(): JavaValue {
    this.check()
    if (this.cursor === 0) throw noSuchElement()
    this.last = --this.cursor
    return this.list.at(this.last)
  }

  override remove(): void {
    const at = this.lastReturned()
    this.list.splice(at, 1, [])
    this.cursor = at
    this.last = -1
    this.expected = this.list.modifications
  }

  set(value: JavaValue): void {
    this.list.replace(this.lastReturned(), value)
  }

  add(value: JavaValue): void {
    this.check()
    this.list.splice(this.cursor++, 0, [value])
    this.last = -1
    this.expected = this.list.modifications
  }

  private lastReturned(): number {
    if (this.last < 0) throw new JavaException('java.lang.IllegalStateException', 'null')
    this.check()
    return this.last
  }

  private check(): void {
    if (this.list.modifications !== this.expected) throw concurrentModification()
  }
}
