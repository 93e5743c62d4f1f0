import { describe, expect, it } from 'vitest'
import { Random } from './random'
import { exponential, normal } from './ziggurat'

const DRAWS = 400_000

function drawn(draw: (random: Random) => number, stream: number): Float64Array {
  const random = new Random(2026, stream)
  return Float64Array.from({ length: DRAWS }, () => draw(random))
}

/** How far the counts between the quantiles are from the probabilities, as a chi-square. */
function chiSquare(draws: Float64Array, quantiles: readonly number[], shares: readonly number[]): number {
  const sorted = draws.toSorted()
  const below = quantiles.map((quantile) => sorted.findIndex((x) => x > quantile))
  const edges = [0, ...below, sorted.length]
  return shares.reduce((sum, share, at) => {
    const expected = share * sorted.length
    return sum + (edges[at + 1]! - edges[at]! - expected) ** 2 / expected
  }, 0)
}

function moment(draws: Float64Array, power: number): number {
  return draws.reduce((sum, x) => sum + x ** power, 0) / draws.length
}

/** Correlation of each draw with the one after it. */
function lagOne(draws: Float64Array): number {
  const mean = moment(draws, 1)
  const variance = moment(draws, 2) - mean * mean
  let sum = 0
  for (let i = 1; i < draws.length; i++) sum += (draws[i]! - mean) * (draws[i - 1]! - mean)
  return sum / draws.length / variance
}

/** Mean excess over an edge of the draws beyond it, on one side, with its standard error where the excess has deviation `spread`. */
function excessBeyond(draw: (random: Random) => number, edge: number, side: 1 | -1, spread: number) {
  const random = new Random(77, 5)
  let [sum, count] = [0, 0]
  for (let i = 0; i < 6_000_000; i++) {
    const excess = draw(random) * side - edge
    if (excess <= 0) continue
    sum += excess
    count++
  }
  return { mean: sum / count, standardError: spread / Math.sqrt(count), count }
}

describe('exponential', () => {
  const draws = drawn(exponential, 1)

  it('has the moments of mean 1', () => {
    // Standard errors of the k-th moment: sqrt((2k)! - k!^2) / sqrt(n).
    const errors = [1, 2, 3].map((k) => {
      const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1))
      return (moment(draws, k) - factorial(k)) / Math.sqrt((factorial(2 * k) - factorial(k) ** 2) / DRAWS)
    })
    for (const error of errors) expect(Math.abs(error)).toBeLessThan(4)
  })

  it('falls as it should between 99 quantiles', () => {
    const quantiles = Array.from({ length: 99 }, (_, i) => -Math.log(1 - (i + 1) / 100))
    expect(
      chiSquare(
        draws,
        quantiles,
        Array.from({ length: 100 }, () => 0.01),
      ),
    ).toBeLessThan(148)
  })

  it('has its tail, beyond the edge of the table too', () => {
    for (const x of [3, 5, 7, 7.69711747013105, 9]) {
      const expected = DRAWS * Math.exp(-x)
      const beyond = draws.filter((draw) => draw > x).length
      expect(Math.abs(beyond - expected)).toBeLessThan(4 * Math.sqrt(expected))
    }
  })

  it('begins anew beyond the edge of its table', () => {
    const { mean, standardError, count } = excessBeyond(exponential, 7.69711747013105, 1, 1)
    expect([Math.abs(mean - 1) < 4 * standardError, count > 2000]).toEqual([true, true])
  })

  it('is never negative, and no draw tells of the next', () => {
    expect(draws.every((x) => x >= 0)).toBe(true)
    expect(Math.abs(lagOne(draws))).toBeLessThan(4 / Math.sqrt(DRAWS))
  })
})

describe('normal', () => {
  const draws = drawn(normal, 2)

  it('has mean 0, variance 1, no skew and the fourth moment 3', () => {
    const standardError = [1, Math.sqrt(2), Math.sqrt(15), Math.sqrt(96)]
    const errors = [0, 1, 0, 3].map((expected, at) => (moment(draws, at + 1) - expected) / standardError[at]!)
    for (const error of errors) expect(Math.abs(error) * Math.sqrt(DRAWS)).toBeLessThan(4)
  })

  it('falls as it should between the quantiles of the tables', () => {
    const upper = [0.253347, 0.524401, 0.841621, 1.281552, 1.644854, 1.959964, 2.326348, 2.575829, 3.090232, 3.719016]
    const upperShares = [0.1, 0.1, 0.1, 0.1, 0.05, 0.025, 0.015, 0.005, 0.004, 0.0009, 0.0001]
    const quantiles = [...upper.map((z) => -z).reverse(), 0, ...upper]
    // 22 cells; 21 degrees of freedom pass 46.8 once in a thousand.
    expect(chiSquare(draws, quantiles, [...upperShares.toReversed(), ...upperShares])).toBeLessThan(46.8)
  })

  it('goes on beyond the edge of its table on both sides, as often and as far as it should', () => {
    const edge = 3.442619855899
    // Mills' ratio as a continued fraction: the density at the edge over what lies beyond it.
    const ratio = Array.from({ length: 60 }, (_, at) => 60 - at).reduce((rest, k) => edge + k / rest, edge)
    const beyondShare = Math.exp(-0.5 * edge * edge) / Math.sqrt(2 * Math.PI) / ratio
    for (const side of [-1, 1] as const) {
      const { mean, standardError, count } = excessBeyond(normal, edge, side, ratio - edge)
      expect(Math.abs(mean - (ratio - edge))).toBeLessThan(4 * standardError)
      expect(Math.abs(count - 6e6 * beyondShare)).toBeLessThan(4 * Math.sqrt(6e6 * beyondShare))
    }
  })

  it('tells nothing of the next draw', () => {
    expect(Math.abs(lagOne(draws))).toBeLessThan(4 / Math.sqrt(DRAWS))
  })
})
