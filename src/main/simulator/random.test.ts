import { describe, expect, it } from 'vitest'
import { Random } from './random'

/** sfc32 as published, over unsigned numbers. */
function referenceBits(seed: number, stream: number): () => number {
  const mask = 0xffffffffn
  let [a, b, c, d] = [BigInt.asUintN(32, BigInt(seed)), BigInt(stream), 0x9e3779b9n, 1n]
  const next = (): number => {
    const sum = (a + b + d) & mask
    d = (d + 1n) & mask
    a = b ^ (b >> 9n)
    b = (c + (c << 3n)) & mask
    c = ((((c << 21n) | (c >> 11n)) & mask) + sum) & mask
    return Number(BigInt.asIntN(32, sum))
  }
  for (let i = 0; i < 20; i++) next()
  return next
}

describe('Random', () => {
  it('is sfc32, whatever seed and stream', () => {
    for (const [seed, stream] of [
      [1, 1],
      [0, 0],
      [-5, 3_000_001],
      [2 ** 31 - 1, 17],
    ] as const) {
      const random = new Random(seed, stream)
      const next = referenceBits(seed, stream)
      for (let i = 0; i < 300; i++) expect(random.bits()).toBe(next())
    }
  })

  it('fills a block with what single draws would give, and goes on after it', () => {
    const [a, b] = [new Random(3, 9), new Random(3, 9)]
    for (const length of [1, 64, 0, 513]) {
      const room = { block: new Int32Array(length) }
      a.fill(room.block)
      expect([...room.block]).toEqual(Array.from({ length }, () => b.bits()))
    }
    expect(a.bits()).toBe(b.bits())
  })

  it('draws evenly over the open interval from 0 to 1', () => {
    const random = new Random(9, 2)
    const counts = new Float64Array(100)
    const draws = 200_000
    let [least, most] = [1, 0]
    for (let i = 0; i < draws; i++) {
      const x = random.uniform()
      counts[Math.floor(x * 100)]! += 1
      least = Math.min(least, x)
      most = Math.max(most, x)
    }
    const chiSquare = counts.reduce((sum, count) => sum + (count - draws / 100) ** 2 / (draws / 100), 0)
    // 99 degrees of freedom: 148 is passed once in a thousand.
    expect(chiSquare).toBeLessThan(148)
    expect([least > 0, most < 1]).toEqual([true, true])
  })

  it('has streams that have nothing to do with each other', () => {
    const [a, b] = [new Random(1, 1), new Random(1, 2)]
    const pairs = Array.from({ length: 50_000 }, () => [a.uniform() - 0.5, b.uniform() - 0.5] as const)
    const correlation = (12 * pairs.reduce((sum, [x, y]) => sum + x * y, 0)) / pairs.length
    expect(Math.abs(correlation)).toBeLessThan(4 / Math.sqrt(pairs.length))
  })
})
