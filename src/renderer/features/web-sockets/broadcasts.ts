import type { StreamEntry } from '../../stores/web-socket-feed'
import { grouped } from './grouped'
import type { Room } from './rooms'

/** One text that a backend posted to one or more connections. */
export interface Broadcast {
  /** Of its first frame. */
  readonly id: number
  readonly at: number
  readonly text: string
  /** Whose message was being served meanwhile; null when it came from elsewhere. */
  readonly senderId: string | null
  readonly receiverIds: readonly string[]
  /** Whom it did not reach, as they had gone. */
  readonly goneIds: readonly string[]
}

/** Frames of the same text that follow each other within so long are one broadcast. Milliseconds. */
export const BROADCAST_WINDOW = 250

interface Growing {
  readonly id: number
  readonly at: number
  lastAt: number
  readonly text: string
  readonly receiverIds: string[]
  readonly goneIds: string[]
}

/** What was posted through `@connections`, oldest first. Posts that reached nobody count to the broadcast around them. */
export function broadcastsOf(entries: readonly StreamEntry[]): Broadcast[] {
  const found: Growing[] = []
  const latest = new Map<string, Growing>()
  for (const entry of entries) {
    if (entry.kind !== 'frame' || entry.frame.isPush !== true) continue
    const { text } = entry.frame
    const open = latest.get(text)
    if (open !== undefined && entry.at - open.lastAt <= BROADCAST_WINDOW) {
      open.receiverIds.push(entry.connectionId)
      open.lastAt = entry.at
      continue
    }
    const { at, id } = entry
    const begun: Growing = { id, at, lastAt: at, text, receiverIds: [entry.connectionId], goneIds: [] }
    latest.set(text, begun)
    found.push(begun)
  }
  for (const entry of entries) if (entry.kind === 'not-pushed' && entry.status === 410) addGone(found, entry)
  const served = entries.filter((entry) => entry.kind === 'frame' && entry.frame.direction === 'in')
  return found.toSorted((a, b) => a.id - b.id).map((one) => finished(one, served))
}

function addGone(found: Growing[], { at, connectionId, id }: StreamEntry & { readonly connectionId: string }): void {
  const around = found.findLast((one) => at >= one.at - BROADCAST_WINDOW && at <= one.lastAt + BROADCAST_WINDOW)
  if (around !== undefined) around.goneIds.push(connectionId)
  else found.push({ id, at, lastAt: at, text: '', receiverIds: [], goneIds: [connectionId] })
}

/** A message that came in is told when its integration is done: what is posted meanwhile is posted for it. */
function finished({ at, goneIds, id, receiverIds, text }: Growing, served: readonly StreamEntry[]): Broadcast {
  const sender = served.find(
    (entry) => entry.kind === 'frame' && at <= entry.at + 1 && at >= entry.at - (entry.frame.durationMs ?? 0) - 5,
  )
  const senderId = sender?.kind === 'frame' ? sender.connectionId : null
  return { id, at, text, senderId, receiverIds: [...new Set(receiverIds)], goneIds: [...new Set(goneIds)] }
}

/** Connections by the last broadcast that each got, the newest first; those that got none come last. */
export function roomsByBroadcast(connectionIds: readonly string[], broadcasts: readonly Broadcast[]): Room[] {
  const last = new Map<string, Broadcast>()
  for (const one of broadcasts) for (const id of one.receiverIds) last.set(id, one)
  const groups = grouped(connectionIds, (id) => last.get(id) ?? null)
  const rooms = [...groups].toSorted(([a], [b]) => (b?.id ?? -1) - (a?.id ?? -1))
  return rooms.map(([one, ids]) => ({
    key: one === null ? '' : String(one.id),
    label: one === null ? 'got no broadcast' : one.text,
    connectionIds: ids,
  }))
}
