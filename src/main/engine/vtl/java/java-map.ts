import { mapKey, type MapKey } from './map-key'
import { JavaObject, type JavaValue } from './java-value'

/** A `java.util.Map` that keeps the order in which keys were first put, as `LinkedHashMap` does. */
export class JavaMap extends JavaObject {
  override readonly className: string = 'java.util.LinkedHashMap'
  readonly #values = new Map<MapKey, JavaValue>()
  /** Keys that are not their own `MapKey`: `1L` and `1.5` need to be given back as they were put. */
  #oddKeys: Map<MapKey, JavaValue> | null = null
  /** Keys added and removed so far: an iterator that finds it changed fails, as in Java. */
  modifications = 0

  static of(entries: Iterable<readonly [JavaValue, JavaValue]>): JavaMap {
    const map = new JavaMap()
    for (const [key, value] of entries) map.put(key, value)
    return map
  }

  get size(): number {
    return this.#values.size
  }

  /** Java's null both for a missing key and for a null value. */
  get(key: JavaValue): JavaValue {
    return this.#values.get(mapKey(key)) ?? null
  }

  has(key: JavaValue): boolean {
    return this.#values.has(mapKey(key))
  }

  /** The value that was there before, as Java returns it. */
  put(key: JavaValue, value: JavaValue): JavaValue {
    const at = mapKey(key)
    const before = this.#values.get(at)
    if (before === undefined) this.#addKey(at, key)
    this.#values.set(at, value)
    return before ?? null
  }

  #addKey(at: MapKey, key: JavaValue): void {
    this.modifications++
    if (at !== key) (this.#oddKeys ??= new Map()).set(at, key)
  }

  /** The value that was removed. */
  remove(key: JavaValue): JavaValue {
    const at = mapKey(key)
    const before = this.#values.get(at) ?? null
    if (this.#values.delete(at)) this.modifications++
    this.#oddKeys?.delete(at)
    return before
  }

  clear(): void {
    this.modifications++
    this.#values.clear()
    this.#oddKeys = null
  }

  keys(): JavaValue[] {
    const keys = [...this.#values.keys()]
    const odd = this.#oddKeys
    return odd === null ? (keys as JavaValue[]) : keys.map((key) => odd.get(key) ?? (key as JavaValue))
  }

  values(): JavaValue[] {
    return [...this.#values.values()]
  }

  entries(): [JavaValue, JavaValue][] {
    const values = this.values()
    return this.keys().map((key, index) => [key, values[index]!])
  }
}
