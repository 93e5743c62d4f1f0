import { describe, expect, it } from 'vitest'
import { Random } from '../../simulator/random'
import { ResponseCache } from './response-cache'

/** The same store as a plain list, oldest use first. */
class NaiveCache {
  readonly evicted: number[] = []
  private entries: { slot: number; bytes: number; expiresAt: number }[] = []
  private readonly capacity: number

  constructor(capacity: number) {
    this.capacity = capacity
  }

  has(slot: number, now: number): boolean {
    const entry = this.entries.find((one) => one.slot === slot && one.expiresAt > now)
    if (entry === undefined) return false
    this.entries = [...this.entries.filter((one) => one !== entry), entry]
    return true
  }

  store(slot: number, bytes: number, now: number, ttl: number): void {
    if (bytes > this.capacity) return
    this.entries = [...this.entries.filter((one) => one.slot !== slot), { slot, bytes, expiresAt: now + ttl }]
    while (this.usedBytes > this.capacity) this.evicted.push(this.entries.shift()!.slot)
  }

  drop(slot: number): void {
    if (this.entries.some((one) => one.slot === slot)) this.evicted.push(slot)
    this.entries = this.entries.filter((one) => one.slot !== slot)
  }

  get usedBytes(): number {
    return this.entries.reduce((sum, { bytes }) => sum + bytes, 0)
  }
}

describe('ResponseCache', () => {
  it('keeps a response fresh up to its time to live, not at it', () => {
    const cache = new ResponseCache(2, 1000, 100)
    cache.store(1, 40, 500, 60_000)
    expect([cache.has(1, 500), cache.has(1, 60_499.9), cache.has(1, 60_500), cache.has(0, 500)]).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect([cache.ageOf(1, 700), cache.ttlOf(1), cache.usedBytes]).toEqual([200, 60_000, 40])
  })

  it('does what a plain list does over 100,000 random look-ups, stores and drops', () => {
    const random = new Random(5, 3)
    const cache = new ResponseCache(60, 1000, 200)
    const naive = new NaiveCache(1000)
    const evicted: number[] = []
    cache.onEvict = (slot) => evicted.push(slot)
    const below = (limit: number): number => Math.floor(random.uniform() * limit)
    for (let now = 0; now < 100_000; now++) {
      const slot = below(60)
      const what = below(100)
      if (what < 60) expect(cache.has(slot, now)).toBe(naive.has(slot, now))
      else if (what < 98) {
        const [bytes, ttl] = [1 + below(200), 1 + below(400)]
        cache.store(slot, bytes, now, ttl)
        naive.store(slot, bytes, now, ttl)
      } else {
        cache.drop(slot)
        naive.drop(slot)
      }
      if (cache.usedBytes !== naive.usedBytes) expect(cache.usedBytes).toBe(naive.usedBytes)
    }
    expect(evicted.length).toBeGreaterThan(10_000)
    expect(evicted).toEqual(naive.evicted)
  })

  it('gives up what was not used for longest, and a look-up is a use', () => {
    const cache = new ResponseCache(4, 100, 60)
    const evicted: number[] = []
    cache.onEvict = (slot) => evicted.push(slot)
    for (const slot of [0, 1, 2]) cache.store(slot, 30, slot, 1000)
    cache.has(0, 5)
    cache.store(3, 60, 6, 1000)
    expect([evicted, cache.usedBytes]).toEqual([[1, 2], 90])
    expect([0, 1, 2, 3].map((slot) => cache.has(slot, 7))).toEqual([true, false, false, true])
  })

  it('replaces an entry in place, with its new size and age, and does not call that an eviction', () => {
    const cache = new ResponseCache(2, 100, 100)
    cache.onEvict = () => expect.unreachable()
    cache.store(0, 70, 0, 1000)
    cache.store(0, 20, 400, 1000)
    expect([cache.usedBytes, cache.ageOf(0, 500), cache.has(0, 1399)]).toEqual([20, 100, true])
  })

  it('does not keep what is larger than the cluster, and keeps what fills it', () => {
    const cache = new ResponseCache(2, 100, 200)
    cache.store(0, 101, 0, 1000)
    expect([cache.has(0, 1), cache.usedBytes]).toEqual([false, 0])
    cache.store(1, 100, 0, 1000)
    expect([cache.has(1, 1), cache.usedBytes]).toEqual([true, 100])
  })

  it('keeps an empty response', () => {
    const cache = new ResponseCache(1, 100, 100)
    const evicted: number[] = []
    cache.onEvict = (slot) => evicted.push(slot)
    cache.store(0, 0, 0, 1000)
    expect(cache.has(0, 1)).toBe(true)
    cache.drop(0)
    expect([cache.has(0, 1), evicted, cache.usedBytes]).toEqual([false, [0], 0])
  })

  it('is empty after a flush and tells of every entry that went', () => {
    for (const capacity of [100, 10_000]) {
      const cache = new ResponseCache(5, capacity, 100)
      const evicted: number[] = []
      cache.onEvict = (slot) => evicted.push(slot)
      for (const slot of [4, 1, 2]) cache.store(slot, 20, 0, 1000)
      cache.flush()
      expect([evicted, cache.usedBytes, [0, 1, 2, 3, 4].some((slot) => cache.has(slot, 1))]).toEqual([
        [1, 2, 4],
        0,
        false,
      ])
      cache.store(1, 30, 5, 1000)
      expect([cache.has(1, 6), cache.usedBytes]).toEqual([true, 30])
    }
  })

  it('where everything fits, evicts nothing however many entries there are', () => {
    const cache = new ResponseCache(1000, 100_000, 100)
    cache.onEvict = () => expect.unreachable()
    for (let slot = 0; slot < 1000; slot++) cache.store(slot, 100, slot, 1e6)
    expect([cache.usedBytes, cache.has(0, 2000), cache.has(999, 2000)]).toEqual([100_000, true, true])
  })
})
