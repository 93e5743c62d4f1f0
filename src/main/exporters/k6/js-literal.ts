/** Characters of a line at most, where a value can be broken at all. */
const LINE = 110

/**
 * A value of JSON as a JavaScript literal, good in any module: short parts on one line, names without quotes where they need none.
 * Names must not come from a design: `__proto__` would not be a member.
 */
export function jsLiteral(value: unknown): string {
  return literalLines(value, 0).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
}

function literalLines(value: unknown, depth: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inline = inlineText(value)
  if (inline.length + 2 * depth <= LINE) return inline
  const indent = '  '.repeat(depth + 1)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const parts = Array.isArray(value)
    ? value.map((item) => literalLines(item, depth + 1))
    : membersOf(value).map(([name, member]) => `${nameText(name)}: ${literalLines(member, depth + 1)}`)
  return `${open}\n${parts.map((part) => `${indent}${part},\n`).join('')}${'  '.repeat(depth)}${close}`
}

function inlineText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inlineText).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = membersOf(value).map(([name, member]) => `${nameText(name)}: ${inlineText(member)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

/** As JSON has them: without those that are undefined. */
function membersOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, member]) => member !== undefined)
}

function nameText(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name)
}
