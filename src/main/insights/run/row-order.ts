import { naturalOrder, type SortKey } from '../values/natural-order'
import type { Row } from './row'

/** A slot that holds a `SortKey`. */
export interface OrderKey {
  readonly slot: number
  readonly isDescending: boolean
}

export type RowOrder = (a: Row, b: Row) => number

/** Rows by their keys, the first one counting most; equal ones as they came. */
export function rowOrder(keys: readonly OrderKey[]): RowOrder {
  return (a, b) => {
    for (const { slot, isDescending } of keys) {
      const difference = naturalOrder(a.slots[slot] as SortKey, b.slots[slot] as SortKey)
      if (difference !== 0) return isDescending ? -difference : difference
    }
    return a.ordinal - b.ordinal
  }
}
