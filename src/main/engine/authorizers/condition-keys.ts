/** What is known of a request, by condition key: { "aws:SourceIp": "203.0.113.9", "aws:TagKeys": ["a", "b"] }. */
export type ConditionKeys = Readonly<Record<string, string | readonly string[]>>

/** The values of a key, whose name may be written in any case; undefined when the request has no such key. */
export function keyValues(keys: ConditionKeys, name: string): readonly string[] | undefined {
  const lowerCase = name.toLowerCase()
  const value = Object.entries(keys).find(([key]) => key.toLowerCase() === lowerCase)?.[1]
  return typeof value === 'string' ? [value] : value
}
