/** Lists and maps inside each other that are printed; a message may nest thousands. */
const DEEPEST = 64

/**
 * How a selection expression prints what a path found: "join", "5", "[item1, item2]", "{a=1, b=2}". What is missing or null prints
 * nothing, as does what is nested deeper than any key could be. Source: API Gateway Developer Guide, "API Gateway WebSocket API
 * selection expressions": "the result is stringified"; websocket-api.md 4.1.
 */
export function selectionText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return printed(value, 0) ?? ''
}

/** Null: nested too deep. */
function printed(value: unknown, depth: number): string | null {
  if (typeof value !== 'object' || value === null) return String(value)
  if (depth === DEEPEST) return null
  const parts: string[] = []
  for (const [name, member] of Object.entries(value)) {
    const text = printed(member, depth + 1)
    if (text === null) return null
    parts.push(Array.isArray(value) ? text : `${name}=${text}`)
  }
  return Array.isArray(value) ? `[${parts.join(', ')}]` : `{${parts.join(', ')}}`
}
