/**
 * A map as the service's log prints it: "{id=12, note=a, b}" -> { id: "12", note: "a, b" }. Names and values are not quoted there, so a
 * comma belongs to the value before it unless a name and an equals sign follow. null when it is no such map.
 */
export function parseMapText(text: string): Readonly<Record<string, string>> | null {
  const trimmed = text.trim()
  if (!trimmed.startsWith('{') || !trimmed.endsWith('}')) return null
  const inner = trimmed.slice(1, -1)
  if (inner.trim() === '') return {}
  const entries: [string, string][] = []
  for (const part of inner.split(', ')) {
    const equals = part.indexOf('=')
    const name = part.slice(0, Math.max(0, equals)).trim()
    const last = entries.at(-1)
    if (equals > 0 && /^[\w.:-]+$/.test(name)) entries.push([name, part.slice(equals + 1)])
    else if (last) last[1] += `, ${part}`
    else return null
  }
  return Object.fromEntries(entries)
}
