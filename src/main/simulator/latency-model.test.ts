import { describe, expect, it } from 'vitest'
import type { LatencyDistribution } from '@shared/design/scenario'
import { LatencyModel } from './latency-model'

function drawn(distribution: LatencyDistribution, count: number, seed = 1, stream = 1): Float64Array {
  const model = new LatencyModel(distribution, seed, stream)
  return Float64Array.from({ length: count }, () => model.next()).sort()
}

describe('LatencyModel', () => {
  it('repeats a constant', () => {
    expect([...drawn({ distribution: 'CONSTANT', valueMs: 12.5 }, 200)].every((one) => one === 12.5)).toBe(true)
    expect(drawn({ distribution: 'CONSTANT', valueMs: 0 }, 1)[0]).toBe(0)
  })

  it('has the mean and the median of an exponential', () => {
    const latencies = drawn({ distribution: 'EXPONENTIAL', meanMs: 80 }, 100_000)
    const mean = latencies.reduce((sum, one) => sum + one, 0) / latencies.length
    expect(Math.abs(mean - 80)).toBeLessThan((4 * 80) / Math.sqrt(1e5))
    expect(Math.abs(latencies[50_000]! - 80 * Math.LN2)).toBeLessThan(1.2)
  })

  it('has the quantiles of a lognormal with its median and sigma', () => {
    const latencies = drawn({ distribution: 'LOGNORMAL', medianMs: 40, sigma: 0.5 }, 100_000)
    for (const [share, z] of [
      [0.05, -1.644854],
      [0.5, 0],
      [0.95, 1.644854],
      [0.99, 2.326348],
    ] as const) {
      const expected = 40 * Math.exp(0.5 * z)
      expect(Math.abs(latencies[Math.floor(share * 1e5)]! / expected - 1)).toBeLessThan(0.015)
    }
  })

  it('without spread is its median', () => {
    expect(drawn({ distribution: 'LOGNORMAL', medianMs: 40, sigma: 0 }, 1)[0]).toBeCloseTo(40, 9)
  })

  it('is 0 with a median of 0, and never no number however wide it is', () => {
    const nothing = drawn({ distribution: 'LOGNORMAL', medianMs: 0, sigma: 0.5 }, 100)
    expect(nothing.every((one) => one < 1e-200)).toBe(true)
    const wide = drawn({ distribution: 'LOGNORMAL', medianMs: 40, sigma: 500 }, 1000)
    expect(wide.every((one) => one >= 0)).toBe(true)
    expect([wide[100]! < 1e-200, wide[900]! > 1e200]).toEqual([true, true])
  })

  it('is never below 0, and rarely 0, where a normal one is cut off', () => {
    const latencies = drawn({ distribution: 'NORMAL', meanMs: 0, standardDeviationMs: 10 }, 100_000)
    expect([latencies[0]! >= 0, latencies.filter((one) => one === 0).length < 5]).toEqual([true, true])
    expect([...drawn({ distribution: 'NORMAL', meanMs: 7, standardDeviationMs: 0 }, 3)]).toEqual([7, 7, 7])
    expect([...drawn({ distribution: 'NORMAL', meanMs: 0, standardDeviationMs: 0 }, 3)]).toEqual([0, 0, 0])
  })

  it('stays between the least and the most of measured times, in whatever order they are given', () => {
    const valuesMs = [30, 10, 20, 900]
    const latencies = drawn({ distribution: 'EMPIRICAL', valuesMs }, 30_000)
    expect([latencies[0]! >= 10, latencies.at(-1)! <= 900]).toEqual([true, true])
    // A third of the draws in each gap.
    const upTo = (ms: number): number => latencies.filter((one) => one <= ms).length
    for (const [ms, share] of [
      [15, 1 / 6],
      [20, 1 / 3],
      [30, 2 / 3],
      [465, 5 / 6],
    ] as const) {
      expect(Math.abs(upTo(ms) - 30_000 * share)).toBeLessThan(4 * Math.sqrt(30_000 * share * (1 - share)))
    }
    expect(drawn({ distribution: 'EMPIRICAL', valuesMs: valuesMs.toSorted() }, 500)).toEqual(
      drawn({ distribution: 'EMPIRICAL', valuesMs }, 500),
    )
    expect([...drawn({ distribution: 'EMPIRICAL', valuesMs: [12] }, 3)]).toEqual([12, 12, 12])
  })

  it('is one value where a uniform one has no width', () => {
    expect([...drawn({ distribution: 'UNIFORM', minMs: 5, maxMs: 5 }, 3)]).toEqual([5, 5, 5])
  })

  it('draws what earlier versions drew', () => {
    const first = (distribution: LatencyDistribution): number[] => {
      const model = new LatencyModel(distribution, 7, 3)
      return [model.next(), model.next()]
    }
    expect([
      first({ distribution: 'LOGNORMAL', medianMs: 40, sigma: 0.5 }),
      first({ distribution: 'EXPONENTIAL', meanMs: 40 }),
    ]).toEqual([
      [35.38299198888253, 67.25846575018969],
      [9.527378066318382, 36.34557750924286],
    ])
  })

  it('repeats with its seed and stream, and with nothing else', () => {
    const model = { distribution: 'EXPONENTIAL', meanMs: 5 } as const
    expect(drawn(model, 500, 7, 3)).toEqual(drawn(model, 500, 7, 3))
    expect(drawn(model, 500, 7, 3)).not.toEqual(drawn(model, 500, 7, 4))
    expect(drawn(model, 500, 7, 3)).not.toEqual(drawn(model, 500, 8, 3))
  })
})
