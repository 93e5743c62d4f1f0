/** Headers as they were sent: names in the sender's casing, in order, repeated ones each by itself. */
export type HeaderList = readonly (readonly [name: string, value: string])[]

/** Every value of a header, in order; its name may be written in any case. */
export function headerValues(headers: HeaderList, name: string): string[] {
  const lowerCase = name.toLowerCase()
  const values: string[] = []
  for (const [header, value] of headers) if (isNamed(header, lowerCase)) values.push(value)
  return values
}

/** The first value of a header, or undefined. */
export function headerValue(headers: HeaderList, name: string): string | undefined {
  const lowerCase = name.toLowerCase()
  for (const [header, value] of headers) if (isNamed(header, lowerCase)) return value
  return undefined
}

/** Every request asks for many names: most differ in length already. */
function isNamed(header: string, lowerCase: string): boolean {
  return header.length === lowerCase.length && (header === lowerCase || header.toLowerCase() === lowerCase)
}

/** Node's flat list of names and values. */
export function headerListOf(rawHeaders: readonly string[]): HeaderList {
  const list: [string, string][] = []
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) list.push([rawHeaders[at]!, rawHeaders[at + 1]!])
  return list
}

/** Bytes as the service counts them: names, values and what stands between them. */
export function headerBytes(headers: HeaderList): number {
  let bytes = 0
  for (const [name, value] of headers) bytes += name.length + value.length + SEPARATORS
  return bytes
}

/** ": " and the line's end. */
const SEPARATORS = 4

/** Name -> values in order. Names that differ in case only are one, written as the first of them. */
export function groupByName(headers: HeaderList): Map<string, string[]> {
  const spelling = new Map<string, string>()
  const groups = new Map<string, string[]>()
  for (const [name, value] of headers) {
    const lowerCase = name.toLowerCase()
    const known = spelling.get(lowerCase)
    if (known === undefined) {
      spelling.set(lowerCase, name)
      groups.set(name, [value])
    } else groups.get(known)!.push(value)
  }
  return groups
}
