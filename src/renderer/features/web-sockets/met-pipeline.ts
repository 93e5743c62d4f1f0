import type { ConnectionEvent, FrameEvent } from '@shared/contract/websocket'
import type { Trace } from '@shared/trace'
import type { StreamEntry } from '../../stores/web-socket-feed'

export type Refusal = Extract<ConnectionEvent, { readonly kind: 'refused' }>

/** What the pipeline tab shows. */
export type MetPipeline =
  | { readonly kind: 'message'; readonly frame: FrameEvent; readonly isChosen: boolean }
  | { readonly kind: 'handshake'; readonly trace: Trace | null }
  | { readonly kind: 'refusal'; readonly refusal: Refusal }
  /** Nothing of the kind has happened. */
  | { readonly kind: 'design'; readonly routeKey: string }

export interface PipelineQuestion {
  readonly entries: readonly StreamEntry[]
  /** Of the chosen entry. */
  readonly entryId: number | null
  /** The route that was asked for; null: whatever happened. */
  readonly wanted: string | null
  /** The last one of the API and stage. */
  readonly refusal: Refusal | null
}

/** What the chosen frame met; where none is chosen the last message, or the last handshake where there was no message yet. */
export function metPipeline({ entries, entryId, refusal, wanted }: PipelineQuestion): MetPipeline {
  if (wanted === '$connect' && refusal !== null) return { kind: 'refusal', refusal }
  if (wanted !== null) return { kind: 'design', routeKey: wanted }
  const at = entryId === null ? -1 : entries.findIndex(({ id }) => id === entryId)
  const chosen = at === -1 ? null : metByChosen(entries, at)
  if (chosen !== null) return chosen
  const last = entries.findLast(isMessage)
  if (last?.kind === 'frame') return { kind: 'message', frame: last.frame, isChosen: false }
  const opened = entries.findLast(({ kind }) => kind === 'opened')
  return opened === undefined ? { kind: 'design', routeKey: '$connect' } : handshakeOf(opened)
}

/** Null for what goes through no pipeline: pushes. A reply belongs to the message before it. */
function metByChosen(entries: readonly StreamEntry[], at: number): MetPipeline | null {
  const entry = entries[at]!
  if (entry.kind === 'opened') return handshakeOf(entry)
  if (entry.kind === 'closed') return { kind: 'design', routeKey: '$disconnect' }
  if (entry.kind !== 'frame' || entry.frame.isPush === true) return null
  const message = entries
    .slice(0, at + 1)
    .findLast((each) => each.connectionId === entry.connectionId && isMessage(each))
  return message?.kind === 'frame' ? { kind: 'message', frame: message.frame, isChosen: true } : null
}

function handshakeOf(entry: StreamEntry): MetPipeline {
  return { kind: 'handshake', trace: entry.kind === 'opened' ? (entry.trace ?? null) : null }
}

function isMessage(entry: StreamEntry): boolean {
  return entry.kind === 'frame' && entry.frame.direction === 'in'
}
