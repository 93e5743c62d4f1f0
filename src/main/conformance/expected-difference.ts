/**
 * How an actual value differs from an expected one, or undefined: 'json.message: expected "a", found "b"'. In expected texts `<...>`
 * stands for anything that is not empty. Members of objects must be the same; their order does not matter.
 */
export function expectedDifference(expected: unknown, actual: unknown, place = ''): string | undefined {
  if (typeof expected === 'string' && typeof actual === 'string') {
    return matchesPlaceholders(expected, actual) ? undefined : differs(expected, actual, place)
  }
  if (!isContainer(expected) || !isContainer(actual) || Array.isArray(expected) !== Array.isArray(actual)) {
    return Object.is(expected, actual) ? undefined : differs(expected, actual, place)
  }
  const names = [...new Set([...Object.keys(expected), ...Object.keys(actual)])]
  return names
    .map((name) => expectedDifference(expected[name], actual[name], place === '' ? name : `${place}.${name}`))
    .find((difference) => difference !== undefined)
}

function isContainer(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function differs(expected: unknown, actual: unknown, place: string): string {
  return `${place === '' ? '' : `${place}: `}expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}`
}

function matchesPlaceholders(expected: string, actual: string): boolean {
  const [first = '', ...others] = expected.split(/<[^<>]*>/)
  const last = others.pop()
  if (last === undefined) return expected === actual
  if (!actual.startsWith(first) || !actual.endsWith(last)) return false
  let at = first.length
  for (const part of others) {
    at = actual.indexOf(part, at + 1)
    if (at < 0) return false
    at += part.length
  }
  return at + 1 <= actual.length - last.length
}
