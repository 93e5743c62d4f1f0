import { describe, expect, it } from 'vitest'
import type { FrameEvent } from '@shared/contract/websocket'
import type { StreamEntry } from '../../stores/web-socket-feed'
import { broadcastsOf, roomsByBroadcast } from './broadcasts'

const frame = (id: number, connectionId: string, at: number, more: Partial<FrameEvent>): StreamEntry => ({
  id,
  at,
  kind: 'frame',
  connectionId,
  frame: {
    connectionId,
    at,
    direction: 'out',
    text: 'hi',
    bytes: 2,
    routeKey: null,
    status: null,
    durationMs: null,
    integrationMs: null,
    problem: null,
    dropped: 0,
    ...more,
  },
})
const pushed = (id: number, connectionId: string, at: number, text = 'hi') =>
  frame(id, connectionId, at, { text, isPush: true })
const gone = (id: number, connectionId: string, at: number): StreamEntry => ({
  id,
  at,
  kind: 'not-pushed',
  connectionId,
  status: 410,
  stage: 'prod',
})

describe('broadcasts', () => {
  it('are posts of one text close together, with the client whose message was served meanwhile', () => {
    const entries = [
      pushed(1, 'b', 1000),
      pushed(2, 'c', 1040),
      gone(3, 'd', 1050),
      frame(4, 'a', 1060, { direction: 'in', text: '{"action":"say"}', durationMs: 80 }),
      frame(5, 'a', 1060, { text: 'ok' }),
      pushed(6, 'b', 1400),
    ]
    expect(broadcastsOf(entries)).toEqual([
      { id: 1, at: 1000, text: 'hi', senderId: 'a', receiverIds: ['b', 'c'], goneIds: ['d'] },
      { id: 6, at: 1400, text: 'hi', senderId: null, receiverIds: ['b'], goneIds: [] },
    ])
  })

  it('that reach nobody are listed too', () => {
    expect(broadcastsOf([gone(9, 'd', 5000)])).toEqual([
      { id: 9, at: 5000, text: '', senderId: null, receiverIds: [], goneIds: ['d'] },
    ])
  })

  it('group connections by the last one that each got', () => {
    const broadcasts = broadcastsOf([pushed(1, 'a', 0), pushed(2, 'b', 10), pushed(3, 'b', 900, 'new')])
    expect(roomsByBroadcast(['a', 'b', 'c'], broadcasts)).toEqual([
      { key: '3', label: 'new', connectionIds: ['b'] },
      { key: '1', label: 'hi', connectionIds: ['a'] },
      { key: '', label: 'got no broadcast', connectionIds: ['c'] },
    ])
  })
})
