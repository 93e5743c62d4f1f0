import { JavaEntry } from './java-entry'
import { JavaException } from './java-exception'
import { concurrentModification, JavaIterator, noSuchElement } from './java-iterator'
import type { JavaMapView } from './java-map-view'
import type { JavaValue } from './java-value'

const CLASS_NAMES = {
  keys: 'java.util.LinkedHashMap$LinkedKeyIterator',
  values: 'java.util.LinkedHashMap$LinkedValueIterator',
  entries: 'java.util.LinkedHashMap$LinkedEntryIterator',
}

/** What `iterator()` of a part of a map gives. */
export class MapIterator extends JavaIterator {
  override readonly className: string
  private readonly keys: readonly JavaValue[]
  private cursor = 0
  private canRemove = false
  private expected: number

  constructor(private readonly view: JavaMapView) {
    super()
    this.className = CLASS_NAMES[view.part]
    this.keys = view.map.keys()
    this.expected = view.map.modifications
  }

  override hasNext(): boolean {
    return this.cursor < this.keys.length
  }

  override next(): JavaValue {
    this.check()
    if (!this.hasNext()) throw noSuchElement()
    this.canRemove = true
    return this.elementAt(this.keys[this.cursor++] ?? null)
  }

  private elementAt(key: JavaValue): JavaValue {
    const { map, part } = this.view
    if (part === 'keys') return key
    return part === 'values' ? map.get(key) : new JavaEntry(key, map.get(key), map)
  }

  override remove(): void {
    if (!this.canRemove) throw new JavaException('java.lang.IllegalStateException', 'null')
    this.check()
    this.canRemove = false
    this.view.map.remove(this.keys[this.cursor - 1] ?? null)
    this.expected = this.view.map.modifications
  }

  private check(): void {
    if (this.view.map.modifications !== this.expected) throw concurrentModification()
  }
}
