import { decodeUtf8 } from '../../vtl/java/text/utf8'
import { queryBytes, uriEncodeBytes } from './uri-encode'

/** One parameter, both sides decoded and encoded again in the one canonical way. */
export type CanonicalParameter = readonly [name: string, value: string]

/**
 * "b=x+y&a" -> [["b", "x%20y"], ["a", ""]], in the order they were sent. "+" is a blank and ";" splits as "&" does, so that two queries
 * with the same signature are the same to whoever reads them after.
 * Source: rest-api.md 9.2 and `parseQuery`.
 */
export function canonicalParameters(rawQuery: string): CanonicalParameter[] {
  return rawQuery.split(/[&;]/).flatMap((pair) => {
    if (pair === '') return []
    const equals = pair.indexOf('=')
    const [name, value] = equals === -1 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)]
    return [[canonicalText(name), canonicalText(value)] as const]
  })
}

/**
 * Sorted by name, then value, as they are written; parameters named in `omitted` are left out.
 * Source: IAM User Guide, "Create a signed AWS API request".
 */
export function canonicalQuery(rawQuery: string, omitted: readonly string[]): string {
  return canonicalParameters(rawQuery)
    .filter(([name]) => !omitted.includes(name))
    .sort(([nameA, valueA], [nameB, valueB]) => order(nameA, nameB) || order(valueA, valueB))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
}

/** The text that a value stands for: "a%2Fb" -> "a/b". */
export function parameterText(canonicalValue: string): string {
  return decodeUtf8(queryBytes(canonicalValue))
}

function canonicalText(text: string): string {
  return uriEncodeBytes(queryBytes(text))
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
