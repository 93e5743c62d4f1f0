import type { Value } from '../values/value'

/** What one aggregate knows of the records of one group so far. */
export interface Accumulator {
  /** `at`: the record's instant in milliseconds since 1970; null where it has none. */
  add(value: Value, at: number | null): void
  result(): Value
}

/** A function over the records of a group. */
export interface Aggregate {
  /** As the user guide spells it; queries may write it in any case. */
  readonly name: string
  readonly usage: string
  readonly what: string
  /** Whether it looks at the instants of records. */
  readonly needsInstant: boolean
  /** `percent` counts for `pct` and `median` only. */
  start(percent: number): Accumulator
}
