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

  it('repeats with its seed and stream, and with nothing else', () => {
    const model = { distribution: 'EXPONENTIAL', meanMs: 5 } as const
    expect(drawn(model, 500, 7, 3)).toEqual(drawn(model, 500, 7, 3))
    expect(drawn(model, 500, 7, 3)).not.toEqual(drawn(model, 500, 7, 4))
    expect(drawn(model, 500, 7, 3)).not.toEqual(drawn(model, 500, 8, 3))
  })
})
