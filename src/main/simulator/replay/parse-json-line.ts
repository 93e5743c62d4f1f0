import type { LogEntry } from './log-entry'
import type { LogFields } from './log-fields'

/** `requestContext: { identity: { ... } }` is as deep as logs go. */
const DEEPEST = 4

/** Take from one JSON object what is of use; says what is wrong, or null. A member that comes twice counts as it stands outermost. */
export function parseJsonLine(line: string, entry: LogEntry, fields: LogFields): string | null {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return 'is not JSON'
  }
  if (!isObject(value)) return 'is no JSON object'
  take(value, entry, fields, DEEPEST)
  return null
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function take(object: Readonly<Record<string, unknown>>, entry: LogEntry, fields: LogFields, depth: number): void {
  let nested: Readonly<Record<string, unknown>>[] | null = null
  for (const [name, value] of Object.entries(object)) {
    if (typeof value === 'string' || typeof value === 'number') {
      const field = fields.of(name)
      if (field !== null && entry[field] === '') entry[field] = String(value)
    } else if (depth > 1 && isObject(value)) {
      nested = [...(nested ?? []), value]
    }
  }
  for (const inner of nested ?? []) take(inner, entry, fields, depth - 1)
}
