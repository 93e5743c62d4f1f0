import { describe, expect, it } from 'vitest'
import { playedSockets } from './socket-run.fixture'

const once = (count: number) => ({ type: 'BURST', count, at: 0 }) as const
const everySecond = { name: 'prices', shape: { type: 'CONSTANT', ratePerSecond: 1, from: 0.5 }, to: 'ALL' } as const
const tenSeconds = { distribution: 'CONSTANT', valueMs: 10_000 } as const
const noDisconnect = { routes: { $connect: {} } }

describe('calls of @connections', () => {
  it('reach everybody who is there', () => {
    const { webSocket } = playedSockets({ source: { shape: once(10) }, model: { pushes: [everySecond] } })
    expect(webSocket).toMatchObject({ deliveredPosts: 600, messagesOut: 600, gonePosts: 0, fanOut: { mean: 10 } })
  })

  it('put off the idle limit of those they reach', () => {
    const rare = { ...everySecond, shape: { type: 'CONSTANT', ratePerSecond: 1 / 500 } } as const
    const { webSocket } = playedSockets({
      source: { shape: once(3) },
      model: { pushes: [rare] },
      scenario: { durationInSeconds: 3000 },
    })
    expect(webSocket.ended.idle).toBe(0)
  })

  it('end with 410 once for each connection that the backends were not told about', () => {
    const { webSocket } = playedSockets({
      source: { shape: once(10), stay: tenSeconds },
      model: { pushes: [everySecond] },
      api: noDisconnect,
    })
    expect(webSocket).toMatchObject({ lostDisconnects: 10, deliveredPosts: 100, gonePosts: 10 })
  })

  it('end with 410 again and again where nobody cleans up', () => {
    const { webSocket } = playedSockets({
      source: { shape: once(10), stay: tenSeconds },
      model: { pushes: [everySecond], cleansUpGone: false },
      api: noDisconnect,
    })
    expect([webSocket.deliveredPosts, webSocket.gonePosts]).toEqual([100, 500])
  })

  it('meet nobody who is gone where $disconnect works', () => {
    const { webSocket } = playedSockets({
      source: { shape: once(10), stay: tenSeconds },
      model: { pushes: [everySecond] },
    })
    expect(webSocket).toMatchObject({ lostDisconnects: 0, deliveredPosts: 100, gonePosts: 0 })
  })

  it('are wasted on clients that vanished, until the gateway notices', () => {
    const { webSocket } = playedSockets({
      source: { shape: once(10), stay: tenSeconds, leavesSilently: 1 },
      model: { pushes: [everySecond] },
      scenario: { durationInSeconds: 1000 },
    })
    // The last that reached them was at 9.5 s, so they are closed before the push at 609.5 s: those of 10.5 to 608.5 s are wasted.
    expect(webSocket).toMatchObject({ deliveredPosts: 100, wastedPosts: 5990, gonePosts: 0 })
  })

  it('take tokens of the account, like all calls', () => {
    const { webSocket } = playedSockets({
      source: { shape: once(100) },
      model: { pushes: [{ ...everySecond, shape: { type: 'BURST', count: 1, at: 1 } }], parallelPosts: 100 },
      design: { account: { throttleSettings: { rateLimit: 0.001, burstLimit: 130 } } },
    })
    expect([webSocket.deliveredPosts, webSocket.throttledPosts]).toEqual([30, 70])
  })

  it('go out so many at a time, the next when the slowest is done', () => {
    const { webSocket } = playedSockets({
      source: { shape: once(40) },
      model: {
        pushes: [{ ...everySecond, shape: { type: 'BURST', count: 1, at: 1 } }],
        parallelPosts: 10,
        postLatency: { distribution: 'CONSTANT', valueMs: 100 },
      },
    })
    const { p50, p95 } = webSocket.delivery
    // 10 after 100 ms, 10 after 200 ms, ... as well as a histogram knows.
    expect([Math.abs(p50 / 200 - 1) < 0.011, Math.abs(p95 / 400 - 1) < 0.011]).toEqual([true, true])
  })
})
