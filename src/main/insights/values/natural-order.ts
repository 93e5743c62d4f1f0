import { Timestamp, toNumber, type Value } from './value'

/** What a value is sorted by: numbers where it is one, else its text; null for a missing one. */
export type SortKey = number | string | null

export function sortKeyOf(value: Value): SortKey {
  if (value === null || typeof value === 'number') return value
  if (value instanceof Timestamp) return value.millis
  const number = toNumber(value)
  return Number.isNaN(number) || typeof value === 'boolean' ? String(value) : number
}

/**
 * Ascending: what is missing, then texts, then numbers. Texts are compared by pieces of digits and of other characters: pieces of digits
 * by length and then by size, others by their code points.
 * Source: CloudWatch Logs user guide, "sort". Departure: it does not say where missing values stand.
 */
export function naturalOrder(a: SortKey, b: SortKey): number {
  if (typeof a === 'number') return typeof b === 'number' ? a - b : 1
  if (typeof b === 'number') return -1
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1
  return a === b ? 0 : textOrder(a, b)
}

function textOrder(a: string, b: string): number {
  const [left, right] = [a.match(/\d+|\D+/g) ?? [], b.match(/\d+|\D+/g) ?? []]
  const shared = Math.min(left.length, right.length)
  for (let index = 0; index < shared; index++) {
    const difference = pieceOrder(left[index]!, right[index]!)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

function pieceOrder(a: string, b: string): number {
  const isDigits = /^\d/.test(a) && /^\d/.test(b)
  if (isDigits && a.length !== b.length) return a.length - b.length
  return a < b ? -1 : a > b ? 1 : 0
}
