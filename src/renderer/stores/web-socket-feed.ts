import type { TracedRequest } from '@shared/contract/gateway'
import type { ConnectionEvent, FrameEvent, WebSocketConnection } from '@shared/contract/websocket'
import type { Trace } from '@shared/trace'
import { saidAfter, type Said } from './said-members'
import { socketName } from './socket-names'

/** A client of a WebSocket API, open or gone. */
export interface SocketRow {
  readonly connection: WebSocketConnection
  /** Given in turn: "ana". */
  readonly name: string
  /** By how much it was made older with `ws.fastForward`. Milliseconds. */
  readonly agedMs: number
  readonly end: { readonly at: number; readonly code: number; readonly reason: string } | null
}

/** One thing that happened on a connection, in the order that it was told. Times are milliseconds since 1970. */
export type StreamEntry = { readonly id: number; readonly at: number } & (
  | { readonly kind: 'frame'; readonly connectionId: string; readonly frame: FrameEvent }
  /** `trace`: every decision about the handshake, where it was told. */
  | { readonly kind: 'opened'; readonly connectionId: string; readonly trace?: Trace }
  | { readonly kind: 'closed'; readonly connectionId: string; readonly code: number; readonly reason: string }
  /** A post to `@connections` that did not reach anybody. */
  | { readonly kind: 'not-pushed'; readonly connectionId: string; readonly status: number; readonly stage: string }
)

/** What the window knows of connections. */
export interface SocketFeed {
  /** Oldest first. */
  readonly rows: readonly SocketRow[]
  /** Oldest first, at most `MOST_ENTRIES`. */
  readonly entries: readonly StreamEntry[]
  /** Frames that the gateway did not tell of, as there were too many. */
  readonly notShown: number
  readonly said: Readonly<Record<string, Said>>
  /** Clients so far: who comes next is named after it. */
  readonly named: number
}

export const NO_FEED: SocketFeed = { rows: [], entries: [], notShown: 0, said: {}, named: 0 }

export type FeedEvent =
  | { readonly kind: 'connection'; readonly event: Exclude<ConnectionEvent, { kind: 'refused' }> }
  | { readonly kind: 'frame'; readonly frame: FrameEvent }
  | { readonly kind: 'call'; readonly call: TracedRequest }

export const MOST_ENTRIES = 2000
/** Clients that have gone and are still listed. */
const MOST_GONE = 500

/** What becomes of the feed with what was told since; `firstId` is the id of the next entry. */
export function feedAfter(feed: SocketFeed, events: readonly FeedEvent[], firstId: number): SocketFeed {
  const rows = new Map(feed.rows.map((row) => [row.connection.connectionId, row]))
  const said = { ...feed.said }
  const entries: StreamEntry[] = []
  let { named, notShown } = feed
  for (const [index, event] of events.entries()) {
    const entry = entryOf(event, firstId + index)
    if (entry !== null) entries.push(entry)
    if (event.kind === 'connection') {
      const { connectionId } = event.event.connection
      const known = rows.get(connectionId)
      rows.set(connectionId, rowAfter(known, event.event, socketName(named)))
      if (known === undefined) named++
    } else if (event.kind === 'frame') {
      const { connectionId, direction, dropped, text } = event.frame
      notShown += dropped
      if (direction === 'in') said[connectionId] = saidAfter(said[connectionId], text)
      const row = rows.get(connectionId)
      if (row !== undefined) rows.set(connectionId, counted(row, event.frame))
    }
  }
  const kept = withoutOldest([...rows.values()])
  return {
    rows: kept,
    entries: [...feed.entries, ...entries].slice(-MOST_ENTRIES),
    notShown,
    said: saidBy(kept, said),
    named,
  }
}

/** The feed with the connections as the gateway lists them now. */
export function feedWithList(feed: SocketFeed, listed: readonly WebSocketConnection[]): SocketFeed {
  const fresh = new Map(listed.map((connection) => [connection.connectionId, connection]))
  const rows = feed.rows.map((row) => {
    const connection = fresh.get(row.connection.connectionId)
    fresh.delete(row.connection.connectionId)
    return connection === undefined || row.end !== null ? row : { ...row, connection }
  })
  const added = [...fresh.values()].map((connection, index) => newRow(connection, socketName(feed.named + index)))
  return { ...feed, rows: [...rows, ...added], named: feed.named + added.length }
}

/** The feed after the gateway stopped: nobody is told, and everybody has gone. */
export function feedAfterStop(feed: SocketFeed, at: number): SocketFeed {
  if (feed.rows.every(({ end }) => end !== null)) return feed
  const end = { at, code: 1006, reason: 'The gateway stopped' }
  return { ...feed, rows: feed.rows.map((row) => (row.end === null ? { ...row, end } : row)) }
}

/** The feed after every open connection was made older. */
export function feedAged(feed: SocketFeed, ms: number): SocketFeed {
  return { ...feed, rows: feed.rows.map((row) => (row.end === null ? { ...row, agedMs: row.agedMs + ms } : row)) }
}

function entryOf(event: FeedEvent, id: number): StreamEntry | null {
  if (event.kind === 'frame') {
    const { frame } = event
    return { id, at: frame.at, kind: 'frame', connectionId: frame.connectionId, frame }
  }
  if (event.kind === 'call') return notPushed(event.call, id)
  const { event: told } = event
  const { connectionId } = told.connection
  if (told.kind === 'closed') {
    const { at, code, kind, reason } = told
    return { id, at, kind, connectionId, code, reason }
  }
  const { at, kind, trace } = told
  return { id, at, kind, connectionId, ...(trace && { trace }) }
}

/** A backend's post that was answered with anything but 200. */
function notPushed(
  { apiName, method, path, receivedAt, stage, status }: TracedRequest,
  id: number,
): StreamEntry | null {
  const connectionId = method === 'POST' && status !== 200 ? managedId(path) : null
  if (connectionId === null || apiName === '') return null
  return { id, at: receivedAt, kind: 'not-pushed', connectionId, status, stage }
}

function managedId(path: string): string | null {
  const [, id] = /\/(?:@|%40)connections\/([^/]+)$/i.exec(path) ?? []
  if (id === undefined) return null
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}

function rowAfter(
  known: SocketRow | undefined,
  event: Exclude<ConnectionEvent, { kind: 'refused' }>,
  name: string,
): SocketRow {
  const row = known === undefined ? newRow(event.connection, name) : { ...known, connection: event.connection }
  return event.kind === 'opened' ? row : { ...row, end: { at: event.at, code: event.code, reason: event.reason } }
}

function newRow(connection: WebSocketConnection, name: string): SocketRow {
  return { connection, name, agedMs: 0, end: null }
}

/** As far as frames are told; the gateway's own list has the exact figures. */
function counted(row: SocketRow, { at, direction }: FrameEvent): SocketRow {
  if (row.end !== null) return row
  const { received, sent } = row.connection
  const counts = direction === 'in' ? { received: received + 1 } : { sent: sent + 1 }
  return {
    ...row,
    connection: { ...row.connection, ...counts, lastActiveAt: Math.max(at, row.connection.lastActiveAt) },
  }
}

function withoutOldest(rows: readonly SocketRow[]): readonly SocketRow[] {
  const gone = rows.filter(({ end }) => end !== null)
  if (gone.length <= MOST_GONE) return rows
  const left = new Set(gone.slice(0, gone.length - MOST_GONE))
  return rows.filter((row) => !left.has(row))
}

function saidBy(rows: readonly SocketRow[], said: SocketFeed['said']): SocketFeed['said'] {
  const ids = Object.keys(said)
  if (ids.length <= rows.length) return said
  const known = new Set(rows.map(({ connection }) => connection.connectionId))
  return Object.fromEntries(ids.filter((id) => known.has(id)).map((id) => [id, said[id]!]))
}
