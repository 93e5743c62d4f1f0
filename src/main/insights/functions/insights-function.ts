import type { Value } from '../values/value'

/** A function of a record's values: what it is called, takes and gives. */
export interface InsightsFunction {
  /** As the user guide spells it; queries may write it in any case. */
  readonly name: string
  /** "substr(text, start[, length])". */
  readonly usage: string
  readonly what: string
  readonly least: number
  /** Infinity where there is no bound. */
  readonly most: number
  /** Missing values are null, here and as the answer. */
  run(args: readonly Value[]): Value
}
