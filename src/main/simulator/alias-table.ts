import type { Popularity } from '@shared/design/scenario'
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
    return this.of(random.bits())
  }

  /**
   * As many draws as the target holds. The generator is written out as in `Random.fill`, and the table as in `of`, neither is called: the
   * look-ups of one draw then overlap with the additions of the next, and nothing is read twice. It saves a fifth of the time.
   */
  fill(random: Random, target: Int32Array): void {
    const { threshold, either } = this
    const scale = threshold.length * 2 ** -32
    const { state } = random
    let a = state[0]!
    let b = state[1]!
    let c = state[2]!
    let d = state[3]!
    for (let i = 0; i < target.length; i++) {
      const t = (((a + b) | 0) + d) | 0
      d = (d + 1) | 0
      a = b ^ (b >>> 9)
      b = (c + (c << 3)) | 0
      c = (((c << 21) | (c >>> 11)) + t) | 0
      const x = ((t >>> 0) + 0.5) * scale
      const column = x | 0
      target[i] = either[2 * column + +(x >= threshold[column]!)]!
    }
    state[0] = a
    state[1] = b
    state[2] = c
    state[3] = d
  }

  /** What 32 random bits draw. */
  private of(bits: number): number {
    const { threshold, either } = this
    const x = ((bits >>> 0) + 0.5) * (threshold.length * 2 ** -32)
    const column = x | 0
    return either[2 * column + +(x >= threshold[column]!)]!
  }
}

/** The first `hotCount` things get `hotShare` of the draws, 0 to 1. */
export interface HotSet {
  readonly hotCount: number
  readonly hotShare: number
}

/** Weights of `count` things: all alike, the k-th with k^-exponent (Zipf; exponent 1 when absent), or those of a hot set more. */
export function popularityWeights(
  count: number,
  distribution: Popularity['distribution'],
  exponent = 1,
  { hotCount, hotShare }: HotSet = { hotCount: count, hotShare: 1 },
): Float64Array {
  const weights = new Float64Array(count)
  if (distribution === 'UNIFORM') return weights.fill(1)
  if (distribution === 'ZIPF') return weights.map((_, i) => (i + 1) ** -exponent)
  return weights.fill(hotShare / hotCount, 0, hotCount).fill((1 - hotShare) / (count - hotCount), hotCount)
}
