import { flatCopy } from '../values/flat-copy'
import { plainText, type Value } from '../values/value'
import type { Accumulator } from './aggregate'

/** Different values of one group up to which they are counted; more are told apart from none. */
const MOST_DISTINCT = 1_000_000

/** Counts what is there; `count(*)` gives it something for every record. */
export class Count implements Accumulator {
  private count = 0

  add(value: Value): void {
    if (value !== null) this.count++
  }

  result(): number {
    return this.count
  }
}

/** Departure: exact, up to a million; the service estimates where there are many. */
export class CountDistinct implements Accumulator {
  private readonly seen = new Set<string>()

  add(value: Value): void {
    if (value === null || this.seen.size >= MOST_DISTINCT) return
    const text = plainText(value)
    if (!this.seen.has(text)) this.seen.add(flatCopy(text))
  }

  result(): number {
    return this.seen.size
  }
}
