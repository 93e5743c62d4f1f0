import { describe, expect, it } from 'vitest'
import type { FrameEvent } from '@shared/contract/websocket'
import type { Trace } from '@shared/trace'
import type { StreamEntry } from '../../stores/web-socket-feed'
import { metPipeline, type Refusal } from './met-pipeline'

const trace: Trace = [{ step: 'connection-rate', verdict: 'passed', atMs: 1, details: {} }]

const frame = (direction: 'in' | 'out', text: string, isPush = false): FrameEvent => ({
  connectionId: 'c1',
  at: 1,
  direction,
  text,
  bytes: 2,
  routeKey: direction === 'in' ? 'say' : null,
  status: 200,
  durationMs: 1,
  integrationMs: 1,
  problem: null,
  dropped: 0,
  ...(isPush && { isPush }),
})
const question = frame('in', 'question')
const last = frame('in', 'last')
const entries: readonly StreamEntry[] = [
  { id: 1, at: 1, kind: 'opened', connectionId: 'c1', trace },
  { id: 2, at: 1, kind: 'frame', connectionId: 'c1', frame: question },
  { id: 3, at: 1, kind: 'frame', connectionId: 'c1', frame: frame('out', 'reply') },
  { id: 4, at: 1, kind: 'frame', connectionId: 'c1', frame: frame('out', 'news', true) },
  { id: 5, at: 1, kind: 'frame', connectionId: 'c1', frame: last },
  { id: 6, at: 1, kind: 'closed', connectionId: 'c1', code: 1006, reason: '' },
]
const nothing = { entryId: null, wanted: null, refusal: null }
const chosen = (entryId: number) => metPipeline({ ...nothing, entries, entryId })

describe('metPipeline', () => {
  it('shows the chosen message, and for a reply the message before it', () => {
    expect([chosen(2), chosen(3)]).toEqual([
      { kind: 'message', frame: question, isChosen: true },
      { kind: 'message', frame: question, isChosen: true },
    ])
  })

  it('shows a chosen handshake with its decisions, and the design of $disconnect for an end', () => {
    expect([chosen(1), chosen(6)]).toEqual([
      { kind: 'handshake', trace },
      { kind: 'design', routeKey: '$disconnect' },
    ])
  })

  it('shows the last message for a push and where nothing is chosen', () => {
    const expected = { kind: 'message', frame: last, isChosen: false }
    expect([chosen(4), metPipeline({ ...nothing, entries })]).toEqual([expected, expected])
  })

  it('shows the last handshake before the first message, and the design before that', () => {
    expect([
      metPipeline({ ...nothing, entries: entries.slice(0, 1) }),
      metPipeline({ ...nothing, entries: [] }),
    ]).toEqual([
      { kind: 'handshake', trace },
      { kind: 'design', routeKey: '$connect' },
    ])
  })

  it('shows a refusal when it is asked why, and otherwise the route that is asked for', () => {
    const refusal: Refusal = {
      kind: 'refused',
      at: 1,
      apiName: 'Chat',
      stage: 'prod',
      sourceIp: '127.0.0.1',
      status: 401,
      body: '',
      trace,
    }
    const asked = { ...nothing, entries, wanted: '$connect' }
    expect([metPipeline({ ...asked, refusal }), metPipeline(asked)]).toEqual([
      { kind: 'refusal', refusal },
      { kind: 'design', routeKey: '$connect' },
    ])
  })
})
