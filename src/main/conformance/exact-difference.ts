/** How an actual value differs from an expected one, or undefined. Members of objects must be the same; their order does not matter. */
export function exactDifference(expected: unknown, actual: unknown, place: string): string | undefined {
  if (!isContainer(expected) || !isContainer(actual) || Array.isArray(expected) !== Array.isArray(actual)) {
    if (Object.is(expected, actual)) return undefined
    return `${place}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}`
  }
  const names = [...new Set([...Object.keys(expected), ...Object.keys(actual)])]
  return names
    .map((name) => exactDifference(ownMember(expected, name), ownMember(actual, name), `${place}.${name}`))
    .find((difference) => difference !== undefined)
}

function ownMember(container: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(container, name) ? container[name] : undefined
}

function isContainer(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
