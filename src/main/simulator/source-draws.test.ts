import { describe, expect, it } from 'vitest'
import type { TrafficSource } from '@shared/design/scenario'
import type { ClosedLoopDraws } from './closed-loop-draws'
import { drawsOf } from './draws-of'
import { CACHE_BYPASS_FLAG, EXPIRED_TOKEN_FLAG, type DrawsContext, type RequestDraws } from './request-draws'
import { SourceDraws } from './source-draws'

const SOURCE: TrafficSource = {
  name: 'a',
  shape: { type: 'POISSON', ratePerSecond: 10 },
  routes: { a: 1, b: 3 },
  apiKeys: { names: ['x', 'y', 'z'], distribution: 'ZIPF' },
  identities: { count: 50, distribution: 'ZIPF', exponent: 1.2 },
  items: { count: 9, distribution: 'UNIFORM' },
  invalidBodies: 0.1,
  missingTokens: 0.2,
  wrongApiKeys: 0.3,
  cacheBypasses: 0.4,
}
const CONTEXT: DrawsContext = {
  durationMs: 1e6,
  epoch: 0,
  routes: [0, 1],
  apiKeys: [4, 5, 6],
  uses: { apiKeys: true, identities: true, items: true },
  seed: 7,
  stream: 17,
  canary: { percentTraffic: 30, routeOf: Int32Array.of(2, 3) },
}

/** Time, route, key, caller, item and flags of a request. */
function factsAt(draws: RequestDraws, at: number): number[] {
  const { time, route, apiKey, identity, item, flags } = draws
  return [time[at]!, route[at]!, apiKey[at]!, identity[at]!, item[at]!, flags[at]!]
}

/** The facts of the first requests. */
function drawn(source: TrafficSource, count: number): number[][] {
  const draws = new SourceDraws(source, CONTEXT)
  return Array.from({ length: count }, () => {
    draws.step()
    return factsAt(draws, draws.at)
  })
}

describe('the draws of a source', () => {
  it('are those that earlier versions drew', () => {
    expect(drawn(SOURCE, 2)).toEqual([
      [92.7596572946712, 1, 5, 47, 0, 4],
      [293.1481735953552, 3, 6, 2, 0, 8],
    ])
  })

  it('of expired tokens are of a stream of their own: nothing else changes', () => {
    const without = drawn(SOURCE, 5000)
    const withExpired = drawn({ ...SOURCE, expiredTokens: 0.25 }, 5000)
    const expired = withExpired.filter((facts) => (facts[5]! & EXPIRED_TOKEN_FLAG) !== 0).length
    expect(Math.abs(expired - 1250)).toBeLessThan(4 * Math.sqrt(5000 * 0.25 * 0.75))
    expect(withExpired.map((facts) => facts.with(5, facts[5]! & ~EXPIRED_TOKEN_FLAG))).toEqual(without)
  })

  it('of a hot set come by its share', () => {
    const hot = { count: 1000, distribution: 'HOT_SET', hotCount: 5, hotShare: 0.8 } as const
    const items = drawn({ ...SOURCE, items: hot }, 10_000).map((facts) => facts[4]!)
    const inSet = items.filter((item) => item < 5).length
    expect(Math.abs(inSet - 8000)).toBeLessThan(4 * Math.sqrt(10_000 * 0.8 * 0.2))
    expect(Math.max(...items)).toBeGreaterThan(900)
  })

  it('are made by the shape of the source', () => {
    const thinkTime = { distribution: 'CONSTANT', valueMs: 1000 } as const
    expect(drawsOf(SOURCE, CONTEXT).step()).toBe(92.7596572946712)
    expect(drawsOf({ ...SOURCE, shape: { type: 'CLOSED_LOOP', users: 1, thinkTime, from: 3 } }, CONTEXT).step()).toBe(
      3000,
    )
    expect(() => drawsOf({ ...SOURCE, shape: { type: 'REPLAY', file: 'a.log' } }, CONTEXT)).toThrow(
      'Traffic source a plays the log a.log, which cannot be read here',
    )
  })
})

describe('the draws of users who wait for their answers', () => {
  const users: TrafficSource = {
    ...SOURCE,
    shape: {
      type: 'CLOSED_LOOP',
      users: 3,
      thinkTime: { distribution: 'CONSTANT', valueMs: 1 },
      rampUpInSeconds: 30,
      to: 25,
    },
  }

  function loop(): ClosedLoopDraws {
    return drawsOf(users, CONTEXT) as ClosedLoopDraws
  }

  it('begin with each user once, and end with the source', () => {
    const draws = loop()
    expect([draws.step(), draws.step(), draws.step(), draws.step(), draws.end]).toEqual([
      0,
      10_000,
      20_000,
      Infinity,
      25_000,
    ])
  })

  it('go on with those who send again, at their times, all facts in the order of sending', () => {
    const draws = loop()
    const sent: number[][] = []
    /** The simulation's loop: users send again every 2 seconds, before the next one comes if that is later. */
    let next = draws.step()
    for (let again = 1000; again < 25_000; again += 2000) {
      for (; next <= again; next = draws.step()) sent.push(factsAt(draws, draws.at))
      sent.push(factsAt(draws, draws.stepAt(again)))
    }
    const plain = drawn({ ...users, shape: SOURCE.shape }, sent.length).map((facts) => facts.slice(1))
    expect(sent.map((facts) => facts.slice(1))).toEqual(plain)
    const times = [
      0, 1000, 3000, 5000, 7000, 9000, 10_000, 11_000, 13_000, 15_000, 17_000, 19_000, 20_000, 21_000, 23_000,
    ]
    expect(sent.map(([time]) => time)).toEqual(times)
  })

  it('keep what stands aside when a block is over', () => {
    const draws = loop()
    draws.step()
    const all = Array.from({ length: 1100 }, (_, i) => factsAt(draws, draws.stepAt(i / 100)))
    const plain = drawn({ ...users, shape: SOURCE.shape }, 1100)
    expect(all).toEqual(plain.map((facts, i) => facts.with(0, i / 100)))
    expect(all.filter((facts) => (facts[5]! & CACHE_BYPASS_FLAG) !== 0).length).toBeGreaterThan(300)
    expect(draws.time[draws.at]).toBe(0)
  })
})
