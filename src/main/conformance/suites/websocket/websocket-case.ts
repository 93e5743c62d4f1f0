type Members = Readonly<Record<string, unknown>>

/** A vector of the suite. What its members mean depends on its area. */
export interface WebSocketCase {
  readonly id: string
  readonly area: string
  readonly given: Members
  readonly expect: Members
}

/** Null for what is no vector. */
export function readCase(content: unknown): WebSocketCase | null {
  const { area, expect, given, id } = membersOf(content)
  if (typeof id !== 'string' || typeof area !== 'string') return null
  if (typeof given !== 'object' || given === null || typeof expect !== 'object' || expect === null) return null
  return { id, area, given: membersOf(given), expect: membersOf(expect) }
}

export function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {}
}

/** How a function of a vector ends its calls. */
export type Behaviour =
  | { readonly kind: 'returns'; readonly results: readonly unknown[] }
  | { readonly kind: 'throws'; readonly message: string }
  | { readonly kind: 'hangs' }

/**
 * `lambdaReturns`, `lambdaThrows`, `lambdaTimesOut` and the like, with `lambda` as the prefix; also "throws" and "timeout" in place of a
 * result. Null when the vector says nothing of that function.
 */
export function behaviourOf(given: Members, prefix: string): Behaviour | null {
  for (const [name, value] of Object.entries(given)) {
    if (!name.toLowerCase().startsWith(prefix.toLowerCase())) continue
    const rest = name.slice(prefix.length).toLowerCase()
    const word = typeof value === 'string' ? value.toLowerCase() : ''
    if (/timeout|timesout|timedout|hangs/.test(rest + word) && value !== false) return { kind: 'hangs' }
    if (/throw|error|fail/.test(rest) && value !== false) return throwing(value)
    if (/^(?:throws|error|errors|fails)$/.test(word)) return { kind: 'throws', message: 'failed' }
    if (rest === 'returns' || rest === 'result' || rest === '') {
      return { kind: 'returns', results: Array.isArray(value) ? value : [value] }
    }
  }
  return null
}

function throwing(value: unknown): Behaviour {
  const { message } = membersOf(value)
  const said = typeof value === 'string' ? value : typeof message === 'string' ? message : 'failed'
  return { kind: 'throws', message: said }
}
