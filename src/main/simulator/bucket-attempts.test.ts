import { describe, expect, it } from 'vitest'
import { TokenBuckets } from '../engine/state/token-buckets'
import { BucketAttempts } from './bucket-attempts'
import { Random } from './random'

describe('BucketAttempts', () => {
  const buckets = new TokenBuckets([
    { rateLimit: 5, burstLimit: 2 },
    { rateLimit: 50, burstLimit: 10 },
  ])
  const attempts = new BucketAttempts()
  attempts.listen(buckets, 1)
  const random = new Random(3, 1)
  const asked: { readonly now: number; readonly isGiven: boolean }[] = []
  // Four pieces of a million times would not be more telling than a few thousand.
  for (let now = 0; asked.length < 5000; now += random.uniform() * 25) {
    buckets.take(0, now)
    asked.push({ now, isGiven: buckets.take(1, now) })
  }

  it('hears one bucket and changes nothing about it', () => {
    const alone = new TokenBuckets([{ rateLimit: 50, burstLimit: 10 }])
    expect(asked.map(({ isGiven }) => isGiven)).toEqual(asked.map(({ now }) => alone.take(0, now)))
    expect(attempts.count).toBe(5000)
  })

  it('says of every attempt what the bucket said, and what another would have', () => {
    const larger = new TokenBuckets([{ rateLimit: 60, burstLimit: 12 }])
    const wanted = asked.map(({ now }) => larger.take(0, now))
    for (const number of [1, 2, 77, 2500, 5000]) {
      expect(attempts.wouldPass({ rateLimit: 50, burstLimit: 10 }, number)).toBe(asked[number - 1]!.isGiven)
      expect(attempts.wouldPass({ rateLimit: 60, burstLimit: 12 }, number)).toBe(wanted[number - 1])
    }
  })

  it('plays changes of the limit too, the last of them as it is asked', () => {
    const changing = new TokenBuckets([{ rateLimit: 10, burstLimit: 5 }])
    const heard = new BucketAttempts()
    heard.listen(changing, 0)
    const given: boolean[] = []
    for (let at = 0; at < 300; at++) {
      if (at === 100) changing.setLimit(0, { rateLimit: 20, burstLimit: 50 }, 1000)
      if (at === 200) changing.setLimit(0, { rateLimit: 5, burstLimit: 3 }, 2000)
      given.push(changing.take(0, at * 10))
    }
    const limits = [
      { rateLimit: 10, burstLimit: 5 },
      { rateLimit: 20, burstLimit: 50 },
      { rateLimit: 5, burstLimit: 3 },
    ]
    for (const [at, isGiven] of given.entries()) {
      expect(heard.wouldPass(limits[Math.floor(at / 100)]!, at + 1)).toBe(isGiven)
    }
    expect([given[299], heard.wouldPass({ rateLimit: 100, burstLimit: 3 }, 300)]).toEqual([false, true])
  })

  it('goes on beyond a million', () => {
    const many = new TokenBuckets([{ rateLimit: 1000, burstLimit: 1 }])
    const heard = new BucketAttempts()
    heard.listen(many, 0)
    for (let at = 0; at < 1_100_000; at++) many.take(0, at)
    expect([heard.count, heard.wouldPass({ rateLimit: 1000, burstLimit: 1 }, 1_100_000)]).toEqual([1_100_000, true])
    expect(heard.wouldPass({ rateLimit: 500, burstLimit: 1 }, 1_100_000)).toBe(false)
  })
})
