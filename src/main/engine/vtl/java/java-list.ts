import { JavaException } from './java-exception'
import { JavaObject, type JavaValue } from './java-value'

/** `net.minidev.json.JSONArray` prints as JSON, every other list as `[a, b]`. */
export type ListClass =
  | 'net.minidev.json.JSONArray'
  | 'java.util.ArrayList'
  | 'java.util.ArrayList$SubList'
  | 'java.util.AbstractList$SubList'
  | 'java.util.Arrays$ArrayList'
  | 'java.util.ImmutableCollections$List12'
  | 'java.util.ImmutableCollections$ListN'
  | 'org.apache.velocity.util.ArrayListWrapper'

const FIXED_SIZE: ReadonlySet<ListClass> = new Set([
  'java.util.Arrays$ArrayList',
  'java.util.ImmutableCollections$List12',
  'java.util.ImmutableCollections$ListN',
  'org.apache.velocity.util.ArrayListWrapper',
])
const UNMODIFIABLE: ReadonlySet<ListClass> = new Set([
  'java.util.ImmutableCollections$List12',
  'java.util.ImmutableCollections$ListN',
])
/** A list that doubles itself in a loop must end long before memory does. */
const MAX_SIZE = 2_000_000
/** More arguments than this are not passed to one call of `splice`. */
const SPREAD_LIMIT = 10_000

/** A `java.util.List`. */
export class JavaList extends JavaObject {
  /** Elements added and removed so far, in calls: an iterator that finds it changed fails, as in Java. */
  modifications = 0
  /** Changes of any kind so far, an element put in another's place among them. */
  writeCount = 0
  private readonly own: JavaValue[]

  constructor(
    items: JavaValue[],
    override readonly className: ListClass = 'java.util.ArrayList',
  ) {
    super()
    this.own = items
  }

  /** The elements; to be read only, once the list is visible to a template. */
  get items(): JavaValue[] {
    return this.own
  }

  get size(): number {
    return this.own.length
  }

  /** The element at an index of the list; null beyond its end. */
  at(index: number): JavaValue {
    return this.own[index] ?? null
  }

  get isUnmodifiable(): boolean {
    return UNMODIFIABLE.has(this.className)
  }

  /**
   * Take elements out and put others in at the same place; `at` is within the list.
   * Errors: UnsupportedOperationException for a list of fixed size, OutOfMemoryError beyond 2,000,000 elements.
   */
  splice(at: number, removedCount: number, added: readonly JavaValue[]): void {
    if (FIXED_SIZE.has(this.className)) throw new JavaException('java.lang.UnsupportedOperationException', 'null')
    const { own } = this
    if (own.length + added.length > MAX_SIZE) {
      throw new JavaException('java.lang.OutOfMemoryError', `a list of more than ${MAX_SIZE} elements`)
    }
    this.modifications++
    this.writeCount++
    if (added.length <= SPREAD_LIMIT) {
      own.splice(at, removedCount, ...added)
      return
    }
    const after = own.slice(at + removedCount)
    own.length = at
    for (const item of added) own.push(item)
    for (const item of after) own.push(item)
  }

  /** Put another element in the place of one. */
  replace(at: number, value: JavaValue): void {
    if (UNMODIFIABLE.has(this.className)) throw new JavaException('java.lang.UnsupportedOperationException', 'null')
    this.writeCount++
    this.own[at] = value
  }
}
