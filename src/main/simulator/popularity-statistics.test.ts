import { describe, expect, it } from 'vitest'
import { AliasTable, popularityWeights } from './alias-table'
import { Random } from './random'

const DRAWS = 1_000_000

/** Chi-square of a million draws of seed 2026 against the weights; each thing is expected five times at least. */
function chiSquare(weights: Float64Array, expected: Float64Array = weights): number {
  const random = new Random(2026, 4)
  const table = new AliasTable(weights)
  const target = new Int32Array(1000)
  const counts = new Float64Array(weights.length)
  for (let block = 0; block < DRAWS / 1000; block++) {
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- A table of weights, not an array.
    table.fill(random, target)
    for (const thing of target) counts[thing]! += 1
  }
  const total = expected.reduce((sum, weight) => sum + weight, 0)
  return counts.reduce((sum, count, at) => {
    const mean = (DRAWS * expected[at]!) / total
    expect(mean).toBeGreaterThan(5)
    return sum + (count - mean) ** 2 / mean
  }, 0)
}

/** Passed once in a thousand: Wilson and Hilferty's cube root of a chi-square is normal; 3.09 deviations. */
function critical(degrees: number): number {
  const ninth = 2 / (9 * degrees)
  return degrees * (1 - ninth + 3.0902 * Math.sqrt(ninth)) ** 3
}

describe('a million draws by popularity', () => {
  it.each<[string, Float64Array]>([
    ['a thousand things alike', popularityWeights(1000, 'UNIFORM')],
    ['Zipf’s law over a thousand', popularityWeights(1000, 'ZIPF')],
    ['a steep Zipf’s law over a hundred', popularityWeights(100, 'ZIPF', 1.8)],
    ['a hot set of ten that gets nine in ten', popularityWeights(1000, 'HOT_SET', 1, { hotCount: 10, hotShare: 0.9 })],
    ['a hot set that is cold', popularityWeights(100, 'HOT_SET', 1, { hotCount: 50, hotShare: 0.01 })],
  ])('are those of %s', (_, weights) => {
    expect(chiSquare(weights)).toBeLessThan(critical(weights.length - 1))
  })

  it('would not be those of an exponential a hundredth larger', () => {
    const [weights, others] = [popularityWeights(1000, 'ZIPF', 1.01), popularityWeights(1000, 'ZIPF', 1)]
    expect(chiSquare(weights, others)).toBeGreaterThan(critical(999))
  })
})
