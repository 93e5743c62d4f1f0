import { JavaEntry } from './java-entry'
import type { JavaMap } from './java-map'
import { JavaObject, type JavaValue } from './java-value'

export type MapPart = 'keys' | 'values' | 'entries'

const CLASS_NAMES: Readonly<Record<MapPart, string>> = {
  keys: 'java.util.LinkedHashMap$LinkedKeySet',
  values: 'java.util.LinkedHashMap$LinkedValues',
  entries: 'java.util.LinkedHashMap$LinkedEntrySet',
}

/** What `keySet()`, `values()` and `entrySet()` give: a part of a map, always as it is now. */
export class JavaMapView extends JavaObject {
  override readonly className: string

  constructor(
    readonly map: JavaMap,
    readonly part: MapPart,
  ) {
    super()
    this.className = CLASS_NAMES[part]
  }

  get size(): number {
    return this.map.size
  }

  /** A copy. */
  get items(): JavaValue[] {
    if (this.part === 'keys') return this.map.keys()
    if (this.part === 'values') return this.map.values()
    return this.map.entries().map(([key, value]) => new JavaEntry(key, value, this.map))
  }
}
