import { JavaException } from './java-exception'
import { concurrentModification, JavaIterator, noSuchElement } from './java-iterator'
import type { JavaList } from './java-list'
import type { JavaValue } from './java-value'

/** What `iterator()` gives, by the class of the list. */
function iteratorClass(list: JavaList): string {
  switch (list.className) {
    case 'java.util.ArrayList':
    case 'net.minidev.json.JSONArray':
      return 'java.util.ArrayList$Itr'
    case 'java.util.ArrayList$SubList':
      return 'java.util.ArrayList$SubList$1'
    case 'java.util.ImmutableCollections$List12':
    case 'java.util.ImmutableCollections$ListN':
      return 'java.util.ImmutableCollections$ListItr'
    default:
      return 'java.util.AbstractList$Itr'
  }
}

/** What `iterator()` and `listIterator()` of a list give. */
export class ListIterator extends JavaIterator {
  private last = -1
  private expected: number

  constructor(
    private readonly list: JavaList,
    private cursor = 0,
    override readonly className: string = iteratorClass(list),
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

/** What `listIterator(at)` gives. */
export function listIteratorAt(list: JavaList, at: number): ListIterator {
  return new ListIterator(list, at, iteratorClass(list).replace(/\$Itr$/, '$ListItr'))
}
