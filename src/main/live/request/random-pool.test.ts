import { describe, expect, it } from 'vitest'
import { randomFromPool, randomText } from './random-pool'

describe('randomFromPool', () => {
  it('gives other bytes each time, also when the pool is filled anew', () => {
    const seen = new Set(Array.from({ length: 2000 }, () => randomFromPool(12).toString('hex')))
    expect(seen.size).toBe(2000)
  })

  it('gives text of the same bytes, other each time', () => {
    const seen = new Set(Array.from({ length: 2000 }, () => randomText(12, 'hex')))
    expect([seen.size, [...seen].every((text) => /^[0-9a-f]{24}$/.test(text))]).toEqual([2000, true])
    expect(randomText(11, 'base64')).toMatch(/^[A-Za-z0-9+/]{15}=$/)
  })

  it('leaves what it gave before alone', () => {
    const first = randomFromPool(16)
    const text = first.toString('hex')
    for (let at = 0; at < 1000; at++) randomFromPool(16)
    expect(first.toString('hex')).toBe(text)
  })
})
