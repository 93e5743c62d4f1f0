import { JavaMap } from './java-map'
import type { JavaValue } from './java-value'

/** `$context.authorizer.claims`: each claim can be read, but the map itself prints null. Source: rest-api.md 7.7. */
export class ClaimsMap extends JavaMap {
  static from(entries: Iterable<readonly [JavaValue, JavaValue]>): ClaimsMap {
    const map = new ClaimsMap()
    for (const [name, claim] of entries) map.put(name, claim)
    return map
  }
}
