/** Passed once in a thousand samples of a true distribution: the largest distance times the root of their number. */
const CRITICAL = 1.949

/** The critical distance for so many draws, at a chance of 0.001. Source: Smirnov (1948), asymptotic; exact enough from a hundred draws on. */
export function criticalDistance(draws: number): number {
  return CRITICAL / Math.sqrt(draws)
}

/** The largest distance between the share of draws up to a value and what the distribution says. Sorts the draws. */
export function kolmogorovDistance(draws: Float64Array, distribution: (x: number) => number): number {
  draws.sort()
  let most = 0
  for (let i = 0; i < draws.length; i++) {
    const expected = distribution(draws[i]!)
    most = Math.max(most, expected - i / draws.length, (i + 1) / draws.length - expected)
  }
  return most
}

/** The distribution function of the normal distribution, within 1e-15 for |x| < 7. Source: Marsaglia (2004), "Evaluating the Normal Distribution". */
export function normalDistribution(x: number): number {
  if (Math.abs(x) > 8) return x < 0 ? 0 : 1
  let [sum, term, before] = [x, x, 0]
  for (let i = 3; sum !== before; i += 2) {
    before = sum
    term *= (x * x) / i
    sum += term
  }
  return 0.5 + sum * Math.exp(-0.5 * x * x - 0.9189385332046728)
}
