import { expect, test } from 'vitest'
import { webSocketText } from './web-socket-text'

test('says what became of connections and messages, and nothing of a run without them', () => {
  const webSocket = {
    open: 3,
    peak: 40,
    accepted: 90,
    refused: 2,
    connectionMinutes: 61.4,
    messagesIn: 1200,
    messagesOut: 24_000,
    throttledMessages: 5,
    gonePosts: 7,
    wastedPosts: 8,
    throttledPosts: 9,
    meanOpen: 20.4,
    refusedByOutcome: { THROTTLED_ACCOUNT: 2 },
    ended: { byClient: 80, idle: 6, age: 1 },
    vanished: 6,
    lostDisconnects: 1,
    deliveredPosts: 23_000,
    fanOut: { count: 1100, mean: 21, p50: 20, p95: 30, max: 33 },
    delivery: { p50: 40, p95: 80, p99: 120 },
    idleCostShare: 0.25,
  }
  expect(webSocketText({ webSocket })).toEqual([
    '  open       20 connections on average, 40 at most, 61 minutes',
    '  connects   90 accepted, 2 refused',
    '  ended      80 by clients, 6 idle, 1 too old',
    '  messages   1,200 in, 24,000 out, 5 throttled',
    '  posts      23,000 delivered, 7 answered 410, 8 to clients that had vanished, 9 throttled',
    '  delivery   p50 40 ms, p95 80 ms, p99 120 ms; 20 receivers, p95 30',
    '  idling     25.0 % of what messages and minutes cost',
  ])
  expect(webSocketText({})).toEqual([])
})
