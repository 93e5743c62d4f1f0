import { toNumber, type Value } from '../values/value'
import type { Accumulator } from './aggregate'

/** Exact, from every number: rank p/100 * (n - 1) with linear interpolation. Source: observability-and-cost.md 1.2 (inferred). */
export class Percentile implements Accumulator {
  private numbers = new Float64Array(16)
  private count = 0

  constructor(private readonly percent: number) {}

  add(value: Value): void {
    const number = toNumber(value)
    if (Number.isNaN(number)) return
    if (this.count === this.numbers.length) {
      const larger = new Float64Array(this.count * 2)
      larger.set(this.numbers)
      this.numbers = larger
    }
    this.numbers[this.count++] = number
  }

  result(): number | null {
    if (this.count === 0) return null
    const sorted = this.numbers.subarray(0, this.count).sort()
    const rank = (this.percent / 100) * (this.count - 1)
    const below = sorted[Math.floor(rank)]!
    const above = sorted[Math.ceil(rank)]!
    return below + (above - below) * (rank - Math.floor(rank))
  }
}
