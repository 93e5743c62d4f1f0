/**
 * A thing's members without those that say nothing: absent and empty ones, and those that have the value AWS fills in. Only its own
 * members: an empty text in a record of names is a value.
 */
export function withoutDefaults(
  thing: object,
  defaults: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const members = Object.entries(thing).filter(
    ([name, value]) => !isNothing(value) && !isDefault(name, value, defaults),
  )
  return Object.fromEntries(members)
}

function isDefault(name: string, value: unknown, defaults: Readonly<Record<string, unknown>>): boolean {
  return Object.hasOwn(defaults, name) && JSON.stringify(defaults[name]) === JSON.stringify(value)
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === '') return true
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

/** A list whose order means nothing, in one order and each item once. */
export function asSet(list: readonly string[] | undefined): readonly string[] | undefined {
  return list && [...new Set(list)].sort()
}
