import type { Overrides } from '../render-options'
import { JavaMap } from '../java/java-map'
import type { JavaValue } from '../java/java-value'
import { fromJson } from './from-json'

/**
 * `$context`: what was given, and the two maps a template writes its overrides to. Most templates read a member or two, so the
 * Java values are made only when somebody looks at more than that.
 */
export class ContextVariable extends JavaMap {
  #isFilled = false

  /** `overrides` take the place of those in `given`. */
  constructor(
    private readonly given: { readonly [name: string]: unknown },
    private readonly overrides?: Overrides,
  ) {
    super()
  }

  /** False as long as its overrides are nothing but those of `overrides`. */
  get isTouched(): boolean {
    return this.#isFilled || 'requestOverride' in this.given || 'responseOverride' in this.given
  }

  override get(key: JavaValue): JavaValue {
    if (!this.#isFilled) {
      const value = typeof key === 'string' && Object.hasOwn(this.given, key) ? this.given[key] : undefined
      if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return fromJson(value)
    }
    return this.#filled().#getFilled(key)
  }

  #getFilled(key: JavaValue): JavaValue {
    return super.get(key)
  }

  override get size(): number {
    this.#filled()
    return super.size
  }

  override has(key: JavaValue): boolean {
    this.#filled()
    return super.has(key)
  }

  override put(key: JavaValue, value: JavaValue): JavaValue {
    this.#filled()
    return super.put(key, value)
  }

  override remove(key: JavaValue): JavaValue {
    this.#filled()
    return super.remove(key)
  }

  override clear(): void {
    this.#filled()
    super.clear()
  }

  override keys(): JavaValue[] {
    this.#filled()
    return super.keys()
  }

  override values(): JavaValue[] {
    this.#filled()
    return super.values()
  }

  override entries(): [JavaValue, JavaValue][] {
    this.#filled()
    return super.entries()
  }

  #filled(): this {
    if (this.#isFilled) return this
    this.#isFilled = true
    for (const [name, value] of Object.entries(this.given)) super.put(name, fromJson(value))
    for (const [name, value] of Object.entries(this.overrides ?? {})) super.put(name, fromJson(value))
    this.#ensureMaps('requestOverride', ['path', 'querystring', 'header'])
    this.#ensureMaps('responseOverride', ['header'])
    return this
  }

  #ensureMaps(name: string, members: readonly string[]): void {
    const found = super.get(name)
    const override = found instanceof JavaMap ? found : new JavaMap()
    if (override !== found) super.put(name, override)
    for (const member of members) if (!override.has(member)) override.put(member, new JavaMap())
  }
}
