import { JavaMap } from '../java/java-map'
import type { JavaValue } from '../java/java-value'

/**
 * A map of overrides. What an earlier template has put there may be written once more; what this template writes, it may write once.
 * Source: rest-api.md 10.4: overriding one parameter twice is answered 5xx.
 */
export class OverrideMap extends JavaMap {
  readonly #written = new Set<JavaValue>()
  #twice: JavaValue = null

  /** A map of this kind with what a plain one holds, which does not count as written. */
  static over(before: JavaMap): OverrideMap {
    const map = new OverrideMap()
    for (const [name, value] of before.entries()) map.putBefore(name, value)
    return map
  }

  /** Put what was there before the template ran. */
  putBefore(key: JavaValue, value: JavaValue): void {
    super.put(key, value)
  }

  override put(key: JavaValue, value: JavaValue): JavaValue {
    if (this.#written.has(key)) this.#twice ??= key
    this.#written.add(key)
    return super.put(key, value)
  }

  /** The first name that was written a second time; of a map within, with its own name before it: "header.X-Id". */
  get writtenTwice(): string | null {
    if (this.#twice !== null) return String(this.#twice)
    for (const [name, value] of this.entries()) {
      const within = value instanceof OverrideMap ? value.writtenTwice : null
      if (within !== null) return `${String(name)}.${within}`
    }
    return null
  }
}
