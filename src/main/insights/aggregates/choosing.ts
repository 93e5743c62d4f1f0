import { flatCopy } from '../values/flat-copy'
import { naturalOrder, sortKeyOf } from '../values/natural-order'
import type { Value } from '../values/value'
import type { Accumulator } from './aggregate'

function kept(value: Value): Value {
  return typeof value === 'string' ? flatCopy(value) : value
}

/** The value of the earliest or latest record that has one; of several at one instant the first that came. */
export class ByInstant implements Accumulator {
  private best: Value = null
  private at = Number.NaN

  constructor(private readonly sign: 1 | -1) {}

  add(value: Value, at: number | null): void {
    if (value === null || at === null || (at - this.at) * this.sign <= 0) return
    this.at = at
    this.best = kept(value)
  }

  result(): Value {
    return this.best
  }
}

/** The value that `sort` would put first or last. */
export class BySort implements Accumulator {
  private best: Value = null

  constructor(private readonly sign: 1 | -1) {}

  add(value: Value): void {
    if (value === null) return
    const isBetter = this.best === null || naturalOrder(sortKeyOf(value), sortKeyOf(this.best)) * this.sign > 0
    if (isBetter) this.best = kept(value)
  }

  result(): Value {
    return this.best
  }
}
