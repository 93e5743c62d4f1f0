import { describe, expect, it } from 'vitest'
import { Random } from '../../simulator/random'
import { exponential } from '../../simulator/ziggurat'
import { TokenBuckets, UNLIMITED } from './token-buckets'

/** Admitted of `arrivals` evenly spaced requests, in whole numbers of 1/(10 offered) token: nothing is rounded. */
function exactlyAdmitted(rateInTenths: number, burst: number, offered: number, arrivals: number): Uint8Array {
  const token = 10 * offered
  const isAdmitted = new Uint8Array(arrivals)
  let level = burst * token
  for (let k = 0; k < arrivals; k++) {
    if (k > 0) level = Math.min(burst * token, level + rateInTenths)
    if (level < token) continue
    level -= token
    isAdmitted[k] = 1
  }
  return isAdmitted
}

function admittedBy(buckets: TokenBuckets, offered: number, arrivals: number): Uint8Array {
  return Uint8Array.from({ length: arrivals }, (_, k) => +buckets.take(0, (k * 1000) / offered))
}

function firstDifference(a: Uint8Array, b: Uint8Array): number {
  return a.findIndex((one, at) => one !== b[at])
}

describe('TokenBuckets', () => {
  it('admit evenly spaced requests exactly as rational arithmetic does, whatever the rate, burst and spacing', () => {
    for (const rate of [0.3, 1, 2.5, 3, 7, 10, 33, 57, 100, 113, 300, 570, 700, 1000, 1100, 9999]) {
      for (const burst of [1, 2, 50, 500]) {
        for (const offered of [1, 3, 7, 10, 100, 300, 570, 999, 1000, 1100, 2000, 3000]) {
          const actual = admittedBy(new TokenBuckets([{ rateLimit: rate, burstLimit: burst }]), offered, 5000)
          const expected = exactlyAdmitted(Math.round(rate * 10), burst, offered, 5000)
          const at = firstDifference(actual, expected)
          expect(at, `rate ${rate}, burst ${burst}, ${offered} a second: request ${at}`).toBe(-1)
        }
      }
    }
  })

  it('do not drift over a million requests', () => {
    for (const [rate, offered] of [
      [300, 900],
      [570, 999],
      [100, 300],
      [9999, 10_000],
    ] as const) {
      const arrivals = 1_000_000
      const actual = admittedBy(new TokenBuckets([{ rateLimit: rate, burstLimit: 50 }]), offered, arrivals)
      expect(firstDifference(actual, exactlyAdmitted(rate * 10, 50, offered, arrivals))).toBe(-1)
    }
  })

  it('are full again after a refill, whatever was taken, and refill no faster for it', () => {
    const buckets = new TokenBuckets([
      { rateLimit: 1, burstLimit: 3 },
      { rateLimit: 0, burstLimit: 2 },
    ])
    for (let k = 0; k < 5; k++) buckets.take(0, 500)
    buckets.refill()
    const taken = [1, 2, 3, 4].map(() => buckets.take(0, 600))
    expect([taken, buckets.take(0, 1599), buckets.take(0, 1600), buckets.take(1, 600)]).toEqual([
      [true, true, true, false],
      false,
      true,
      false,
    ])
  })

  it('admit floor(burst + rate x time) of requests that come faster than the rate', () => {
    const offered = 300
    const buckets = new TokenBuckets([{ rateLimit: 100, burstLimit: 50 }])
    let admitted = 0
    for (let k = 0; k < 60 * offered; k++) {
      admitted += +buckets.take(0, (k * 1000) / offered)
      // Once the burst is used up nothing is lost at the brim, and the formula holds for every request.
      if (k > 100) expect(admitted).toBe(Math.floor((50 * offered + 100 * k) / offered))
    }
    expect(admitted).toBe(6049)
  })

  it('never let more through than burst + rate x time, counted from any request to any later one', () => {
    const random = new Random(11, 1)
    for (let run = 0; run < 40; run++) {
      const rateLimit = 1 + random.uniform() * 500
      const burstLimit = 1 + Math.floor(random.uniform() * 30)
      const buckets = new TokenBuckets([{ rateLimit, burstLimit }])
      // The largest value of admitted - rate x time seen less the smallest is what any stretch had beyond its rate.
      let now = 0
      let admitted = 0
      let least = 0
      let most = 0
      for (let k = 0; k < 5000; k++) {
        const isPause = random.uniform() < 0.01
        now += isPause ? 500 : exponential(random) * (700 / rateLimit)
        least = Math.min(least, admitted - (rateLimit * now) / 1000)
        admitted += +buckets.take(0, now)
        most = Math.max(most, admitted - (rateLimit * now) / 1000 - least)
      }
      expect(most).toBeLessThanOrEqual(burstLimit + 1e-5)
      expect(most).toBeGreaterThan(burstLimit - 2)
    }
  })

  it('start full and hold no more than the burst after any pause', () => {
    const buckets = new TokenBuckets([{ rateLimit: 10, burstLimit: 3 }])
    const takenAt = (now: number): number => [1, 2, 3, 4, 5].filter(() => buckets.take(0, now)).length
    expect([takenAt(0), takenAt(99), takenAt(100), takenAt(1_000_000), takenAt(1_000_050)]).toEqual([3, 0, 1, 3, 0])
  })

  it('refuse everything at a rate of 0 or a burst of 0', () => {
    const buckets = new TokenBuckets([
      { rateLimit: 0, burstLimit: 100 },
      { rateLimit: 100, burstLimit: 0 },
    ])
    for (const now of [0, 1, 1e6, 1e9]) expect([buckets.take(0, now), buckets.take(1, now)]).toEqual([false, false])
    expect([buckets.level(0, 5), buckets.nextTokenIn(0, 5)]).toEqual([0, Infinity])
  })

  it('are apart from each other', () => {
    const buckets = new TokenBuckets([
      { rateLimit: 1, burstLimit: 1 },
      { rateLimit: 2, burstLimit: 4 },
    ])
    expect(buckets.take(0, 0)).toBe(true)
    expect([buckets.level(0, 0), buckets.level(1, 0), buckets.count]).toEqual([0, 4, 2])
    expect([buckets.limit(0), buckets.limit(1)]).toEqual([
      { rateLimit: 1, burstLimit: 1 },
      { rateLimit: 2, burstLimit: 4 },
    ])
  })

  it('without a limit never refuse', () => {
    const buckets = new TokenBuckets([UNLIMITED])
    let taken = 0
    for (let k = 0; k < 100_000; k++) taken += +buckets.take(0, 0)
    expect(taken).toBe(100_000)
  })

  it('take a token back, up to the burst', () => {
    const buckets = new TokenBuckets([{ rateLimit: 1, burstLimit: 2 }])
    buckets.take(0, 0)
    buckets.take(0, 0)
    expect(buckets.take(0, 0)).toBe(false)
    buckets.giveBack(0)
    expect([buckets.level(0, 0), buckets.take(0, 0), buckets.take(0, 0)]).toEqual([1, true, false])
    buckets.giveBack(0)
    buckets.giveBack(0)
    buckets.giveBack(0)
    expect(buckets.level(0, 0)).toBe(2)
  })

  it('know how full they are and when the next whole token comes', () => {
    const buckets = new TokenBuckets([{ rateLimit: 4, burstLimit: 2 }])
    expect([buckets.level(0, 0), buckets.nextTokenIn(0, 0)]).toEqual([2, 0])
    buckets.take(0, 0)
    buckets.take(0, 0)
    expect([buckets.level(0, 0), buckets.nextTokenIn(0, 0)]).toEqual([0, 250])
    expect([buckets.level(0, 150), buckets.nextTokenIn(0, 150)]).toEqual([0.6, 100])
    const due = 150 + buckets.nextTokenIn(0, 150)
    expect([buckets.take(0, due), buckets.nextTokenIn(0, due), buckets.level(0, 10_000)]).toEqual([true, 250, 2])
  })

  it('take another limit with the tokens that gathered at the old rate, as far as they fit', () => {
    const emptied = (): TokenBuckets => {
      const buckets = new TokenBuckets([{ rateLimit: 10, burstLimit: 20 }])
      for (let k = 0; k < 20; k++) buckets.take(0, 0)
      return buckets
    }
    const levels = (rateLimit: number, burstLimit: number): number[] => {
      const buckets = emptied()
      buckets.setLimit(0, { rateLimit, burstLimit }, 1000)
      return [1000, 1500, 9000].map((now) => buckets.level(0, now))
    }
    // A second at 10 tokens a second has left 10.
    expect([levels(2, 20), levels(100, 40), levels(10, 4), levels(0, 40), levels(0, UNLIMITED.burstLimit)]).toEqual([
      [10, 11, 20],
      [10, 40, 40],
      [4, 4, 4],
      [0, 0, 0],
      [10, 10, 10],
    ])
  })

  it('count how often a token was asked for', () => {
    const buckets = new TokenBuckets([
      { rateLimit: 1, burstLimit: 2 },
      { rateLimit: 1, burstLimit: 1 },
    ])
    const taken = [0, 0, 0, 1].map((index) => buckets.take(index, 0))
    expect([taken, [...buckets.asked]]).toEqual([
      [true, true, false, true],
      [3, 1],
    ])
  })
})
