import { describe, expect, it } from 'vitest'
import type { FrameEvent } from '@shared/contract/websocket'
import type { StreamEntry } from '../../stores/web-socket-feed'
import { frameLine, pushMeaning, pushWords } from './frame-line'

const line = (more: Partial<FrameEvent>) => {
  const frame: FrameEvent = {
    connectionId: 'a',
    at: 0,
    direction: 'in',
    text: '{"action":"join"}',
    bytes: 17,
    routeKey: 'join',
    status: 200,
    durationMs: 3,
    integrationMs: 1,
    problem: null,
    dropped: 0,
    ...more,
  }
  const entry: StreamEntry = { id: 1, at: 0, kind: 'frame', connectionId: 'a', frame }
  const { direction, isProblem, label, size } = frameLine(entry, undefined)
  return [direction, label, size, isProblem]
}

describe('a line of the frames list', () => {
  it('names the route of what came in, and tells replies from pushes', () => {
    expect([
      line({}),
      line({ routeKey: null, status: 403 }),
      line({ direction: 'out', routeKey: null, status: null }),
      line({ direction: 'out', routeKey: null, status: null, isPush: true, bytes: 2048 }),
    ]).toEqual([
      ['in', 'join', '17 B', false],
      ['in', 'no route', '17 B', true],
      ['out', 'reply', '17 B', false],
      ['out', 'push', '2 KB', false],
    ])
  })

  it('tells of handshakes, closes and posts that reached nobody', () => {
    const at = { id: 1, at: 0, connectionId: 'a' }
    const lines = [
      frameLine({ ...at, kind: 'opened' }, 41),
      frameLine({ ...at, kind: 'closed', code: 1001, reason: 'Going away' }, undefined),
      frameLine({ ...at, kind: 'not-pushed', status: 410, stage: 'prod' }, undefined),
    ]
    expect(lines.map(({ label, text, size }) => [label, text, size])).toEqual([
      ['$connect', '101 Switching Protocols', '41 ms'],
      ['closed', '1001 Going away', ''],
      ['push', '410 GoneException', ''],
    ])
  })

  it('has words for what a post was answered', () => {
    expect([200, 413, 502].map((status) => [pushWords(status), pushMeaning(status)])).toEqual([
      ['200 OK', 'The client got the message.'],
      ['413 PayloadTooLargeException', 'A message may have 128 KB.'],
      ['502', 'The gateway did not take the message.'],
    ])
  })
})
