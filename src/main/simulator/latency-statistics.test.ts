import { describe, expect, it } from 'vitest'
import type { LatencyDistribution } from '@shared/design/scenario'
import { criticalDistance, kolmogorovDistance, normalDistribution } from './kolmogorov-smirnov.fixture'
import { LatencyModel } from './latency-model'

const DRAWS = 1_000_000
const MEASURED = [12, 12, 90, 35, 14, 18, 500, 22, 12.5, 41]

function drawn(distribution: LatencyDistribution): Float64Array {
  const model = new LatencyModel(distribution, 2026, 7)
  const draws = new Float64Array(DRAWS)
  for (let i = 0; i < DRAWS; i++) draws[i] = model.next()
  return draws
}

/** Straight lines from value to value in order of size; where two are alike, the jump is at its upper end. */
function empiricalDistribution(x: number): number {
  const sorted = MEASURED.toSorted((a, b) => a - b)
  const gaps = sorted.length - 1
  const below = sorted.findLastIndex((value) => value <= x)
  if (below === -1) return 0
  if (below === gaps) return 1
  return (below + (x - sorted[below]!) / (sorted[below + 1]! - sorted[below]!)) / gaps
}

describe(`a million latencies of seed 2026 are within the critical distance, ${criticalDistance(DRAWS).toFixed(5)},`, () => {
  const cutMean = 30
  const cutDeviation = 40
  const below = normalDistribution(-cutMean / cutDeviation)

  it.each<[LatencyDistribution, (x: number) => number]>([
    [{ distribution: 'UNIFORM', minMs: 20, maxMs: 80 }, (x) => (x - 20) / 60],
    [{ distribution: 'NORMAL', meanMs: 100, standardDeviationMs: 12 }, (x) => normalDistribution((x - 100) / 12)],
    [
      { distribution: 'NORMAL', meanMs: cutMean, standardDeviationMs: cutDeviation },
      (x) => (normalDistribution((x - cutMean) / cutDeviation) - below) / (1 - below),
    ],
    [{ distribution: 'LOGNORMAL', medianMs: 40, sigma: 0.5 }, (x) => normalDistribution(Math.log(x / 40) / 0.5)],
    [{ distribution: 'LOGNORMAL', medianMs: 8, sigma: 1.8 }, (x) => normalDistribution(Math.log(x / 8) / 1.8)],
    [{ distribution: 'EXPONENTIAL', meanMs: 80 }, (x) => 1 - Math.exp(-x / 80)],
  ])('of %o', (distribution, expected) => {
    expect(kolmogorovDistance(drawn(distribution), expected)).toBeLessThan(criticalDistance(DRAWS))
  })

  it('of measured times, between which they go in straight lines', () => {
    // Two of the times are alike: a ninth of the draws are exactly that, and the distance is taken of the others.
    const draws = drawn({ distribution: 'EMPIRICAL', valuesMs: MEASURED })
    const others = draws.filter((draw) => draw !== 12)
    const share = (draws.length - others.length) / DRAWS
    expect(Math.abs(share - 1 / 9)).toBeLessThan(4 * Math.sqrt((1 / 9) * (8 / 9) * (1 / DRAWS)))
    const distance = kolmogorovDistance(others, (x) => (empiricalDistribution(x) - 1 / 9) / (8 / 9))
    expect(distance).toBeLessThan(criticalDistance(others.length))
  })

  it('and would not be with a deviation that is one percent too large', () => {
    const draws = drawn({ distribution: 'NORMAL', meanMs: 100, standardDeviationMs: 12.12 })
    expect(kolmogorovDistance(draws, (x) => normalDistribution((x - 100) / 12))).toBeGreaterThan(
      criticalDistance(DRAWS),
    )
  })
})

describe('the quantiles of a million lognormal latencies', () => {
  // The k-th of n draws has a standard error of sqrt(p (1 - p) / n) over the density; sigma of that is the relative one.
  it.each([
    [0.5, 0],
    [0.9, 1.2815515655446004],
    [0.99, 2.3263478740408408],
    [0.999, 3.090232306167813],
    [0.9999, 3.719016485455709],
  ])('are right at %f within four standard errors', (p, z) => {
    const sigma = 0.6
    const draws = drawn({ distribution: 'LOGNORMAL', medianMs: 50, sigma }).sort()
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
    const bound = (4 * sigma * Math.sqrt((p * (1 - p)) / DRAWS)) / density
    expect(Math.abs(draws[Math.floor(p * DRAWS)]! / (50 * Math.exp(sigma * z)) - 1)).toBeLessThan(bound)
    // What that comes to: 0.3 % at the median, 6.1 % at 99.99 %.
    expect(bound).toBeLessThan(0.062)
  })
})
