import { JavaMap } from '../java/java-map'
import type { JavaValue } from '../java/java-value'

/** `$foreach`. It is a map too, and keeps what a template puts into it. Source: Velocity 1.7, ForeachScope. */
export class ForeachScope extends JavaMap {
  override readonly className = 'org.apache.velocity.runtime.directive.ForeachScope'
  index = -1
  isNextThere = false
  readonly parent: ForeachScope | null
  /** What `$foreach` was before the loop, when that was no loop. */
  readonly replaced: JavaValue

  constructor(before: JavaValue) {
    super()
    this.parent = before instanceof ForeachScope ? before : null
    this.replaced = before instanceof ForeachScope ? null : before
  }

  /** `undefined`: it has no such property, so that the map is asked. */
  property(name: string): JavaValue | undefined {
    switch (name) {
      case 'index':
        return this.index
      case 'count':
        return this.index + 1
      case 'hasNext':
        return this.isNextThere
      case 'first':
        return this.index < 1
      case 'last':
        return !this.isNextThere
      case 'parent':
        return this.parent
      case 'topmost':
        return this.#topmost()
      case 'replaced':
        return this.#outermostReplaced()
      default:
        return undefined
    }
  }

  /** `undefined`: it has no such method, so that the map is asked. */
  call(name: string, argumentCount: number): JavaValue | undefined {
    if (argumentCount > 0) return undefined
    if (name === 'hasNext') return this.isNextThere
    if (name === 'isFirst' || name === 'isLast') return this.property(name.slice(2).toLowerCase())
    const [, property] = /^get([A-Z]\w*)$/.exec(name) ?? []
    return property === undefined ? undefined : this.property(property[0]!.toLowerCase() + property.slice(1))
  }

  #topmost(): ForeachScope {
    return this.parent === null ? this : this.parent.#topmost()
  }

  #outermostReplaced(): JavaValue {
    return this.replaced ?? (this.parent === null ? null : this.parent.#outermostReplaced())
  }
}
