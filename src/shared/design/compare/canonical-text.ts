const MAX_DEPTH = 200

/** JSON text in which the order of an object's members does not matter. Below a depth that no document has, only the kind counts. */
export function canonicalText(value: unknown, depth = 0): string {
  if (depth > MAX_DEPTH) return typeof value
  if (Array.isArray(value)) return `[${value.map((item) => canonicalText(item, depth + 1)).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  const texts = members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalText(member, depth + 1)}`)
  return `{${texts.sort().join()}}`
}
