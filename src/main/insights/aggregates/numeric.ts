import { Timestamp, toNumber, type Value } from '../values/value'
import type { Accumulator } from './aggregate'

/** Sum and mean of the numbers; what is none is passed over. Null without a number. */
export class Sum implements Accumulator {
  private count = 0
  private sum = 0

  constructor(private readonly isMean: boolean) {}

  add(value: Value): void {
    const number = toNumber(value)
    if (Number.isNaN(number)) return
    this.count++
    this.sum += number
  }

  result(): number | null {
    if (this.count === 0) return null
    return this.isMean ? this.sum / this.count : this.sum
  }
}

/** The smallest or largest number; an instant stays one. */
export class Extreme implements Accumulator {
  private best: Value = null
  private number = Number.NaN

  constructor(private readonly sign: 1 | -1) {}

  add(value: Value): void {
    const number = toNumber(value)
    if (Number.isNaN(number) || (number - this.number) * this.sign <= 0) return
    this.number = number
    this.best = value instanceof Timestamp ? value : number
  }

  result(): Value {
    return this.best
  }
}

/** Of a sample, by Welford's way, which does not lose small differences of large numbers. Null below two numbers. */
export class StandardDeviation implements Accumulator {
  private count = 0
  private mean = 0
  private squares = 0

  add(value: Value): void {
    const number = toNumber(value)
    if (Number.isNaN(number)) return
    this.count++
    const distance = number - this.mean
    this.mean += distance / this.count
    this.squares += distance * (number - this.mean)
  }

  result(): number | null {
    return this.count < 2 ? null : Math.sqrt(this.squares / (this.count - 1))
  }
}
