import { describe, expect, it } from 'vitest'
import { idFrom } from './id-from'

describe('idFrom', () => {
  it('gives the same id for the same text', () => {
    expect(idFrom('Order API', 10)).toBe(idFrom('Order API', 10))
  })

  it('gives lower-case letters and digits of the asked length, also for an empty text', () => {
    expect(idFrom('Order API', 10)).toMatch(/^[a-z0-9]{10}$/)
    expect(idFrom('', 6)).toMatch(/^[a-z0-9]{6}$/)
  })

  it('gives different ids for 20,000 different texts', () => {
    const ids = new Set(Array.from({ length: 20_000 }, (_, index) => idFrom(`API ${index}`, 10)))
    expect(ids.size).toBe(20_000)
  })

  it('uses every letter and digit about equally often', () => {
    const counts = new Map<string, number>()
    for (let index = 0; index < 3_600; index += 1) {
      for (const letter of idFrom(`API ${index}`, 10)) counts.set(letter, (counts.get(letter) ?? 0) + 1)
    }
    expect(counts.size).toBe(36)
    expect(Math.min(...counts.values())).toBeGreaterThan(800)
    expect(Math.max(...counts.values())).toBeLessThan(1_200)
  })
})
