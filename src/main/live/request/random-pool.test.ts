import { describe, expect, it } from 'vitest'
import { randomFromPool } from './random-pool'

describe('randomFromPool', () => {
  it('gives other bytes each time, also when the pool is filled anew', () => {
    const seen = new Set(Array.from({ length: 2000 }, () => randomFromPool(12).toString('hex')))
    expect(seen.size).toBe(2000)
  })

  it('leaves what it gave before alone', () => {
    const first = randomFromPool(16)
    const text = first.toString('hex')
    for (let at = 0; at < 1000; at++) randomFromPool(16)
    expect(first.toString('hex')).toBe(text)
  })
})
