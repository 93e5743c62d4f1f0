/**
 * A pointer into a narrowed design as the pointer to the same thing in the design that it was made of: lists lost items on the way.
 * A pointer to what the design does not have stays as it is.
 */
export function originalPointer(pointer: string, narrowed: unknown, original: unknown): string {
  if (narrowed === original) return pointer
  const [, ...segments] = pointer.split('/')
  const path: string[] = []
  let [old, now] = [original, narrowed]
  for (const segment of segments) {
    const name = originalName(segment, now, old)
    path.push(name)
    now = memberOf(now, segment)
    old = memberOf(old, name)
  }
  return path.map((name) => `/${name}`).join('')
}

function originalName(segment: string, narrowed: unknown, original: unknown): string {
  if (!Array.isArray(narrowed) || !Array.isArray(original) || narrowed.length === original.length) return segment
  const item: unknown = narrowed[Number(segment)]
  const identity = identityOf(item)
  const index = original.findIndex((each) => each === item || (identity !== null && identityOf(each) === identity))
  return index === -1 ? segment : String(index)
}

/** What tells the items of a list apart that narrowing copies: APIs, plans and domains. */
function identityOf(item: unknown): string | null {
  for (const name of ['id', 'domainName']) {
    const value = memberOf(item, name)
    if (typeof value === 'string') return `${name} ${value}`
  }
  return null
}

function memberOf(value: unknown, segment: string): unknown {
  const name = segment.replaceAll('~1', '/').replaceAll('~0', '~')
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as Readonly<Record<string, unknown>>)[name]
}
