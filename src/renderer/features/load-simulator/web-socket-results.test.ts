import { describe, expect, it } from 'vitest'
import type { WebSocketFigures } from '@shared/contract/web-socket-figures'
import { resultWith } from './test-result'
import { webSocketAnswers } from './web-socket-answers'
import { EMPTY_WEB_SOCKET_TILES, webSocketTiles } from './web-socket-tiles'

const figures: WebSocketFigures = {
  open: 3,
  peak: 40,
  accepted: 90,
  refused: 2,
  connectionMinutes: 61.4,
  messagesIn: 1200,
  messagesOut: 3_045_221,
  throttledMessages: 60,
  gonePosts: 7,
  wastedPosts: 8,
  throttledPosts: 0,
  meanOpen: 20.4,
  refusedByOutcome: { THROTTLED_ACCOUNT: 2 },
  ended: { byClient: 80, idle: 6, age: 1 },
  vanished: 6,
  lostDisconnects: 1,
  deliveredPosts: 23_000,
  fanOut: { count: 1100, mean: 21, p50: 20, p95: 30, max: 33 },
  delivery: { p50: 40, p95: 80, p99: 120 },
  idleCostShare: 0.75,
}

describe('the tiles of a run of a WebSocket API', () => {
  it('show connections, messages and what did not arrive', () => {
    expect(webSocketTiles(figures, null).map(({ name, text, note }) => `${name}: ${text}, ${note}`)).toEqual([
      'connections: 3, at most 40',
      'refused-connects: 2, 90 accepted',
      'messages-in: 1,200, metered per 32 KB',
      'messages-out: 3.05M, 2,538 for each in',
      'throttled-messages: 60, 5.0 % of those in',
      'gone-posts: 15, 7 answered 410',
      'cost: –, 61 minutes open',
    ])
  })

  it('have no figures before the first run', () => {
    expect(EMPTY_WEB_SOCKET_TILES.map(({ text }) => text)).toEqual(Array.from({ length: 7 }, () => '–'))
  })
})

describe('the answers of a run of a WebSocket API', () => {
  it('come in the order of a connection’s life, without those about caches', () => {
    const lines = webSocketAnswers(resultWith(), figures)
    expect(lines.map(({ id, tone }) => `${id} ${tone}`)).toEqual([
      'openConnections plain',
      'ended warning',
      'refusedConnects danger',
      'lostPosts warning',
      'fanOut plain',
      'delivery plain',
      'idleCost warning',
      ...lines.slice(7).map(({ id, tone }) => `${id} ${tone}`),
    ])
    expect(lines.some(({ id }) => id === 'leakedReads' || id === 'staleReads')).toBe(false)
  })

  it('have nothing to complain about when everything arrived', () => {
    const fine = { ...figures, refused: 0, refusedByOutcome: {}, vanished: 0, gonePosts: 0, wastedPosts: 0 }
    expect(
      webSocketAnswers(resultWith(), fine)
        .slice(0, 4)
        .map(({ tone }) => tone),
    ).toEqual(['plain', 'plain', 'good', 'good'])
  })
})
