import { describe, expect, it } from 'vitest'
import type { TracedRequest } from '@shared/contract/gateway'
import type { FrameEvent, WebSocketConnection } from '@shared/contract/websocket'
import type { Trace } from '@shared/trace'
import { feedAfter, feedAfterStop, feedAged, feedWithList, NO_FEED, type FeedEvent } from './web-socket-feed'

const connection = (connectionId: string, more: Partial<WebSocketConnection> = {}): WebSocketConnection => ({
  connectionId,
  apiId: 'chat',
  apiName: 'Chat',
  stage: 'prod',
  connectedAt: 1000,
  lastActiveAt: 1000,
  sourceIp: '127.0.0.1',
  userAgent: null,
  subprotocol: null,
  principalId: null,
  apiKeyName: null,
  received: 0,
  sent: 0,
  billedMessages: 0,
  socketId: null,
  ...more,
})

const opened = (id: string): FeedEvent => ({
  kind: 'connection',
  event: { kind: 'opened', at: 1000, connection: connection(id) },
})

const frame = (connectionId: string, more: Partial<FrameEvent> = {}): FeedEvent => ({
  kind: 'frame',
  frame: {
    connectionId,
    at: 2000,
    direction: 'in',
    text: '{"action":"join","roomId":"r1"}',
    bytes: 31,
    routeKey: 'join',
    status: 200,
    durationMs: 3,
    integrationMs: 2,
    problem: null,
    dropped: 0,
    ...more,
  },
})

const push = (path: string, status: number): FeedEvent => ({
  kind: 'call',
  call: {
    requestId: 'r',
    receivedAt: 3000,
    method: 'POST',
    path,
    routeKey: 'POST /@connections',
    apiName: 'Chat',
    stage: 'prod',
    status,
    durationMs: 1,
    integrationMs: null,
    apiKeyName: null,
    trace: [],
  } satisfies TracedRequest,
})

describe('the feed of connections', () => {
  it('names clients in turn, counts their frames and remembers what they said', () => {
    const feed = feedAfter(NO_FEED, [opened('A='), opened('B='), frame('A='), frame('A=', { direction: 'out' })], 1)
    expect(feed.rows.map(({ name, connection: { received, sent } }) => [name, received, sent])).toEqual([
      ['ana', 1, 1],
      ['ben', 0, 0],
    ])
    expect(feed.said).toEqual({ 'A=': { action: 'join', roomId: 'r1' } })
    expect(feed.entries.map(({ id, kind }) => [id, kind])).toEqual([
      [1, 'opened'],
      [2, 'opened'],
      [3, 'frame'],
      [4, 'frame'],
    ])
  })

  it('keeps what a handshake met', () => {
    const trace: Trace = [{ step: 'authorizer', verdict: 'passed', atMs: 1, details: {} }]
    const event = { kind: 'opened', at: 1000, connection: connection('A='), trace } as const
    expect(feedAfter(NO_FEED, [{ kind: 'connection', event }], 1).entries).toEqual([
      { id: 1, at: 1000, kind: 'opened', connectionId: 'A=', trace },
    ])
  })

  it('keeps who has gone, with the reason', () => {
    const feed = feedAfter(NO_FEED, [opened('A=')], 1)
    const closed = { kind: 'closed', at: 5000, connection: connection('A='), code: 1001, reason: 'Going away' } as const
    expect(feedAfter(feed, [{ kind: 'connection', event: closed }], 2).rows[0]?.end).toEqual({
      at: 5000,
      code: 1001,
      reason: 'Going away',
    })
  })

  it('lists posts that reached nobody', () => {
    const feed = feedAfter(NO_FEED, [push('/@connections/A%3D', 410), push('/@connections/B%3D', 200)], 7)
    expect(feed.entries).toEqual([
      { id: 7, at: 3000, kind: 'not-pushed', connectionId: 'A=', status: 410, stage: 'prod' },
    ])
  })

  it('keeps two thousand entries and counts what the gateway left out', () => {
    const frames = Array.from({ length: 2100 }, () => frame('A=', { dropped: 2 }))
    const feed = feedAfter(NO_FEED, frames, 1)
    expect([feed.entries.length, feed.entries[0]?.id, feed.notShown]).toEqual([2000, 101, 4200])
  })

  it('takes the figures of the gateway, and clients that it did not know', () => {
    const feed = feedAfter(NO_FEED, [opened('A=')], 1)
    const listed = feedWithList(feed, [connection('A=', { received: 9 }), connection('B=')])
    expect(listed.rows.map(({ name, connection: { received } }) => [name, received])).toEqual([
      ['ana', 9],
      ['ben', 0],
    ])
  })

  it('ages what is open, and ends it when the gateway stops', () => {
    const feed = feedAfterStop(feedAged(feedAfter(NO_FEED, [opened('A=')], 1), 60_000), 9000)
    const [row] = feedAged(feed, 60_000).rows
    expect([row?.agedMs, row?.end?.code]).toEqual([60_000, 1006])
  })
})
