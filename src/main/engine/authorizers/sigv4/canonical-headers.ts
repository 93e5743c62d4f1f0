import type { HeaderList } from '../../mapping/header-list'

/**
 * A line for each name, in the order of the names: "host:example.com\n". The values of a header that was sent more than once are joined
 * with commas; runs of white space, also between quotes and over line breaks, become one blank. A header that was not sent is empty.
 * Source: IAM User Guide, "Create a signed AWS API request".
 */
export function canonicalHeaders(headers: HeaderList, names: readonly string[]): string {
  const values = new Map<string, string[]>(names.map((name) => [name, []]))
  for (const [name, value] of headers) values.get(name.toLowerCase())?.push(trimmed(value))
  return names.map((name) => `${name}:${values.get(name)!.join(',')}\n`).join('')
}

/** Only the white space of HTTP: a no-break space is part of a value. */
function trimmed(value: string): string {
  return value
    .replaceAll(/[\t\n\v\f\r ]+/g, ' ')
    .replace(/^ /, '')
    .replace(/ $/, '')
}
