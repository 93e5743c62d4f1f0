import type { TemplateEvent } from '@shared/template-event'
import type { Overrides } from '../render-options'
import { ClaimsMap } from '../java/claims-map'
import { JavaMap } from '../java/java-map'
import type { JavaValue } from '../java/java-value'
import { fromJson } from './from-json'
import { OverrideMap } from './override-map'

/** The two members that a template writes to, and the maps that each of them has. */
const OVERRIDES = { requestOverride: ['path', 'querystring', 'header'], responseOverride: ['header'] } as const
type OverrideName = keyof typeof OVERRIDES
const OVERRIDE_NAMES = ['requestOverride', 'responseOverride'] as const

/**
 * `$context`: what was given, and the two maps a template writes its overrides to. Most templates read a member or two, so the
 * Java values are made only when somebody looks at more than that.
 */
export class ContextVariable extends JavaMap {
  #given: { readonly [name: string]: unknown } | null = null
  #isFilled = false
  /** Made when a template looks at them, which is often all that it looks at. */
  #overrideMaps: { [name in OverrideName]?: OverrideMap } | null = null

  /** `overrides` take the place of those in the event's context. */
  constructor(
    private readonly event: Pick<TemplateEvent, 'context'>,
    private readonly overrides?: Overrides,
  ) {
    super()
  }

  /** The event makes it when it is asked for: a template may want the overrides alone. */
  private get given(): { readonly [name: string]: unknown } {
    return (this.#given ??= this.event.context ?? {})
  }

  /** Whether an override may be something else than in `overrides`: nobody can have changed what nobody has looked at. */
  mayDiffer(name: OverrideName): boolean {
    if (this.#isFilled || this.#overrideMaps?.[name] !== undefined) return true
    return this.overrides === undefined && name in this.given
  }

  override get(key: JavaValue): JavaValue {
    if (!this.#isFilled) {
      if (key === 'requestOverride' || key === 'responseOverride') return this.#overrideMap(key)
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

  /** "requestOverride.header.X-Id": what the template has overridden twice, if it has. */
  get overriddenTwice(): string | null {
    for (const name of OVERRIDE_NAMES) {
      const twice = this.#overrideMaps?.[name]?.writtenTwice ?? null
      if (twice !== null) return `${name}.${twice}`
    }
    return null
  }

  #filled(): this {
    if (this.#isFilled) return this
    this.#isFilled = true
    for (const [name, value] of Object.entries(this.given)) {
      super.put(name, name === 'authorizer' ? authorizerValue(value) : fromJson(value))
    }
    super.put('requestOverride', this.#overrideMap('requestOverride'))
    super.put('responseOverride', this.#overrideMap('responseOverride'))
    return this
  }

  #overrideMap(name: OverrideName): OverrideMap {
    const maps = (this.#overrideMaps ??= {})
    const known = maps[name]
    if (known !== undefined) return known
    const found = fromJson(this.overrides?.[name] ?? (Object.hasOwn(this.given, name) ? this.given[name] : null))
    const override = OverrideMap.over(found instanceof JavaMap ? found : new JavaMap())
    for (const member of OVERRIDES[name]) {
      const before = override.get(member)
      if (before === null || before instanceof JavaMap) {
        override.putBefore(member, OverrideMap.over(before ?? new JavaMap()))
      }
    }
    maps[name] = override
    return override
  }
}

/** The claims of a token do not print. */
function authorizerValue(value: unknown): JavaValue {
  const authorizer = fromJson(value)
  const claims = authorizer instanceof JavaMap ? authorizer.get('claims') : null
  if (authorizer instanceof JavaMap && claims instanceof JavaMap) {
    authorizer.put('claims', ClaimsMap.from(claims.entries()))
  }
  return authorizer
}
