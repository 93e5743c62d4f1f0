import { describe, expect, it } from 'vitest'
import { exp } from './exp'
import { Random } from './random'

describe('exp', () => {
  it('agrees with the engine to the last bits over the whole range that latencies use', () => {
    const random = new Random(7, 1)
    let worst = 0
    for (let i = 0; i < 200_000; i++) {
      const x = (random.uniform() - 0.5) * 100
      worst = Math.max(worst, Math.abs(exp(x) / Math.exp(x) - 1))
    }
    expect(worst).toBeLessThan(5e-16)
  })

  it('is exact where the value is known and grows without gaps', () => {
    expect(exp(0)).toBe(1)
    for (let x = -1; x < 1; x += 1 / 4096) expect(exp(x + 1 / 4096)).toBeGreaterThan(exp(x))
  })
})
