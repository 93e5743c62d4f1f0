type Members = Readonly<Record<string, unknown>>

/** The map of this name that a template may have written to; empty when it put something else there. */
export function overrideMap(override: unknown, name: string): Members {
  const members = isMap(override) && Object.hasOwn(override, name) ? override[name] : undefined
  return isMap(members) ? members : {}
}

/** Every value by its name, a list as several of one name. */
export function overrideValues(members: Members): [string, string][] {
  return Object.entries(members).flatMap(([name, value]) =>
    overrideTexts(value).map((text): [string, string] => [name, text]),
  )
}

/** Names in lower case. */
export function overriddenNames(members: Members): ReadonlySet<string> {
  return new Set(Object.keys(members).map((name) => name.toLowerCase()))
}

/** The texts that an overriding value stands for. An empty one takes the parameter away. Source: rest-api.md 10.4. */
export function overrideTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(overrideTexts)
  if (typeof value === 'string') return value === '' ? [] : [value]
  return typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : []
}

function isMap(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
