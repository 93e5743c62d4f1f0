import { describe, expect, it } from 'vitest'
import { AliasTable, popularityWeights } from './alias-table'
import { Random } from './random'

const SWEEP = 1_000_000

/** Goes through the unit interval in even steps, so that shares come out as areas. */
class Sweep extends Random {
  private step = 0

  constructor() {
    super(1, 1)
  }

  override bits(): number {
    return Math.floor(((this.step++ + 0.5) / SWEEP) * 2 ** 32)
  }
}

function sharesOf(table: AliasTable, count: number): number[] {
  const counts = Array.from({ length: count }, () => 0)
  const sweep = new Sweep()
  for (let i = 0; i < SWEEP; i++) counts[table.draw(sweep)]! += 1
  return counts.map((one) => one / SWEEP)
}

describe('AliasTable', () => {
  it('gives each thing its share, whatever the weights add up to', () => {
    for (const weights of [[1], [1, 1], [3, 1], [0, 5, 0, 1], [0.1, 0.2, 0.7], [1, 1000, 1, 1, 0.5]]) {
      const total = weights.reduce((sum, weight) => sum + weight, 0)
      const shares = sharesOf(new AliasTable(weights), weights.length)
      weights.forEach((weight, at) => expect(shares[at]).toBeCloseTo(weight / total, 4))
    }
  })

  it('never draws what has no weight', () => {
    const random = new Random(3, 1)
    const table = new AliasTable([0, 1, 0, 2, 0])
    const drawn = new Set(Array.from({ length: 20_000 }, () => table.draw(random)))
    expect([...drawn].sort()).toEqual([1, 3])
  })

  it('gives a thousand things their share by Zipf’s law', () => {
    const weights = popularityWeights(1000, 'ZIPF', 0.9)
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    const shares = sharesOf(new AliasTable(weights), 1000)
    const worst = shares.reduce((most, share, at) => Math.max(most, Math.abs(share - weights[at]! / total)), 0)
    expect(worst).toBeLessThan(1e-5)
  })

  it('draws the values it is given instead of places', () => {
    const table = new AliasTable([1, 3], [70, 5])
    const sweep = new Sweep()
    let seventies = 0
    for (let i = 0; i < SWEEP; i++) seventies += +(table.draw(sweep) === 70)
    expect(seventies / SWEEP).toBeCloseTo(0.25, 4)
  })

  it('follows its weights when it draws at random', () => {
    const weights = [5, 1, 3, 1]
    const table = new AliasTable(weights)
    const random = new Random(8, 4)
    const counts = [0, 0, 0, 0]
    for (let i = 0; i < 100_000; i++) counts[table.draw(random)]! += 1
    const chiSquare = counts.reduce(
      (sum, count, at) => sum + (count - weights[at]! * 1e4) ** 2 / (weights[at]! * 1e4),
      0,
    )
    expect(chiSquare).toBeLessThan(16.3)
  })
})

describe('popularityWeights', () => {
  it('are alike, or fall with the rank to the power of the exponent', () => {
    expect([...popularityWeights(3, 'UNIFORM', 2)]).toEqual([1, 1, 1])
    expect([...popularityWeights(4, 'ZIPF')]).toEqual([1, 1 / 2, 1 / 3, 1 / 4])
    expect([...popularityWeights(3, 'ZIPF', 2)]).toEqual([1, 1 / 4, 1 / 9])
    expect([...popularityWeights(3, 'ZIPF', 0)]).toEqual([1, 1, 1])
  })

  it('are more for those of a hot set, who share alike, as the others do', () => {
    const hot = (count: number, hotCount: number, hotShare: number): number[] => [
      ...popularityWeights(count, 'HOT_SET', 1, { hotCount, hotShare }),
    ]
    expect(hot(6, 2, 0.8)).toEqual([0.4, 0.4, ...Array.from({ length: 4 }, () => (1 - 0.8) / 4)])
    expect(hot(3, 1, 0)).toEqual([0, 0.5, 0.5])
    expect(hot(2, 2, 0.9)).toEqual([0.45, 0.45])
  })
})
