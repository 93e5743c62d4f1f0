import { create } from 'zustand'
import type { ConnectionEvent } from '@shared/contract/websocket'
import { bridge } from '../contract-client'
import { useDesignStore } from './design-store'
import { useGatewayStore } from './gateway-store'
import { saidInQuery } from './said-members'
import {
  feedAfter,
  feedAfterStop,
  feedAged,
  feedWithList,
  NO_FEED,
  type FeedEvent,
  type SocketFeed,
  type SocketRow,
} from './web-socket-feed'

/** Connections to the WebSocket APIs of the local gateway, those from elsewhere too, and what went over them. */
export interface WebSocketState extends SocketFeed {
  /** How long handshakes of this window took, by connection. Milliseconds. */
  readonly handshakes: Readonly<Record<string, number>>
  /** The last handshake that was refused, of whichever program. */
  readonly refusal: Extract<ConnectionEvent, { readonly kind: 'refused' }> | null
  rename(connectionId: string, name: string): void
  /** A handshake of this window went well. */
  shaken(connectionId: string, durationMs: number, query: string): void
  clearFrames(): void
  /** Forget who has gone. */
  clearGone(): void
}

/** Frames come by the hundred: the window is told at most so often. Milliseconds. */
const TELL_EVERY = 80

export const useWebSocketStore = create<WebSocketState>()((set) => ({
  ...NO_FEED,
  handshakes: {},
  refusal: null,
  rename: (connectionId, name) =>
    set(({ rows }) => ({
      rows: rows.map((row) => (row.connection.connectionId === connectionId ? { ...row, name } : row)),
    })),
  shaken: (connectionId, durationMs, query) =>
    set(({ handshakes, said }) => ({
      handshakes: { ...handshakes, [connectionId]: durationMs },
      said: { ...said, [connectionId]: { ...saidInQuery(query), ...said[connectionId] } },
    })),
  clearFrames: () => set({ entries: [], notShown: 0 }),
  clearGone: () => set(({ rows }) => ({ rows: rows.filter(({ end }) => end === null) })),
}))

let waiting: FeedEvent[] = []
let timer: ReturnType<typeof setTimeout> | null = null
let nextId = 1

function take(event: FeedEvent): void {
  waiting.push(event)
  timer ??= setTimeout(tell, TELL_EVERY)
}

function tell(): void {
  const events = waiting
  waiting = []
  timer = null
  useWebSocketStore.setState((feed) => feedAfter(feed, events, nextId))
  nextId += events.length
}

function forgetWaiting(): void {
  waiting = []
  if (timer !== null) clearTimeout(timer)
  timer = null
}

/** Feed the store from the contract; called once by the app. */
export function subscribeWebSocketStore(): void {
  bridge.on('gateway.connection', (event) => {
    if (event.kind === 'refused') useWebSocketStore.setState({ refusal: event })
    else take({ kind: 'connection', event })
  })
  bridge.on('gateway.frame', (frame) => take({ kind: 'frame', frame }))
  bridge.on('gateway.request', (call) => {
    if (call.path.includes('connections/')) take({ kind: 'call', call })
  })
  useGatewayStore.subscribe(({ gateway }, before) => {
    if (gateway.state === before.gateway.state || before.gateway.state !== 'running') return
    if (timer !== null) tell()
    useWebSocketStore.setState((feed) => feedAfterStop(feed, Date.now()))
  })
  useDesignStore.subscribe((state, before) => {
    if (state.path === before.path) return
    forgetWaiting()
    useWebSocketStore.setState({ ...NO_FEED, handshakes: {}, refusal: null })
  })
}

/** Take over what the gateway itself counts. Nothing while it is stopped. */
export async function refreshConnections(): Promise<void> {
  if (useGatewayStore.getState().gateway.state !== 'running') return
  const { connections } = await bridge.call('ws.connections', {})
  // A connection that this does not know yet may have its event on the way.
  if (timer !== null) tell()
  useWebSocketStore.setState((feed) => feedWithList(feed, connections))
}

/** Let every connection of the gateway age. How many that ended. */
export async function ageConnections(seconds: number): Promise<number> {
  // Before the call: what it ends was that old when it ended.
  useWebSocketStore.setState((feed) => feedAged(feed, seconds * 1000))
  try {
    const { closed } = await bridge.call('ws.fastForward', { seconds })
    await refreshConnections()
    return closed
  } catch (error) {
    useWebSocketStore.setState((feed) => feedAged(feed, -seconds * 1000))
    throw error
  }
}

export function findSocket(rows: readonly SocketRow[], connectionId: string | null): SocketRow | null {
  return rows.find(({ connection }) => connection.connectionId === connectionId) ?? null
}
