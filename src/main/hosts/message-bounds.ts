/** Bytes of one message, in either direction of either host. */
export const MAX_MESSAGE_BYTES = 64 * 1024 * 1024

/** How deep arguments may nest. A design with its JSON schemas stays far below. */
export const MAX_DEPTH = 200

/** Keys that could reach an object's prototype where somebody copies members. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__'])

/**
 * Walks plain data without recursion and says what is wrong with it as a whole, or null: nested too deep, too large, a key that
 * could reach a prototype, something that JSON cannot hold. Both hosts run it before anything else looks at the arguments.
 */
export function findBoundsProblem(value: unknown, maxBytes = MAX_MESSAGE_BYTES): string | null {
  let bytes = 0
  const pending: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (next.depth > MAX_DEPTH) return `nests deeper than ${MAX_DEPTH} levels`
    bytes += ownSize(next.value)
    if (bytes > maxBytes) return `is larger than ${maxBytes} bytes`
    if (!isContainer(next.value)) {
      if (isForeign(next.value)) return `holds a ${typeof next.value}, which JSON cannot carry`
      continue
    }
    const problem = pushMembers(next.value, next.depth + 1, pending)
    if (problem) return problem
  }
  return null
}

function pushMembers(value: object, depth: number, pending: { value: unknown; depth: number }[]): string | null {
  if (Array.isArray(value)) {
    for (const item of value) pending.push({ value: item, depth })
    return null
  }
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return 'holds an object that is not plain data'
  for (const [key, member] of Object.entries(value)) {
    if (FORBIDDEN_KEYS.has(key)) return `has the key "${key}", which is not allowed`
    pending.push({ value: key, depth: 0 }, { value: member, depth })
  }
  return null
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function isForeign(value: unknown): boolean {
  return typeof value === 'bigint' || typeof value === 'function' || typeof value === 'symbol'
}

/** A lower bound of the value's own bytes as JSON, its members left out. */
function ownSize(value: unknown): number {
  return typeof value === 'string' ? value.length + 2 : 2
}
