import { describe, expect, it } from 'vitest'
import { AT_ONCE, playedSockets } from './socket-run.fixture'

const once = (count: number) => ({ type: 'BURST', count, at: 0 }) as const

describe('connections', () => {
  it('are open as long as their clients stay, to the millisecond', () => {
    const { webSocket } = playedSockets({
      source: {
        shape: { type: 'CONSTANT', ratePerSecond: 1 },
        stay: { distribution: 'CONSTANT', valueMs: 10_000 },
      },
    })
    // Those of the first 51 seconds stay 10 s, of the others what is left: 9, 8, ... 1.
    expect(webSocket).toMatchObject({
      accepted: 60,
      refused: 0,
      open: 10,
      peak: 10,
      connectionMinutes: (51 * 10 + 45) / 60,
      meanOpen: (51 * 10 + 45) / 60,
      ended: { byClient: 50, idle: 0, age: 0 },
    })
  })

  it('are on average as many as come in a second times the seconds they stay (Little)', () => {
    const { webSocket } = playedSockets({
      source: {
        shape: { type: 'POISSON', ratePerSecond: 5 },
        stay: { distribution: 'EXPONENTIAL', meanMs: 20_000 },
      },
      scenario: { durationInSeconds: 4000 },
    })
    // It begins empty: 100 * (1 - 20 / 4000). The mean over the run has a standard deviation of 1.
    expect(Math.abs(webSocket.meanOpen - 99.5)).toBeLessThan(4)
  })

  it('end when nothing was said for exactly 10 minutes', () => {
    const { webSocket } = playedSockets({ source: { shape: once(3) }, scenario: { durationInSeconds: 1000 } })
    expect(webSocket).toMatchObject({ ended: { byClient: 0, idle: 3, age: 0 }, connectionMinutes: 30, open: 0 })
  })

  it('end after exactly 2 hours when their clients ping', () => {
    const source = { shape: once(2), pingsEverySeconds: 300 }
    const { webSocket } = playedSockets({ source, scenario: { durationInSeconds: 8000 } })
    expect(webSocket).toMatchObject({ ended: { byClient: 0, idle: 0, age: 2 }, connectionMinutes: 240 })
  })

  it('do not outlive the idle limit by pings where those do not count', () => {
    const { webSocket } = playedSockets({
      source: { shape: once(2), pingsEverySeconds: 300 },
      scenario: { durationInSeconds: 8000 },
      design: { assumptions: { pingKeepsConnection: false } },
    })
    expect(webSocket.ended).toEqual({ byClient: 0, idle: 2, age: 0 })
  })

  it('stay open, and paid for, until the idle limit when their clients vanish', () => {
    const { webSocket } = playedSockets({
      source: { shape: once(4), stay: { distribution: 'CONSTANT', valueMs: 60_000 }, leavesSilently: 1 },
      scenario: { durationInSeconds: 1000 },
    })
    // Nothing was heard of them since the handshake.
    expect(webSocket).toMatchObject({ vanished: 4, ended: { byClient: 0, idle: 4, age: 0 }, connectionMinutes: 40 })
  })

  it('are accepted 500 at once and 500 a second after that', () => {
    const { webSocket } = playedSockets({
      source: { shape: once(1000) },
      others: [{ name: 'later', shape: { type: 'BURST', count: 1000, at: 0.5 } }],
      design: { account: { throttleSettings: { rateLimit: 1e6, burstLimit: 1e6 } } },
    })
    expect(webSocket).toMatchObject({
      accepted: 750,
      refused: 1250,
      refusedByOutcome: { THROTTLED_ACCOUNT: 1250 },
    })
  })

  it('come again after a refusal where their clients try', () => {
    const reconnectAfter = { distribution: 'CONSTANT', valueMs: 1000 } as const
    const { webSocket, totals } = playedSockets({ source: { shape: once(1200), reconnectAfter } })
    // 500 at once, 500 a second later, the last 200 a second after that.
    expect([webSocket.accepted, webSocket.refused, totals.requests]).toEqual([1200, 700 + 200, 2100])
  })

  it('keep a population as large as it is, however often its members leave', () => {
    const { webSocket } = playedSockets({
      source: {
        shape: { type: 'CLOSED_LOOP', users: 50, thinkTime: { distribution: 'CONSTANT', valueMs: 1000 } },
        stay: { distribution: 'CONSTANT', valueMs: 4000 },
      },
    })
    // 4 of 5 seconds connected, 12 rounds in a minute.
    expect(webSocket).toMatchObject({ accepted: 600, peak: 50, meanOpen: 40 })
  })

  it('are refused for a missing token without asking the authorizer', () => {
    const { webSocket, authorizer } = playedSockets({
      source: { shape: once(20), missingTokens: 1 },
      api: {
        routes: { $connect: { authorizationType: 'CUSTOM', authorizerId: 'tokens' } },
        authorizers: {
          tokens: { authorizerType: 'REQUEST', identitySource: ['route.request.querystring.token'] },
        },
      },
    })
    expect([webSocket.refusedByOutcome, authorizer.calls]).toEqual([{ UNAUTHORIZED: 20 }, 0])
  })

  it('ask the authorizer at each handshake: nothing is kept', () => {
    const { webSocket, authorizer } = playedSockets({
      source: { shape: once(20), deniedIdentities: 1, identities: { count: 4, distribution: 'UNIFORM' } },
      api: {
        routes: { $connect: { authorizationType: 'CUSTOM', authorizerId: 'tokens' } },
        authorizers: {
          tokens: { authorizerType: 'REQUEST', identitySource: ['route.request.querystring.token'] },
        },
      },
      scenario: { authorizer: { latency: AT_ONCE } },
    })
    expect([webSocket.refusedByOutcome, authorizer]).toEqual([{ ACCESS_DENIED_EXPLICIT: 20 }, { calls: 20, hits: 0 }])
  })
})
