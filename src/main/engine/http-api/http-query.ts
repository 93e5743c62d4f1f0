import type { QueryList } from '../mapping/query-string'
import { wellFormed } from './decode-path'

/** One pair of a query string, as it was sent and decoded. */
export interface QueryPair {
  readonly name: string
  readonly value: string
  /** "q=a%20b". */
  readonly raw: string
}

/** "q=a+b&empty&q=2" -> its pairs; "+" and "%20" both are a blank, a missing value is "". Source: http-api.md 8.2.1, recorded. */
export function parseQueryPairs(rawQuery: string): QueryPair[] {
  return rawQuery.split('&').flatMap((raw) => {
    if (raw === '') return []
    const equals = raw.indexOf('=')
    const [name, value] = equals === -1 ? [raw, ''] : [raw.slice(0, equals), raw.slice(equals + 1)]
    return [{ name: decode(name), value: decode(value), raw }]
  })
}

export function queryPair(name: string, value: string): QueryPair {
  return { name, value, raw: `${encodeURIComponent(wellFormed(name))}=${encodeURIComponent(wellFormed(value))}` }
}

export function rawQueryOf(pairs: readonly QueryPair[]): string {
  return pairs.map(({ raw }) => raw).join('&')
}

export function queryListOf(pairs: readonly QueryPair[]): QueryList {
  return pairs.map(({ name, value }) => [name, value] as const)
}

function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ')
  try {
    return decodeURIComponent(spaced)
  } catch {
    return spaced
  }
}
