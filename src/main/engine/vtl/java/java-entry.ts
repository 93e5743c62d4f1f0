import { JavaException } from './java-exception'
import type { JavaMap } from './java-map'
import { JavaObject, type JavaValue } from './java-value'

/** A `java.util.Map.Entry`. */
export class JavaEntry extends JavaObject {
  override readonly className: string

  /** `map` is where the entry lives; without one it cannot be changed, as what `Map.entry` gives. */
  constructor(
    readonly key: JavaValue,
    private last: JavaValue,
    private readonly map: JavaMap | null,
  ) {
    super()
    this.className = map === null ? 'java.util.KeyValueHolder' : 'java.util.LinkedHashMap$Entry'
  }

  /** The value in the map now; the last one known after the key has been removed. */
  get value(): JavaValue {
    if (this.map?.has(this.key)) this.last = this.map.get(this.key)
    return this.last
  }

  /** The value before. Errors: UnsupportedOperationException for an entry of no map. */
  setValue(value: JavaValue): JavaValue {
    if (this.map === null) throw new JavaException('java.lang.UnsupportedOperationException', 'not supported')
    const before = this.value
    this.last = value
    if (this.map.has(this.key)) this.map.put(this.key, value)
    return before
  }
}
