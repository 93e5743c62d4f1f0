/** What one client said last under each name of its messages: { roomId: "r1", "data.topic": "news" }. */
export type Said = Readonly<Record<string, string>>

/** Names that are kept of one client, and characters of a value: messages may hold anything. */
const MOST_NAMES = 24
const LONGEST_VALUE = 120

/** What `before` becomes after a message. Texts and figures count, of the message itself and of the objects in it. */
export function saidAfter(before: Said | undefined, text: string): Said {
  const said = new Map(Object.entries(before ?? {}))
  for (const [name, value] of membersOf(text)) {
    if (said.has(name) || said.size < MOST_NAMES) said.set(name, value)
  }
  return Object.fromEntries(said)
}

/** The same of a query string, which clients give when they connect. */
export function saidInQuery(query: string): Said {
  const pairs = [...new URLSearchParams(query)].filter(([name, value]) => isKept(name, value))
  return Object.fromEntries(pairs.slice(0, MOST_NAMES))
}

function membersOf(text: string): (readonly [name: string, value: string])[] {
  const json = parsed(text)
  if (!isObject(json)) return []
  return Object.entries(json).flatMap(([name, value]) => {
    if (!isObject(value)) return memberOf(name, value)
    return Object.entries(value).flatMap(([inner, each]) => memberOf(`${name}.${inner}`, each))
  })
}

function memberOf(name: string, value: unknown): (readonly [string, string])[] {
  if (typeof value !== 'string' && typeof value !== 'number') return []
  const text = String(value)
  return isKept(name, text) ? [[name, text]] : []
}

/** A map made of these must not be more than a map. */
function isKept(name: string, value: string): boolean {
  return name !== '__proto__' && name.length <= LONGEST_VALUE && value.length <= LONGEST_VALUE
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
