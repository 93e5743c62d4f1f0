import type { Random } from './random'

/**
 * Draws 0 .. n-1 with given weights in constant time (Walker's alias method). `+(a >= b)` becomes a flag; `a >= b ? :` a jump that is
 * mispredicted half the time.
 */
export class AliasTable {
  private readonly threshold: Float64Array
  private readonly either: Int32Array

  /** Weights need not add up to 1; they are not negative and not all 0. Draws `values[i]` instead of i when they are given. */
  constructor(weights: readonly number[] | Float64Array, values?: readonly number[]) {
    const left = Float64Array.from(weights)
    const count = left.length
    const mean = left.reduce((sum, weight) => sum + weight, 0) / count
    this.threshold = Float64Array.from(left, (_, i) => i + 1)
    this.either = Int32Array.from({ length: 2 * count }, (_, i) => i >> 1)
    const small: number[] = []
    const large: number[] = []
    left.forEach((weight, i) => (weight < mean ? small : large).push(i))
    while (small.length > 0 && large.length > 0) {
      const less = small.pop()!
      const more = large.pop()!
      this.threshold[less] = less + left[less]! / mean
      this.either[2 * less + 1] = more
      left[more]! += left[less]! - mean
      if (left[more]! < mean) small.push(more)
      else large.push(more)
    }
    if (values !== undefined) this.either = this.either.map((place) => values[place]!)
  }

  draw(random: Random): number {
    const target = new Int32Array(1)
    this.fill(random, new Int32Array(1), target)
    return target[0]!
  }

  /** As many draws as the target holds. `bits` is room for as many. */
  fill(random: Random, bits: Int32Array, target: Int32Array): void {
    const { threshold, either } = this
    const scale = threshold.length * 2 ** -32
    random.fill(bits)
    for (let i = 0; i < target.length; i++) {
      const x = ((bits[i]! >>> 0) + 0.5) * scale
      const column = x | 0
      target[i] = either[2 * column + +(x >= threshold[column]!)]!
    }
  }
}

/** Weights of `count` things: all alike, or the k-th with k^-exponent (Zipf; exponent 1 when absent). */
export function popularityWeights(count: number, distribution: 'UNIFORM' | 'ZIPF', exponent = 1): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => (distribution === 'UNIFORM' ? 1 : (i + 1) ** -exponent))
}
