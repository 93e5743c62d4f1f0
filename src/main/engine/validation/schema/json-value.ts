/** The seven names of draft-04; a number without a fraction is an integer, however it was written. */
export type JsonTypeName = 'array' | 'boolean' | 'integer' | 'null' | 'number' | 'object' | 'string'

/** Source: JSON Schema core draft-04, 3.5. Departure: 1.0 counts as an integer, because parsed JSON does not tell it from 1. */
export function jsonTypeOf(value: unknown): JsonTypeName {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  switch (typeof value) {
    case 'boolean':
      return 'boolean'
    case 'number':
      return Number.isInteger(value) ? 'integer' : 'number'
    case 'string':
      return 'string'
    default:
      return 'object'
  }
}

export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The same text for equal values, another for different ones: members sorted by name, 1 and 1.0 alike, 0 and false not. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  // Not as JSON, which has no word for a number too large to hold and calls it null.
  if (typeof value === 'number') return String(value)
  if (!isJsonObject(value)) return JSON.stringify(value)
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalText(value[name])}`)
  return `{${members.join(',')}}`
}

/** Whether arrays and objects stand inside each other more than so many levels deep. Itself goes no deeper than that. */
export function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  const members: readonly unknown[] = Array.isArray(value) ? value : Object.values(value)
  for (const member of members) if (isDeeperThan(member, levels - 1)) return true
  return false
}

/** Length in code points: what draft-04 means by the length of a string. */
export function codePointLength(text: string): number {
  let length = 0
  for (let index = 0; index < text.length; length++) index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1
  return length
}
